using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <summary>A matrix of doubles, m×n: a thin value over MathNet storage, converted to and from it without a copy.</summary>
public readonly struct Matrix : IEquatable<Matrix>
{
    private readonly Matrix<double>? _storage;

    internal Matrix(Matrix<double> storage) => _storage = storage;

    /// <summary>The number of rows m.</summary>
    /// <exception cref="InvalidOperationException">The matrix is a default value.</exception>
    public int RowCount => Storage.RowCount;

    /// <summary>The number of columns n.</summary>
    /// <exception cref="InvalidOperationException">The matrix is a default value.</exception>
    public int ColumnCount => Storage.ColumnCount;

    /// <summary>The transpose, n×m, with storage of its own.</summary>
    /// <exception cref="InvalidOperationException">The matrix is a default value.</exception>
    public Matrix T => new(Dense.Transpose(Storage) ?? Storage.Transpose());

    internal bool IsAssigned => _storage is not null;

    internal Matrix<double> Storage =>
        _storage ?? Unassigned();

    /// <summary>The entry in row <paramref name="row"/> and column <paramref name="column"/>, counted from 0.</summary>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="column">The column, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column] => Storage[row, column];

    /// <summary>Wraps MathNet storage without a copy.</summary>
    /// <param name="storage">The storage, dense, sparse or diagonal.</param>
    /// <exception cref="ArgumentNullException"><paramref name="storage"/> is null.</exception>
    public static implicit operator Matrix(Matrix<double> storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return new Matrix(storage);
    }

    /// <summary>The MathNet storage, without a copy.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <exception cref="InvalidOperationException">The matrix is a default value.</exception>
    public static implicit operator Matrix<double>(Matrix matrix) => matrix.Storage;

    /// <summary>X + Y of two m×n matrices.</summary>
    /// <param name="left">X, m×n.</param>
    /// <param name="right">Y, m×n.</param>
    /// <returns>The sum, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix operator +(Matrix left, Matrix right) => Kernel.Add(left, right);

    /// <summary>X − Y of two m×n matrices.</summary>
    /// <param name="left">X, m×n.</param>
    /// <param name="right">Y, m×n.</param>
    /// <returns>The difference, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix operator -(Matrix left, Matrix right) => Kernel.Subtract(left, right);

    /// <summary>−X.</summary>
    /// <param name="matrix">X, m×n.</param>
    /// <returns>The negative, m×n.</returns>
    public static Matrix operator -(Matrix matrix) => Kernel.Negate(matrix);

    /// <summary>X + c·11ᵀ: c added to every entry.</summary>
    /// <param name="matrix">X, m×n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The sum, m×n.</returns>
    public static Matrix operator +(Matrix matrix, double scalar) => Kernel.AddScalar(matrix, scalar);

    /// <summary>c·11ᵀ + X: c added to every entry.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="matrix">X, m×n.</param>
    /// <returns>The sum, m×n.</returns>
    public static Matrix operator +(double scalar, Matrix matrix) => Kernel.AddScalar(matrix, scalar);

    /// <summary>X − c·11ᵀ: c subtracted from every entry.</summary>
    /// <param name="matrix">X, m×n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The difference, m×n.</returns>
    public static Matrix operator -(Matrix matrix, double scalar) => Kernel.AddScalar(matrix, -scalar);

    /// <summary>c·11ᵀ − X: every entry subtracted from c.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="matrix">X, m×n.</param>
    /// <returns>The difference, m×n.</returns>
    public static Matrix operator -(double scalar, Matrix matrix) => Kernel.SubtractFromScalar(scalar, matrix);

    /// <summary>cX.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="matrix">X, m×n.</param>
    /// <returns>The scaled matrix, m×n.</returns>
    public static Matrix operator *(double scalar, Matrix matrix) => Kernel.Scale(scalar, matrix);

    /// <summary>Xc.</summary>
    /// <param name="matrix">X, m×n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The scaled matrix, m×n.</returns>
    public static Matrix operator *(Matrix matrix, double scalar) => Kernel.Scale(scalar, matrix);

    /// <summary>X/c.</summary>
    /// <param name="matrix">X, m×n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The scaled matrix, m×n.</returns>
    public static Matrix operator /(Matrix matrix, double scalar) => Kernel.Divide(matrix, scalar);

    /// <summary>The product AB.</summary>
    /// <param name="left">A, m×n.</param>
    /// <param name="right">B, n×p.</param>
    /// <returns>The product, m×p.</returns>
    /// <exception cref="ArgumentException">A has not as many columns as B has rows.</exception>
    public static Matrix operator *(Matrix left, Matrix right) => Kernel.Multiply(left, right);

    /// <summary>The product Ax.</summary>
    /// <param name="matrix">A, m×n.</param>
    /// <param name="vector">x, n.</param>
    /// <returns>The product, m.</returns>
    /// <exception cref="ArgumentException">A has not as many columns as x has entries.</exception>
    public static Vector operator *(Matrix matrix, Vector vector) => Kernel.Multiply(matrix, vector);

    /// <summary>The product xᵀA.</summary>
    /// <param name="row">xᵀ, m.</param>
    /// <param name="matrix">A, m×n.</param>
    /// <returns>The product, a row of n.</returns>
    /// <exception cref="ArgumentException">xᵀ has not as many entries as A has rows.</exception>
    public static RowVector operator *(RowVector row, Matrix matrix) => Kernel.Multiply(row, matrix);

    /// <summary>Whether two matrices have the same shape and the same entries.</summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">Another matrix.</param>
    public static bool operator ==(Matrix left, Matrix right) => left.Equals(right);

    /// <summary>Whether two matrices differ in shape or in an entry.</summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">Another matrix.</param>
    public static bool operator !=(Matrix left, Matrix right) => !left.Equals(right);

    /// <summary>The matrix with the given rows, dense.</summary>
    /// <param name="rows">m ≥ 1 rows of n entries each.</param>
    /// <returns>The matrix, m×n.</returns>
    /// <exception cref="ArgumentException">There is no row, or two rows differ in length.</exception>
    public static Matrix OfRows(params RowVector[] rows)
    {
        Require.Parts("Matrix.OfRows", "row", "entries", rows, row => row.Count);
        return new Matrix(Dense.OfRows(rows));
    }

    /// <summary>The matrix with the given columns, dense.</summary>
    /// <param name="columns">n ≥ 1 columns of m entries each.</param>
    /// <returns>The matrix, m×n.</returns>
    /// <exception cref="ArgumentException">There is no column, or two columns differ in length.</exception>
    public static Matrix OfColumns(params Vector[] columns)
    {
        Require.Parts("Matrix.OfColumns", "column", "entries", columns, column => column.Count);
        return new Matrix(Dense.OfColumns(columns));
    }

    /// <summary>The matrix with the entries of an array, copied.</summary>
    /// <param name="entries">The entries, m×n.</param>
    /// <returns>The matrix, m×n, dense.</returns>
    public static Matrix OfArray(double[,] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new Matrix(Matrix<double>.Build.DenseOfArray(entries));
    }

    /// <summary>A row, copied.</summary>
    /// <param name="index">The row, counted from 0.</param>
    /// <returns>The row of n entries.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public RowVector Row(int index)
    {
        if (!Storage.Storage.IsDense)
        {
            return new RowVector(Storage.Row(index));
        }

        var row = Dense.NewVector(ColumnCount);
        Storage.Row(index, row);
        return new RowVector(row);
    }

    /// <summary>A column, copied.</summary>
    /// <param name="index">The column, counted from 0.</param>
    /// <returns>The column of m entries.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public Vector Column(int index)
    {
        if (!Storage.Storage.IsDense)
        {
            return new Vector(Storage.Column(index));
        }

        var column = Dense.NewVector(RowCount);
        Storage.Column(index, column);
        return new Vector(column);
    }

    /// <summary>The MathNet storage, without a copy.</summary>
    /// <exception cref="InvalidOperationException">The matrix is a default value.</exception>
    public Matrix<double> AsMathNet() => Storage;

    /// <summary>The entries, copied, m×n.</summary>
    /// <exception cref="InvalidOperationException">The matrix is a default value.</exception>
    public double[,] ToArray() => Storage.ToArray();

    /// <summary>Whether the other matrix has the same shape and the same entries (NaN equals NaN); storage kinds do not matter.</summary>
    /// <param name="other">The other matrix.</param>
    public bool Equals(Matrix other) =>
        _storage is null || other._storage is null
            ? ReferenceEquals(_storage, other._storage)
            : Entries.Equal(_storage, other._storage);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Matrix other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _storage is null ? 0 : Entries.Hash(_storage);

    /// <summary>The entries by rows, such as <c>[1, 2; 3, 4]</c>, culture invariant; a large matrix is abbreviated.</summary>
    public override string ToString() => _storage is null ? "default(Matrix)" : Entries.Text(_storage);

    // Apart, so that what reads the storage stays small enough to be inlined.
    [DoesNotReturn]
    private static Matrix<double> Unassigned() => throw new InvalidOperationException("A default Matrix has no entries; assign it first.");
}
