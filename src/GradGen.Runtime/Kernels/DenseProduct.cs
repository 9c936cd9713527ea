using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <summary>
/// Products of dense operands, by columns. Every loop runs over contiguous columns and is vectorized, which is several times
/// faster than MathNet's managed provider.
/// </summary>
internal static class DenseProduct
{
    /// <summary>AB, A m×n, B n×p.</summary>
    internal static Matrix<double> Multiply(double[] a, double[] b, int m, int n, int p)
    {
        var product = Dense.NewZeroMatrix(m, p);
        for (var j = 0; j < p; j++)
        {
            AddCombination(a, b.AsSpan(j * n, n), product.Values.AsSpan(j * m, m));
        }

        return product;
    }

    /// <summary>AᵀB, A m×n, B m×p.</summary>
    internal static Matrix<double> TransposeMultiply(double[] a, double[] b, int m, int n, int p)
    {
        var product = Dense.NewMatrix(n, p);
        for (var j = 0; j < p; j++)
        {
            Dots(a, b.AsSpan(j * m, m), product.Values.AsSpan(j * n, n));
        }

        return product;
    }

    /// <summary>ABᵀ, A m×n, B p×n.</summary>
    internal static Matrix<double> MultiplyTranspose(double[] a, double[] b, int m, int n, int p)
    {
        var product = Dense.NewZeroMatrix(m, p);
        for (var j = 0; j < p; j++)
        {
            var column = product.Values.AsSpan(j * m, m);
            for (var k = 0; k < n; k++)
            {
                TensorPrimitives.MultiplyAdd(a.AsSpan(k * m, m), b[(k * p) + j], column, column);
            }
        }

        return product;
    }

    /// <summary>Ax, A m×n.</summary>
    internal static Vector<double> Multiply(double[] a, double[] x, int m)
    {
        var product = Dense.NewZeroVector(m);
        AddCombination(a, x, product.Values);
        return product;
    }

    /// <summary>Aᵀx, A m×n.</summary>
    internal static Vector<double> TransposeMultiply(double[] a, double[] x, int n)
    {
        var product = Dense.NewVector(n);
        Dots(a, x, product.Values);
        return product;
    }

    /// <summary>xyᵀ.</summary>
    internal static Matrix<double> Outer(double[] x, double[] y)
    {
        var product = Dense.NewMatrix(x.Length, y.Length);
        for (var j = 0; j < y.Length; j++)
        {
            TensorPrimitives.Multiply(x, y[j], product.Values.AsSpan(j * x.Length, x.Length));
        }

        return product;
    }

    private static void AddCombination(double[] columns, ReadOnlySpan<double> weights, Span<double> sum)
    {
        for (var k = 0; k < weights.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(columns.AsSpan(k * sum.Length, sum.Length), weights[k], sum, sum);
        }
    }

    private static void Dots(double[] columns, ReadOnlySpan<double> x, Span<double> dots)
    {
        for (var i = 0; i < dots.Length; i++)
        {
            dots[i] = TensorPrimitives.Dot(columns.AsSpan(i * x.Length, x.Length), x);
        }
    }
}
