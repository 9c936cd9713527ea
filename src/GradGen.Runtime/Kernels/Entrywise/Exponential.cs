using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>The exponential of four entries, and the logarithm that belongs to it, in registers, so that functions made of them take one pass.</summary>
internal static class Exponential
{
    private const double InverseLog2 = 1.4426950408889634;

    // log 2 in two parts, the first of so few digits that its multiples are exact (Cody and Waite, 1980).
    private const double HighLog2 = 6.93145751953125e-1;
    private const double LowLog2 = 1.42860682030941723212e-6;

    // Added to a number of this size, what is behind the point is rounded off and the whole number stands in the low bits.
    private const double Rounder = 6755399441055744.0;

    // Beyond these the exponential is infinite or zero.
    private const double Largest = 710.0;
    private const double Smallest = -746.0;

    // Beyond this eˣ ± 1 are eˣ.
    private const double Dominant = 44.0;

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Of(Vector256<double> x)
    {
        x = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(Largest)), Vector256.Create(Largest), x);
        x = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Smallest)), Vector256.Create(Smallest), x);
        var (n, expm1) = Reduced(x);

        // In two steps, since 2ⁿ alone may be too large or too small although the product is not.
        var half = Simd256.MultiplyAdd(n, Vector256.Create(0.5), Vector256.Create(Rounder)) - Vector256.Create(Rounder);
        return (expm1 + Vector256<double>.One) * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>tanh ½x = (eˣ − 1)/(eˣ + 1) for x ≥ 0, accurate however small x is: eˣ − 1 = 2ⁿ(eʳ − 1) + (2ⁿ − 1), where either nothing cancels or n = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> TanhOfHalf(Vector256<double> x)
    {
        x = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(Dominant)), Vector256.Create(Dominant), x);
        var (n, expm1) = Reduced(x);
        var scale = PowerOfTwo(n);
        var difference = Simd256.MultiplyAdd(scale, expm1, scale - Vector256<double>.One);
        return difference / (difference + Vector256.Create(2.0));
    }

    /// <summary>n and eʳ − 1 such that eˣ = 2ⁿeʳ and |r| ≤ ½ log 2, where thirteen terms of the series are enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> N, Vector256<double> Expm1) Reduced(Vector256<double> x)
    {
        var n = Simd256.MultiplyAdd(x, Vector256.Create(InverseLog2), Vector256.Create(Rounder)) - Vector256.Create(Rounder);
        var r = Simd256.MultiplyAdd(n, Vector256.Create(-HighLog2), x);
        r = Simd256.MultiplyAdd(n, Vector256.Create(-LowLog2), r);

        // The even and the odd terms after the first, each by Horner's scheme, so that neither waits for the other.
        var z = r * r;
        var odd = Vector256.Create(1.0 / 6227020800);
        odd = Simd256.MultiplyAdd(odd, z, Vector256.Create(1.0 / 39916800));
        odd = Simd256.MultiplyAdd(odd, z, Vector256.Create(1.0 / 362880));
        odd = Simd256.MultiplyAdd(odd, z, Vector256.Create(1.0 / 5040));
        odd = Simd256.MultiplyAdd(odd, z, Vector256.Create(1.0 / 120));
        odd = Simd256.MultiplyAdd(odd, z, Vector256.Create(1.0 / 6));
        var even = Vector256.Create(1.0 / 479001600);
        even = Simd256.MultiplyAdd(even, z, Vector256.Create(1.0 / 3628800));
        even = Simd256.MultiplyAdd(even, z, Vector256.Create(1.0 / 40320));
        even = Simd256.MultiplyAdd(even, z, Vector256.Create(1.0 / 720));
        even = Simd256.MultiplyAdd(even, z, Vector256.Create(1.0 / 24));
        even = Simd256.MultiplyAdd(even, z, Vector256.Create(0.5));
        return (n, Simd256.MultiplyAdd(Simd256.MultiplyAdd(odd, r, even), z, r));
    }

    /// <summary>log(1 + y) for y from 0 to 1, as 2 artanh(y/(2 + y)): accurate however small y is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Log1pOfFraction(Vector256<double> y)
    {
        var s = y / (Vector256.Create(2.0) + y);
        var z = s * s;
        var square = z * z;
        var odd = Vector256.Create(1.0 / 31);
        odd = Simd256.MultiplyAdd(odd, square, Vector256.Create(1.0 / 27));
        odd = Simd256.MultiplyAdd(odd, square, Vector256.Create(1.0 / 23));
        odd = Simd256.MultiplyAdd(odd, square, Vector256.Create(1.0 / 19));
        odd = Simd256.MultiplyAdd(odd, square, Vector256.Create(1.0 / 15));
        odd = Simd256.MultiplyAdd(odd, square, Vector256.Create(1.0 / 11));
        odd = Simd256.MultiplyAdd(odd, square, Vector256.Create(1.0 / 7));
        odd = Simd256.MultiplyAdd(odd, square, Vector256.Create(1.0 / 3));
        var even = Vector256.Create(1.0 / 29);
        even = Simd256.MultiplyAdd(even, square, Vector256.Create(1.0 / 25));
        even = Simd256.MultiplyAdd(even, square, Vector256.Create(1.0 / 21));
        even = Simd256.MultiplyAdd(even, square, Vector256.Create(1.0 / 17));
        even = Simd256.MultiplyAdd(even, square, Vector256.Create(1.0 / 13));
        even = Simd256.MultiplyAdd(even, square, Vector256.Create(1.0 / 9));
        even = Simd256.MultiplyAdd(even, square, Vector256.Create(1.0 / 5));
        var sum = Simd256.MultiplyAdd(even, z, odd);
        return Simd256.MultiplyAdd((s + s) * z, sum, s + s);
    }

    // A whole number's low bits, moved to where the exponent is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<double> n) =>
        ((n + Vector256.Create(Rounder + 1023.0)).AsInt64() << 52).AsDouble();
}
