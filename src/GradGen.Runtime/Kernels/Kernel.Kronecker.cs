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

    /// <summary>The matrix whose rows are the vecs of the blocks of G, the blocks by columns (Van Loan and Pitsianis, 1993).</summary>
    /// <param name="g">G, mp×nq.</param>
    /// <param name="m">The number of blocks one below the other.</param>
    /// <param name="n">The number of blocks side by side.</param>
    /// <param name="p">The number of rows of a block.</param>
    /// <param name="q">The number of columns of a block.</param>
    /// <returns>The rearranged matrix, mn×pq.</returns>
    public static Matrix Rearrangement(Matrix g, int m, int n, int p, int q)
    {
        Guard.Exactly("Rearrangement", "the matrix", "rows", g.RowCount, m * p);
        Guard.Exactly("Rearrangement", "the matrix", "columns", g.ColumnCount, n * q);
        var (count, from, result) = (m * n, Stored.All(g.Storage), Dense.NewMatrix(m * n, p * q));
        var entries = result.Values;
        for (var l = 0; l < q; l++)
        {
            for (var k = 0; k < p; k++)
            {
                for (var j = 0; j < n; j++)
                {
                    for (var i = 0; i < m; i++)
                        entries[(((l * p) + k) * count) + (j * m) + i] = from[(((j * q) + l) * m * p) + (i * p) + k];
                }
            }
        }

        return result;
    }

    // An empty factor has no blocks to count.
    private static (int Rows, int Columns) BlockCounts(Matrix g, Matrix factor) =>
        (factor.RowCount == 0 ? 0 : g.RowCount / factor.RowCount, factor.ColumnCount == 0 ? 0 : g.ColumnCount / factor.ColumnCount);
}
