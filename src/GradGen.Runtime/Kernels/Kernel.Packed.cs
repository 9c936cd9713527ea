using System.Runtime.CompilerServices;

namespace GradGen;

public static partial class Kernel
{
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
    public static Matrix Packed(IReadOnlyList<Vector> list, int count, int size)
    {
        var items = First(list, count);
        var result = Dense.NewMatrix(size, count);
        for (var i = 0; i < count; i++)
        {
            Pack(items[i], result.Values.AsSpan(i * size, size));
        }

        return result;
    }

    /// <inheritdoc cref="Packed(IReadOnlyList{Vector}, int, int)"/>
    public static Matrix Packed(IReadOnlyList<RowVector> list, int count, int size)
    {
        var items = First(list, count);
        var result = Dense.NewMatrix(size, count);
        for (var i = 0; i < count; i++)
        {
            Pack(items[i].T, result.Values.AsSpan(i * size, size));
        }

        return result;
    }

    /// <summary>The first items of a list, to each of which v is added, as the columns of a matrix.</summary>
    /// <param name="list">The list of columns of m entries.</param>
    /// <param name="count">The number of items n.</param>
    /// <param name="v">v, m.</param>
    /// <returns>The matrix, m×n, dense.</returns>
    /// <exception cref="ArgumentException">An item has another size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The list has fewer items.</exception>
    public static Matrix PackedSums(IReadOnlyList<Vector> list, int count, Vector v)
    {
        var shift = Stored.All(v.Storage);
        var items = First(list, count);
        var result = Dense.NewMatrix(shift.Length, count);
        for (var i = 0; i < count; i++)
        {
            PackSum(items[i], shift, result.Values.AsSpan(i * shift.Length, shift.Length));
        }

        return result;
    }

    /// <inheritdoc cref="PackedSums(IReadOnlyList{Vector}, int, Vector)"/>
    public static Matrix PackedSums(IReadOnlyList<RowVector> list, int count, Vector v)
    {
        var shift = Stored.All(v.Storage);
        var items = First(list, count);
        var result = Dense.NewMatrix(shift.Length, count);
        for (var i = 0; i < count; i++)
        {
            PackSum(items[i].T, shift, result.Values.AsSpan(i * shift.Length, shift.Length));
        }

        return result;
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PackSum(Vector item, double[] shift, Span<double> column)
    {
        var entries = Stored.All(item.Storage);
        Guard.Exactly("the list", "an item", "entries", entries.Length, column.Length);
        ShortColumn.Add(entries, shift, column);
    }

    private static void Pack(Vector item, Span<double> column)
    {
        var entries = Stored.All(item.Storage);
        Guard.Exactly("the list", "an item", "entries", entries.Length, column.Length);
        entries.CopyTo(column);
    }
}
