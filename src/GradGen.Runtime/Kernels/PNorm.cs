using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>
/// The p-norm and its first two derivatives, all by the entries over the largest one, so that no power overflows: with
/// N = ‖x‖ₚ the gradient is u = sign(x)(|x|/N)ᵖ⁻¹, and du = (c ∘ dx − (p − 1) u uᵀdx)/N with c = (p − 1)(|x|/N)ᵖ⁻².
/// </summary>
internal static class PNorm
{
    internal static double Of(ReadOnlySpan<double> x, double p)
    {
        RequireExponent(p);
        var largest = EuclideanNorm.Largest(x);
        return IsLargest(largest, p) ? largest : largest * Scaled(x, largest, p);
    }

    /// <summary>u; where p is infinite, the sign at the first largest entry alone. Zero at zero.</summary>
    internal static DenseVector Gradient(double[] x, double p)
    {
        RequireExponent(p);
        var result = Dense.NewZeroVector(x.Length);
        var gradient = result.Values;
        var largest = EuclideanNorm.Largest(x);
        if (largest == 0.0)
        {
            return result;
        }

        if (IsLargest(largest, p))
        {
            var first = FirstOfMagnitude(x, largest);
            gradient[first] = Kernel.Sign(x[first]);
            return result;
        }

        var norm = Scaled(x, largest, p);
        for (var i = 0; i < x.Length; i++)
        {
            gradient[i] = Kernel.Sign(x[i]) * Math.Pow(Math.Abs(x[i] / largest) / norm, p - 1.0);
        }

        return result;
    }

    /// <summary>c. Where an entry is 0 and p below 2 the second derivative is infinite; as of |x|, 0 is taken.</summary>
    internal static DenseVector Curvature(double[] x, double p)
    {
        RequireExponent(p);
        var result = Dense.NewZeroVector(x.Length);
        var curvature = result.Values;
        var largest = EuclideanNorm.Largest(x);
        if (largest == 0.0 || IsLargest(largest, p))
        {
            return result;
        }

        var norm = Scaled(x, largest, p);
        for (var i = 0; i < x.Length; i++)
        {
            curvature[i] = x[i] == 0.0 && p < 2.0 ? 0.0 : (p - 1.0) * Math.Pow(Math.Abs(x[i] / largest) / norm, p - 2.0);
        }

        return result;
    }

    /// <summary>Whether the norm is the largest absolute value: for an infinite p, at zero, and where an entry is not finite.</summary>
    private static bool IsLargest(double largest, double p) => largest == 0.0 || !double.IsFinite(largest) || double.IsPositiveInfinity(p);

    /// <summary>The norm of the entries over the largest one: at least 1.</summary>
    private static double Scaled(ReadOnlySpan<double> x, double largest, double p)
    {
        var sum = 0.0;
        foreach (var entry in x)
        {
            sum += Math.Pow(Math.Abs(entry / largest), p);
        }

        return Math.Pow(sum, 1.0 / p);
    }

    private static int FirstOfMagnitude(ReadOnlySpan<double> x, double magnitude)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (Math.Abs(x[i]) == magnitude)
            {
                return i;
            }
        }

        return 0;
    }

    private static void RequireExponent(double p)
    {
        if (!(p >= 1.0))
        {
            throw new ArgumentException($"NormP: the exponent is {p.ToString(System.Globalization.CultureInfo.InvariantCulture)} but at least 1 is needed");
        }
    }
}
