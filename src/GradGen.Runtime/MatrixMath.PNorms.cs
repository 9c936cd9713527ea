namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The p-norm ‖x‖ₚ = (Σ|xᵢ|ᵖ)^(1/p), without overflow of the powers.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="p">The exponent, at least 1; +∞ gives the largest absolute value.</param>
    /// <returns>The norm; 0 if there are no entries.</returns>
    /// <exception cref="ArgumentException">p is below 1.</exception>
    public static double NormP(Vector x, double p) => PNorm.Of(Stored.Values(x.Storage), p);

    /// <inheritdoc cref="NormP(Vector, double)"/>
    public static double NormP(RowVector x, double p) => PNorm.Of(Stored.Values(x.Storage), p);

    /// <summary>The maximum norm ‖x‖_∞ = max |xᵢ|.</summary>
    /// <param name="x">x, n ≥ 1.</param>
    /// <returns>The largest absolute value; NaN if an entry is not a number.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static double NormInf(Vector x)
    {
        Require.SomeEntries("NormInf", x.Count);
        return EuclideanNorm.Largest(Stored.Values(x.Storage));
    }

    /// <inheritdoc cref="NormInf(Vector)"/>
    public static double NormInf(RowVector x) => NormInf(x.T);
}
