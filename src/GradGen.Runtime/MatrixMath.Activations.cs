namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The logistic function 1/(1 + e⁻ˣ), without overflow and with full relative accuracy on both sides.</summary>
    /// <param name="x">x.</param>
    /// <returns>A value from 0 to 1.</returns>
    public static double Sigmoid(double x) => Kernel.SigmoidByDecay(x, Kernel.Decay(x));

    /// <summary>The softplus log(1 + eˣ) = max(x, 0) + log(1 + e⁻|ˣ|), without overflow.</summary>
    /// <param name="x">x.</param>
    /// <returns>A value not below 0.</returns>
    public static double Softplus(double x) => Kernel.SoftplusByDecay(x, Kernel.Decay(x));

    /// <summary>The rectifier max(x, 0).</summary>
    /// <param name="x">x.</param>
    /// <returns>x where it is positive, otherwise 0.</returns>
    public static double Relu(double x) => Math.Max(x, 0.0);

    /// <summary>The logistic function 1/(1 + e⁻ˣ) of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Sigmoid(Vector x) => Elementwise.Map(x, Entrywise.Sigmoid, Sigmoid);

    /// <inheritdoc cref="Sigmoid(Vector)"/>
    public static RowVector Sigmoid(RowVector x) => Sigmoid(x.T).T;

    /// <summary>The logistic function 1/(1 + e⁻ˣ) of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Sigmoid(Matrix x) => Elementwise.Map(x, Entrywise.Sigmoid, Sigmoid);

    /// <summary>The softplus log(1 + eˣ) of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Softplus(Vector x) => Elementwise.Map(x, Entrywise.Softplus, Softplus);

    /// <inheritdoc cref="Softplus(Vector)"/>
    public static RowVector Softplus(RowVector x) => Softplus(x.T).T;

    /// <summary>The softplus log(1 + eˣ) of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Softplus(Matrix x) => Elementwise.Map(x, Entrywise.Softplus, Softplus);

    /// <summary>The rectifier max(x, 0) of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Relu(Vector x) => Elementwise.Map(x, Entrywise.Relu, Relu);

    /// <inheritdoc cref="Relu(Vector)"/>
    public static RowVector Relu(RowVector x) => Relu(x.T).T;

    /// <summary>The rectifier max(x, 0) of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Relu(Matrix x) => Elementwise.Map(x, Entrywise.Relu, Relu);
}
