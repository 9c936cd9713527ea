using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>
/// Numerical derivatives to check others against: central differences with Richardson extrapolation, to about ten digits where the
/// function is smooth and of the scale of its argument. Values at which the function throws an <see cref="ArithmeticException"/> are left out.
/// </summary>
public static partial class GradientCheck
{
    /// <summary>The derivative df/dx.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">Where to differentiate.</param>
    /// <returns>The derivative; NaN where it cannot be found.</returns>
    public static double Derivative(Func<double, double> f, double x) => CentralDifferences.Derivative(t => [f(t)], x)[0];

    /// <summary>The derivative df/dx of a column.</summary>
    /// <param name="f">The function, with p entries.</param>
    /// <param name="x">Where to differentiate.</param>
    /// <returns>The derivative of every entry, p.</returns>
    public static Vector Derivative(Func<double, Vector> f, double x) =>
        ToVector(CentralDifferences.Derivative(t => Flat(f(t)), x));

    /// <summary>The derivative df/dx of a row.</summary>
    /// <param name="f">The function, with p entries.</param>
    /// <param name="x">Where to differentiate.</param>
    /// <returns>The derivative of every entry, a row of p.</returns>
    public static RowVector Derivative(Func<double, RowVector> f, double x) =>
        ToRow(CentralDifferences.Derivative(t => Flat(f(t)), x));

    /// <summary>The derivative df/dx of a matrix.</summary>
    /// <param name="f">The function, p×q.</param>
    /// <param name="x">Where to differentiate.</param>
    /// <returns>The derivative of every entry, p×q.</returns>
    public static Matrix Derivative(Func<double, Matrix> f, double x)
    {
        var value = f(x);
        return new DenseMatrix(value.RowCount, value.ColumnCount, CentralDifferences.Derivative(t => Flat(f(t)), x));
    }

    /// <summary>The gradient ∂f/∂x of a scalar by a column.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">Where to differentiate, n.</param>
    /// <returns>The gradient, n.</returns>
    public static Vector Gradient(Func<Vector, double> f, Vector x) => ToVector(Partials(p => f(ToVector(p)), Flat(x)));

    /// <summary>The gradient ∂f/∂xᵀ of a scalar by a row.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">Where to differentiate, n.</param>
    /// <returns>The gradient, a row of n.</returns>
    public static RowVector Gradient(Func<RowVector, double> f, RowVector x) => ToRow(Partials(p => f(ToRow(p)), Flat(x)));

    /// <summary>The gradient ∂f/∂X of a scalar by a matrix, each entry its own variable.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">Where to differentiate, m×n.</param>
    /// <returns>The gradient, m×n.</returns>
    public static Matrix Gradient(Func<Matrix, double> f, Matrix x) =>
        new DenseMatrix(x.RowCount, x.ColumnCount, Partials(p => f(ToMatrix(p, x)), Flat(x)));

    /// <summary>|a − b| / max(1, |a|, |b|).</summary>
    /// <param name="a">One value.</param>
    /// <param name="b">The other.</param>
    /// <returns>The error; NaN if one is not a number.</returns>
    public static double RelativeError(double a, double b) => RelativeError(Math.Abs(a - b), Math.Abs(a), Math.Abs(b));

    /// <summary>‖a − b‖ / max(1, ‖a‖, ‖b‖) by the 2-norm.</summary>
    /// <param name="a">One vector, n.</param>
    /// <param name="b">The other, n.</param>
    /// <returns>The error; NaN if an entry is not a number.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double RelativeError(Vector a, Vector b)
    {
        Require.SameLength("RelativeError", a, b);
        return RelativeError(MatrixMath.Norm(a - b), MatrixMath.Norm(a), MatrixMath.Norm(b));
    }

    /// <inheritdoc cref="RelativeError(Vector, Vector)"/>
    public static double RelativeError(RowVector a, RowVector b)
    {
        Require.SameLength("RelativeError", a, b);
        return RelativeError(MatrixMath.Norm(a - b), MatrixMath.Norm(a), MatrixMath.Norm(b));
    }

    /// <summary>‖A − B‖ / max(1, ‖A‖, ‖B‖) by the Frobenius norm.</summary>
    /// <param name="a">One matrix, m×n.</param>
    /// <param name="b">The other, m×n.</param>
    /// <returns>The error; NaN if an entry is not a number.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double RelativeError(Matrix a, Matrix b)
    {
        Require.SameShape("RelativeError", a, b);
        return RelativeError(MatrixMath.FrobeniusNorm(a - b), MatrixMath.FrobeniusNorm(a), MatrixMath.FrobeniusNorm(b));
    }

    private static double RelativeError(double difference, double a, double b) => difference / Math.Max(1.0, Math.Max(a, b));

    /// <summary>The derivatives of a scalar by each of its arguments.</summary>
    private static double[] Partials(Func<double[], double> f, double[] x)
    {
        var partials = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            partials[i] = CentralDifferences.Derivative(t => [f(With(x, i, t))], x[i])[0];
        }

        return partials;
    }

    private static double[] With(double[] x, int index, double value)
    {
        double[] changed = [.. x];
        changed[index] = value;
        return changed;
    }

    private static double[] Flat(Vector x) => x.Storage.ToArray();

    private static double[] Flat(RowVector x) => x.Storage.ToArray();

    private static double[] Flat(Matrix x) => x.Storage.ToColumnMajorArray();

    private static Vector ToVector(double[] entries) => new DenseVector(entries);

    private static RowVector ToRow(double[] entries) => new(new DenseVector(entries));

    private static Matrix ToMatrix(double[] entries, Matrix like) => new DenseMatrix(like.RowCount, like.ColumnCount, entries);
}
