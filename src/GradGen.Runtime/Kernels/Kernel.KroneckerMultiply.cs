namespace GradGen;

/// <summary>Products with A ⊗ B that never form it, by (A ⊗ B)vec X = vec(BXAᵀ).</summary>
public static partial class Kernel
{
    /// <summary>(A ⊗ B)X.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, p×q.</param>
    /// <param name="x">X, nq×r.</param>
    /// <returns>The product, mp×r.</returns>
    /// <exception cref="ArgumentException">X has not nq rows.</exception>
    public static Matrix KroneckerMultiply(Matrix a, Matrix b, Matrix x)
    {
        Guard.Exactly("(A ⊗ B) * X", "X", "rows", x.RowCount, a.ColumnCount * b.ColumnCount);
        return KroneckerIdentityMultiply(a, OfBlocks(b, x, a.ColumnCount), b.RowCount);
    }

    /// <inheritdoc cref="KroneckerMultiply(Matrix, Matrix, Matrix)"/>
    public static Vector KroneckerMultiply(Matrix a, Matrix b, Vector x) => AsColumn(KroneckerMultiply(a, b, AsOneColumn(x)));

    /// <summary>(I ⊗ B)X.</summary>
    /// <param name="b">B, p×q.</param>
    /// <param name="x">X, nq×r.</param>
    /// <returns>The product, np×r.</returns>
    /// <exception cref="ArgumentException">The rows of X are no multiple of q.</exception>
    public static Matrix IdentityKroneckerMultiply(Matrix b, Matrix x) => OfBlocks(b, x, Blocks("(I ⊗ B) * X", "rows", x.RowCount, b.ColumnCount));

    /// <inheritdoc cref="IdentityKroneckerMultiply(Matrix, Matrix)"/>
    public static Vector IdentityKroneckerMultiply(Matrix b, Vector x) => AsColumn(IdentityKroneckerMultiply(b, AsOneColumn(x)));

    /// <summary>(A ⊗ I)X.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="x">X, nq×r.</param>
    /// <returns>The product, mq×r.</returns>
    /// <exception cref="ArgumentException">The rows of X are no multiple of n.</exception>
    public static Matrix KroneckerIdentityMultiply(Matrix a, Matrix x) =>
        KroneckerIdentityMultiply(a, x, Blocks("(A ⊗ I) * X", "rows", x.RowCount, a.ColumnCount));

    /// <inheritdoc cref="KroneckerIdentityMultiply(Matrix, Matrix)"/>
    public static Vector KroneckerIdentityMultiply(Matrix a, Vector x) => AsColumn(KroneckerIdentityMultiply(a, AsOneColumn(x)));

    /// <summary>X(A ⊗ B).</summary>
    /// <param name="x">X, r×mp.</param>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, p×q.</param>
    /// <returns>The product, r×nq.</returns>
    /// <exception cref="ArgumentException">X has not mp columns.</exception>
    public static Matrix MultiplyKronecker(Matrix x, Matrix a, Matrix b)
    {
        Guard.Exactly("X * (A ⊗ B)", "X", "columns", x.ColumnCount, a.RowCount * b.RowCount);
        return OfBlocksOnRight(MultiplyKroneckerIdentity(x, a, b.RowCount), b, a.ColumnCount);
    }

    /// <summary>X(I ⊗ B).</summary>
    /// <param name="x">X, r×mp.</param>
    /// <param name="b">B, p×q.</param>
    /// <returns>The product, r×mq.</returns>
    /// <exception cref="ArgumentException">The columns of X are no multiple of p.</exception>
    public static Matrix MultiplyIdentityKronecker(Matrix x, Matrix b) =>
        OfBlocksOnRight(x, b, Blocks("X * (I ⊗ B)", "columns", x.ColumnCount, b.RowCount));

    /// <summary>X(A ⊗ I).</summary>
    /// <param name="x">X, r×mp.</param>
    /// <param name="a">A, m×n.</param>
    /// <returns>The product, r×np.</returns>
    /// <exception cref="ArgumentException">The columns of X are no multiple of m.</exception>
    public static Matrix MultiplyKroneckerIdentity(Matrix x, Matrix a) =>
        MultiplyKroneckerIdentity(x, a, Blocks("X * (A ⊗ I)", "columns", x.ColumnCount, a.RowCount));

    // By columns, the blocks of X one below the other are blocks of columns side by side: one product for all.
    private static Matrix OfBlocks(Matrix b, Matrix x, int count) =>
        Reshaped(Multiply(b, Reshaped(x, b.ColumnCount, count * x.ColumnCount)), count * b.RowCount, x.ColumnCount);

    private static Matrix KroneckerIdentityMultiply(Matrix a, Matrix x, int size)
    {
        var from = Stored.All(x.Storage);
        var result = Dense.NewMatrix(a.RowCount * size, x.ColumnCount);
        var entries = result.Values;
        var (read, written) = (size * a.ColumnCount, size * a.RowCount);
        for (var k = 0; k < x.ColumnCount; k++)
        {
            var column = Filled(size, a.ColumnCount, from.AsSpan(k * read, read));
            Stored.All(MultiplyTranspose(column, a).Storage).CopyTo(entries, k * written);
        }

        return result;
    }

    // A block of columns of X is one column of its entries.
    private static Matrix MultiplyKroneckerIdentity(Matrix x, Matrix a, int size) =>
        Reshaped(Multiply(Reshaped(x, x.RowCount * size, a.RowCount), a), x.RowCount, a.ColumnCount * size);

    private static Matrix OfBlocksOnRight(Matrix x, Matrix b, int count)
    {
        var from = Stored.All(x.Storage);
        var result = Dense.NewMatrix(x.RowCount, count * b.ColumnCount);
        var entries = result.Values;
        var (read, written) = (x.RowCount * b.RowCount, x.RowCount * b.ColumnCount);
        for (var k = 0; k < count; k++)
        {
            var block = Filled(x.RowCount, b.RowCount, from.AsSpan(k * read, read));
            Stored.All(Multiply(block, b).Storage).CopyTo(entries, k * written);
        }

        return result;
    }

    private static Matrix Reshaped(Matrix x, int rows, int columns) => Filled(rows, columns, Stored.All(x.Storage));

    private static Matrix Filled(int rows, int columns, ReadOnlySpan<double> entries)
    {
        var result = Dense.NewMatrix(rows, columns);
        entries.CopyTo(result.Values);
        return result;
    }

    private static int Blocks(string operation, string axis, int whole, int size)
    {
        var count = size == 0 ? 0 : whole / size;
        Guard.Exactly(operation, "X", axis, whole, count * size);
        return count;
    }
}
