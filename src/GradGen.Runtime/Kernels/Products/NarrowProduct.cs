using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GradGen;

/// <summary>
/// Aop(B) for an A that no cache holds and a B of few columns, which takes no longer than A takes to be read: down its columns, four at a time, as memory likes it. The tiles
/// of other products would read A across its columns, of which many lie in the same lines of the cache where their length is a power of two.
/// </summary>
internal static class NarrowProduct
{
    private const int Columns = 4;

    // Of more columns the arithmetic takes longer than memory, of shorter ones the calls.
    private const int FewColumns = 16;
    private const int LongColumns = 256;
    private const long Large = 512 * 1024;

    // Columns of A so far apart, or a multiple of it, compete for the same lines of the cache, and a smaller A suffers from tiles if few columns fill them.
    private const int Collision = 256;
    private const int FewColliding = 7;
    private const long LargeColliding = 64 * 1024;

    // So much of four columns of A and of the product stays in the first cache.
    private const int EntriesAtHand = 2304;

    internal static bool IsBetter(in Block a, int columns)
    {
        var size = (long)a.Rows * a.Columns;
        return columns is > 1 and <= FewColumns && a.Rows >= LongColumns && (size > Large || (size > LargeColliding && columns <= FewColliding && a.Stride % Collision == 0));
    }

    /// <summary>C = αAop(B), or C + αAop(B).</summary>
    [SkipLocalsInit]
    internal static void Multiply(double alpha, Block a, Block b, bool transposeB, bool add, Block c)
    {
        // Parts after the first one begin lines of the cache.
        var (length, head) = (EntriesAtHand / (c.Columns + Columns) / CacheLine.Entries * CacheLine.Entries, a.RowsToAligned);
        Span<double> storage = stackalloc double[(c.Columns * (length + CacheLine.Entries)) + CacheLine.Entries];
        ref var first = ref CacheLine.Aligned(storage);
        for (var (start, end) = (0, head + length); start < a.Rows; (start, end) = (end, end + length))
        {
            var rows = Math.Min(end, a.Rows) - start;
            var sums = new Block(ref first, rows, c.Columns, length + CacheLine.Entries);
            sums.Clear();
            AddProduct(a.Part(start, rows, 0, a.Columns), b, transposeB, sums);
            for (var j = 0; j < c.Columns; j++)
            {
                var column = c.Part(start, rows, j, 1).Column(0);
                if (add)
                {
                    TensorPrimitives.MultiplyAdd(sums.Column(j), alpha, column, column);
                }
                else
                {
                    TensorPrimitives.Multiply(sums.Column(j), alpha, column);
                }
            }
        }
    }

    private static void AddProduct(Block a, Block b, bool transposeB, Block sums)
    {
        var (down, across) = transposeB ? ((nint)b.Stride, (nint)1) : (1, b.Stride);
        var p = 0;
        for (; p <= a.Columns - Columns; p += Columns)
        {
            ref var weights = ref Unsafe.Add(ref b.First, p * down);
            var part = a.Part(0, a.Rows, p, Columns);
            var j = 0;
            for (; j <= sums.Columns - Columns; j += Columns)
            {
                // What is read next from memory is asked for while this is computed.
                var isAhead = j == 0 && p <= a.Columns - (2 * Columns);
                AddTwo(part.Part(0, a.Rows, 0, 2), ref Unsafe.Add(ref weights, j * across), down, across, sums.Part(0, a.Rows, j, Columns), isAhead);
                AddTwo(part.Part(0, a.Rows, 2, 2), ref Unsafe.Add(ref weights, (2 * down) + (j * across)), down, across, sums.Part(0, a.Rows, j, Columns), isAhead);
            }

            for (; j < sums.Columns; j++)
            {
                ref var w = ref Unsafe.Add(ref weights, j * across);
                FourColumns.Add(part, Vector256.Create(w, Unsafe.Add(ref w, down), Unsafe.Add(ref w, 2 * down), Unsafe.Add(ref w, 3 * down)), ref sums[0, j]);
            }
        }

        for (; p < a.Columns; p++)
        {
            for (var j = 0; j < sums.Columns; j++)
            {
                var column = sums.Column(j);
                TensorPrimitives.MultiplyAdd(a.Column(p), Unsafe.Add(ref b.First, (p * down) + (j * across)), column, column);
            }
        }
    }

    /// <summary>Adds two columns, with weights, to each of four.</summary>
    private static void AddTwo(Block a, ref double b, nint down, nint across, Block sums, bool isAhead)
    {
        nint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            AddTwo<Simd512, Vector512<double>>(ref i, a, ref b, down, across, sums, isAhead);
        }
        else
        {
            AddTwo<Simd256, Vector256<double>>(ref i, a, ref b, down, across, sums, isAhead);
        }

        AddTwo<Simd64, double>(ref i, a, ref b, down, across, sums, isAhead: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTwo<TSimd, TVector>(ref nint row, Block a, ref double b, nint down, nint across, Block sums, bool isAhead)
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
        ref var ahead = ref isAhead ? ref a[0, Columns] : ref a0;
        ref var ahead1 = ref isAhead ? ref a[0, Columns + 1] : ref a1;
        ref var s0 = ref sums.First;
        ref var s1 = ref sums[0, 1];
        ref var s2 = ref sums[0, 2];
        ref var s3 = ref sums[0, 3];
        var (w00, w10) = (TSimd.Broadcast(b), TSimd.Broadcast(Unsafe.Add(ref b, down)));
        b = ref Unsafe.Add(ref b, across);
        var (w01, w11) = (TSimd.Broadcast(b), TSimd.Broadcast(Unsafe.Add(ref b, down)));
        b = ref Unsafe.Add(ref b, across);
        var (w02, w12) = (TSimd.Broadcast(b), TSimd.Broadcast(Unsafe.Add(ref b, down)));
        b = ref Unsafe.Add(ref b, across);
        var (w03, w13) = (TSimd.Broadcast(b), TSimd.Broadcast(Unsafe.Add(ref b, down)));
        for (; i <= end; i += TSimd.Width)
        {
            Prefetch(ref Unsafe.Add(ref ahead, i));
            Prefetch(ref Unsafe.Add(ref ahead1, i));
            var (x0, x1) = (TSimd.Load(ref Unsafe.Add(ref a0, i)), TSimd.Load(ref Unsafe.Add(ref a1, i)));
            TSimd.Store(TSimd.MultiplyAdd(x1, w10, TSimd.MultiplyAdd(x0, w00, TSimd.Load(ref Unsafe.Add(ref s0, i)))), ref Unsafe.Add(ref s0, i));
            TSimd.Store(TSimd.MultiplyAdd(x1, w11, TSimd.MultiplyAdd(x0, w01, TSimd.Load(ref Unsafe.Add(ref s1, i)))), ref Unsafe.Add(ref s1, i));
            TSimd.Store(TSimd.MultiplyAdd(x1, w12, TSimd.MultiplyAdd(x0, w02, TSimd.Load(ref Unsafe.Add(ref s2, i)))), ref Unsafe.Add(ref s2, i));
            TSimd.Store(TSimd.MultiplyAdd(x1, w13, TSimd.MultiplyAdd(x0, w03, TSimd.Load(ref Unsafe.Add(ref s3, i)))), ref Unsafe.Add(ref s3, i));
        }

        row = i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(ref double x)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref x));
        }
    }
}
