using System.Runtime.InteropServices;

namespace GradGen;

/// <content>The checks of lists.</content>
public static partial class Guard
{
    private interface ISize<T>
    {
        static abstract int Of(T item);
    }

    /// <summary>Requires items of a list to agree with a dimension.</summary>
    /// <param name="method">The method whose arguments are checked.</param>
    /// <param name="first">The name of the first argument.</param>
    /// <param name="firstAxis">What is counted of it: <c>rows</c>, <c>columns</c>, <c>entries</c> or <c>elements</c>.</param>
    /// <param name="firstCount">How many the first argument has.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="axis">What is counted of an item.</param>
    /// <param name="items">The list.</param>
    /// <param name="start">The first item that is checked.</param>
    /// <param name="end">The item after the last one.</param>
    /// <exception cref="ArgumentException">An item differs; the message names it.</exception>
    public static void Same(string method, string first, string firstAxis, int firstCount, string list, string axis, IReadOnlyList<Vector> items, int start, int end) =>
        Each<Vector, EntriesOfVector>(items, start, end, new(method, first, firstAxis, firstCount, list, axis));

    /// <inheritdoc cref="Same(string, string, string, int, string, string, IReadOnlyList{Vector}, int, int)"/>
    public static void Same(string method, string first, string firstAxis, int firstCount, string list, string axis, IReadOnlyList<RowVector> items, int start, int end) =>
        Each<RowVector, EntriesOfRow>(items, start, end, new(method, first, firstAxis, firstCount, list, axis));

    /// <inheritdoc cref="Same(string, string, string, int, string, string, IReadOnlyList{Vector}, int, int)"/>
    public static void Same(string method, string first, string firstAxis, int firstCount, string list, string axis, IReadOnlyList<Matrix> items, int start, int end)
    {
        if (axis == "rows")
        {
            Each<Matrix, RowsOfMatrix>(items, start, end, new(method, first, firstAxis, firstCount, list, axis));
        }
        else
        {
            Each<Matrix, ColumnsOfMatrix>(items, start, end, new(method, first, firstAxis, firstCount, list, axis));
        }
    }

    /// <summary>Requires items of a list to have a given size.</summary>
    /// <param name="method">The method whose argument is checked.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="axis">What is counted of an item: <c>rows</c>, <c>columns</c> or <c>entries</c>.</param>
    /// <param name="required">How many it must have.</param>
    /// <param name="items">The list.</param>
    /// <param name="start">The first item that is checked.</param>
    /// <param name="end">The item after the last one.</param>
    /// <exception cref="ArgumentException">An item differs; the message names it.</exception>
    public static void Exactly(string method, string list, string axis, int required, IReadOnlyList<Vector> items, int start, int end) =>
        Each<Vector, EntriesOfVector>(items, start, end, new(method, null, null, required, list, axis));

    /// <inheritdoc cref="Exactly(string, string, string, int, IReadOnlyList{Vector}, int, int)"/>
    public static void Exactly(string method, string list, string axis, int required, IReadOnlyList<RowVector> items, int start, int end) =>
        Each<RowVector, EntriesOfRow>(items, start, end, new(method, null, null, required, list, axis));

    /// <inheritdoc cref="Exactly(string, string, string, int, IReadOnlyList{Vector}, int, int)"/>
    public static void Exactly(string method, string list, string axis, int required, IReadOnlyList<Matrix> items, int start, int end)
    {
        if (axis == "rows")
        {
            Each<Matrix, RowsOfMatrix>(items, start, end, new(method, null, null, required, list, axis));
        }
        else
        {
            Each<Matrix, ColumnsOfMatrix>(items, start, end, new(method, null, null, required, list, axis));
        }
    }

    private static void Each<T, TSize>(IReadOnlyList<T> items, int start, int end, Requirement requirement)
        where TSize : struct, ISize<T>
    {
        var known = items switch
        {
            T[] array => array,
            List<T> list => CollectionsMarshal.AsSpan(list),
            _ => default,
        };
        for (var i = start; i < end; i++)
        {
            // Beyond its end a list says so itself.
            var count = TSize.Of((uint)i < (uint)known.Length ? known[i] : Kernel.Item(items, i));
            if (count != requirement.Count)
            {
                requirement.Throw(i, count);
            }
        }
    }

    /// <summary>What an item must have: a number, as another argument has it where that is named.</summary>
    private readonly record struct Requirement(string Method, string? First, string? FirstAxis, int Count, string List, string Axis)
    {
        internal void Throw(int index, int count)
        {
            var item = $"{List}[{index}]";
            if (First is not null && FirstAxis is not null)
            {
                ThrowNotSame(Method, First, FirstAxis, Count, item, Axis, count);
            }

            ThrowNotExactly(Method, item, Axis, count, Count);
        }
    }

    private readonly struct EntriesOfVector : ISize<Vector>
    {
        public static int Of(Vector item) => item.Count;
    }

    private readonly struct EntriesOfRow : ISize<RowVector>
    {
        public static int Of(RowVector item) => item.Count;
    }

    private readonly struct RowsOfMatrix : ISize<Matrix>
    {
        public static int Of(Matrix item) => item.RowCount;
    }

    private readonly struct ColumnsOfMatrix : ISize<Matrix>
    {
        public static int Of(Matrix item) => item.ColumnCount;
    }
}
