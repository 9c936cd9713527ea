namespace GradGen;

public static partial class Kernel
{
    /// <summary>The adjoint of A in A ⊗ B: entry (i, j) is the inner product of B with block (i, j) of G.</summary>
    /// <param name="g">The adjoint G of A ⊗ B, mp×nq.</param>
    /// <param name="b">B, p×q.</param>
    /// <returns>The adjoint of A, m×n.</returns>
    public static Matrix KroneckerAdjointLeft(Matrix g, Matrix b)
    {
        var (m, n) = BlockCounts(g, b);
        var result = MatrixMath.Zeros(m, n);
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < m; i++)
                AddAt(result, i, j, Inner(b, MatrixMath.SubMatrix(g, i * b.RowCount, b.RowCount, j * b.ColumnCount, b.ColumnCount)));
        }

        return result;
    }

    /// <summary>The adjoint of B in A ⊗ B: the sum of the blocks (i, j) of G, each times Aᵢⱼ.</summary>
    /// <param name="g">The adjoint G of A ⊗ B, mp×nq.</param>
    /// <param name="a">A, m×n.</param>
    /// <returns>The adjoint of B, p×q.</returns>
    public static Matrix KroneckerAdjointRight(Matrix g, Matrix a)
    {
        var (p, q) = BlockCounts(g, a);
        var result = MatrixMath.Zeros(p, q);
        for (var j = 0; j < a.ColumnCount; j++)
        {
            for (var i = 0; i < a.RowCount; i++)
                Accumulate(result, a[i, j], MatrixMath.SubMatrix(g, i * p, p, j * q, q));
        }

        return result;
    }

    // An empty factor has no blocks to count.
    private static (int Rows, int Columns) BlockCounts(Matrix g, Matrix factor) =>
        (factor.RowCount == 0 ? 0 : g.RowCount / factor.RowCount, factor.ColumnCount == 0 ? 0 : g.ColumnCount / factor.ColumnCount);
}
