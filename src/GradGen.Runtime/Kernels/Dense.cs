using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>Where dense results are made, of the arena in a scope of it, and entrywise work on the entries (of a matrix: by columns).</summary>
internal static class Dense
{
    internal delegate void ScalarMap(ReadOnlySpan<double> x, double c, Span<double> result);

    internal delegate void Zip(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result);

    /// <summary>A vector whose entries are all about to be written.</summary>
    internal static DenseVector NewVector(int n) =>
        Pool.Active is { } pool ? pool.Vector(n) : new DenseVector(GC.AllocateUninitializedArray<double>(n));

    /// <summary>A matrix whose entries are all about to be written.</summary>
    internal static DenseMatrix NewMatrix(int rows, int columns) => Pool.Active is { } pool
        ? pool.Matrix(rows, columns)
        : new DenseMatrix(rows, columns, GC.AllocateUninitializedArray<double>(checked(rows * columns)));

    internal static DenseVector NewFilledVector(int n, double value)
    {
        var result = NewVector(n);
        Array.Fill(result.Values, value);
        return result;
    }

    internal static DenseMatrix NewFilledMatrix(int rows, int columns, double value)
    {
        var result = NewMatrix(rows, columns);
        Array.Fill(result.Values, value);
        return result;
    }

    internal static DenseVector NewZeroVector(int n) => NewFilledVector(n, 0.0);

    internal static DenseMatrix NewZeroMatrix(int rows, int columns) => NewFilledMatrix(rows, columns, 0.0);

    internal static DenseVector Copy(ReadOnlySpan<double> entries)
    {
        var result = NewVector(entries.Length);
        entries.CopyTo(result.Values);
        return result;
    }

    /// <summary>The same entries in dense storage of its own.</summary>
    internal static DenseVector Copy(Vector<double> x)
    {
        var result = NewVector(x.Count);
        if (x.DenseEntries() is { } entries)
        {
            entries.CopyTo(result.Values.AsSpan());
            return result;
        }

        x.CopyTo(result);
        return result;
    }

    /// <inheritdoc cref="Copy(Vector{double})"/>
    internal static DenseMatrix Copy(Matrix<double> x)
    {
        var result = NewMatrix(x.RowCount, x.ColumnCount);
        if (x.DenseEntries() is { } entries)
        {
            entries.CopyTo(result.Values.AsSpan());
            return result;
        }

        x.CopyTo(result);
        return result;
    }

    internal static Block BlockOf(DenseMatrix x) => new(x.Values, x.RowCount, x.ColumnCount);

    /// <summary>The transpose, or null if the storage is not dense.</summary>
    internal static Matrix<double>? Transpose(Matrix<double> x)
    {
        if (x.DenseEntries() is not { } entries)
        {
            return null;
        }

        var result = NewMatrix(x.ColumnCount, x.RowCount);
        Transposition.Write(new Block(entries, x.RowCount, x.ColumnCount), BlockOf(result));
        return result;
    }

    internal static DenseMatrix OfRows(ReadOnlySpan<RowVector> rows)
    {
        var result = NewMatrix(rows.Length, rows[0].Count);
        for (var i = 0; i < rows.Length; i++)
        {
            result.SetRow(i, rows[i].Storage);
        }

        return result;
    }

    internal static DenseMatrix OfColumns(ReadOnlySpan<Vector> columns)
    {
        var result = NewMatrix(columns[0].Count, columns.Length);
        for (var j = 0; j < columns.Length; j++)
        {
            result.SetColumn(j, columns[j].Storage);
        }

        return result;
    }

    /// <summary>map(x), or null if the storage is not dense.</summary>
    internal static Vector<double>? Apply(Vector<double> x, EntrywiseMap map)
    {
        if (x.DenseEntries() is not { } entries)
        {
            return null;
        }

        var result = NewVector(entries.Length);
        map(entries, result.Values);
        return result;
    }

    /// <inheritdoc cref="Apply(Vector{double}, EntrywiseMap)"/>
    internal static Matrix<double>? Apply(Matrix<double> x, EntrywiseMap map)
    {
        if (x.DenseEntries() is not { } entries)
        {
            return null;
        }

        var result = NewMatrix(x.RowCount, x.ColumnCount);
        map(entries, result.Values);
        return result;
    }

    /// <summary>map(x, c), or null if the storage is not dense.</summary>
    internal static Vector<double>? Apply(Vector<double> x, double c, ScalarMap map)
    {
        if (x.DenseEntries() is not { } entries)
        {
            return null;
        }

        var result = NewVector(entries.Length);
        map(entries, c, result.Values);
        return result;
    }

    /// <inheritdoc cref="Apply(Vector{double}, double, ScalarMap)"/>
    internal static Matrix<double>? Apply(Matrix<double> x, double c, ScalarMap map)
    {
        if (x.DenseEntries() is not { } entries)
        {
            return null;
        }

        var result = NewMatrix(x.RowCount, x.ColumnCount);
        map(entries, c, result.Values);
        return result;
    }

    /// <summary>zip(x, y), or null if one storage is not dense.</summary>
    internal static Vector<double>? Apply(Vector<double> x, Vector<double> y, Zip zip)
    {
        if (x.DenseEntries() is not { } first || y.DenseEntries() is not { } second)
        {
            return null;
        }

        var result = NewVector(first.Length);
        zip(first, second, result.Values);
        return result;
    }

    /// <inheritdoc cref="Apply(Vector{double}, Vector{double}, Zip)"/>
    internal static Matrix<double>? Apply(Matrix<double> x, Matrix<double> y, Zip zip)
    {
        if (x.DenseEntries() is not { } first || y.DenseEntries() is not { } second)
        {
            return null;
        }

        var result = NewMatrix(x.RowCount, x.ColumnCount);
        zip(first, second, result.Values);
        return result;
    }
}
