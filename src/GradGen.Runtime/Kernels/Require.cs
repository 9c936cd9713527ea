namespace GradGen;

/// <summary>The shape checks of the language's own operations.</summary>
internal static class Require
{
    internal static void SameLength(string operation, Vector x, Vector y) =>
        Guard.Same(operation, "the left vector", "entries", x.Count, "the right vector", "entries", y.Count);

    internal static void SameLength(string operation, RowVector x, RowVector y) =>
        Guard.Same(operation, "the left row", "entries", x.Count, "the right row", "entries", y.Count);

    internal static void SameShape(string operation, Matrix x, Matrix y)
    {
        Guard.Same(operation, "the left matrix", "rows", x.RowCount, "the right matrix", "rows", y.RowCount);
        Guard.Same(operation, "the left matrix", "columns", x.ColumnCount, "the right matrix", "columns", y.ColumnCount);
    }

    internal static void Square(string operation, Matrix x) =>
        Guard.Same(operation, "the matrix", "rows", x.RowCount, "the matrix", "columns", x.ColumnCount);

    /// <summary>Checks that a part of a given size at a given place lies within the whole.</summary>
    internal static void Within(string operation, string axis, int start, int count, int whole)
    {
        if (start < 0 || count < 0 || start > whole - count)
        {
            throw new ArgumentException($"{operation}: {axis} {start} to {start + count} (excluded) of {whole} {axis} do not exist");
        }
    }

    internal static void SomeEntries(string operation, long count)
    {
        if (count == 0)
        {
            throw new ArgumentException($"{operation}: there are no entries");
        }
    }

    /// <summary>Checks that there are parts to put together.</summary>
    internal static void NotEmpty<T>(string operation, string part, T[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Length == 0)
        {
            throw new ArgumentException($"{operation}: at least one {part} is needed");
        }
    }

    /// <summary>Checks that there are parts to put together and that they have the same count along an axis.</summary>
    internal static void Parts<T>(string operation, string part, string axis, T[] parts, Func<T, int> count)
    {
        NotEmpty(operation, part, parts);
        for (var i = 1; i < parts.Length; i++)
        {
            // The names are put together only for the message.
            if (count(parts[0]) != count(parts[i]))
            {
                Guard.Same(operation, $"{part} 0", axis, count(parts[0]), $"{part} {i}", axis, count(parts[i]));
            }
        }
    }
}
