using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>Inverses in place of triangles, and with them of symmetric matrices, at a third of the operations of a general product each.</summary>
internal static class TriangularInverse
{
    // So many rows have their entries of a column in four registers.
    private const int Small = 16;

    /// <summary>The triangle T becomes T⁻¹; the other triangle is neither read nor written.</summary>
    internal static void Invert(Block t, bool lower)
    {
        var n = t.Rows;
        if (n <= Small)
        {
            InvertSmall(t, lower);
            return;
        }

        var half = Triangular.Half(n);
        var leading = t.Part(0, half, 0, half);
        var trailing = t.Part(half, n - half, half, n - half);
        if (lower)
        {
            var below = t.Part(half, n - half, 0, half);
            new Triangular(leading, lower: true, unitDiagonal: false).SolveRight(below, transpose: false);
            new Triangular(trailing, lower: true, unitDiagonal: false).SolveLeft(below, transpose: false);
            Negate(below);
        }
        else
        {
            var beside = t.Part(0, half, half, n - half);
            new Triangular(leading, lower: false, unitDiagonal: false).SolveLeft(beside, transpose: false);
            new Triangular(trailing, lower: false, unitDiagonal: false).SolveRight(beside, transpose: false);
            Negate(beside);
        }

        Invert(leading, lower);
        Invert(trailing, lower);
    }

    /// <summary>The lower triangle M, zero above its diagonal, becomes the lower triangle of MᵀM; numbers are left over above it.</summary>
    [SkipLocalsInit]
    internal static void MultiplyTransposeBySelf(Block m)
    {
        var n = m.Rows;
        if (n <= Small)
        {
            Span<double> buffer = stackalloc double[Small * Small];
            var copy = Copy(m, buffer);
            MatrixProduct.Multiply(1.0, copy, true, copy, false, 0.0, m);
            return;
        }

        var half = Triangular.Half(n);
        var leading = m.Part(0, half, 0, half);
        var trailing = m.Part(half, n - half, half, n - half);
        var below = m.Part(half, n - half, 0, half);
        MultiplyTransposeBySelf(leading);
        MatrixProduct.MultiplyLower(1.0, below, true, below, false, 1.0, leading);
        MultiplyTransposed(trailing, below);
        MultiplyTransposeBySelf(trailing);
    }

    /// <summary>B becomes MᵀB by a lower triangle M, zero above its diagonal.</summary>
    [SkipLocalsInit]
    private static void MultiplyTransposed(Block m, Block b)
    {
        const int portion = 64;
        var n = m.Rows;
        if (n <= Small)
        {
            Span<double> buffer = stackalloc double[Small * portion];
            for (var j = 0; j < b.Columns; j += portion)
            {
                var part = b.Part(0, n, j, Math.Min(portion, b.Columns - j));
                MatrixProduct.Multiply(1.0, m, true, Copy(part, buffer), false, 0.0, part);
            }

            return;
        }

        var half = Triangular.Half(n);
        var first = b.Part(0, half, 0, b.Columns);
        var second = b.Part(half, n - half, 0, b.Columns);
        MultiplyTransposed(m.Part(0, half, 0, half), first);
        MatrixProduct.Multiply(1.0, m.Part(half, n - half, 0, half), true, second, false, 1.0, first);
        MultiplyTransposed(m.Part(half, n - half, half, n - half), second);
    }

    /// <summary>Column by column, each a sum of those before it: T⁻¹ lies apart, zero beyond its triangle, so that whole registers are added.</summary>
    [SkipLocalsInit]
    private static void InvertSmall(Block t, bool lower)
    {
        var n = t.Rows;
        Span<double> storage = stackalloc double[(Small * Small) + CacheLine.Entries];
        ref var inverse = ref CacheLine.Aligned(storage);
        for (var step = 0; step < n; step++)
        {
            var j = lower ? n - 1 - step : step;
            var (from, to) = lower ? (j + 1, n) : (0, j);
            ref var column = ref Unsafe.Add(ref inverse, j * Small);
            var pivot = 1.0 / t[j, j];
            WriteCombination(ref Unsafe.Add(ref inverse, from * Small), MemoryMarshal.CreateReadOnlySpan(ref t[from, j], to - from), -pivot, ref column);
            Unsafe.Add(ref column, j) = pivot;
        }

        for (var j = 0; j < n; j++)
        {
            for (var i = lower ? j : 0; i < (lower ? n : j + 1); i++)
            {
                t[i, j] = Unsafe.Add(ref inverse, (j * Small) + i);
            }
        }
    }

    /// <summary>y = αXw, where X has as many rows as a small triangle at most has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteCombination(ref double x, ReadOnlySpan<double> w, double alpha, ref double y)
    {
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        foreach (var entry in w)
        {
            var weight = Simd256.Broadcast(entry);
            s0 = Simd256.MultiplyAdd(Simd256.Load(ref x), weight, s0);
            s1 = Simd256.MultiplyAdd(Simd256.Load(ref Unsafe.Add(ref x, 4)), weight, s1);
            s2 = Simd256.MultiplyAdd(Simd256.Load(ref Unsafe.Add(ref x, 8)), weight, s2);
            s3 = Simd256.MultiplyAdd(Simd256.Load(ref Unsafe.Add(ref x, 12)), weight, s3);
            x = ref Unsafe.Add(ref x, Small);
        }

        Simd256.Store(s0 * alpha, ref y);
        Simd256.Store(s1 * alpha, ref Unsafe.Add(ref y, 4));
        Simd256.Store(s2 * alpha, ref Unsafe.Add(ref y, 8));
        Simd256.Store(s3 * alpha, ref Unsafe.Add(ref y, 12));
    }

    private static Block Copy(Block x, Span<double> buffer)
    {
        var copy = new Block(ref MemoryMarshal.GetReference(buffer), x.Rows, x.Columns, x.Rows);
        for (var j = 0; j < x.Columns; j++)
        {
            x.Column(j).CopyTo(copy.Column(j));
        }

        return copy;
    }

    private static void Negate(Block x)
    {
        for (var j = 0; j < x.Columns; j++)
        {
            TensorPrimitives.Negate(x.Column(j), x.Column(j));
        }
    }
}
