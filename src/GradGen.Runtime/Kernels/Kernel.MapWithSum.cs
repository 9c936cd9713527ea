using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <content>A chain of entrywise operations and the sum of another one, in one pass.</content>
public static partial class Kernel
{
    /// <inheritdoc cref="MapWithSum{TShared, TEntry, TSum}(Vector, Vector, Vector, double, double, double)"/>
    public static (Vector Map, double Sum) MapWithSum<TShared, TEntry, TSum>(Vector x0, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry =>
        MapWithSum<TShared, TEntry, TSum>(x0.Storage, null, null, c0, c1, c2);

    /// <inheritdoc cref="MapWithSum{TShared, TEntry, TSum}(Vector, Vector, Vector, double, double, double)"/>
    public static (Vector Map, double Sum) MapWithSum<TShared, TEntry, TSum>(Vector x0, Vector x1, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry =>
        MapWithSum<TShared, TEntry, TSum>(x0.Storage, x1.Storage, null, c0, c1, c2);

    /// <summary>A type of <see cref="Entry"/> of every entry and the sum of another, in one pass. What both read as x₃ is computed once.</summary>
    /// <typeparam name="TShared">What is computed of an entry for both.</typeparam>
    /// <typeparam name="TEntry">What is computed of an entry and written.</typeparam>
    /// <typeparam name="TSum">What is computed of an entry and summed.</typeparam>
    /// <param name="x0">The first array.</param>
    /// <param name="x1">The second array.</param>
    /// <param name="x2">The third array.</param>
    /// <param name="c0">The first scalar.</param>
    /// <param name="c1">The second scalar.</param>
    /// <param name="c2">The third scalar.</param>
    /// <returns>The entries, of the same shape, and the sum.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static (Vector Map, double Sum) MapWithSum<TShared, TEntry, TSum>(Vector x0, Vector x1, Vector x2, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry =>
        MapWithSum<TShared, TEntry, TSum>(x0.Storage, x1.Storage, x2.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapWithSum{TShared, TEntry, TSum}(Vector, Vector, Vector, double, double, double)"/>
    public static (RowVector Map, double Sum) MapWithSum<TShared, TEntry, TSum>(RowVector x0, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (map, sum) = MapWithSum<TShared, TEntry, TSum>(x0.Storage, null, null, c0, c1, c2);
        return (map.T, sum);
    }

    /// <inheritdoc cref="MapWithSum{TShared, TEntry, TSum}(Vector, Vector, Vector, double, double, double)"/>
    public static (RowVector Map, double Sum) MapWithSum<TShared, TEntry, TSum>(RowVector x0, RowVector x1, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (map, sum) = MapWithSum<TShared, TEntry, TSum>(x0.Storage, x1.Storage, null, c0, c1, c2);
        return (map.T, sum);
    }

    /// <inheritdoc cref="MapWithSum{TShared, TEntry, TSum}(Vector, Vector, Vector, double, double, double)"/>
    public static (RowVector Map, double Sum) MapWithSum<TShared, TEntry, TSum>(RowVector x0, RowVector x1, RowVector x2, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (map, sum) = MapWithSum<TShared, TEntry, TSum>(x0.Storage, x1.Storage, x2.Storage, c0, c1, c2);
        return (map.T, sum);
    }

    private static (Vector Map, double Sum) MapWithSum<TShared, TEntry, TSum>(Vector<double> x0, Vector<double>? x1, Vector<double>? x2, double c0, double c1, double c2)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        RequireLength(x0, x1);
        RequireLength(x0, x2);
        var result = Dense.NewVector(x0.Count);
        var (second, third) = (x1 is null ? default : Stored.All(x1), x2 is null ? default : Stored.All(x2));
        return (result, SummedEntryLoop<TShared, TEntry, TSum>.Write(Stored.All(x0), second, third, c0, c1, c2, result.Values));
    }

    private static void RequireLength(Vector<double> x, Vector<double>? y)
    {
        if (y is not null)
        {
            Require.SameLength("an entrywise map", x, y);
        }
    }
}
