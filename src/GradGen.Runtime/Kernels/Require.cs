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
}
