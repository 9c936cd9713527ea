using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// The lower triangle of XᵀDiag(w)X, every entry an inner product of contiguous columns: four weighted columns by four plain ones at once.
/// Of the weighted columns no more than these four, of a band of rows, are held at a time, on the stack.
/// </summary>
internal static class GramTile
{
    private const int Columns = 4;

    // The four columns of a band take 8 KB of the first cache.
    private const int Depth = 256;

    // With fewer rows the sums of registers cost more than the products.
    private const int FewestRows = 16;

    // Beyond these the columns are read from afar too often, and it is better to pack them; of long columns it is so later. Sixteen sums
    // need more registers than there are of the narrower kind.
    private const int Most = 128;
    private const int MostOfLong = 256;
    private const int MostOfNarrow = 32;

    internal static bool IsBetter(int rows, int columns) =>
        rows >= FewestRows && columns <= (Vector512.IsHardwareAccelerated ? Math.Clamp(rows, Most, MostOfLong) : MostOfNarrow);

    /// <summary>C = XᵀDiag(w)X; of the upper triangle, what lies next to the diagonal may change.</summary>
    internal static void Write(Block x, ReadOnlySpan<double> weights, Block c)
    {
        for (var p = 0; p < x.Rows; p += Depth)
        {
            var d = Math.Min(Depth, x.Rows - p);
            AddBand(x.Part(p, d, 0, x.Columns), weights.Slice(p, d), p > 0, c);
        }
    }

    /// <summary>C = αXᵀX, in the same way.</summary>
    internal static void Write(double alpha, Block x, Block c)
    {
        Span<double> weights = stackalloc double[Math.Min(Depth, x.Rows)];
        weights.Fill(alpha);
        for (var p = 0; p < x.Rows; p += Depth)
        {
            var d = Math.Min(Depth, x.Rows - p);
            AddBand(x.Part(p, d, 0, x.Columns), weights[..d], p > 0, c);
        }
    }

    private static void AddBand(Block x, ReadOnlySpan<double> weights, bool add, Block c)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddBand<Simd512, Vector512<double>>(x, weights, add, c);
        }
        else
        {
            AddBand<Simd256, Vector256<double>>(x, weights, add, c);
        }
    }

    [SkipLocalsInit]
    private static void AddBand<TSimd, TVector>(Block x, ReadOnlySpan<double> weights, bool add, Block c)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        Span<double> storage = stackalloc double[(Columns * Depth) + CacheLine.Entries];
        var panel = new Block(ref CacheLine.Aligned(storage), x.Rows, Columns, Depth);
        for (var i = 0; i < x.Columns; i += Columns)
        {
            var count = Math.Min(Columns, x.Columns - i);
            Scale<TSimd, TVector>(x.Part(0, x.Rows, i, count), ref MemoryMarshal.GetReference(weights), panel);
            for (var j = 0; j < i + count; j += Columns)
            {
                var columns = Math.Min(Columns, x.Columns - j);
                FourByFour<TSimd, TVector>(panel, x.Part(0, x.Rows, j, columns), add, c.Part(i, count, j, columns));
            }
        }
    }

    /// <summary>The panel becomes Diag(w)X. Where X has fewer columns, its last one stands for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale<TSimd, TVector>(Block x, ref double weights, Block panel)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        ref var x0 = ref x.First;
        ref var x1 = ref x[0, Math.Min(1, x.Columns - 1)];
        ref var x2 = ref x[0, Math.Min(2, x.Columns - 1)];
        ref var x3 = ref x[0, x.Columns - 1];
        ref var to = ref panel.First;
        nint p = 0;
        for (; p <= x.Rows - TSimd.Width; p += TSimd.Width)
        {
            var w = TSimd.Load(ref Unsafe.Add(ref weights, p));
            TSimd.Store(TSimd.Multiply(TSimd.Load(ref Unsafe.Add(ref x0, p)), w), ref Unsafe.Add(ref to, p));
            TSimd.Store(TSimd.Multiply(TSimd.Load(ref Unsafe.Add(ref x1, p)), w), ref Unsafe.Add(ref to, p + Depth));
            TSimd.Store(TSimd.Multiply(TSimd.Load(ref Unsafe.Add(ref x2, p)), w), ref Unsafe.Add(ref to, p + (2 * Depth)));
            TSimd.Store(TSimd.Multiply(TSimd.Load(ref Unsafe.Add(ref x3, p)), w), ref Unsafe.Add(ref to, p + (3 * Depth)));
        }

        for (; p < x.Rows; p++)
        {
            var w = Unsafe.Add(ref weights, p);
            Unsafe.Add(ref to, p) = Unsafe.Add(ref x0, p) * w;
            Unsafe.Add(ref to, p + Depth) = Unsafe.Add(ref x1, p) * w;
            Unsafe.Add(ref to, p + (2 * Depth)) = Unsafe.Add(ref x2, p) * w;
            Unsafe.Add(ref to, p + (3 * Depth)) = Unsafe.Add(ref x3, p) * w;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByFour<TSimd, TVector>(Block panel, Block x, bool add, Block c)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        ref var a0 = ref panel.First;
        ref var a1 = ref Unsafe.Add(ref a0, Depth);
        ref var a2 = ref Unsafe.Add(ref a0, 2 * Depth);
        ref var a3 = ref Unsafe.Add(ref a0, 3 * Depth);
        ref var b0 = ref x.First;
        ref var b1 = ref x[0, Math.Min(1, x.Columns - 1)];
        ref var b2 = ref x[0, Math.Min(2, x.Columns - 1)];
        ref var b3 = ref x[0, x.Columns - 1];
        TVector c00 = default, c10 = default, c20 = default, c30 = default, c01 = default, c11 = default, c21 = default, c31 = default;
        TVector c02 = default, c12 = default, c22 = default, c32 = default, c03 = default, c13 = default, c23 = default, c33 = default;
        nint p = 0;
        for (; p <= x.Rows - TSimd.Width; p += TSimd.Width)
        {
            var x0 = TSimd.Load(ref Unsafe.Add(ref a0, p));
            var x1 = TSimd.Load(ref Unsafe.Add(ref a1, p));
            var x2 = TSimd.Load(ref Unsafe.Add(ref a2, p));
            var x3 = TSimd.Load(ref Unsafe.Add(ref a3, p));
            var y = TSimd.Load(ref Unsafe.Add(ref b0, p));
            c00 = TSimd.MultiplyAdd(x0, y, c00);
            c10 = TSimd.MultiplyAdd(x1, y, c10);
            c20 = TSimd.MultiplyAdd(x2, y, c20);
            c30 = TSimd.MultiplyAdd(x3, y, c30);
            y = TSimd.Load(ref Unsafe.Add(ref b1, p));
            c01 = TSimd.MultiplyAdd(x0, y, c01);
            c11 = TSimd.MultiplyAdd(x1, y, c11);
            c21 = TSimd.MultiplyAdd(x2, y, c21);
            c31 = TSimd.MultiplyAdd(x3, y, c31);
            y = TSimd.Load(ref Unsafe.Add(ref b2, p));
            c02 = TSimd.MultiplyAdd(x0, y, c02);
            c12 = TSimd.MultiplyAdd(x1, y, c12);
            c22 = TSimd.MultiplyAdd(x2, y, c22);
            c32 = TSimd.MultiplyAdd(x3, y, c32);
            y = TSimd.Load(ref Unsafe.Add(ref b3, p));
            c03 = TSimd.MultiplyAdd(x0, y, c03);
            c13 = TSimd.MultiplyAdd(x1, y, c13);
            c23 = TSimd.MultiplyAdd(x2, y, c23);
            c33 = TSimd.MultiplyAdd(x3, y, c33);
        }

        var (dots0, dots1) = (TSimd.Sums(c00, c10, c20, c30), TSimd.Sums(c01, c11, c21, c31));
        var (dots2, dots3) = (TSimd.Sums(c02, c12, c22, c32), TSimd.Sums(c03, c13, c23, c33));
        for (; p < x.Rows; p++)
        {
            var entries = Vector256.Create(Unsafe.Add(ref a0, p), Unsafe.Add(ref a1, p), Unsafe.Add(ref a2, p), Unsafe.Add(ref a3, p));
            dots0 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref b0, p)), dots0);
            dots1 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref b1, p)), dots1);
            dots2 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref b2, p)), dots2);
            dots3 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref b3, p)), dots3);
        }

        Put(dots0, add, c, 0);
        Put(dots1, add, c, 1);
        Put(dots2, add, c, 2);
        Put(dots3, add, c, 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<double> dots, bool add, Block c, int column)
    {
        if (column >= c.Columns)
        {
            return;
        }

        ref var entry = ref c[0, column];
        if (c.Rows == Columns)
        {
            (add ? dots + Vector256.LoadUnsafe(ref entry) : dots).StoreUnsafe(ref entry);
            return;
        }

        for (var i = 0; i < c.Rows; i++)
        {
            ref var left = ref Unsafe.Add(ref entry, i);
            left = add ? left + dots[i] : dots[i];
        }
    }
}
