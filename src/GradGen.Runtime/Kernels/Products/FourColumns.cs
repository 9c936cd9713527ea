using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// The inner loops over four columns of a matrix, by the widest registers there are and by narrower ones for the last rows and, of long columns, for
/// those before the first aligned one.
/// </summary>
internal static class FourColumns
{
    // The fewest rows of which loads that do not cross lines of the cache pay for the head.
    private const int LongRows = 256;
    private const int Columns = 4;

    /// <summary>y becomes y + Aw.</summary>
    internal static void Add(Block a, Vector256<double> w, ref double y)
    {
        nint i = 0;
        if (HasHead(a, out var head))
        {
            Add<Simd256, Vector256<double>>(ref i, head, w, ref y);
            Add<Simd64, double>(ref i, head, w, ref y);
        }

        if (Vector512.IsHardwareAccelerated)
        {
            Add<Simd512, Vector512<double>>(ref i, a, w, ref y);
        }

        if (i < a.Rows)
        {
            Add<Simd256, Vector256<double>>(ref i, a, w, ref y);
            Add<Simd64, double>(ref i, a, w, ref y);
        }
    }

    /// <summary>Aᵀx.</summary>
    internal static Vector256<double> Dots(Block a, ref double x)
    {
        nint i = 0;
        var dots = Vector256<double>.Zero;
        if (HasHead(a, out var head))
        {
            dots = Dots<Simd256, Vector256<double>>(ref i, head, ref x) + Dots<Simd64, double>(ref i, head, ref x);
        }

        if (Vector512.IsHardwareAccelerated)
        {
            dots += Dots<Simd512, Vector512<double>>(ref i, a, ref x);
        }

        return i == a.Rows ? dots : dots + Dots<Simd256, Vector256<double>>(ref i, a, ref x) + Dots<Simd64, double>(ref i, a, ref x);
    }

    /// <summary>y becomes y + Aw; returns Aᵀx.</summary>
    internal static Vector256<double> AddAndDots(Block a, Vector256<double> w, ref double y, ref double x)
    {
        nint i = 0;
        var dots = Vector256<double>.Zero;
        if (HasHead(a, out var head))
        {
            dots = AddAndDots<Simd256, Vector256<double>>(ref i, head, w, ref y, ref x) + AddAndDots<Simd64, double>(ref i, head, w, ref y, ref x);
        }

        if (Vector512.IsHardwareAccelerated)
        {
            dots += AddAndDots<Simd512, Vector512<double>>(ref i, a, w, ref y, ref x);
        }

        return i == a.Rows
            ? dots
            : dots + AddAndDots<Simd256, Vector256<double>>(ref i, a, w, ref y, ref x) + AddAndDots<Simd64, double>(ref i, a, w, ref y, ref x);
    }

    private static bool HasHead(Block a, out Block head)
    {
        head = a.Rows >= LongRows ? a.Part(0, a.RowsToAligned, 0, Columns) : default;
        return head.Rows > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TSimd, TVector>(ref nint row, Block a, Vector256<double> w, ref double y)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var i = row;
        var end = a.Rows - TSimd.Width;
        if (i > end)
        {
            return;
        }

        ref var a0 = ref a.First;
        ref var a1 = ref a[0, 1];
        ref var a2 = ref a[0, 2];
        ref var a3 = ref a[0, 3];
        var (w0, w1, w2, w3) = (TSimd.Broadcast(w[0]), TSimd.Broadcast(w[1]), TSimd.Broadcast(w[2]), TSimd.Broadcast(w[3]));
        for (; i <= end; i += TSimd.Width)
        {
            var sum = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a0, i)), w0, TSimd.Load(ref Unsafe.Add(ref y, i)));
            sum = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a1, i)), w1, sum);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a2, i)), w2, sum);
            sum = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a3, i)), w3, sum);
            TSimd.Store(sum, ref Unsafe.Add(ref y, i));
        }

        row = i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double> Dots<TSimd, TVector>(ref nint row, Block a, ref double x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var i = row;
        var end = a.Rows - TSimd.Width;
        if (i > end)
        {
            return Vector256<double>.Zero;
        }

        ref var a0 = ref a.First;
        ref var a1 = ref a[0, 1];
        ref var a2 = ref a[0, 2];
        ref var a3 = ref a[0, 3];
        TVector d0 = default, d1 = default, d2 = default, d3 = default;
        for (; i <= end; i += TSimd.Width)
        {
            var value = TSimd.Load(ref Unsafe.Add(ref x, i));
            d0 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a0, i)), value, d0);
            d1 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a1, i)), value, d1);
            d2 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a2, i)), value, d2);
            d3 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a3, i)), value, d3);
        }

        row = i;
        return TSimd.Sums(d0, d1, d2, d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<double> AddAndDots<TSimd, TVector>(ref nint row, Block a, Vector256<double> w, ref double y, ref double x)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var i = row;
        var end = a.Rows - TSimd.Width;
        if (i > end)
        {
            return Vector256<double>.Zero;
        }

        ref var a0 = ref a.First;
        ref var a1 = ref a[0, 1];
        ref var a2 = ref a[0, 2];
        ref var a3 = ref a[0, 3];
        var (w0, w1, w2, w3) = (TSimd.Broadcast(w[0]), TSimd.Broadcast(w[1]), TSimd.Broadcast(w[2]), TSimd.Broadcast(w[3]));
        TVector d0 = default, d1 = default, d2 = default, d3 = default;
        for (; i <= end; i += TSimd.Width)
        {
            var value = TSimd.Load(ref Unsafe.Add(ref x, i));
            var sum = TSimd.Load(ref Unsafe.Add(ref y, i));
            var entry = TSimd.Load(ref Unsafe.Add(ref a0, i));
            sum = TSimd.MultiplyAdd(entry, w0, sum);
            d0 = TSimd.MultiplyAdd(entry, value, d0);
            entry = TSimd.Load(ref Unsafe.Add(ref a1, i));
            sum = TSimd.MultiplyAdd(entry, w1, sum);
            d1 = TSimd.MultiplyAdd(entry, value, d1);
            entry = TSimd.Load(ref Unsafe.Add(ref a2, i));
            sum = TSimd.MultiplyAdd(entry, w2, sum);
            d2 = TSimd.MultiplyAdd(entry, value, d2);
            entry = TSimd.Load(ref Unsafe.Add(ref a3, i));
            sum = TSimd.MultiplyAdd(entry, w3, sum);
            d3 = TSimd.MultiplyAdd(entry, value, d3);
            TSimd.Store(sum, ref Unsafe.Add(ref y, i));
        }

        row = i;
        return TSimd.Sums(d0, d1, d2, d3);
    }
}
