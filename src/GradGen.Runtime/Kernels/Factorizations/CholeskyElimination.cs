namespace GradGen;

/// <summary>
/// The factorization A = LLᵀ in the lower triangle of A, by halves: most of its work is products of large blocks (Gustavson, IBM
/// Journal of Research and Development 41, 1997).
/// </summary>
internal static class CholeskyElimination
{
    private const int Small = TriangularPanel.Columns;

    /// <summary>The lower triangle becomes L; above the diagonal numbers are left over.</summary>
    /// <returns>The place of the first pivot that is not positive, or −1; there the elimination ends, with that pivot in its place.</returns>
    internal static int Factorize(Block a)
    {
        var n = a.Rows;
        if (n <= Small)
        {
            return FactorizeSmall(a);
        }

        var half = Triangular.Half(n);
        var leading = a.Part(0, half, 0, half);
        var failed = Factorize(leading);
        if (failed >= 0)
        {
            return failed;
        }

        var below = a.Part(half, n - half, 0, half);
        var trailing = a.Part(half, n - half, half, n - half);
        new Triangular(leading, lower: true, unitDiagonal: false).SolveRight(below, transpose: true);
        MatrixProduct.MultiplyLower(-1.0, below, false, below, true, 1.0, trailing);
        failed = Factorize(trailing);
        return failed < 0 ? failed : half + failed;
    }

    private static int FactorizeSmall(Block a)
    {
        var n = a.Rows;
        for (var k = 0; k < n; k++)
        {
            ref var pivot = ref a[k, k];
            if (!(pivot > 0.0) || double.IsInfinity(pivot))
            {
                return k;
            }

            pivot = Math.Sqrt(pivot);
            for (var i = k + 1; i < n; i++)
            {
                a[i, k] /= pivot;
            }

            for (var j = k + 1; j < n; j++)
            {
                var weight = a[j, k];
                for (var i = j; i < n; i++)
                {
                    a[i, j] -= a[i, k] * weight;
                }
            }
        }

        return -1;
    }
}
