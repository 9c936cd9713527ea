using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using Skipping = MathNet.Numerics.LinearAlgebra.Zeros;

namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The columns of a matrix below each other.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>vec(X), mn.</returns>
    public static Vector Vec(Matrix x) =>
        x.Storage.DenseEntries() is { } entries ? Dense.Copy(entries) : SparseVec(x.Storage, x.RowCount);

    /// <summary>The matrix whose columns are below each other in a vector, the inverse of <see cref="Vec"/>.</summary>
    /// <param name="x">x, mn.</param>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <returns>X with vec(X) = x, m×n.</returns>
    /// <exception cref="ArgumentException">x has not mn entries.</exception>
    public static Matrix Unvec(Vector x, int m, int n)
    {
        Guard.Exactly("Unvec", "the vector", "entries", x.Count, checked(m * n));
        return x.Storage.DenseEntries() is { } entries
            ? Unstacked(entries, m, n)
            : SparseUnvec(x.Storage, m, n);
    }

    /// <summary>The Kronecker product A ⊗ B, the block matrix of the AᵢⱼB.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, p×q.</param>
    /// <returns>A ⊗ B, mp×nq.</returns>
    public static Matrix Kron(Matrix a, Matrix b)
    {
        if (a.Storage.DenseEntries() is not { } left || b.Storage.DenseEntries() is not { } right)
        {
            return a.Storage.KroneckerProduct(b.Storage);
        }

        var (m, n, p, q) = (a.RowCount, a.ColumnCount, b.RowCount, b.ColumnCount);
        var product = Dense.NewMatrix(checked(m * p), checked(n * q));
        var start = 0;
        for (var j = 0; j < n; j++)
        {
            for (var l = 0; l < q; l++)
            {
                for (var i = 0; i < m; i++)
                {
                    TensorPrimitives.Multiply(right.AsSpan(l * p, p), left[(j * m) + i], product.Values.AsSpan(start, p));
                    start += p;
                }
            }
        }

        return product;
    }

    /// <summary>The matrices beside each other, [A B …].</summary>
    /// <param name="parts">At least one matrix, all of m rows.</param>
    /// <returns>The matrix of m rows and the columns of all.</returns>
    /// <exception cref="ArgumentException">There is no matrix, or two differ in their number of rows.</exception>
    public static Matrix HorizontalConcat(params Matrix[] parts)
    {
        Require.Parts("HorizontalConcat", "matrix", "rows", parts, part => part.RowCount);
        var frame = Frame(parts, parts[0].RowCount, Total(parts, part => part.ColumnCount));
        var column = 0;
        foreach (var part in parts)
        {
            Place(frame, 0, column, part);
            column += part.ColumnCount;
        }

        return frame;
    }

    /// <summary>The columns beside each other, [x y …].</summary>
    /// <param name="parts">At least one column, all of m entries.</param>
    /// <returns>The matrix of these columns, dense.</returns>
    /// <exception cref="ArgumentException">There is no column, or two differ in length.</exception>
    public static Matrix HorizontalConcat(params Vector[] parts)
    {
        Require.Parts("HorizontalConcat", "vector", "entries", parts, part => part.Count);
        return Dense.OfColumns(parts);
    }

    /// <summary>The matrices below each other.</summary>
    /// <param name="parts">At least one matrix, all of n columns.</param>
    /// <returns>The matrix of the rows of all and n columns.</returns>
    /// <exception cref="ArgumentException">There is no matrix, or two differ in their number of columns.</exception>
    public static Matrix VerticalConcat(params Matrix[] parts)
    {
        Require.Parts("VerticalConcat", "matrix", "columns", parts, part => part.ColumnCount);
        var frame = Frame(parts, Total(parts, part => part.RowCount), parts[0].ColumnCount);
        var row = 0;
        foreach (var part in parts)
        {
            Place(frame, row, 0, part);
            row += part.RowCount;
        }

        return frame;
    }

    /// <summary>The columns below each other.</summary>
    /// <param name="parts">At least one column.</param>
    /// <returns>The column of all entries, dense.</returns>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public static Vector VerticalConcat(params Vector[] parts)
    {
        Require.NotEmpty("VerticalConcat", "vector", parts);
        var count = 0;
        foreach (var part in parts)
        {
            count = checked(count + part.Count);
        }

        var result = Dense.NewVector(count);
        var start = 0;
        foreach (var part in parts)
        {
            Stored.All(part.Storage).CopyTo(result.Values, start);
            start += part.Count;
        }

        return result;
    }

    /// <summary>A part of a matrix, copied; the arguments are in MathNet's order.</summary>
    /// <param name="x">X.</param>
    /// <param name="row">The first row, counted from 0.</param>
    /// <param name="rows">The number of rows m.</param>
    /// <param name="column">The first column, counted from 0.</param>
    /// <param name="columns">The number of columns n.</param>
    /// <returns>The part, m×n.</returns>
    /// <exception cref="ArgumentException">The part is not within X.</exception>
    public static Matrix SubMatrix(Matrix x, int row, int rows, int column, int columns)
    {
        Require.Within("SubMatrix", "rows", row, rows, x.RowCount);
        Require.Within("SubMatrix", "columns", column, columns, x.ColumnCount);
        return x.Storage.DenseEntries() is { } entries
            ? Block(entries, x.RowCount, row, rows, column, columns)
            : rows == 0 || columns == 0 ? Zeros(rows, columns) : x.Storage.SubMatrix(row, rows, column, columns);
    }

    /// <summary>A part of a vector, copied.</summary>
    /// <param name="x">x.</param>
    /// <param name="index">The first entry, counted from 0.</param>
    /// <param name="count">The number of entries n.</param>
    /// <returns>The part, n.</returns>
    /// <exception cref="ArgumentException">The part is not within x.</exception>
    public static Vector SubVector(Vector x, int index, int count)
    {
        Require.Within("SubVector", "entries", index, count, x.Count);
        return x.Storage.DenseEntries() is { } entries
            ? Dense.Copy(entries.AsSpan(index, count))
            : count == 0 ? Zeros(0) : x.Storage.SubVector(index, count);
    }

    private static Vector<double> SparseVec(Matrix<double> x, int m) => Vector<double>.Build.SparseOfIndexed(
        checked(m * x.ColumnCount),
        x.EnumerateIndexed(Skipping.AllowSkip).Select(entry => ((entry.Item2 * m) + entry.Item1, entry.Item3)));

    private static Matrix<double> SparseUnvec(Vector<double> x, int m, int n) => Matrix<double>.Build.SparseOfIndexed(
        m,
        n,
        x.EnumerateIndexed(Skipping.AllowSkip).Select(entry => (entry.Item1 % m, entry.Item1 / m, entry.Item2)));

    private static Matrix<double> Unstacked(ReadOnlySpan<double> entries, int m, int n)
    {
        var result = Dense.NewMatrix(m, n);
        entries.CopyTo(result.Values);
        return result;
    }

    private static Matrix<double> Block(ReadOnlySpan<double> entries, int m, int row, int rows, int column, int columns)
    {
        var result = Dense.NewMatrix(rows, columns);
        for (var j = 0; j < columns; j++)
        {
            entries.Slice(((column + j) * m) + row, rows).CopyTo(result.Values.AsSpan(j * rows, rows));
        }

        return result;
    }

    private static int Total(Matrix[] parts, Func<Matrix, int> count)
    {
        var total = 0;
        foreach (var part in parts)
        {
            total = checked(total + count(part));
        }

        return total;
    }

    /// <summary>A matrix to set the parts into: dense unless no part is.</summary>
    private static Matrix<double> Frame(Matrix[] parts, int rows, int columns) =>
        Array.Exists(parts, part => part.Storage.Storage.IsDense)
            ? Dense.NewMatrix(rows, columns)
            : Matrix<double>.Build.Sparse(rows, columns);

    private static void Place(Matrix<double> frame, int row, int column, Matrix part)
    {
        if (part.RowCount > 0 && part.ColumnCount > 0)
        {
            frame.SetSubMatrix(row, column, part.Storage);
        }
    }
}
