using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <content>Sums of chains of entrywise operations in one pass, of which no entry is written.</content>
public static partial class Kernel
{
    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(Vector x0, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, null, null, null, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(Vector x0, Vector x1, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, null, null, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(Vector x0, Vector x1, Vector x2, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, c0, c1, c2);

    /// <summary>The sum of a type of <see cref="Entry"/> of every entry.</summary>
    /// <typeparam name="TEntry">What is computed of an entry.</typeparam>
    /// <param name="x0">The first array.</param>
    /// <param name="x1">The second array.</param>
    /// <param name="x2">The third array.</param>
    /// <param name="x3">The fourth array.</param>
    /// <param name="c0">The first scalar.</param>
    /// <param name="c1">The second scalar.</param>
    /// <param name="c2">The third scalar.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double MapSum<TEntry>(Vector x0, Vector x1, Vector x2, Vector x3, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(RowVector x0, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, null, null, null, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(RowVector x0, RowVector x1, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, null, null, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(RowVector x0, RowVector x1, RowVector x2, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(RowVector x0, RowVector x1, RowVector x2, RowVector x3, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(Matrix x0, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, null, null, null, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(Matrix x0, Matrix x1, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, null, null, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(Matrix x0, Matrix x1, Matrix x2, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, c0, c1, c2);

    /// <inheritdoc cref="MapSum{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static double MapSum<TEntry>(Matrix x0, Matrix x1, Matrix x2, Matrix x3, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        MapSum<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, c0, c1, c2);

    private static double MapSum<TEntry>(Vector<double> x0, Vector<double>? x1, Vector<double>? x2, Vector<double>? x3, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry => AreDense(x0, x1) || x2 is not null
            ? LoopOver<TEntry>(x0, x1, x2, x3).Sum(c0, c1, c2)
            : OfNotDense<TEntry>(x0, x1, c0, c1, c2).Sum();

    private static double MapSum<TEntry>(Matrix<double> x0, Matrix<double>? x1, Matrix<double>? x2, Matrix<double>? x3, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry => AreDense(x0, x1) || x2 is not null
            ? LoopOver<TEntry>(x0, x1, x2, x3).Sum(c0, c1, c2)
            : MatrixMath.Sum(OfNotDense<TEntry>(x0, x1, c0, c1, c2));
}
