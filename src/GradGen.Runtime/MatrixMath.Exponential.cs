namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The exponential eˣ of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Exp(Vector x) => Elementwise.Map(x, Entrywise.Exp, Math.Exp);

    /// <inheritdoc cref="Exp(Vector)"/>
    public static RowVector Exp(RowVector x) => Exp(x.T).T;

    /// <summary>The exponential eˣ of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Exp(Matrix x) => Elementwise.Map(x, Entrywise.Exp, Math.Exp);

    /// <summary>The natural logarithm of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n; −∞ at 0, NaN below.</returns>
    public static Vector Log(Vector x) => Elementwise.Map(x, Entrywise.Log, Math.Log);

    /// <inheritdoc cref="Log(Vector)"/>
    public static RowVector Log(RowVector x) => Log(x.T).T;

    /// <summary>The natural logarithm of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n; −∞ at 0, NaN below.</returns>
    public static Matrix Log(Matrix x) => Elementwise.Map(x, Entrywise.Log, Math.Log);
}
