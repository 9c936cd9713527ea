namespace GradGen;

public static partial class Kernel
{
    // The asymptotic series is exact to the last digits from here on, for the orders that occur.
    private const double FirstAsymptotic = 20;

    // B₂, B₄, … of Bernoulli.
    private static readonly double[] BernoulliNumbers =
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330,
    ];

    /// <summary>
    /// The polygamma function ψₖ, the k-th derivative of the digamma function: by the recurrence ψₖ(x) = ψₖ(x + 1) − (−1)ᵏk!/xᵏ⁺¹
    /// up to a large x, then by the asymptotic series (Abramowitz and Stegun, 6.4.6 and 6.4.11).
    /// </summary>
    /// <param name="k">The order, at least 1.</param>
    /// <param name="x">The argument; for a negative one the reflection formula 6.4.7 is used.</param>
    /// <returns>ψₖ(x); at 0 and at the negative whole numbers the limit from above, ∞ of the sign −(−1)ᵏ; NaN at −∞.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is below 1.</exception>
    public static double PolyGamma(int k, double x)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var sign = k % 2 == 0 ? -1.0 : 1.0;
        if (double.IsNegativeInfinity(x)) return double.NaN;
        if (x <= 0 && x == Math.Floor(x)) return sign * double.PositiveInfinity;
        // ψₖ(1 − x) − (−1)ᵏψₖ(x) = (−1)ᵏ π dᵏ cot(πx)/dxᵏ.
        if (x < 0) return (-sign * PolyGamma(k, 1 - x)) - (Math.PI * CotangentDerivative(k, x));

        var factorial = 1.0;
        for (var i = 2; i < k; i++) factorial *= i;
        var sum = 0.0;
        for (; x < FirstAsymptotic + k; x++) sum += factorial * k / Math.Pow(x, k + 1);

        // (k − 1)!/xᵏ + k!/(2xᵏ⁺¹) + Σ B₂ⱼ(2j + k − 1)!/((2j)! x²ʲ⁺ᵏ).
        var power = factorial / Math.Pow(x, k);
        var series = power * (1 + (k / (2 * x)));
        for (var j = 1; j <= BernoulliNumbers.Length; j++)
        {
            power *= (((2 * j) + k - 2) / (((2 * j) - 1) * x)) * (((2 * j) + k - 1) / (2 * j * x));
            series += BernoulliNumbers[j - 1] * power;
        }

        return sign * (sum + series);
    }

    /// <summary>dᵏ cot(πx)/dxᵏ: πᵏ times a polynomial in c = cot(πx), because dc = −π(1 + c²) dx.</summary>
    private static double CotangentDerivative(int k, double x)
    {
        Span<double> polynomial = stackalloc double[k + 3];
        polynomial.Clear();
        polynomial[1] = 1;
        for (var step = 1; step <= k; step++)
        {
            // −(1 + c²) times the derivative, in place.
            var below = 0.0;
            for (var power = 0; power <= step + 1; power++)
            {
                var own = polynomial[power];
                polynomial[power] = -(((power + 1) * polynomial[power + 1]) + ((power - 1) * below));
                below = own;
            }
        }

        // Next to its zeros the cotangent is the tangent of what is left to π/2.
        var r = x - Math.Round(x);
        var c = Math.Abs(r) < 0.25 ? 1 / Math.Tan(Math.PI * r) : Math.CopySign(Math.Tan(Math.PI * (0.5 - Math.Abs(r))), r);
        var value = 0.0;
        for (var power = k + 1; power >= 0; power--) value = (value * c) + polynomial[power];
        return value * Math.Pow(Math.PI, k);
    }
}
