namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The angle from −π/2 to π/2 whose sine is x, of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n; NaN outside of [−1, 1].</returns>
    public static Vector Asin(Vector x) => Elementwise.Map(x, Math.Asin);

    /// <inheritdoc cref="Asin(Vector)"/>
    public static RowVector Asin(RowVector x) => Asin(x.T).T;

    /// <summary>The angle from −π/2 to π/2 whose sine is x, of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n; NaN outside of [−1, 1].</returns>
    public static Matrix Asin(Matrix x) => Elementwise.Map(x, Math.Asin);

    /// <summary>The angle from 0 to π whose cosine is x, of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n; NaN outside of [−1, 1].</returns>
    public static Vector Acos(Vector x) => Elementwise.Map(x, Math.Acos);

    /// <inheritdoc cref="Acos(Vector)"/>
    public static RowVector Acos(RowVector x) => Acos(x.T).T;

    /// <summary>The angle from 0 to π whose cosine is x, of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n; NaN outside of [−1, 1].</returns>
    public static Matrix Acos(Matrix x) => Elementwise.Map(x, Math.Acos);

    /// <summary>The angle from −π/2 to π/2 whose tangent is x, of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Atan(Vector x) => Elementwise.Map(x, Math.Atan);

    /// <inheritdoc cref="Atan(Vector)"/>
    public static RowVector Atan(RowVector x) => Atan(x.T).T;

    /// <summary>The angle from −π/2 to π/2 whose tangent is x, of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Atan(Matrix x) => Elementwise.Map(x, Math.Atan);
}
