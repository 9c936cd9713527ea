using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <content>Chains of entrywise operations in one pass, as new values.</content>
public static partial class Kernel
{
    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static Vector Map<TEntry>(Vector x0, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        Mapped<TEntry>(x0.Storage, null, null, null, c0, c1, c2);

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static Vector Map<TEntry>(Vector x0, Vector x1, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        Mapped<TEntry>(x0.Storage, x1.Storage, null, null, c0, c1, c2);

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static Vector Map<TEntry>(Vector x0, Vector x1, Vector x2, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        Mapped<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, c0, c1, c2);

    /// <summary>A type of <see cref="Entry"/> of every entry.</summary>
    /// <typeparam name="TEntry">What is computed of an entry.</typeparam>
    /// <param name="x0">The first array.</param>
    /// <param name="x1">The second array.</param>
    /// <param name="x2">The third array.</param>
    /// <param name="x3">The fourth array.</param>
    /// <param name="c0">The first scalar.</param>
    /// <param name="c1">The second scalar.</param>
    /// <param name="c2">The third scalar.</param>
    /// <returns>The entries, of the same shape.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Vector Map<TEntry>(Vector x0, Vector x1, Vector x2, Vector x3, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        Mapped<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, c0, c1, c2);

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static RowVector Map<TEntry>(RowVector x0, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        new RowVector(Mapped<TEntry>(x0.Storage, null, null, null, c0, c1, c2));

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static RowVector Map<TEntry>(RowVector x0, RowVector x1, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        new RowVector(Mapped<TEntry>(x0.Storage, x1.Storage, null, null, c0, c1, c2));

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static RowVector Map<TEntry>(RowVector x0, RowVector x1, RowVector x2, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        new RowVector(Mapped<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, c0, c1, c2));

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static RowVector Map<TEntry>(RowVector x0, RowVector x1, RowVector x2, RowVector x3, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        new RowVector(Mapped<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, c0, c1, c2));

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static Matrix Map<TEntry>(Matrix x0, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        Mapped<TEntry>(x0.Storage, null, null, null, c0, c1, c2);

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static Matrix Map<TEntry>(Matrix x0, Matrix x1, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        Mapped<TEntry>(x0.Storage, x1.Storage, null, null, c0, c1, c2);

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static Matrix Map<TEntry>(Matrix x0, Matrix x1, Matrix x2, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        Mapped<TEntry>(x0.Storage, x1.Storage, x2.Storage, null, c0, c1, c2);

    /// <inheritdoc cref="Map{TEntry}(Vector, Vector, Vector, Vector, double, double, double)"/>
    public static Matrix Map<TEntry>(Matrix x0, Matrix x1, Matrix x2, Matrix x3, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        Mapped<TEntry>(x0.Storage, x1.Storage, x2.Storage, x3.Storage, c0, c1, c2);

    private static Vector<double> Mapped<TEntry>(
        Vector<double> x0, Vector<double>? x1, Vector<double>? x2, Vector<double>? x3, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry
    {
        if (!AreDense(x0, x1) && x2 is null)
        {
            return OfNotDense<TEntry>(x0, x1, c0, c1, c2);
        }

        var result = Dense.NewVector(x0.Count);
        LoopOver<TEntry>(x0, x1, x2, x3).Write(c0, c1, c2, result.Values);
        return result;
    }

    private static Matrix<double> Mapped<TEntry>(
        Matrix<double> x0, Matrix<double>? x1, Matrix<double>? x2, Matrix<double>? x3, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry
    {
        if (!AreDense(x0, x1) && x2 is null)
        {
            return OfNotDense<TEntry>(x0, x1, c0, c1, c2);
        }

        var result = Dense.NewMatrix(x0.RowCount, x0.ColumnCount);
        LoopOver<TEntry>(x0, x1, x2, x3).Write(c0, c1, c2, result.Values);
        return result;
    }

    private static bool AreDense(Vector<double> x0, Vector<double>? x1) => x0.DenseEntries() is not null && (x1 is null || x1.DenseEntries() is not null);

    private static bool AreDense(Matrix<double> x0, Matrix<double>? x1) => x0.DenseEntries() is not null && (x1 is null || x1.DenseEntries() is not null);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EntryLoop<TEntry> LoopOver<TEntry>(Vector<double> x0, Vector<double>? x1, Vector<double>? x2, Vector<double>? x3)
        where TEntry : struct, Entry.IEntry => new(
            Stored.All(x0),
            x1 is null ? default : Stored.All(x1),
            x2 is null ? default : Stored.All(x2),
            x3 is null ? default : Stored.All(x3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EntryLoop<TEntry> LoopOver<TEntry>(Matrix<double> x0, Matrix<double>? x1, Matrix<double>? x2, Matrix<double>? x3)
        where TEntry : struct, Entry.IEntry
    {
        RequireShape(x0, x1);
        RequireShape(x0, x2);
        RequireShape(x0, x3);
        return new(
            Stored.All(x0),
            x1 is null ? default : Stored.All(x1),
            x2 is null ? default : Stored.All(x2),
            x3 is null ? default : Stored.All(x3));
    }

    private static void RequireShape(Matrix<double> x, Matrix<double>? y)
    {
        if (y is not null)
        {
            Require.SameShape("an entrywise map", x, y);
        }
    }

    /// <summary>By MathNet's own maps, which leave out what is zero where zeros of the operands give zero.</summary>
    private static Vector<double> OfNotDense<TEntry>(Vector<double> x0, Vector<double>? x1, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry
    {
        var zeros = OfOne<TEntry>(0.0, 0.0, c0, c1, c2) == 0.0 ? Zeros.AllowSkip : Zeros.Include;
        return x1 is null
            ? x0.Map(x => OfOne<TEntry>(x, 0.0, c0, c1, c2), zeros)
            : x0.Map2((x, y) => OfOne<TEntry>(x, y, c0, c1, c2), x1, zeros);
    }

    private static Matrix<double> OfNotDense<TEntry>(Matrix<double> x0, Matrix<double>? x1, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry
    {
        var zeros = OfOne<TEntry>(0.0, 0.0, c0, c1, c2) == 0.0 ? Zeros.AllowSkip : Zeros.Include;
        return x1 is null
            ? x0.Map(x => OfOne<TEntry>(x, 0.0, c0, c1, c2), zeros)
            : Stored.Open(x0).Map2((x, y) => OfOne<TEntry>(x, y, c0, c1, c2), Stored.Open(x1), zeros);
    }

    private static double OfOne<TEntry>(double x0, double x1, double c0, double c1, double c2)
        where TEntry : struct, Entry.IEntry =>
        TEntry.Of(Vector256.Create(x0), Vector256.Create(x1), default, default, Vector256.Create(c0), Vector256.Create(c1), Vector256.Create(c2)).ToScalar();
}
