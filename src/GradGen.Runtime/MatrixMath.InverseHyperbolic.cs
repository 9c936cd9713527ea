namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The inverse hyperbolic sine of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Asinh(Vector x) => Elementwise.Map(x, Math.Asinh);

    /// <inheritdoc cref="Asinh(Vector)"/>
    public static RowVector Asinh(RowVector x) => Asinh(x.T).T;

    /// <summary>The inverse hyperbolic sine of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Asinh(Matrix x) => Elementwise.Map(x, Math.Asinh);

    /// <summary>The inverse hyperbolic cosine of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n; not negative, and NaN below 1.</returns>
    public static Vector Acosh(Vector x) => Elementwise.Map(x, Math.Acosh);

    /// <inheritdoc cref="Acosh(Vector)"/>
    public static RowVector Acosh(RowVector x) => Acosh(x.T).T;

    /// <summary>The inverse hyperbolic cosine of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n; not negative, and NaN below 1.</returns>
    public static Matrix Acosh(Matrix x) => Elementwise.Map(x, Math.Acosh);

    /// <summary>The inverse hyperbolic tangent of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n; ±∞ at ±1, NaN beyond.</returns>
    public static Vector Atanh(Vector x) => Elementwise.Map(x, Math.Atanh);

    /// <inheritdoc cref="Atanh(Vector)"/>
    public static RowVector Atanh(RowVector x) => Atanh(x.T).T;

    /// <summary>The inverse hyperbolic tangent of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n; ±∞ at ±1, NaN beyond.</returns>
    public static Matrix Atanh(Matrix x) => Elementwise.Map(x, Math.Atanh);
}
