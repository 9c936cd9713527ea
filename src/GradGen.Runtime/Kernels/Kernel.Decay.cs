namespace GradGen;

public static partial class Kernel
{
    /// <summary>e⁻|ˣ|, the exponential that σ and softplus share.</summary>
    /// <param name="x">x.</param>
    /// <returns>A value from 0 to 1.</returns>
    public static double Decay(double x) => Math.Exp(-Math.Abs(x));

    /// <summary>The logistic function 1/(1 + e⁻ˣ).</summary>
    /// <param name="x">x.</param>
    /// <param name="decay">e⁻|ˣ|.</param>
    /// <returns>A value from 0 to 1.</returns>
    public static double SigmoidByDecay(double x, double decay) => (x < 0.0 ? decay : 1.0) / (1.0 + decay);

    /// <summary>The softplus log(1 + eˣ) = max(x, 0) + log(1 + e⁻|ˣ|).</summary>
    /// <param name="x">x.</param>
    /// <param name="decay">e⁻|ˣ|.</param>
    /// <returns>A value not below 0.</returns>
    public static double SoftplusByDecay(double x, double decay) => Math.Max(x, 0.0) + MatrixMath.Log1p(decay);
}
