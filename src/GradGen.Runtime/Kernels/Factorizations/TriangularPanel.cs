using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>Solves in place with a triangle of at most eight columns, for many right-hand sides, a register of them at a time.</summary>
internal static class TriangularPanel
{
    /// <summary>The most columns of a triangle.</summary>
    internal const int Columns = 8;

    // Right-hand sides that are columns are turned into rows in portions of this many.
    private const int Portion = 64;

    /// <summary>B, n×p, becomes op(T)⁻¹B.</summary>
    [SkipLocalsInit]
    internal static void SolveLeft(Block t, bool lower, bool unitDiagonal, bool transpose, Block b)
    {
        Span<double> buffer = stackalloc double[Columns * Portion];
        for (var j = 0; j < b.Columns; j += Portion)
        {
            var part = b.Part(0, b.Rows, j, Math.Min(Portion, b.Columns - j));
            var turned = new Block(ref MemoryMarshal.GetReference(buffer), part.Columns, part.Rows, part.Columns);
            Transposition.Write(part, turned);
            SolveRight(t, lower, unitDiagonal, !transpose, turned);
            Transposition.Write(turned, part);
        }
    }

    /// <summary>B, m×n, becomes Bop(T)⁻¹.</summary>
    internal static void SolveRight(Block t, bool lower, bool unitDiagonal, bool transpose, Block b)
    {
        // The weights of a column of the solution, one for each column solved before it, and its pivot.
        Span<double> weights = stackalloc double[Columns * Columns];
        Span<double> pivots = stackalloc double[Columns];
        var n = t.Rows;
        for (var j = 0; j < n; j++)
        {
            pivots[j] = unitDiagonal ? 1.0 : t[j, j];
            for (var k = 0; k < n; k++)
            {
                weights[(j * Columns) + k] = transpose ? -t[j, k] : -t[k, j];
            }
        }

        nint i = 0;
        var forward = lower == transpose;
        if (Vector512.IsHardwareAccelerated)
        {
            Solve<Simd512, Vector512<double>>(ref i, weights, pivots, forward, b);
        }

        Solve<Simd256, Vector256<double>>(ref i, weights, pivots, forward, b);
        Solve<Simd64, double>(ref i, weights, pivots, forward, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Solve<TSimd, TVector>(ref nint row, ReadOnlySpan<double> weights, ReadOnlySpan<double> pivots, bool forward, Block b)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var n = b.Columns;
        nint stride = b.Stride;
        ref var weight = ref MemoryMarshal.GetReference(weights);
        for (; row <= b.Rows - TSimd.Width; row += TSimd.Width)
        {
            ref var first = ref Unsafe.Add(ref b.First, row);
            for (var step = 0; step < n; step++)
            {
                var j = forward ? step : n - 1 - step;
                ref var column = ref Unsafe.Add(ref first, j * stride);
                var x = TSimd.Load(ref column);
                var (from, to) = forward ? (0, j) : (j + 1, n);
                for (var k = from; k < to; k++)
                {
                    x = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref first, k * stride)), TSimd.Broadcast(Unsafe.Add(ref weight, (j * Columns) + k)), x);
                }

                TSimd.Store(TSimd.Divide(x, TSimd.Broadcast(pivots[j])), ref column);
            }
        }
    }
}
