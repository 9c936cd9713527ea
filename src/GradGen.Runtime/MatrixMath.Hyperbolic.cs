namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The hyperbolic sine of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Sinh(Vector x) => Elementwise.Map(x, Math.Sinh);

    /// <inheritdoc cref="Sinh(Vector)"/>
    public static RowVector Sinh(RowVector x) => Sinh(x.T).T;

    /// <summary>The hyperbolic sine of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Sinh(Matrix x) => Elementwise.Map(x, Math.Sinh);

    /// <summary>The hyperbolic cosine of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Cosh(Vector x) => Elementwise.Map(x, Math.Cosh);

    /// <inheritdoc cref="Cosh(Vector)"/>
    public static RowVector Cosh(RowVector x) => Cosh(x.T).T;

    /// <summary>The hyperbolic cosine of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Cosh(Matrix x) => Elementwise.Map(x, Math.Cosh);

    /// <summary>The hyperbolic tangent of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Tanh(Vector x) => Elementwise.Map(x, Entrywise.Tanh, Math.Tanh);

    /// <inheritdoc cref="Tanh(Vector)"/>
    public static RowVector Tanh(RowVector x) => Tanh(x.T).T;

    /// <summary>The hyperbolic tangent of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Tanh(Matrix x) => Elementwise.Map(x, Entrywise.Tanh, Math.Tanh);
}
