using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <content>Chains of entrywise operations in one pass, into the storage of the caller.</content>
public static partial class Kernel
{
    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(Vector x0, Vector destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, null, null, null, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(Vector x0, Vector x1, Vector destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, null, null, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(Vector x0, Vector x1, Vector x2, Vector destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, destination.Storage, c0, c1, c2);

    /// <summary>Writes a type of <see cref="Entry"/> of every entry into given storage, which may be that of an array.</summary>
    /// <typeparam name="TEntry">What is computed of an entry.</typeparam>
    /// <param name="x0">The first array.</param>
    /// <param name="x1">The second array.</param>
    /// <param name="x2">The third array.</param>
    /// <param name="x3">The fourth array.</param>
    /// <param name="destination">Where to write the entries.</param>
    /// <param name="c0">The first scalar.</param>
    /// <param name="c1">The second scalar.</param>
    /// <param name="c2">The third scalar.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void MapTo<TEntry>(Vector x0, Vector x1, Vector x2, Vector x3, Vector destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(RowVector x0, RowVector destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, null, null, null, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(RowVector x0, RowVector x1, RowVector destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, null, null, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(RowVector x0, RowVector x1, RowVector x2, RowVector destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(RowVector x0, RowVector x1, RowVector x2, RowVector x3, RowVector destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(Matrix x0, Matrix destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, null, null, null, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(Matrix x0, Matrix x1, Matrix destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, null, null, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(Matrix x0, Matrix x1, Matrix x2, Matrix destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, destination.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapTo{TEntry}(Vector, Vector, Vector, Vector, Vector, double, double, double)"/>
    public static void MapTo<TEntry>(Matrix x0, Matrix x1, Matrix x2, Matrix x3, Matrix destination, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapTo<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, destination.Storage, c0, c1, c2);

    private static void MapTo<TEntry>(
        Vector<double> x0, Vector<double>? x1, Vector<double>? x2, Vector<double>? x3, Vector<double> destination, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry
    {
        Guard.Same("MapTo", "the operand", "entries", x0.Count, "the destination", "entries", destination.Count);
        if (destination.DenseEntries() is not { } result)
        {
            Mapped<TEntry>(x0, x1, x2, x3, c0, c1, c2).CopyTo(destination);
            return;
        }

        LoopOver<TEntry>(x0, x1, x2, x3).Write(c0, c1, c2, result);
    }

    private static void MapTo<TEntry>(
        Matrix<double> x0, Matrix<double>? x1, Matrix<double>? x2, Matrix<double>? x3, Matrix<double> destination, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry
    {
        Require.SameShape("MapTo", x0, destination);
        if (destination.DenseEntries() is not { } result)
        {
            Mapped<TEntry>(x0, x1, x2, x3, c0, c1, c2).CopyTo(destination);
            return;
        }

        LoopOver<TEntry>(x0, x1, x2, x3).Write(c0, c1, c2, result);
    }
}
