using MathNet.Numerics.LinearAlgebra.Double;

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
        return OfTransposedBlocks(a, OfBlocks(b, x, a.ColumnCount), b.RowCount);
    }

    /// <inheritdoc cref="KroneckerMultiply(Matrix, Matrix, Matrix)"/>
    public static Vector KroneckerMultiply(Matrix a, Matrix b, Vector x) => OnlyColumn(KroneckerMultiply(a, b, AsOneColumn(x)));

    /// <summary>(I ⊗ B)X.</summary>
    /// <param name="size">n of the n×n identity.</param>
    /// <param name="b">B, p×q.</param>
    /// <param name="x">X, nq×r.</param>
    /// <returns>The product, np×r.</returns>
    /// <exception cref="ArgumentException">X has not nq rows.</exception>
    public static Matrix IdentityKroneckerMultiply(int size, Matrix b, Matrix x)
    {
        Guard.Exactly("(I ⊗ B) * X", "X", "rows", x.RowCount, size * b.ColumnCount);
        return OfBlocks(b, x, size);
    }

    /// <inheritdoc cref="IdentityKroneckerMultiply(int, Matrix, Matrix)"/>
    public static Vector IdentityKroneckerMultiply(int size, Matrix b, Vector x) => OnlyColumn(IdentityKroneckerMultiply(size, b, AsOneColumn(x)));

    /// <summary>(A ⊗ I)X.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="size">q of the q×q identity.</param>
    /// <param name="x">X, nq×r.</param>
    /// <returns>The product, mq×r.</returns>
    /// <exception cref="ArgumentException">X has not nq rows.</exception>
    public static Matrix KroneckerIdentityMultiply(Matrix a, int size, Matrix x)
    {
        Guard.Exactly("(A ⊗ I) * X", "X", "rows", x.RowCount, a.ColumnCount * size);
        return OfTransposedBlocks(a, x, size);
    }

    /// <inheritdoc cref="KroneckerIdentityMultiply(Matrix, int, Matrix)"/>
    public static Vector KroneckerIdentityMultiply(Matrix a, int size, Vector x) => OnlyColumn(KroneckerIdentityMultiply(a, size, AsOneColumn(x)));

    /// <summary>X(A ⊗ B).</summary>
    /// <param name="x">X, r×mp.</param>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, p×q.</param>
    /// <returns>The product, r×nq.</returns>
    /// <exception cref="ArgumentException">X has not mp columns.</exception>
    public static Matrix MultiplyKronecker(Matrix x, Matrix a, Matrix b)
    {
        Guard.Exactly("X * (A ⊗ B)", "X", "columns", x.ColumnCount, a.RowCount * b.RowCount);
        return OfBlocksOnRight(OfBlocksOfColumns(x, a, b.RowCount), b, a.ColumnCount);
    }

    /// <summary>X(I ⊗ B).</summary>
    /// <param name="x">X, r×mp.</param>
    /// <param name="size">m of the m×m identity.</param>
    /// <param name="b">B, p×q.</param>
    /// <returns>The product, r×mq.</returns>
    /// <exception cref="ArgumentException">X has not mp columns.</exception>
    public static Matrix MultiplyIdentityKronecker(Matrix x, int size, Matrix b)
    {
        Guard.Exactly("X * (I ⊗ B)", "X", "columns", x.ColumnCount, size * b.RowCount);
        return OfBlocksOnRight(x, b, size);
    }

    /// <summary>X(A ⊗ I).</summary>
    /// <param name="x">X, r×mp.</param>
    /// <param name="a">A, m×n.</param>
    /// <param name="size">p of the p×p identity.</param>
    /// <returns>The product, r×np.</returns>
    /// <exception cref="ArgumentException">X has not mp columns.</exception>
    public static Matrix MultiplyKroneckerIdentity(Matrix x, Matrix a, int size)
    {
        Guard.Exactly("X * (A ⊗ I)", "X", "columns", x.ColumnCount, a.RowCount * size);
        return OfBlocksOfColumns(x, a, size);
    }

    // By columns, the blocks of X one below the other are blocks of columns side by side: one product for all.
    private static DenseMatrix OfBlocks(Matrix b, Matrix x, int count)
    {
        var result = Dense.NewMatrix(count * b.RowCount, x.ColumnCount);
        MatrixProduct.Multiply(1.0, WholeBlock(b), false, new Block(Stored.All(x.Storage), b.ColumnCount, count * x.ColumnCount), false, 0.0,
            new Block(result.Values, b.RowCount, count * x.ColumnCount));
        return result;
    }

    // Of a column vec Y of X it makes vec(YAᵀ).
    private static Matrix OfTransposedBlocks(Matrix a, Matrix x, int size)
    {
        var result = Dense.NewMatrix(a.RowCount * size, x.ColumnCount);
        var left = WholeBlock(a);
        var from = WholeBlock(x);
        var to = Dense.BlockOf(result);
        for (var k = 0; k < x.ColumnCount; k++)
        {
            MatrixProduct.Multiply(1.0, new Block(ref from[0, k], size, a.ColumnCount, size), false, left, true, 0.0,
                new Block(ref to[0, k], size, a.RowCount, size));
        }

        return result;
    }

    // A block of columns of X is one column of its entries.
    private static Matrix OfBlocksOfColumns(Matrix x, Matrix a, int size)
    {
        var (rows, result) = (x.RowCount * size, Dense.NewMatrix(x.RowCount, a.ColumnCount * size));
        MatrixProduct.Multiply(1.0, new Block(Stored.All(x.Storage), rows, a.RowCount), false, WholeBlock(a), false, 0.0,
            new Block(result.Values, rows, a.ColumnCount));
        return result;
    }

    private static Matrix OfBlocksOnRight(Matrix x, Matrix b, int count)
    {
        var result = Dense.NewMatrix(x.RowCount, count * b.ColumnCount);
        var right = WholeBlock(b);
        var from = WholeBlock(x);
        var to = Dense.BlockOf(result);
        for (var k = 0; k < count; k++)
        {
            MatrixProduct.Multiply(1.0, from.Part(0, x.RowCount, k * b.RowCount, b.RowCount), false, right, false, 0.0,
                to.Part(0, x.RowCount, k * b.ColumnCount, b.ColumnCount));
        }

        return result;
    }

    private static Block WholeBlock(Matrix x) => new(Stored.All(x.Storage), x.RowCount, x.ColumnCount);

    private static Matrix AsOneColumn(Vector x)
    {
        var column = Dense.NewMatrix(x.Count, 1);
        Stored.All(x.Storage).CopyTo(column.Values, 0);
        return column;
    }

    private static Vector OnlyColumn(Matrix x) => Dense.Copy(x.Storage.DenseEntries());
}
