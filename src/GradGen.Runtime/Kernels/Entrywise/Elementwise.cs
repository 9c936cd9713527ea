using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <summary>A function of one number applied to every entry: over the dense span, or by MathNet's Map for other storage.</summary>
internal static class Elementwise
{
    internal static Vector Map(Vector x, EntrywiseMap dense, Func<double, double> function) =>
        Dense.Apply(x.Storage, dense) ?? x.Storage.Map(function, ZerosOf(function));

    internal static Matrix Map(Matrix x, EntrywiseMap dense, Func<double, double> function) =>
        Dense.Apply(x.Storage, dense) ?? x.Storage.Map(function, ZerosOf(function));

    /// <summary>For a function of which there is no vectorized form that keeps its accuracy.</summary>
    internal static Vector Map(Vector x, Func<double, double> function)
    {
        if (x.Storage.DenseEntries() is not { } entries)
        {
            return x.Storage.Map(function, ZerosOf(function));
        }

        var result = Dense.NewVector(entries.Length);
        Entrywise.Map(entries, result.Values, function);
        return result;
    }

    /// <inheritdoc cref="Map(Vector, Func{double, double})"/>
    internal static Matrix Map(Matrix x, Func<double, double> function)
    {
        if (x.Storage.DenseEntries() is not { } entries)
        {
            return x.Storage.Map(function, ZerosOf(function));
        }

        var result = Dense.NewMatrix(x.RowCount, x.ColumnCount);
        Entrywise.Map(entries, result.Values, function);
        return result;
    }

    /// <summary>A function of the entry and a number that is the same for all.</summary>
    internal static Vector Map(Vector x, double c, Dense.ScalarMap dense, Func<double, double, double> function) =>
        Dense.Apply(x.Storage, c, dense) ?? Map(x, Bound(function, c));

    /// <inheritdoc cref="Map(Vector, double, Dense.ScalarMap, Func{double, double, double})"/>
    internal static Matrix Map(Matrix x, double c, Dense.ScalarMap dense, Func<double, double, double> function) =>
        Dense.Apply(x.Storage, c, dense) ?? Map(x, Bound(function, c));

    internal static Vector Zip(Vector x, Vector y, Dense.Zip dense, Func<double, double, double> function) =>
        Dense.Apply(x.Storage, y.Storage, dense) ?? x.Storage.Map2(function, y.Storage, ZerosOf(function));

    internal static Matrix Zip(Matrix x, Matrix y, Dense.Zip dense, Func<double, double, double> function) =>
        Dense.Apply(x.Storage, y.Storage, dense) ?? Stored.Open(x.Storage).Map2(function, Stored.Open(y.Storage), ZerosOf(function));

    /// <summary>x/c of storage that is not dense; MathNet multiplies diagonal storage by 1/c, which may be infinite.</summary>
    internal static Vector<double> Divide(Vector<double> x, double c)
    {
        Func<double, double> quotient = entry => entry / c;
        return x.Map(quotient, ZerosOf(quotient));
    }

    /// <inheritdoc cref="Divide(Vector{double}, double)"/>
    internal static Matrix<double> Divide(Matrix<double> x, double c)
    {
        Func<double, double> quotient = entry => entry / c;
        return x.Map(quotient, ZerosOf(quotient));
    }

    // Apart, so that the dense path does not allocate the closure.
    private static Func<double, double> Bound(Func<double, double, double> function, double c) => entry => function(entry, c);

    private static Zeros ZerosOf(Func<double, double> function) =>
        function(0.0) == 0.0 ? Zeros.AllowSkip : Zeros.Include;

    private static Zeros ZerosOf(Func<double, double, double> function) =>
        function(0.0, 0.0) == 0.0 ? Zeros.AllowSkip : Zeros.Include;
}
