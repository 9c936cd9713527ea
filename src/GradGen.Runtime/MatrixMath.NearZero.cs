using MathNet.Numerics;

namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>log(1 + x), accurate for small x too (Goldberg, ACM Computing Surveys 23, 1991, theorem 4).</summary>
    /// <param name="x">x.</param>
    /// <returns>The logarithm; −∞ at −1, NaN below.</returns>
    public static double Log1p(double x)
    {
        var sum = 1.0 + x;
        return Math.Abs(x) > 1.0 || double.IsNaN(x) ? Math.Log(sum) : sum == 1.0 ? x : Math.Log(sum) * x / (sum - 1.0);
    }

    /// <summary>eˣ − 1, accurate for small x too (Kahan; Higham, Accuracy and Stability of Numerical Algorithms, §1.14.1).</summary>
    /// <param name="x">x.</param>
    /// <returns>A value not below −1.</returns>
    public static double Expm1(double x)
    {
        var power = Math.Exp(x);
        return Math.Abs(x) > 1.0 || double.IsNaN(x) ? power - 1.0 : power == 1.0 ? x : (power - 1.0) * x / Math.Log(power);
    }

    /// <summary>The error function 2/√π ∫₀ˣ exp(−t²) dt, as MathNet computes it.</summary>
    /// <param name="x">x.</param>
    /// <returns>A value from −1 to 1.</returns>
    public static double Erf(double x) => SpecialFunctions.Erf(x);

    /// <summary>The logarithm log(1 + x), accurate for small x too, of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n; −∞ at −1, NaN below.</returns>
    public static Vector Log1p(Vector x) => Elementwise.Map(x, Entrywise.Log1p, Log1p);

    /// <inheritdoc cref="Log1p(Vector)"/>
    public static RowVector Log1p(RowVector x) => Log1p(x.T).T;

    /// <summary>The logarithm log(1 + x), accurate for small x too, of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n; −∞ at −1, NaN below.</returns>
    public static Matrix Log1p(Matrix x) => Elementwise.Map(x, Entrywise.Log1p, Log1p);

    /// <summary>eˣ − 1, accurate for small x too, of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Expm1(Vector x) => Elementwise.Map(x, Entrywise.Expm1, Expm1);

    /// <inheritdoc cref="Expm1(Vector)"/>
    public static RowVector Expm1(RowVector x) => Expm1(x.T).T;

    /// <summary>eˣ − 1, accurate for small x too, of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Expm1(Matrix x) => Elementwise.Map(x, Entrywise.Expm1, Expm1);

    /// <summary>The error function 2/√π ∫₀ˣ exp(−t²) dt of every entry.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The values, n.</returns>
    public static Vector Erf(Vector x) => Elementwise.Map(x, Erf);

    /// <inheritdoc cref="Erf(Vector)"/>
    public static RowVector Erf(RowVector x) => Erf(x.T).T;

    /// <summary>The error function 2/√π ∫₀ˣ exp(−t²) dt of every entry.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix Erf(Matrix x) => Elementwise.Map(x, Erf);
}
