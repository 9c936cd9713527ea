namespace GradGen;

public static partial class Kernel
{
    // How many roundings a computed eigenvalue, or a computed gradient, may be off.
    private const double Roundings = 8;

    /// <summary>
    /// The divided differences (fᵢ − fⱼ)/(λᵢ − λⱼ), zero on the diagonal. Where two values coincide it is their limit for a symmetric
    /// function, the mean of ∂fᵢ/∂λᵢ − ∂fᵢ/∂λⱼ and of the same with i and j exchanged; so too where both agree to rounding, because the
    /// limit does not cancel (Higham, Functions of Matrices, §3.2).
    /// </summary>
    /// <param name="values">λ, n.</param>
    /// <param name="f">f, n.</param>
    /// <param name="slopes">∂f/∂λᵀ, n×n.</param>
    /// <returns>The divided differences, n×n, symmetric.</returns>
    public static Matrix DividedDifferences(Vector values, Vector f, Matrix slopes)
    {
        var rounding = Roundings * values.Count * Math.ScaleB(1.0, -52) * EuclideanNorm.Largest(Stored.All(values.Storage));
        return Differences(values, f, slopes, rounding, zeros: double.NegativeInfinity);
    }

    /// <summary>
    /// (fᵢ − fⱼ)/(σᵢ − σⱼ) as <see cref="DividedDifferences"/>; f counts as zero where σ is zero up to rounding, and there the diagonal
    /// is ∂fᵢ/∂σᵢ.
    /// </summary>
    /// <param name="x">X, m×n, whose singular values σ are.</param>
    /// <param name="values">σ, largest first, min(m, n).</param>
    /// <param name="f">f, min(m, n).</param>
    /// <param name="slopes">∂f/∂σᵀ, square.</param>
    /// <returns>The weights, square and symmetric.</returns>
    public static Matrix SingularDifferences(Matrix x, Vector values, Vector f, Matrix slopes)
    {
        var zeros = LargestZero(x, values);
        return Differences(values, f, slopes, Roundings * zeros, zeros);
    }

    /// <summary>(fᵢ + fⱼ)/(σᵢ + σⱼ), where f counts as zero where σ is zero up to rounding; of two such the limit, the mean of ∂fᵢ/∂σᵢ and ∂fⱼ/∂σⱼ.</summary>
    /// <inheritdoc cref="SingularDifferences"/>
    public static Matrix SingularSums(Matrix x, Vector values, Vector f, Matrix slopes)
    {
        var (zeros, n) = (LargestZero(x, values), values.Count);
        var result = Dense.NewZeroMatrix(n, n);
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < j; i++)
            {
                var areZero = values[i] <= zeros && values[j] <= zeros;
                result[i, j] = result[j, i] = areZero
                    ? 0.5 * (slopes[i, i] + slopes[j, j])
                    : (AboveZero(values, f, i, zeros) + AboveZero(values, f, j, zeros)) / (values[i] + values[j]);
            }
        }

        return result;
    }

    /// <summary>fᵢ/σᵢ; where σᵢ is zero up to rounding the limit ∂fᵢ/∂σᵢ.</summary>
    /// <param name="x">X, m×n, whose singular values σ are.</param>
    /// <param name="values">σ, largest first, min(m, n).</param>
    /// <param name="f">f, min(m, n).</param>
    /// <param name="slopes">∂f/∂σᵀ, square.</param>
    /// <returns>The ratios, min(m, n).</returns>
    public static Vector SingularRatios(Matrix x, Vector values, Vector f, Matrix slopes)
    {
        var zeros = LargestZero(x, values);
        var result = Dense.NewVector(values.Count);
        for (var i = 0; i < values.Count; i++) result[i] = values[i] <= zeros ? slopes[i, i] : f[i] / values[i];
        return result;
    }

    private static Matrix Differences(Vector values, Vector f, Matrix slopes, double rounding, double zeros)
    {
        var n = values.Count;
        var result = Dense.NewZeroMatrix(n, n);
        for (var j = 0; j < n; j++)
        {
            if (values[j] <= zeros) result[j, j] = slopes[j, j];
            for (var i = 0; i < j; i++)
            {
                var (upper, lower, step) = (AboveZero(values, f, i, zeros), AboveZero(values, f, j, zeros), values[i] - values[j]);
                var limit = 0.5 * (slopes[i, i] - slopes[i, j] + slopes[j, j] - slopes[j, i]);
                var isLimit = Math.Abs(step) <= rounding
                    || Math.Abs(upper - lower - (limit * step)) <= Roundings * Math.ScaleB(1.0, -52) * (Math.Abs(upper) + Math.Abs(lower));
                result[i, j] = result[j, i] = isLimit ? limit : (upper - lower) / step;
            }
        }

        return result;
    }

    /// <summary>Up to where a singular value is zero.</summary>
    private static double LargestZero(Matrix x, Vector values) => values.Count == 0 ? 0.0 : ScaledSvd.Rounding(values[0], x.RowCount, x.ColumnCount);

    private static double AboveZero(Vector values, Vector f, int i, double zeros) => values[i] <= zeros ? 0.0 : f[i];
}
