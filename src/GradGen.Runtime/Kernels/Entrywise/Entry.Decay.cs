using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <content>The exponential that σ and softplus share, and both from it.</content>
public static partial class Entry
{
    /// <summary>e⁻|ᵃ|.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Decay<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Entrywise.DecayOf.Of(TA.Of(x0, x1, x2, x3, c0, c1, c2));
    }

    /// <summary>1/(1 + e⁻ᵃ) from a and e⁻|ᵃ|.</summary>
    /// <typeparam name="TA">a.</typeparam>
    /// <typeparam name="TDecay">e⁻|ᵃ|.</typeparam>
    public readonly struct SigmoidByDecay<TA, TDecay> : IEntry
        where TA : struct, IEntry
        where TDecay : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => Math.Max(TA.Arrays, TDecay.Arrays);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Entrywise.SigmoidOf.By(TA.Of(x0, x1, x2, x3, c0, c1, c2), TDecay.Of(x0, x1, x2, x3, c0, c1, c2));
    }

    /// <summary>log(1 + eᵃ) from a and e⁻|ᵃ|.</summary>
    /// <typeparam name="TA">a.</typeparam>
    /// <typeparam name="TDecay">e⁻|ᵃ|.</typeparam>
    public readonly struct SoftplusByDecay<TA, TDecay> : IEntry
        where TA : struct, IEntry
        where TDecay : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => Math.Max(TA.Arrays, TDecay.Arrays);

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Entrywise.SoftplusOf.By(TA.Of(x0, x1, x2, x3, c0, c1, c2), TDecay.Of(x0, x1, x2, x3, c0, c1, c2));
    }
}
