using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GradGen;

/// <summary>Inverses in place of triangles, and with them of symmetric matrices, at a third of the operations of a general product each.</summary>
internal static class TriangularInverse
{
    private const int Small = TriangularPanel.Columns;

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

    /// <summary>The lower triangle M, zero above its diagonal, becomes the lower triangle of MᵀM.</summary>
    internal static void MultiplyTransposeBySelf(Block m)
    {
        var n = m.Rows;
        if (n <= Small)
        {
            Span<double> buffer = stackalloc double[Small * Small];
            var copy = Copy(m, buffer);
            MatrixProduct.MultiplyLower(1.0, copy, true, copy, false, 0.0, m);
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

    private static void InvertSmall(Block t, bool lower)
    {
        var n = t.Rows;
        for (var step = 0; step < n; step++)
        {
            // Column j of the inverse needs those entries of T on its side of the diagonal, which come last to be overwritten.
            var j = lower ? n - 1 - step : step;
            var pivot = 1.0 / t[j, j];
            var (from, to) = lower ? (j + 1, n) : (0, j);
            for (var position = 0; position < to - from; position++)
            {
                var i = lower ? to - 1 - position : from + position;
                var sum = 0.0;
                for (var k = lower ? from : i; k < (lower ? i + 1 : to); k++)
                {
                    sum += t[i, k] * t[k, j];
                }

                t[i, j] = -pivot * sum;
            }

            t[j, j] = pivot;
        }
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
