using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <content>
/// Functions made of exponentials and logarithms, of which <see cref="TensorPrimitives"/> has none that is accurate near 0. They are
/// computed by blocks that stay in the first cache.
/// </content>
public static partial class Entrywise
{
    private const int BlockLength = 256;

    private delegate void BlockMap(ReadOnlySpan<double> x, Span<double> exponentials, Span<double> result);

    /// <summary>The hyperbolic tangent.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> result) => ByBlocks(x, result, static (x, e, result) =>
    {
        TensorPrimitives.Abs(x, e);
        TensorPrimitives.Add(e, e, e);
        TensorPrimitives.Exp(e, e);
        for (var i = 0; i < x.Length; i += Lanes.Width)
        {
            var value = Lanes.Load(x, i);
            var magnitude = Vector256.Abs(value);

            // The sign is that of x. 1 − 2/(e²ˣ + 1) loses digits near 0, where a quotient of polynomials takes its place (Moshier, Cephes, 1989, tanh.c).
            var far = Vector256<double>.One - (Vector256.Create(2.0) / (Lanes.Load(e, i) + Vector256<double>.One));
            var z = value * value;
            var p = Lanes.Polynomial(z, -9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3);
            var q = Lanes.Polynomial(z, 1.0, 1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3);
            var near = Simd256.MultiplyAdd(value * z, p / q, value);
            var tanh = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(0.625)), near, far);
            Lanes.Store(Vector256.ConditionalSelect(Vector256.Create(-0.0), value, tanh), result, i);
        }
    });

    /// <summary>The logistic function 1/(1 + e⁻ˣ), without overflow and with full relative accuracy on both sides.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> result) => ByBlocks(x, result, static (x, e, result) =>
    {
        Decay(x, e);
        for (var i = 0; i < x.Length; i += Lanes.Width)
        {
            var (value, decay) = (Lanes.Load(x, i), Lanes.Load(e, i));
            var numerator = Vector256.ConditionalSelect(Vector256.LessThan(value, Vector256<double>.Zero), decay, Vector256<double>.One);
            Lanes.Store(numerator / (Vector256<double>.One + decay), result, i);
        }
    });

    /// <summary>The softplus log(1 + eˣ) = max(x, 0) + log(1 + e⁻|ˣ|), without overflow.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Softplus(ReadOnlySpan<double> x, Span<double> result) => ByBlocks(x, result, static (x, e, result) =>
    {
        Decay(x, e);
        Log1p(e, e);
        for (var i = 0; i < x.Length; i += Lanes.Width)
        {
            Lanes.Store(Vector256.Max(Lanes.Load(x, i), Vector256<double>.Zero) + Lanes.Load(e, i), result, i);
        }
    });

    /// <summary>log(1 + x), accurate for small x too (Goldberg, ACM Computing Surveys 23, 1991, theorem 4).</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Log1p(ReadOnlySpan<double> x, Span<double> result) => ByBlocks(x, result, static (x, logarithms, result) =>
    {
        TensorPrimitives.Add(x, 1.0, logarithms);
        TensorPrimitives.Log(logarithms, logarithms);
        for (var i = 0; i < x.Length; i += Lanes.Width)
        {
            var (value, logarithm) = (Lanes.Load(x, i), Lanes.Load(logarithms, i));
            var sum = value + Vector256<double>.One;
            var near = Vector256.ConditionalSelect(
                Vector256.Equals(sum, Vector256<double>.One),
                value,
                logarithm * value / (sum - Vector256<double>.One));
            var isNear = Vector256.LessThanOrEqual(Vector256.Abs(value), Vector256<double>.One);
            Lanes.Store(Vector256.ConditionalSelect(isNear, near, logarithm), result, i);
        }
    });

    /// <summary>eˣ − 1, accurate for small x too.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Expm1(ReadOnlySpan<double> x, Span<double> result) => ByBlocks(x, result, static (x, e, result) =>
    {
        TensorPrimitives.Exp(x, e);
        for (var i = 0; i < x.Length; i += Lanes.Width)
        {
            // Near 0 the difference loses digits; a quotient of polynomials takes its place (Moshier, Cephes, 1989, unity.c).
            var value = Lanes.Load(x, i);
            var z = value * value;
            var p = value * Lanes.Polynomial(z, 1.2617719307481059087798e-4, 3.0299440770744196129956e-2, 9.9999999999999999991025e-1);
            var q = Lanes.Polynomial(z, 3.0019850513866445504159e-6, 2.5244834034968410419224e-3, 2.2726554820815502876593e-1, 2.0);
            var ratio = p / (q - p);
            var isNear = Vector256.LessThan(Vector256.Abs(value), Vector256.Create(0.5));
            Lanes.Store(Vector256.ConditionalSelect(isNear, ratio + ratio, Lanes.Load(e, i) - Vector256<double>.One), result, i);
        }
    });

    /// <summary>e⁻|ˣ|.</summary>
    private static void Decay(ReadOnlySpan<double> x, Span<double> e)
    {
        TensorPrimitives.Abs(x, e);
        TensorPrimitives.Negate<double>(e, e);
        TensorPrimitives.Exp<double>(e, e);
    }

    [SkipLocalsInit]
    private static void ByBlocks(ReadOnlySpan<double> x, Span<double> result, BlockMap compute)
    {
        Span<double> scratch = stackalloc double[BlockLength];
        for (var start = 0; start < x.Length; start += BlockLength)
        {
            var length = Math.Min(BlockLength, x.Length - start);
            compute(x.Slice(start, length), scratch[..length], result.Slice(start, length));
        }
    }
}
