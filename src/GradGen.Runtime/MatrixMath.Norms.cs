using System.Numerics.Tensors;

namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The 2-norm ‖x‖ = √(xᵀx), without overflow of the squares.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The norm.</returns>
    public static double Norm(Vector x) => EuclideanNorm.Of(Stored.Values(x.Storage));

    /// <inheritdoc cref="Norm(Vector)"/>
    public static double Norm(RowVector x) => EuclideanNorm.Of(Stored.Values(x.Storage));

    /// <summary>The squared 2-norm ‖x‖² = xᵀx.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The sum of the squares of the entries.</returns>
    public static double NormSquared(Vector x) => SumOfSquares(Stored.Values(x.Storage));

    /// <inheritdoc cref="NormSquared(Vector)"/>
    public static double NormSquared(RowVector x) => SumOfSquares(Stored.Values(x.Storage));

    /// <summary>The 1-norm ‖x‖₁ = Σ|xᵢ|.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The sum of the absolute values of the entries.</returns>
    public static double Norm1(Vector x) => TensorPrimitives.SumOfMagnitudes(Stored.Values(x.Storage));

    /// <inheritdoc cref="Norm1(Vector)"/>
    public static double Norm1(RowVector x) => TensorPrimitives.SumOfMagnitudes(Stored.Values(x.Storage));

    /// <summary>The entrywise 1-norm Σ|Xᵢⱼ|, not the operator norm that MathNet's <c>L1Norm</c> is.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The sum of the absolute values of the entries.</returns>
    public static double Norm1(Matrix x) => TensorPrimitives.SumOfMagnitudes(Stored.Values(x.Storage));

    /// <summary>The Frobenius norm ‖X‖ = √Tr(XᵀX), without overflow of the squares.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The norm.</returns>
    public static double FrobeniusNorm(Matrix x) => EuclideanNorm.Of(Stored.Values(x.Storage));

    /// <summary>The squared Frobenius norm Tr(XᵀX).</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The sum of the squares of the entries.</returns>
    public static double FrobeniusNormSquared(Matrix x) => SumOfSquares(Stored.Values(x.Storage));

    /// <summary>The nuclear norm, the sum of the singular values.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The norm.</returns>
    public static double NuclearNorm(Matrix x) => OfSingularValues(x, static values => values.Sum());

    /// <summary>The spectral norm, the largest singular value.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The norm.</returns>
    public static double SpectralNorm(Matrix x) => OfSingularValues(x, static values => values[0]);

    private static double SumOfSquares(ReadOnlySpan<double> x) => ShortColumn.Dot(x, x);

    /// <summary>A norm of the singular values; where an entry is not finite there are none, and the norm is as that entry.</summary>
    private static double OfSingularValues(Matrix x, Func<double[], double> norm)
    {
        var largest = EuclideanNorm.Largest(Stored.Values(x.Storage));
        if (largest == 0.0 || !double.IsFinite(largest))
        {
            return largest;
        }

        var svd = ScaledSvd.Of(x, vectors: false);
        return Math.ScaleB(norm(svd.Values), svd.Exponent);
    }
}
