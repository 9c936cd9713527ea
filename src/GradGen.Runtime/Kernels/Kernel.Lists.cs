using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GradGen;

public static partial class Kernel
{
    /// <summary>As many zero vectors as a list has items, each of its item's size.</summary>
    /// <param name="list">The list.</param>
    /// <returns>The zeros.</returns>
    public static Vector[] ZerosLike(IEnumerable<Vector> list)
    {
        var items = Items(list);
        var zeros = NewArray<Vector>(items.Count);
        for (var i = 0; i < zeros.Length; i++)
        {
            zeros[i] = MatrixMath.Zeros(items[i].Count);
        }

        return zeros;
    }

    /// <inheritdoc cref="ZerosLike(IEnumerable{Vector})"/>
    public static RowVector[] ZerosLike(IEnumerable<RowVector> list)
    {
        var items = Items(list);
        var zeros = NewArray<RowVector>(items.Count);
        for (var i = 0; i < zeros.Length; i++)
        {
            zeros[i] = MatrixMath.Zeros(items[i].Count).T;
        }

        return zeros;
    }

    /// <summary>As many zero matrices as a list has items, each of its item's shape.</summary>
    /// <param name="list">The list.</param>
    /// <returns>The zeros.</returns>
    public static Matrix[] ZerosLike(IEnumerable<Matrix> list)
    {
        var items = Items(list);
        var zeros = NewArray<Matrix>(items.Count);
        for (var i = 0; i < zeros.Length; i++)
        {
            zeros[i] = MatrixMath.Zeros(items[i].RowCount, items[i].ColumnCount);
        }

        return zeros;
    }

    /// <summary>Zeros like a list, but for one item.</summary>
    /// <param name="list">The list.</param>
    /// <param name="index">The place of the item.</param>
    /// <param name="item">The item.</param>
    /// <returns>The new list.</returns>
    public static Vector[] PlaceInList(IEnumerable<Vector> list, int index, Vector item) => Placed(ZerosLike(list), index, Copy(item));

    /// <inheritdoc cref="PlaceInList(IEnumerable{Vector}, int, Vector)"/>
    public static RowVector[] PlaceInList(IEnumerable<RowVector> list, int index, RowVector item) => Placed(ZerosLike(list), index, Copy(item));

    /// <inheritdoc cref="PlaceInList(IEnumerable{Vector}, int, Vector)"/>
    public static Matrix[] PlaceInList(IEnumerable<Matrix> list, int index, Matrix item) => Placed(ZerosLike(list), index, Copy(item));

    /// <summary>Adds to one item of a list in place.</summary>
    /// <param name="accumulator">The list.</param>
    /// <param name="index">The place of the item.</param>
    /// <param name="term">What is added.</param>
    public static void AccumulateAt(Vector[] accumulator, int index, Vector term) => Accumulate(accumulator[index], 1.0, term);

    /// <inheritdoc cref="AccumulateAt(Vector[], int, Vector)"/>
    public static void AccumulateAt(RowVector[] accumulator, int index, RowVector term) => Accumulate(accumulator[index], 1.0, term);

    /// <inheritdoc cref="AccumulateAt(Vector[], int, Vector)"/>
    public static void AccumulateAt(Matrix[] accumulator, int index, Matrix term) => Accumulate(accumulator[index], 1.0, term);

    /// <summary>Adds the items of a list to those of another, in their storage.</summary>
    /// <param name="accumulator">What to add to.</param>
    /// <param name="term">What to add, as many items of the same sizes.</param>
    public static void Accumulate(Vector[] accumulator, Vector[] term)
    {
        for (var i = 0; i < accumulator.Length; i++)
        {
            Accumulate(accumulator[i], 1.0, term[i]);
        }
    }

    /// <inheritdoc cref="Accumulate(Vector[], Vector[])"/>
    public static void Accumulate(RowVector[] accumulator, RowVector[] term)
    {
        for (var i = 0; i < accumulator.Length; i++)
        {
            Accumulate(accumulator[i], 1.0, term[i]);
        }
    }

    /// <inheritdoc cref="Accumulate(Vector[], Vector[])"/>
    public static void Accumulate(Matrix[] accumulator, Matrix[] term)
    {
        for (var i = 0; i < accumulator.Length; i++)
        {
            Accumulate(accumulator[i], 1.0, term[i]);
        }
    }

    /// <summary>An item of a list of any kind. What an unknown kind of list makes on being asked may be held by it, so the arena pauses.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="index">The place of the item, counted from 0.</param>
    /// <returns>The item.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Item<T>(IReadOnlyList<T> list, int index) => list is T[] array ? array[index] : ItemOfOther(list, index);

    /// <summary>The sums of the items of two lists of one length.</summary>
    /// <param name="x">A list.</param>
    /// <param name="y">A list.</param>
    /// <returns>The sums.</returns>
    public static Vector[] Add(Vector[] x, Vector[] y) => Combined(x, y, Add);

    /// <inheritdoc cref="Add(Vector[], Vector[])"/>
    public static RowVector[] Add(RowVector[] x, RowVector[] y) => Combined(x, y, Add);

    /// <inheritdoc cref="Add(Vector[], Vector[])"/>
    public static Matrix[] Add(Matrix[] x, Matrix[] y) => Combined(x, y, Add);

    private static T[] Combined<T>(T[] x, T[] y, Func<T, T, T> combine)
    {
        var result = NewArray<T>(Math.Min(x.Length, y.Length));
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = combine(x[i], y[i]);
        }

        return result;
    }

    private static T ItemOfOther<T>(IReadOnlyList<T> list, int index)
    {
        if (list is List<T> items)
        {
            return items[index];
        }

        using (Arena.Pause())
        {
            return list[index];
        }
    }

    /// <summary>The first items of a list, each read once.</summary>
    private static ReadOnlySpan<T> First<T>(IReadOnlyList<T> list, int count)
    {
        switch (list)
        {
            case T[] array:
                return array.AsSpan(0, count);
            case List<T> items:
                return CollectionsMarshal.AsSpan(items)[..count];
            default:
                var copy = NewArray<T>(count);
                for (var i = 0; i < count; i++)
                {
                    copy[i] = ItemOfOther(list, i);
                }

                return copy;
        }
    }

    private static IReadOnlyList<T> Items<T>(IEnumerable<T> list) => list as IReadOnlyList<T> ?? [.. list];

    private static T[] NewArray<T>(int n) => Pool.Active is { } pool ? pool.Array<T>(n) : new T[n];

    private static T[] Placed<T>(T[] list, int index, T item)
    {
        list[index] = item;
        return list;
    }
}
