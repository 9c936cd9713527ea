using System.Numerics.Tensors;

namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>log Σ exp(xᵢ), shifted by the largest entry so that nothing overflows.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The logarithm of the sum; −∞ if there are no entries.</returns>
    public static double LogSumExp(Vector x) => LogSumExp(Stored.All(x.Storage));

    /// <inheritdoc cref="LogSumExp(Vector)"/>
    public static double LogSumExp(RowVector x) => LogSumExp(Stored.All(x.Storage));

    /// <summary>log Σ exp(Xᵢⱼ), shifted by the largest entry so that nothing overflows.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The logarithm of the sum; −∞ if there are no entries.</returns>
    public static double LogSumExp(Matrix x) => LogSumExp(Stored.All(x.Storage));

    /// <summary>exp(xᵢ) / Σ exp(xⱼ), shifted by the largest entry so that nothing overflows.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>Weights from 0 to 1 that sum to 1, n.</returns>
    public static Vector Softmax(Vector x)
    {
        var entries = Stored.All(x.Storage);
        var result = Dense.NewVector(entries.Length);
        var weights = result.Values;
        if (weights.Length > 0)
        {
            TensorPrimitives.Subtract(entries, TensorPrimitives.Max<double>(entries), weights);
            Entrywise.Exp(weights, weights);
            TensorPrimitives.Divide(weights, TensorPrimitives.Sum<double>(weights), weights);
        }

        return result;
    }

    /// <inheritdoc cref="Softmax(Vector)"/>
    public static RowVector Softmax(RowVector x) => Softmax(x.T).T;

    private static double LogSumExp(double[] entries)
    {
        var largest = entries.Length == 0 ? double.NegativeInfinity : TensorPrimitives.Max<double>(entries);
        if (!double.IsFinite(largest))
        {
            // All entries −∞, one +∞ or one NaN: the shift would make NaN of the first two.
            return largest;
        }

        // By blocks on the stack: the shifted entries are needed once.
        Span<double> block = stackalloc double[128];
        var sum = 0.0;
        for (var rest = entries.AsSpan(); !rest.IsEmpty; rest = rest[block.Length..])
        {
            block = block[..Math.Min(block.Length, rest.Length)];
            TensorPrimitives.Subtract(rest[..block.Length], largest, block);
            Entrywise.Exp(block, block);
            sum += TensorPrimitives.Sum<double>(block);
        }

        return largest + Math.Log(sum);
    }
}
