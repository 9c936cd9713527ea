using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <content>The functions of one number.</content>
public static partial class Entry
{
    /// <summary>−a.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Negative<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            -TA.Of(x0, x1, x2, x3, c0, c1, c2);
    }

    /// <summary>a².</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Square<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2)
        {
            var a = TA.Of(x0, x1, x2, x3, c0, c1, c2);
            return a * a;
        }
    }

    /// <summary>1/a.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Reciprocal<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Vector256<double>.One / TA.Of(x0, x1, x2, x3, c0, c1, c2);
    }

    /// <summary>√a.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Sqrt<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Vector256.Sqrt(TA.Of(x0, x1, x2, x3, c0, c1, c2));
    }

    /// <summary>|a|.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Abs<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Vector256.Abs(TA.Of(x0, x1, x2, x3, c0, c1, c2));
    }

    /// <summary>max(a, 0); NaN of NaN.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Relu<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2)
        {
            var a = TA.Of(x0, x1, x2, x3, c0, c1, c2);
            return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(a, Vector256<double>.Zero), Vector256<double>.Zero, a);
        }
    }

    /// <summary>eᵃ.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Exp<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Entrywise.ExpOf.Of(TA.Of(x0, x1, x2, x3, c0, c1, c2));
    }

    /// <summary>eᵃ − 1.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Expm1<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Entrywise.Expm1Of.Of(TA.Of(x0, x1, x2, x3, c0, c1, c2));
    }

    /// <summary>tanh a.</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Tanh<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Entrywise.TanhOf.Of(TA.Of(x0, x1, x2, x3, c0, c1, c2));
    }

    /// <summary>1/(1 + e⁻ᵃ).</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Sigmoid<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Entrywise.SigmoidOf.Of(TA.Of(x0, x1, x2, x3, c0, c1, c2));
    }

    /// <summary>log(1 + eᵃ).</summary>
    /// <typeparam name="TA">a.</typeparam>
    public readonly struct Softplus<TA> : IEntry
        where TA : struct, IEntry
    {
        /// <inheritdoc/>
        public static int Arrays => TA.Arrays;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(
            Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
            Entrywise.SoftplusOf.Of(TA.Of(x0, x1, x2, x3, c0, c1, c2));
    }
}
