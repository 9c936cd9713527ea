using System.Numerics.Tensors;

namespace GradGen;

/// <summary>
/// The factorization PA = LU in place with partial pivoting, by halves of the columns: most of its work is products of large blocks
/// (Toledo, SIAM Journal on Matrix Analysis and Applications 18, 1997).
/// </summary>
internal static class LuElimination
{
    private const int Small = TriangularPanel.Columns;

    /// <summary>A, m×n with m ≥ n, becomes L below its diagonal and U on it and above.</summary>
    /// <param name="a">A.</param>
    /// <param name="swaps">For every column the row that was swapped with the row of the same number.</param>
    internal static void Factorize(Block a, Span<int> swaps)
    {
        var n = a.Columns;
        if (n <= Small)
        {
            FactorizeSmall(a, swaps);
            return;
        }

        var half = Triangular.Half(n);
        var (rest, m) = (n - half, a.Rows);
        var left = a.Part(0, m, 0, half);
        var right = a.Part(0, m, half, rest);
        Factorize(left, swaps[..half]);
        SwapRows(right, swaps[..half]);
        new Triangular(a.Part(0, half, 0, half), lower: true, unitDiagonal: true).SolveLeft(a.Part(0, half, half, rest), transpose: false);
        var trailing = a.Part(half, m - half, half, rest);
        MatrixProduct.Multiply(-1.0, a.Part(half, m - half, 0, half), false, a.Part(0, half, half, rest), false, 1.0, trailing);
        Factorize(trailing, swaps[half..n]);
        SwapRows(a.Part(half, m - half, 0, half), swaps[half..n]);
        foreach (ref var swap in swaps[half..n])
        {
            swap += half;
        }
    }

    private static void FactorizeSmall(Block a, Span<int> swaps)
    {
        var (m, n) = (a.Rows, a.Columns);
        for (var k = 0; k < n; k++)
        {
            var column = a.Column(k);
            var pivot = k + TensorPrimitives.IndexOfMaxMagnitude<double>(column[k..]);
            swaps[k] = pivot;
            if (pivot != k)
            {
                for (var j = 0; j < n; j++)
                {
                    (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
                }
            }

            // Of a column of zeros there is nothing to eliminate.
            if (column[k] == 0.0)
            {
                continue;
            }

            var multipliers = column[(k + 1)..];
            TensorPrimitives.Divide(multipliers, column[k], multipliers);
            for (var j = k + 1; j < n; j++)
            {
                var below = a.Column(j)[(k + 1)..m];
                TensorPrimitives.MultiplyAdd(multipliers, -a[k, j], below, below);
            }
        }
    }

    // Column by column, so that each is passed over once in the cache.
    private static void SwapRows(Block a, ReadOnlySpan<int> swaps)
    {
        for (var j = 0; j < a.Columns; j++)
        {
            var column = a.Column(j);
            for (var k = 0; k < swaps.Length; k++)
            {
                (column[k], column[swaps[k]]) = (column[swaps[k]], column[k]);
            }
        }
    }
}
