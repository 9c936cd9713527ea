using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

public static partial class Kernel
{
    /// <summary>A copy with storage of its own, of the same kind.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The copy, n.</returns>
    public static Vector Copy(Vector x) => x.Storage.DenseEntries() is { } entries ? Dense.Copy(entries) : x.Storage.Clone();

    /// <inheritdoc cref="Copy(Vector)"/>
    public static RowVector Copy(RowVector x) => Copy(x.T).T;

    /// <summary>A copy with storage of its own: sparse of sparse and of diagonal storage, so that every entry of it can be written.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The copy, m×n.</returns>
    public static Matrix Copy(Matrix x) =>
        x.Storage.Storage.IsDense ? Dense.Copy(x.Storage) : x.Storage.Storage.IsFullyMutable ? x.Storage.Clone() : Stored.Open(x.Storage);

    /// <summary>Writes a vector into the storage of another.</summary>
    /// <param name="source">What to write, n.</param>
    /// <param name="destination">Where to write it, n.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void CopyTo(Vector source, Vector destination)
    {
        Guard.Same("CopyTo", "the source", "entries", source.Count, "the destination", "entries", destination.Count);
        if (source.Storage.DenseEntries() is { } entries && destination.Storage.DenseEntries() is { } written)
        {
            entries.CopyTo(written.AsSpan());
            return;
        }

        source.Storage.CopyTo(destination.Storage);
    }

    /// <inheritdoc cref="CopyTo(Vector, Vector)"/>
    public static void CopyTo(RowVector source, RowVector destination) => CopyTo(source.T, destination.T);

    /// <summary>Writes a matrix into the storage of another.</summary>
    /// <param name="source">What to write, m×n.</param>
    /// <param name="destination">Where to write it, m×n.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void CopyTo(Matrix source, Matrix destination)
    {
        Guard.Same("CopyTo", "the source", "rows", source.RowCount, "the destination", "rows", destination.RowCount);
        Guard.Same("CopyTo", "the source", "columns", source.ColumnCount, "the destination", "columns", destination.ColumnCount);
        if (source.Storage.DenseEntries() is { } entries && destination.Storage.DenseEntries() is { } written)
        {
            entries.CopyTo(written.AsSpan());
            return;
        }

        source.Storage.CopyTo(destination.Storage);
    }

    /// <summary>Adds c·term to the accumulator, in its storage.</summary>
    /// <param name="accumulator">What to add to, n.</param>
    /// <param name="c">c.</param>
    /// <param name="term">What to add, n.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Accumulate(Vector accumulator, double c, Vector term)
    {
        Guard.Same("Accumulate", "the accumulator", "entries", accumulator.Count, "the term", "entries", term.Count);
        if (accumulator.Storage.DenseEntries() is not { } sum)
        {
            accumulator.Storage.Add(c * term.Storage, accumulator.Storage);
        }
        else if (term.Storage.DenseEntries() is { } entries)
        {
            Arithmetic.MultiplyAdd(entries, c, sum, sum);
        }
        else
        {
            foreach (var (i, entry) in term.Storage.EnumerateIndexed(Zeros.AllowSkip))
            {
                sum[i] += c * entry;
            }
        }
    }

    /// <inheritdoc cref="Accumulate(Vector, double, Vector)"/>
    public static void Accumulate(RowVector accumulator, double c, RowVector term) => Accumulate(accumulator.T, c, term.T);

    /// <summary>Adds c·term to the accumulator, in its storage.</summary>
    /// <param name="accumulator">What to add to, m×n.</param>
    /// <param name="c">c.</param>
    /// <param name="term">What to add, m×n.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Accumulate(Matrix accumulator, double c, Matrix term)
    {
        Guard.Same("Accumulate", "the accumulator", "rows", accumulator.RowCount, "the term", "rows", term.RowCount);
        Guard.Same("Accumulate", "the accumulator", "columns", accumulator.ColumnCount, "the term", "columns", term.ColumnCount);
        if (accumulator.Storage.DenseEntries() is not { } sum)
        {
            accumulator.Storage.Add(c * term.Storage, accumulator.Storage);
        }
        else if (term.Storage.DenseEntries() is { } entries)
        {
            Arithmetic.MultiplyAdd(entries, c, sum, sum);
        }
        else
        {
            foreach (var (i, j, entry) in term.Storage.EnumerateIndexed(Zeros.AllowSkip))
            {
                sum[(j * accumulator.RowCount) + i] += c * entry;
            }
        }
    }

    /// <summary>Adds a value to one entry of the accumulator, in its storage.</summary>
    /// <param name="accumulator">What to add to, n.</param>
    /// <param name="index">The entry, counted from 0.</param>
    /// <param name="value">What to add.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public static void AddAt(Vector accumulator, int index, double value)
    {
        if (accumulator.Storage.DenseEntries() is { } sum && (uint)index < (uint)sum.Length) sum[index] += value;
        else accumulator.Storage[index] += value;
    }

    /// <inheritdoc cref="AddAt(Vector, int, double)"/>
    public static void AddAt(RowVector accumulator, int index, double value)
    {
        if (accumulator.Storage.DenseEntries() is { } sum && (uint)index < (uint)sum.Length) sum[index] += value;
        else accumulator.Storage[index] += value;
    }

    /// <summary>Adds a value to one entry of the accumulator, in its storage.</summary>
    /// <param name="accumulator">What to add to, m×n.</param>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="column">The column, counted from 0.</param>
    /// <param name="value">What to add.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public static void AddAt(Matrix accumulator, int row, int column, double value)
    {
        if (accumulator.Storage.DenseEntries() is { } sum && (uint)row < (uint)accumulator.RowCount && (uint)column < (uint)accumulator.ColumnCount)
            sum[(column * accumulator.RowCount) + row] += value;
        else accumulator.Storage[row, column] += value;
    }

    /// <summary>Adds c·xᵀ to one row of the accumulator, in its storage.</summary>
    /// <param name="accumulator">What to add to, m×n.</param>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="c">c.</param>
    /// <param name="x">x, n.</param>
    /// <exception cref="ArgumentException">There is no such row, or the lengths differ.</exception>
    public static void AddToRow(Matrix accumulator, int row, double c, Vector x)
    {
        Guard.Same("AddToRow", "the accumulator", "columns", accumulator.ColumnCount, "the term", "entries", x.Count);
        if ((uint)row >= (uint)accumulator.RowCount) throw new ArgumentOutOfRangeException(nameof(row), row, $"AddToRow: the accumulator has {accumulator.RowCount} rows");
        var sum = DenseEntriesOf(accumulator);
        var entries = Stored.All(x.Storage);
        for (var (j, at) = (0, row); j < entries.Length; j++, at += accumulator.RowCount)
        {
            sum[at] += c * entries[j];
        }
    }

    /// <summary>Adds c·x to one column of the accumulator, in its storage.</summary>
    /// <param name="accumulator">What to add to, m×n.</param>
    /// <param name="column">The column, counted from 0.</param>
    /// <param name="c">c.</param>
    /// <param name="x">x, m.</param>
    /// <exception cref="ArgumentException">There is no such column, or the lengths differ.</exception>
    public static void AddToColumn(Matrix accumulator, int column, double c, Vector x)
    {
        Guard.Same("AddToColumn", "the accumulator", "rows", accumulator.RowCount, "the term", "entries", x.Count);
        if ((uint)column >= (uint)accumulator.ColumnCount) throw new ArgumentOutOfRangeException(nameof(column), column, $"AddToColumn: the accumulator has {accumulator.ColumnCount} columns");
        var sum = DenseEntriesOf(accumulator).AsSpan(column * accumulator.RowCount, accumulator.RowCount);
        Arithmetic.MultiplyAdd(Stored.All(x.Storage), c, sum, sum);
    }

    private static double[] DenseEntriesOf(Matrix accumulator) => EntriesOf(accumulator) ?? throw new ArgumentException("The accumulator is not dense.", nameof(accumulator));
}
