using System.Numerics.Tensors;

namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The largest entry; NaN if one is not a number.</summary>
    /// <param name="x">x, n ≥ 1.</param>
    /// <returns>The largest entry.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static double Max(Vector x) => Max(Stored.Values(x.Storage), x.Count);

    /// <inheritdoc cref="Max(Vector)"/>
    public static double Max(RowVector x) => Max(Stored.Values(x.Storage), x.Count);

    /// <summary>The largest entry; NaN if one is not a number.</summary>
    /// <param name="x">X, m×n, not empty.</param>
    /// <returns>The largest entry.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static double Max(Matrix x) => Max(Stored.Values(x.Storage), (long)x.RowCount * x.ColumnCount);

    /// <summary>The smallest entry; NaN if one is not a number.</summary>
    /// <param name="x">x, n ≥ 1.</param>
    /// <returns>The smallest entry.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static double Min(Vector x) => Min(Stored.Values(x.Storage), x.Count);

    /// <inheritdoc cref="Min(Vector)"/>
    public static double Min(RowVector x) => Min(Stored.Values(x.Storage), x.Count);

    /// <summary>The smallest entry; NaN if one is not a number.</summary>
    /// <param name="x">X, m×n, not empty.</param>
    /// <returns>The smallest entry.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static double Min(Matrix x) => Min(Stored.Values(x.Storage), (long)x.RowCount * x.ColumnCount);

    /// <summary>The larger of the two entries at every position; NaN if one is not a number.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The larger entries, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector Max(Vector x, Vector y)
    {
        Require.SameLength("Max", x, y);
        return Elementwise.Zip(x, y, TensorPrimitives.Max, Math.Max);
    }

    /// <inheritdoc cref="Max(Vector, Vector)"/>
    public static RowVector Max(RowVector x, RowVector y)
    {
        Require.SameLength("Max", x, y);
        return Max(x.T, y.T).T;
    }

    /// <summary>The larger of the two entries at every position; NaN if one is not a number.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The larger entries, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix Max(Matrix x, Matrix y)
    {
        Require.SameShape("Max", x, y);
        return Elementwise.Zip(x, y, TensorPrimitives.Max, Math.Max);
    }

    /// <summary>The smaller of the two entries at every position; NaN if one is not a number.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The smaller entries, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector Min(Vector x, Vector y)
    {
        Require.SameLength("Min", x, y);
        return Elementwise.Zip(x, y, TensorPrimitives.Min, Math.Min);
    }

    /// <inheritdoc cref="Min(Vector, Vector)"/>
    public static RowVector Min(RowVector x, RowVector y)
    {
        Require.SameLength("Min", x, y);
        return Min(x.T, y.T).T;
    }

    /// <summary>The smaller of the two entries at every position; NaN if one is not a number.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The smaller entries, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix Min(Matrix x, Matrix y)
    {
        Require.SameShape("Min", x, y);
        return Elementwise.Zip(x, y, TensorPrimitives.Min, Math.Min);
    }

    private static double Max(ReadOnlySpan<double> held, long count)
    {
        Require.SomeEntries("Max", count);
        var zeros = held.Length < count;
        return held.IsEmpty ? 0.0 : zeros ? Math.Max(TensorPrimitives.Max(held), 0.0) : TensorPrimitives.Max(held);
    }

    private static double Min(ReadOnlySpan<double> held, long count)
    {
        Require.SomeEntries("Min", count);
        var zeros = held.Length < count;
        return held.IsEmpty ? 0.0 : zeros ? Math.Min(TensorPrimitives.Min(held), 0.0) : TensorPrimitives.Min(held);
    }
}
