using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

public static partial class Kernel
{
    /// <summary>How an item of a list becomes a column.</summary>
    private interface IPacking<T>
    {
        static abstract Vector<double> StorageOf(T item);
    }

    /// <summary>The first items of a list as a vector.</summary>
    /// <param name="list">The list.</param>
    /// <param name="count">The number of items n.</param>
    /// <returns>The vector of n entries.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The list has fewer items.</exception>
    public static Vector Packed(IReadOnlyList<double> list, int count)
    {
        var result = Dense.NewVector(count);
        First(list, count).CopyTo(result.Values);
        return result;
    }

    /// <inheritdoc cref="Packed(IReadOnlyList{double}, int)"/>
    public static Vector Packed(IReadOnlyList<int> list, int count)
    {
        var items = First(list, count);
        var result = Dense.NewVector(count);
        for (var i = 0; i < count; i++)
        {
            result.Values[i] = items[i];
        }

        return result;
    }

    /// <summary>The first items of a list as the columns of a matrix.</summary>
    /// <param name="list">The list of columns of m entries.</param>
    /// <param name="count">The number of items n.</param>
    /// <param name="size">m.</param>
    /// <returns>The matrix, m×n, dense.</returns>
    /// <exception cref="ArgumentException">An item has another size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The list has fewer items.</exception>
    public static Matrix Packed(IReadOnlyList<Vector> list, int count, int size) => Packed<Vector, Column>(First(list, count), size, default);

    /// <inheritdoc cref="Packed(IReadOnlyList{Vector}, int, int)"/>
    public static Matrix Packed(IReadOnlyList<RowVector> list, int count, int size) => Packed<RowVector, Row>(First(list, count), size, default);

    /// <summary>The first items of a list, to each of which v is added, as the columns of a matrix.</summary>
    /// <param name="list">The list of columns of m entries.</param>
    /// <param name="count">The number of items n.</param>
    /// <param name="v">v, m.</param>
    /// <returns>The matrix, m×n, dense.</returns>
    /// <exception cref="ArgumentException">An item has another size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The list has fewer items.</exception>
    public static Matrix PackedSums(IReadOnlyList<Vector> list, int count, Vector v) => Packed<Vector, Column>(First(list, count), v.Count, Stored.All(v.Storage));

    /// <inheritdoc cref="PackedSums(IReadOnlyList{Vector}, int, Vector)"/>
    public static Matrix PackedSums(IReadOnlyList<RowVector> list, int count, Vector v) => Packed<RowVector, Row>(First(list, count), v.Count, Stored.All(v.Storage));

    /// <summary>X + v1ᵀ: v added to each column.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="v">v, m.</param>
    /// <returns>The sum, m×n, dense.</returns>
    /// <exception cref="ArgumentException">v has not as many entries as X has rows.</exception>
    public static Matrix AddToColumns(Matrix x, Vector v)
    {
        Guard.Same("X + v1ᵀ", "X", "rows", x.RowCount, "v", "entries", v.Count);
        var (m, from, shift) = (x.RowCount, Stored.All(x.Storage), Stored.All(v.Storage));
        var result = Dense.NewMatrix(m, x.ColumnCount);
        for (var start = 0; start < from.Length; start += m)
        {
            ShortColumn.Add(from.AsSpan(start, m), shift, result.Values.AsSpan(start, m));
        }

        return result;
    }

    private static DenseMatrix Packed<T, TPacking>(ReadOnlySpan<T> items, int size, ReadOnlySpan<double> shift)
        where TPacking : struct, IPacking<T>
    {
        var result = Dense.NewMatrix(size, items.Length);
        Pack<T, TPacking>(items, shift, Dense.BlockOf(result));
        return result;
    }

    /// <summary>Writes items as columns, each with the shift added where there is one.</summary>
    private static void Pack<T, TPacking>(ReadOnlySpan<T> items, ReadOnlySpan<double> shift, Block block)
        where TPacking : struct, IPacking<T>
    {
        for (var j = 0; j < items.Length; j++)
        {
            var entries = Stored.All(TPacking.StorageOf(items[j]));
            var column = block.Column(j);
            Guard.Exactly("the list", "an item", "entries", entries.Length, column.Length);
            if (shift.IsEmpty)
            {
                entries.CopyTo(column);
            }
            else
            {
                ShortColumn.Add(entries, shift, column);
            }
        }
    }

    private readonly struct Column : IPacking<Vector>
    {
        public static Vector<double> StorageOf(Vector item) => item.Storage;
    }

    private readonly struct Row : IPacking<RowVector>
    {
        public static Vector<double> StorageOf(RowVector item) => item.Storage;
    }
}
