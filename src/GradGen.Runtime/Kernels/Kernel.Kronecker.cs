namespace GradGen;

public static partial class Kernel
{
    /// <summary>A ⊗ I with the identity of n rows.</summary>
    /// <param name="a">A, p×q.</param>
    /// <param name="n">The number of rows of I.</param>
    /// <returns>The product, pn×qn.</returns>
    public static Matrix KroneckerIdentity(Matrix a, int n)
    {
        var (p, q, from) = (a.RowCount, a.ColumnCount, Stored.All(a.Storage));
        var result = Dense.NewZeroMatrix(checked(p * n), checked(q * n));
        var (entries, rows) = (result.Values, p * n);
        for (var j = 0; j < q; j++)
        {
            for (var l = 0; l < n; l++)
            {
                var place = (((j * n) + l) * rows) + l;
                for (var i = 0; i < p; i++) entries[place + (i * n)] = from[(j * p) + i];
            }
        }

        return result;
    }

    /// <summary>I ⊗ A with the identity of n rows: A n times along the diagonal.</summary>
    /// <param name="n">The number of rows of I.</param>
    /// <param name="a">A, p×q.</param>
    /// <returns>The product, np×nq.</returns>
    public static Matrix IdentityKronecker(int n, Matrix a)
    {
        var (p, q, from) = (a.RowCount, a.ColumnCount, Stored.All(a.Storage));
        var result = Dense.NewZeroMatrix(checked(n * p), checked(n * q));
        for (var l = 0; l < n; l++)
        {
            for (var j = 0; j < q; j++) from.AsSpan(j * p, p).CopyTo(result.Values.AsSpan((((l * q) + j) * n * p) + (l * p), p));
        }

        return result;
    }

    /// <summary>The adjoint of A in A ⊗ B: entry (i, j) is the inner product of B with block (i, j) of G.</summary>
    /// <param name="g">The adjoint G of A ⊗ B, mp×nq.</param>
    /// <param name="b">B, p×q.</param>
    /// <param name="m">The rows of A, which nothing else tells where B has no rows.</param>
    /// <param name="n">The columns of A.</param>
    /// <returns>The adjoint of A, m×n.</returns>
    /// <exception cref="ArgumentException">G is not mp×nq.</exception>
    public static Matrix KroneckerAdjointLeft(Matrix g, Matrix b, int m, int n)
    {
        RequireBlocks("the adjoint of A ⊗ B", g, m * b.RowCount, n * b.ColumnCount);
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
    /// <param name="p">The rows of B, which nothing else tells where A has no rows.</param>
    /// <param name="q">The columns of B.</param>
    /// <returns>The adjoint of B, p×q.</returns>
    /// <exception cref="ArgumentException">G is not mp×nq.</exception>
    public static Matrix KroneckerAdjointRight(Matrix g, Matrix a, int p, int q)
    {
        RequireBlocks("the adjoint of A ⊗ B", g, a.RowCount * p, a.ColumnCount * q);
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
    /// <exception cref="ArgumentException">G is not mp×nq.</exception>
    public static Matrix Rearrangement(Matrix g, int m, int n, int p, int q)
    {
        RequireBlocks("Rearrangement", g, m * p, n * q);
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

    private static void RequireBlocks(string operation, Matrix g, int rows, int columns)
    {
        Guard.Exactly(operation, "the matrix", "rows", g.RowCount, rows);
        Guard.Exactly(operation, "the matrix", "columns", g.ColumnCount, columns);
    }
}
