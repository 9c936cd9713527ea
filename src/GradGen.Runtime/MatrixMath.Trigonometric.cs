namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The sine of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Sin(Vector x) => Elementwise.Map(x, Entrywise.Sin, Math.Sin);

    /// <inheritdoc cref="Sin(Vector)"/>
    public static RowVector Sin(RowVector x) => Sin(x.T).T;

    /// <summary>The sine of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Sin(Matrix x) => Elementwise.Map(x, Entrywise.Sin, Math.Sin);

    /// <summary>The cosine of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Cos(Vector x) => Elementwise.Map(x, Entrywise.Cos, Math.Cos);

    /// <inheritdoc cref="Cos(Vector)"/>
    public static RowVector Cos(RowVector x) => Cos(x.T).T;

    /// <summary>The cosine of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Cos(Matrix x) => Elementwise.Map(x, Entrywise.Cos, Math.Cos);

    /// <summary>The tangent of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Tan(Vector x) => Elementwise.Map(x, Entrywise.Tan, Math.Tan);

    /// <inheritdoc cref="Tan(Vector)"/>
    public static RowVector Tan(RowVector x) => Tan(x.T).T;

    /// <summary>The tangent of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Tan(Matrix x) => Elementwise.Map(x, Entrywise.Tan, Math.Tan);
}
