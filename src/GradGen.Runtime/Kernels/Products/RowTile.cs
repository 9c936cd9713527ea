using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// Products of a vector with so many rows of a matrix as have their entries of the other vector in six registers, all columns in one loop: of short columns
/// the calls of a loop over each four of them would cost more than the work.
/// </summary>
internal static class RowTile
{
    private const int Registers = 6;
    private const int Columns = 4;

    /// <summary>The rows of a tile.</summary>
    internal static int Rows => Registers * (Vector512.IsHardwareAccelerated ? Simd512.Width : Simd256.Width);

    /// <summary>y = αAx + βy, where A has the rows of a tile; y is not read where β is 0.</summary>
    internal static void Multiply(double alpha, Block a, ReadOnlySpan<double> x, double beta, ref double y)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply<Simd512, Vector512<double>>(alpha, a, x, beta, ref y);
        }
        else
        {
            Multiply<Simd256, Vector256<double>>(alpha, a, x, beta, ref y);
        }
    }

    /// <summary>y = y + αAᵀx, where A has the rows of a tile.</summary>
    internal static void AddTranspose(double alpha, Block a, ref double x, Span<double> y)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddTranspose<Simd512, Vector512<double>>(alpha, a, ref x, y);
        }
        else
        {
            AddTranspose<Simd256, Vector256<double>>(alpha, a, ref x, y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<TSimd, TVector>(double alpha, Block a, ReadOnlySpan<double> x, double beta, ref double y)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
        ref var column = ref a.First;
        foreach (var weight in x)
        {
            var w = TSimd.Broadcast(weight);
            s0 = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref column, 0), w, s0);
            s1 = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref column, 1), w, s1);
            s2 = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref column, 2), w, s2);
            s3 = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref column, 3), w, s3);
            s4 = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref column, 4), w, s4);
            s5 = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref column, 5), w, s5);
            column = ref Unsafe.Add(ref column, a.Stride);
        }

        Write<TSimd, TVector>(alpha, s0, beta, ref y, 0);
        Write<TSimd, TVector>(alpha, s1, beta, ref y, 1);
        Write<TSimd, TVector>(alpha, s2, beta, ref y, 2);
        Write<TSimd, TVector>(alpha, s3, beta, ref y, 3);
        Write<TSimd, TVector>(alpha, s4, beta, ref y, 4);
        Write<TSimd, TVector>(alpha, s5, beta, ref y, 5);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTranspose<TSimd, TVector>(double alpha, Block a, ref double x, Span<double> y)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var (x0, x1, x2) = (Load<TSimd, TVector>(ref x, 0), Load<TSimd, TVector>(ref x, 1), Load<TSimd, TVector>(ref x, 2));
        var (x3, x4, x5) = (Load<TSimd, TVector>(ref x, 3), Load<TSimd, TVector>(ref x, 4), Load<TSimd, TVector>(ref x, 5));
        ref var column = ref a.First;
        var j = 0;
        for (; j <= a.Columns - Columns; j += Columns)
        {
            var d0 = Dots(ref column);
            column = ref Unsafe.Add(ref column, a.Stride);
            var d1 = Dots(ref column);
            column = ref Unsafe.Add(ref column, a.Stride);
            var d2 = Dots(ref column);
            column = ref Unsafe.Add(ref column, a.Stride);
            var d3 = Dots(ref column);
            column = ref Unsafe.Add(ref column, a.Stride);
            ref var sums = ref y[j];
            (Vector256.LoadUnsafe(ref sums) + (TSimd.Sums(d0, d1, d2, d3) * alpha)).StoreUnsafe(ref sums);
        }

        for (; j < a.Columns; j++)
        {
            y[j] += alpha * TSimd.Sum(Dots(ref column));
            column = ref Unsafe.Add(ref column, a.Stride);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector Dots(ref double entries)
        {
            var even = TSimd.Multiply(Load<TSimd, TVector>(ref entries, 0), x0);
            var odd = TSimd.Multiply(Load<TSimd, TVector>(ref entries, 1), x1);
            even = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref entries, 2), x2, even);
            odd = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref entries, 3), x3, odd);
            even = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref entries, 4), x4, even);
            odd = TSimd.MultiplyAdd(Load<TSimd, TVector>(ref entries, 5), x5, odd);
            return TSimd.Add(even, odd);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load<TSimd, TVector>(ref double entries, int register)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct =>
        TSimd.Load(ref Unsafe.Add(ref entries, register * TSimd.Width));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<TSimd, TVector>(double alpha, TVector sum, double beta, ref double y, int register)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        ref var destination = ref Unsafe.Add(ref y, register * TSimd.Width);
        sum = TSimd.Multiply(sum, TSimd.Broadcast(alpha));
        TSimd.Store(beta == 0.0 ? sum : TSimd.MultiplyAdd(TSimd.Load(ref destination), TSimd.Broadcast(beta), sum), ref destination);
    }
}
