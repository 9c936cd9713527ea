using System.Numerics.Tensors;

namespace GradGen;

/// <content>A quadratic form with its gradient.</content>
public static partial class Kernel
{
    /// <summary>xᵀAx and its gradient (A + Aᵀ)x, with A read once.</summary>
    /// <param name="a">A, n×n.</param>
    /// <param name="x">x, n.</param>
    /// <param name="into">Where the gradient is written, which may be an operand; default for storage of its own.</param>
    /// <returns>The value and the gradient, n.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static (double Form, Vector Gradient) QuadraticForm(Matrix a, Vector x, Vector into = default)
    {
        Require.Square("QuadraticForm", a);
        Guard.Same("QuadraticForm", "the matrix", "columns", a.ColumnCount, "the vector", "entries", x.Count);
        if (a.Storage.DenseEntries() is { } matrix && x.Storage.DenseEntries() is { } entries)
        {
            if (!into.IsAssigned)
            {
                var result = Dense.NewVector(entries.Length);
                return (WriteForm(matrix, entries, result.Values), result);
            }

            Guard.Same("QuadraticForm", "the vector", "entries", x.Count, "the destination", "entries", into.Count);
            if (into.Storage.DenseEntries() is { } destination && destination != matrix && destination != entries)
            {
                return (WriteForm(matrix, entries, destination), into);
            }
        }

        return OtherForm(a, x, into);
    }

    private static double WriteForm(double[] a, double[] x, double[] gradient)
    {
        var block = new Block(a, x.Length, x.Length);
        double form;
        if (SmallProduct.IsSmall(x.Length, x.Length))
        {
            SmallProduct.Multiply(1.0, block, x, 0.0, gradient);
            form = ShortColumn.Dot(x, gradient);
            SmallProduct.MultiplyTranspose(1.0, block, x, 1.0, gradient);
            return form;
        }

        using var arena = Arena.Enter();
        var transposed = Dense.NewVector(x.Length).Values;
        MatrixVectorProduct.MultiplyBoth(block, x, gradient, x, transposed);
        form = ShortColumn.Dot(x, gradient);
        TensorPrimitives.Add<double>(gradient, transposed, gradient);
        return form;
    }

    /// <summary>Where not all is dense, or the destination is an operand.</summary>
    private static (double Form, Vector Gradient) OtherForm(Matrix a, Vector x, Vector into)
    {
        using var arena = Arena.Enter();
        var (product, transposed) = MultiplyBoth(a, x, x);
        var (form, gradient) = (Inner(x, product), Add(product, transposed));
        if (!into.IsAssigned)
        {
            return (form, Arena.Keep(gradient));
        }

        CopyTo(gradient, into);
        return (form, into);
    }
}
