using System.Numerics.Tensors;

namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The entrywise (Hadamard) product x ∘ y.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The products, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector PointwiseMultiply(Vector x, Vector y)
    {
        Require.SameLength("PointwiseMultiply", x, y);
        return Dense.Apply(x.Storage, y.Storage, Arithmetic.Multiply) ?? x.Storage.PointwiseMultiply(y.Storage);
    }

    /// <inheritdoc cref="PointwiseMultiply(Vector, Vector)"/>
    public static RowVector PointwiseMultiply(RowVector x, RowVector y)
    {
        Require.SameLength("PointwiseMultiply", x, y);
        return PointwiseMultiply(x.T, y.T).T;
    }

    /// <summary>The entrywise (Hadamard) product X ∘ Y.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The products, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix PointwiseMultiply(Matrix x, Matrix y)
    {
        Require.SameShape("PointwiseMultiply", x, y);
        return Dense.Apply(x.Storage, y.Storage, Arithmetic.Multiply) ?? x.Storage.PointwiseMultiply(y.Storage);
    }

    /// <summary>The entrywise quotient x ⊘ y. An entry that sparse x does not hold stays 0, whatever y is.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The quotients, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector PointwiseDivide(Vector x, Vector y)
    {
        Require.SameLength("PointwiseDivide", x, y);
        return Dense.Apply(x.Storage, y.Storage, TensorPrimitives.Divide) ?? x.Storage.PointwiseDivide(y.Storage);
    }

    /// <inheritdoc cref="PointwiseDivide(Vector, Vector)"/>
    public static RowVector PointwiseDivide(RowVector x, RowVector y)
    {
        Require.SameLength("PointwiseDivide", x, y);
        return PointwiseDivide(x.T, y.T).T;
    }

    /// <summary>The entrywise quotient X ⊘ Y. An entry that sparse X does not hold stays 0, whatever Y is.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The quotients, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix PointwiseDivide(Matrix x, Matrix y)
    {
        Require.SameShape("PointwiseDivide", x, y);
        return Dense.Apply(x.Storage, y.Storage, TensorPrimitives.Divide) ?? x.Storage.PointwiseDivide(y.Storage);
    }
}
