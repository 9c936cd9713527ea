using System.ComponentModel;
using System.Numerics.Tensors;

namespace GradGen;

/// <summary>
/// The elementary functions, entry by entry over a span; the result may be the operand itself, but may not overlap it otherwise.
/// Vectorized where that keeps the accuracy of <see cref="Math"/> up to a few units in the last place. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Entrywise
{
    /// <summary>The natural logarithm.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Log(ReadOnlySpan<double> x, Span<double> result) => TensorPrimitives.Log(x, result);

    /// <summary>The square root.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Sqrt(ReadOnlySpan<double> x, Span<double> result) => TensorPrimitives.Sqrt(x, result);

    /// <summary>The square.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Square(ReadOnlySpan<double> x, Span<double> result) => TensorPrimitives.Multiply(x, x, result);

    /// <summary>The reciprocal 1/x.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Reciprocal(ReadOnlySpan<double> x, Span<double> result) => TensorPrimitives.Reciprocal(x, result);

    /// <summary>The absolute value.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Abs(ReadOnlySpan<double> x, Span<double> result) => TensorPrimitives.Abs(x, result);

    /// <summary>The sine.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Sin(ReadOnlySpan<double> x, Span<double> result) => TensorPrimitives.Sin(x, result);

    /// <summary>The cosine.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Cos(ReadOnlySpan<double> x, Span<double> result) => TensorPrimitives.Cos(x, result);

    /// <summary>The tangent; the vectorized one of <see cref="TensorPrimitives"/> loses two digits on some machines.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Tan(ReadOnlySpan<double> x, Span<double> result) => Map(x, result, Math.Tan);

    /// <summary>The rectifier max(x, 0).</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Relu(ReadOnlySpan<double> x, Span<double> result) => TensorPrimitives.Max(x, 0.0, result);

    /// <summary>The power xᵖ.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="p">The exponent.</param>
    /// <param name="result">Where to write the values, n.</param>
    public static void Pow(ReadOnlySpan<double> x, double p, Span<double> result)
    {
        for (var i = 0; i < x.Length; i++)
        {
            result[i] = Math.Pow(x[i], p);
        }
    }

    /// <summary>The sign, 0 at 0 and NaN at NaN.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Sign(ReadOnlySpan<double> x, Span<double> result)
    {
        for (var i = 0; i < x.Length; i++)
        {
            result[i] = Kernel.Sign(x[i]);
        }
    }

    /// <summary>1 where x is positive, otherwise 0; NaN at NaN.</summary>
    /// <inheritdoc cref="Exp"/>
    public static void Step(ReadOnlySpan<double> x, Span<double> result)
    {
        for (var i = 0; i < x.Length; i++)
        {
            result[i] = Kernel.Step(x[i]);
        }
    }

    /// <summary>A function of one number, applied to each.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="result">Where to write the values, n.</param>
    /// <param name="function">The function.</param>
    public static void Map(ReadOnlySpan<double> x, Span<double> result, Func<double, double> function)
    {
        for (var i = 0; i < x.Length; i++)
        {
            result[i] = function(x[i]);
        }
    }
}
