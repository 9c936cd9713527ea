namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The square root of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n; NaN below 0.</returns>
    public static Vector Sqrt(Vector x) => Elementwise.Map(x, Entrywise.Sqrt, Math.Sqrt);

    /// <inheritdoc cref="Sqrt(Vector)"/>
    public static RowVector Sqrt(RowVector x) => Sqrt(x.T).T;

    /// <summary>The square root of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n; NaN below 0.</returns>
    public static Matrix Sqrt(Matrix x) => Elementwise.Map(x, Entrywise.Sqrt, Math.Sqrt);

    /// <summary>The square of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Square(Vector x) => Elementwise.Map(x, Entrywise.Square, static entry => entry * entry);

    /// <inheritdoc cref="Square(Vector)"/>
    public static RowVector Square(RowVector x) => Square(x.T).T;

    /// <summary>The square of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Square(Matrix x) => Elementwise.Map(x, Entrywise.Square, static entry => entry * entry);

    /// <summary>The power xᵖ of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="p">The exponent.</param>
    /// <returns>The values, n.</returns>
    public static Vector Pow(Vector x, double p) => p == 2.0 ? Square(x) : Elementwise.Map(x, p, Entrywise.Pow, Math.Pow);

    /// <inheritdoc cref="Pow(Vector, double)"/>
    public static RowVector Pow(RowVector x, double p) => Pow(x.T, p).T;

    /// <summary>The power xᵖ of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="p">The exponent.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Pow(Matrix x, double p) => p == 2.0 ? Square(x) : Elementwise.Map(x, p, Entrywise.Pow, Math.Pow);

    /// <summary>The reciprocal 1/x of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n; ±∞ at 0.</returns>
    public static Vector Reciprocal(Vector x) => Elementwise.Map(x, Entrywise.Reciprocal, static entry => 1.0 / entry);

    /// <inheritdoc cref="Reciprocal(Vector)"/>
    public static RowVector Reciprocal(RowVector x) => Reciprocal(x.T).T;

    /// <summary>The reciprocal 1/x of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n; ±∞ at 0.</returns>
    public static Matrix Reciprocal(Matrix x) => Elementwise.Map(x, Entrywise.Reciprocal, static entry => 1.0 / entry);

    /// <summary>The absolute value of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Abs(Vector x) => Elementwise.Map(x, Entrywise.Abs, Math.Abs);

    /// <inheritdoc cref="Abs(Vector)"/>
    public static RowVector Abs(RowVector x) => Abs(x.T).T;

    /// <summary>The absolute value of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Abs(Matrix x) => Elementwise.Map(x, Entrywise.Abs, Math.Abs);

    /// <summary>The sign of every entry, 0 at 0.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The signs −1, 0 and 1, n; NaN at NaN.</returns>
    public static Vector Sign(Vector x) => Elementwise.Map(x, Entrywise.Sign, Kernel.Sign);

    /// <inheritdoc cref="Sign(Vector)"/>
    public static RowVector Sign(RowVector x) => Sign(x.T).T;

    /// <summary>The sign of every entry, 0 at 0.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The signs −1, 0 and 1, m×n; NaN at NaN.</returns>
    public static Matrix Sign(Matrix x) => Elementwise.Map(x, Entrywise.Sign, Kernel.Sign);
}
