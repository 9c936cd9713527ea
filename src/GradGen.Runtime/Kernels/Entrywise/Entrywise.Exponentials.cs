using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <content>
/// Functions made of exponentials and logarithms, of which <see cref="TensorPrimitives"/> has none that is accurate near 0.
/// </content>
public static partial class Entrywise
{
    private const int BlockLength = 256;

    /// <summary>A function of four entries in registers.</summary>
    internal interface IFunction
    {
        static abstract Vector256<double> Of(Vector256<double> x);
    }

    /// <summary>The exponential eˣ.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="result">Where to write the values, n.</param>
    public static void Exp(ReadOnlySpan<double> x, Span<double> result) => Map<ExpOf>(x, result);

    /// <summary>The hyperbolic tangent.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> result) => Map<TanhOf>(x, result);

    /// <summary>The logistic function 1/(1 + e⁻ˣ), without overflow and with full relative accuracy on both sides.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> result) => Map<SigmoidOf>(x, result);

    /// <summary>The softplus log(1 + eˣ) = max(x, 0) + log(1 + e⁻|ˣ|), without overflow.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Softplus(ReadOnlySpan<double> x, Span<double> result) => Map<SoftplusOf>(x, result);

    /// <summary>eˣ − 1, accurate for small x too.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Expm1(ReadOnlySpan<double> x, Span<double> result) => Map<Expm1Of>(x, result);

    /// <summary>log(1 + x), accurate for small x too (Goldberg, ACM Computing Surveys 23, 1991, theorem 4).</summary>
    /// <inheritdoc cref="Exp"/>
    [SkipLocalsInit]
    public static void Log1p(ReadOnlySpan<double> x, Span<double> result)
    {
        Span<double> scratch = stackalloc double[BlockLength];
        for (; !x.IsEmpty; x = x[scratch.Length..], result = result[scratch.Length..])
        {
            scratch = scratch[..Math.Min(scratch.Length, x.Length)];
            TensorPrimitives.Add(x[..scratch.Length], 1.0, scratch);
            TensorPrimitives.Log(scratch, scratch);
            for (var i = 0; i < scratch.Length; i += Lanes.Width)
            {
                var (value, logarithm) = (Lanes.Load(x, i), Lanes.Load(scratch, i));
                var sum = value + Vector256<double>.One;
                var near = Vector256.ConditionalSelect(
                    Vector256.Equals(sum, Vector256<double>.One),
                    value,
                    logarithm * value / (sum - Vector256<double>.One));
                var isNear = Vector256.LessThanOrEqual(Vector256.Abs(value), Vector256<double>.One);
                Lanes.Store(Vector256.ConditionalSelect(isNear, near, logarithm), result[..scratch.Length], i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Map<TFunction>(ReadOnlySpan<double> x, Span<double> result)
        where TFunction : struct, IFunction
    {
        result = result[..x.Length];
        ref var source = ref MemoryMarshal.GetReference(x);
        ref var destination = ref MemoryMarshal.GetReference(result);
        var i = 0;
        for (; i <= x.Length - Lanes.Width; i += Lanes.Width)
        {
            TFunction.Of(Vector256.LoadUnsafe(ref source, (nuint)i)).StoreUnsafe(ref destination, (nuint)i);
        }

        if (i < x.Length)
        {
            Lanes.Store(TFunction.Of(Lanes.Load(x, i)), result, i);
        }
    }

    internal readonly struct ExpOf : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => Exponential.Of(x);
    }

    internal readonly struct DecayOf : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => Exponential.Of(-Vector256.Abs(x));
    }

    internal readonly struct TanhOf : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x)
        {
            var magnitude = Vector256.Abs(x);

            // The sign is that of x.
            return Vector256.ConditionalSelect(Vector256.Create(-0.0), x, Exponential.TanhOfHalf(magnitude + magnitude));
        }
    }

    internal readonly struct SigmoidOf : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => By(x, DecayOf.Of(x));

        /// <summary>From x and e⁻|ˣ|.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector256<double> By(Vector256<double> x, Vector256<double> decay)
        {
            var numerator = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), decay, Vector256<double>.One);
            return numerator / (Vector256<double>.One + decay);
        }
    }

    internal readonly struct SoftplusOf : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x) => By(x, DecayOf.Of(x));

        /// <summary>From x and e⁻|ˣ|.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static Vector256<double> By(Vector256<double> x, Vector256<double> decay)
        {
            var positive = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), Vector256<double>.Zero, x);
            return positive + Exponential.Log1pOfFraction(decay);
        }
    }

    internal readonly struct Expm1Of : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<double> Of(Vector256<double> x)
        {
            // Near 0 the difference loses digits; a quotient of polynomials takes its place (Moshier, Cephes, 1989, unity.c).
            var z = x * x;
            var p = x * Lanes.Polynomial(z, 1.2617719307481059087798e-4, 3.0299440770744196129956e-2, 9.9999999999999999991025e-1);
            var q = Lanes.Polynomial(z, 3.0019850513866445504159e-6, 2.5244834034968410419224e-3, 2.2726554820815502876593e-1, 2.0);
            var ratio = p / (q - p);
            var isNear = Vector256.LessThan(Vector256.Abs(x), Vector256.Create(0.5));
            return Vector256.ConditionalSelect(isNear, ratio + ratio, Exponential.Of(x) - Vector256<double>.One);
        }
    }
}
