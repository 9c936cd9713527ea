using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

public static partial class Kernel
{
    /// <summary>The unit column eᵢ.</summary>
    /// <param name="n">The number of entries.</param>
    /// <param name="index">i, counted from 0.</param>
    /// <returns>Zero but for a 1 at i, n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public static Vector Unit(int n, int index) => UnitEntries(n, index);

    /// <summary>The unit row eᵢᵀ.</summary>
    /// <param name="n">The number of entries.</param>
    /// <param name="index">i, counted from 0.</param>
    /// <returns>Zero but for a 1 at i, a row of n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public static RowVector UnitRow(int n, int index) => new(UnitEntries(n, index));

    /// <summary>The unit matrix Eᵢⱼ = eᵢeⱼᵀ.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <param name="row">i, counted from 0.</param>
    /// <param name="column">j, counted from 0.</param>
    /// <returns>Zero but for a 1 at (i, j), m×n.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public static Matrix UnitMatrix(int m, int n, int row, int column)
    {
        var result = Dense.NewZeroMatrix(m, n);
        result[row, column] = 1.0;
        return result;
    }

    /// <summary>eᵢrᵀ: zero but for one row.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <param name="index">i, counted from 0.</param>
    /// <param name="row">rᵀ, n.</param>
    /// <returns>The matrix, m×n.</returns>
    /// <exception cref="ArgumentException">rᵀ has not n entries, or there is no such row.</exception>
    public static Matrix PlaceRow(int m, int n, int index, RowVector row)
    {
        Guard.Exactly("PlaceRow", "the row", "entries", row.Count, n);
        var result = Dense.NewZeroMatrix(m, n);
        result.SetRow(index, row.Storage);
        return result;
    }

    /// <summary>ceⱼᵀ: zero but for one column.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <param name="index">j, counted from 0.</param>
    /// <param name="column">c, m.</param>
    /// <returns>The matrix, m×n.</returns>
    /// <exception cref="ArgumentException">c has not m entries, or there is no such column.</exception>
    public static Matrix PlaceColumn(int m, int n, int index, Vector column)
    {
        Guard.Exactly("PlaceColumn", "the column", "entries", column.Count, m);
        var result = Dense.NewZeroMatrix(m, n);
        result.SetColumn(index, column.Storage);
        return result;
    }

    /// <summary>Zero but for a block.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <param name="row">The first row of the block, counted from 0.</param>
    /// <param name="column">The first column of the block, counted from 0.</param>
    /// <param name="block">The block.</param>
    /// <returns>The matrix, m×n.</returns>
    /// <exception cref="ArgumentException">The block is not within the matrix.</exception>
    public static Matrix PlaceSubMatrix(int m, int n, int row, int column, Matrix block)
    {
        Require.Within("PlaceSubMatrix", "rows", row, block.RowCount, m);
        Require.Within("PlaceSubMatrix", "columns", column, block.ColumnCount, n);
        var result = Dense.NewZeroMatrix(m, n);
        var placed = Stored.All(block.Storage);
        for (var j = 0; j < block.ColumnCount; j++)
        {
            placed.AsSpan(j * block.RowCount, block.RowCount).CopyTo(result.Values.AsSpan(((column + j) * m) + row));
        }

        return result;
    }

    /// <summary>Zero but for a part.</summary>
    /// <param name="n">The number of entries.</param>
    /// <param name="index">The first entry of the part, counted from 0.</param>
    /// <param name="part">The part.</param>
    /// <returns>The vector, n.</returns>
    /// <exception cref="ArgumentException">The part is not within the vector.</exception>
    public static Vector PlaceSubVector(int n, int index, Vector part)
    {
        Require.Within("PlaceSubVector", "entries", index, part.Count, n);
        var result = Dense.NewZeroVector(n);
        Stored.All(part.Storage).CopyTo(result.Values, index);
        return result;
    }

    /// <summary>The commutation matrix K with K vec(X) = vec(Xᵀ) (Magnus and Neudecker, Matrix Differential Calculus, §3.7).</summary>
    /// <param name="m">The number of rows of X.</param>
    /// <param name="n">The number of columns of X.</param>
    /// <returns>K, mn×mn, dense.</returns>
    public static Matrix Commutation(int m, int n)
    {
        var size = checked(m * n);
        var result = Dense.NewZeroMatrix(size, size);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                result.Values[(((j * m) + i) * size) + (i * n) + j] = 1.0;
            }
        }

        return result;
    }

    /// <summary>The first basis vector, or nothing where there is no entry.</summary>
    /// <param name="n">The number of entries, n.</param>
    /// <returns>e₁, n.</returns>
    public static Vector First(int n) => n == 0 ? MatrixMath.Zeros(0) : new(UnitEntries(n, 0));

    private static DenseVector UnitEntries(int n, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, n);
        var result = Dense.NewZeroVector(n);
        result.Values[index] = 1.0;
        return result;
    }
}
