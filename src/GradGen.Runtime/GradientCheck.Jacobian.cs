using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

public static partial class GradientCheck
{
    /// <summary>The Jacobian ∂vec(f)/∂vec(x)ᵀ: rows by the entries of f, columns by the entries of x, of matrices by columns.</summary>
    /// <param name="f">The function, of p entries.</param>
    /// <param name="x">Where to differentiate, n entries.</param>
    /// <returns>The Jacobian, p×n.</returns>
    public static Matrix Jacobian(Func<Vector, Vector> f, Vector x) => Columns(p => Flat(f(ToVector(p))), Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<Vector, double> f, Vector x) => Columns(p => [f(ToVector(p))], Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<Vector, RowVector> f, Vector x) => Columns(p => Flat(f(ToVector(p))), Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<Vector, Matrix> f, Vector x) => Columns(p => Flat(f(ToVector(p))), Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<double, Vector> f, double x) => Columns(p => Flat(f(p[0])), [x]);

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<double, double> f, double x) => Columns(p => [f(p[0])], [x]);

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<double, RowVector> f, double x) => Columns(p => Flat(f(p[0])), [x]);

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<double, Matrix> f, double x) => Columns(p => Flat(f(p[0])), [x]);

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<RowVector, Vector> f, RowVector x) => Columns(p => Flat(f(ToRow(p))), Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<RowVector, double> f, RowVector x) => Columns(p => [f(ToRow(p))], Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<RowVector, RowVector> f, RowVector x) => Columns(p => Flat(f(ToRow(p))), Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<RowVector, Matrix> f, RowVector x) => Columns(p => Flat(f(ToRow(p))), Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<Matrix, Vector> f, Matrix x) => Columns(p => Flat(f(ToMatrix(p, x))), Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<Matrix, double> f, Matrix x) => Columns(p => [f(ToMatrix(p, x))], Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<Matrix, RowVector> f, Matrix x) => Columns(p => Flat(f(ToMatrix(p, x))), Flat(x));

    /// <inheritdoc cref="Jacobian(Func{Vector, Vector}, Vector)"/>
    public static Matrix Jacobian(Func<Matrix, Matrix> f, Matrix x) => Columns(p => Flat(f(ToMatrix(p, x))), Flat(x));

    private static Matrix Columns(Func<double[], double[]> f, double[] x)
    {
        var rows = f(x).Length;
        var entries = new double[rows * x.Length];
        for (var j = 0; j < x.Length; j++)
        {
            CentralDifferences.Derivative(t => f(With(x, j, t)), x[j]).CopyTo(entries, j * rows);
        }

        return new DenseMatrix(rows, x.Length, entries);
    }
}
