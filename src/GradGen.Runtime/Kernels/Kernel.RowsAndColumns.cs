namespace GradGen;

/// <content>Rows and columns that are all the same, and sums over them in given storage.</content>
public static partial class Kernel
{
    /// <summary>1bᵀ, a matrix of which every row is bᵀ.</summary>
    /// <param name="row">bᵀ, n.</param>
    /// <param name="rows">How many rows, m.</param>
    /// <returns>The matrix, m×n.</returns>
    public static Matrix RepeatRow(RowVector row, int rows)
    {
        var (entries, result) = (Stored.All(row.Storage), Dense.NewMatrix(rows, row.Count));
        for (var j = 0; j < entries.Length; j++)
        {
            result.Values.AsSpan(j * rows, rows).Fill(entries[j]);
        }

        return result;
    }

    /// <summary>b1ᵀ, a matrix of which every column is b.</summary>
    /// <param name="column">b, m.</param>
    /// <param name="columns">How many columns, n.</param>
    /// <returns>The matrix, m×n.</returns>
    public static Matrix RepeatColumn(Vector column, int columns)
    {
        var (entries, result) = (Stored.All(column.Storage), Dense.NewMatrix(column.Count, columns));
        for (var j = 0; j < columns; j++)
        {
            entries.CopyTo(result.Values, j * entries.Length);
        }

        return result;
    }

    /// <summary>Writes the sums of the rows, X1.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="result">Where the sums are written, m.</param>
    /// <exception cref="ArgumentException">The result has not as many entries as X has rows.</exception>
    public static void RowSumsTo(Matrix x, Vector result)
    {
        Guard.Same("RowSums", "the matrix", "rows", x.RowCount, "the destination", "entries", result.Count);
        if (x.Storage.DenseEntries() is not { } entries || result.Storage.DenseEntries() is not { } sums || sums == entries)
        {
            CopyTo(MatrixMath.RowSums(x), result);
            return;
        }

        MatrixVectorProduct.AddColumns(new Block(entries, x.RowCount, x.ColumnCount), sums);
    }

    /// <summary>Writes the sums of the columns, 1ᵀX.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="result">Where the sums are written, n.</param>
    /// <exception cref="ArgumentException">The result has not as many entries as X has columns.</exception>
    public static void ColumnSumsTo(Matrix x, RowVector result)
    {
        Guard.Same("ColumnSums", "the matrix", "columns", x.ColumnCount, "the destination", "entries", result.Count);
        if (x.Storage.DenseEntries() is not { } entries || result.Storage.DenseEntries() is not { } sums)
        {
            CopyTo(MatrixMath.ColumnSums(x), result);
            return;
        }

        // A destination in the storage of X is written where X has been read.
        for (var j = 0; j < sums.Length; j++)
        {
            sums[j] = ShortColumn.Sum(entries.AsSpan(j * x.RowCount, x.RowCount));
        }
    }
}
