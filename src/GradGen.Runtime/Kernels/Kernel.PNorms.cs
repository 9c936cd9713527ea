namespace GradGen;

public static partial class Kernel
{
    /// <summary>The gradient of the p-norm, sign(x)(|x|/‖x‖ₚ)ᵖ⁻¹; 0 at 0.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="p">The exponent, at least 1.</param>
    /// <returns>The gradient, n.</returns>
    /// <exception cref="ArgumentException">p is below 1.</exception>
    public static Vector NormPGradient(Vector x, double p) => PNorm.Gradient(Stored.All(x.Storage), p);

    /// <inheritdoc cref="NormPGradient(Vector, double)"/>
    public static RowVector NormPGradient(RowVector x, double p) => NormPGradient(x.T, p).T;

    /// <summary>(p − 1)(|x|/‖x‖ₚ)ᵖ⁻², of which the second derivative of the p-norm is made; 0 where an entry is 0 and p below 2.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="p">The exponent, at least 1.</param>
    /// <returns>The values, n.</returns>
    /// <exception cref="ArgumentException">p is below 1.</exception>
    public static Vector NormPCurvature(Vector x, double p) => PNorm.Curvature(Stored.All(x.Storage), p);

    /// <inheritdoc cref="NormPCurvature(Vector, double)"/>
    public static RowVector NormPCurvature(RowVector x, double p) => NormPCurvature(x.T, p).T;
}
