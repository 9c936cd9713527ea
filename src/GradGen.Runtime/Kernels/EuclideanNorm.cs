using System.Numerics.Tensors;

namespace GradGen;

/// <summary>√Σx² without overflow or underflow of the squares (Blue, ACM TOMS 4, 1978: scale only where it is needed).</summary>
internal static class EuclideanNorm
{
    // Outside of these the plain sum of squares may have lost digits or overflowed.
    private const double SmallestSafeSum = 1e-270;
    private const double LargestSafeSum = 1e300;

    internal static double Of(ReadOnlySpan<double> x)
    {
        var sum = TensorPrimitives.SumOfSquares(x);
        if (sum is >= SmallestSafeSum and <= LargestSafeSum)
        {
            return Math.Sqrt(sum);
        }

        var largest = Largest(x);
        return largest == 0.0 || !double.IsFinite(largest) ? largest : largest * Math.Sqrt(SumOfScaledSquares(x, largest));
    }

    /// <summary>result becomes x/‖x‖, and zero where x is zero. The two may be the same.</summary>
    internal static void Normalize(ReadOnlySpan<double> x, Span<double> result)
    {
        var norm = Of(x);
        if (norm is >= 1e-300 and <= 1e300)
        {
            TensorPrimitives.Divide(x, norm, result);
            return;
        }

        var largest = Largest(x);
        if (largest == 0.0)
        {
            result.Clear();
            return;
        }

        TensorPrimitives.Divide(x, largest, result);
        TensorPrimitives.Divide(result, Math.Sqrt(TensorPrimitives.SumOfSquares<double>(result)), result);
    }

    /// <summary>max |xᵢ|, or 0 if there are no entries; NaN if one is not a number.</summary>
    internal static double Largest(ReadOnlySpan<double> x) => x.IsEmpty ? 0.0 : Math.Abs(TensorPrimitives.MaxMagnitude(x));

    private static double SumOfScaledSquares(ReadOnlySpan<double> x, double scale)
    {
        var sum = 0.0;
        foreach (var entry in x)
        {
            var scaled = entry / scale;
            sum += scaled * scaled;
        }

        return sum;
    }
}
