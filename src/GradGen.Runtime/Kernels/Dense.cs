using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>Dense results over an array of entries (of a matrix: by columns), and entrywise work on such arrays.</summary>
internal static class Dense
{
    internal delegate void Map(ReadOnlySpan<double> x, Span<double> result);

    internal delegate void ScalarMap(ReadOnlySpan<double> x, double c, Span<double> result);

    internal delegate void Zip(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result);

    /// <summary>An array whose entries are all about to be written.</summary>
    internal static double[] Buffer(int length) => GC.AllocateUninitializedArray<double>(length);

    internal static Vector Vector(double[] entries) => new(new DenseVector(entries));

    internal static RowVector RowVector(double[] entries) => new(new DenseVector(entries));

    internal static Matrix Matrix(int rows, int columns, double[] entries) => new(new DenseMatrix(rows, columns, entries));

    internal static Matrix Zero(int rows, int columns) => Matrix(rows, columns, new double[rows * columns]);

    internal static Matrix OfRows(RowVector[] rows)
    {
        var result = DenseMatrix.Create(rows.Length, rows[0].Count, 0.0);
        for (var i = 0; i < rows.Length; i++)
        {
            result.SetRow(i, rows[i].Storage);
        }

        return new Matrix(result);
    }

    internal static Matrix OfColumns(Vector[] columns)
    {
        var result = DenseMatrix.Create(columns[0].Count, columns.Length, 0.0);
        for (var j = 0; j < columns.Length; j++)
        {
            result.SetColumn(j, columns[j].Storage);
        }

        return new Matrix(result);
    }

    /// <summary>map(x), or null if the storage is not dense.</summary>
    internal static Vector<double>? Apply(Vector<double> x, Map map)
    {
        if (x.AsArray() is not { } entries)
        {
            return null;
        }

        var result = Buffer(entries.Length);
        map(entries, result);
        return new DenseVector(result);
    }

    /// <inheritdoc cref="Apply(Vector{double}, Map)"/>
    internal static Matrix<double>? Apply(Matrix<double> x, Map map)
    {
        if (x.AsColumnMajorArray() is not { } entries)
        {
            return null;
        }

        var result = Buffer(entries.Length);
        map(entries, result);
        return new DenseMatrix(x.RowCount, x.ColumnCount, result);
    }

    /// <summary>map(x, c), or null if the storage is not dense.</summary>
    internal static Vector<double>? Apply(Vector<double> x, double c, ScalarMap map)
    {
        if (x.AsArray() is not { } entries)
        {
            return null;
        }

        var result = Buffer(entries.Length);
        map(entries, c, result);
        return new DenseVector(result);
    }

    /// <inheritdoc cref="Apply(Vector{double}, double, ScalarMap)"/>
    internal static Matrix<double>? Apply(Matrix<double> x, double c, ScalarMap map)
    {
        if (x.AsColumnMajorArray() is not { } entries)
        {
            return null;
        }

        var result = Buffer(entries.Length);
        map(entries, c, result);
        return new DenseMatrix(x.RowCount, x.ColumnCount, result);
    }

    /// <summary>zip(x, y), or null if one storage is not dense.</summary>
    internal static Vector<double>? Apply(Vector<double> x, Vector<double> y, Zip zip)
    {
        if (x.AsArray() is not { } first || y.AsArray() is not { } second)
        {
            return null;
        }

        var result = Buffer(first.Length);
        zip(first, second, result);
        return new DenseVector(result);
    }

    /// <inheritdoc cref="Apply(Vector{double}, Vector{double}, Zip)"/>
    internal static Matrix<double>? Apply(Matrix<double> x, Matrix<double> y, Zip zip)
    {
        if (x.AsColumnMajorArray() is not { } first || y.AsColumnMajorArray() is not { } second)
        {
            return null;
        }

        var result = Buffer(first.Length);
        zip(first, second, result);
        return new DenseMatrix(x.RowCount, x.ColumnCount, result);
    }
}
