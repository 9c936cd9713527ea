using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <content>
/// Entrywise operations into the storage of their first operand, for one that is not needed any more. They return what holds the
/// result: the first operand, or a new value where one of the operands is not dense.
/// </content>
public static partial class Kernel
{
    /// <summary>x + y, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector AddInPlace(Vector x, Vector y)
    {
        Require.SameLength("Add", x, y);
        return Overwritten(x.Storage, y.Storage, Arithmetic.Add) ? x : Add(x, y);
    }

    /// <inheritdoc cref="AddInPlace(Vector, Vector)"/>
    public static RowVector AddInPlace(RowVector x, RowVector y) => AddInPlace(x.T, y.T).T;

    /// <summary>X + Y, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The sum, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix AddInPlace(Matrix x, Matrix y)
    {
        Require.SameShape("Add", x, y);
        return Overwritten(x.Storage, y.Storage, Arithmetic.Add) ? x : Add(x, y);
    }

    /// <summary>x − y, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The difference, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector SubtractInPlace(Vector x, Vector y)
    {
        Require.SameLength("Subtract", x, y);
        return Overwritten(x.Storage, y.Storage, Arithmetic.Subtract) ? x : Subtract(x, y);
    }

    /// <inheritdoc cref="SubtractInPlace(Vector, Vector)"/>
    public static RowVector SubtractInPlace(RowVector x, RowVector y) => SubtractInPlace(x.T, y.T).T;

    /// <summary>X − Y, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The difference, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix SubtractInPlace(Matrix x, Matrix y)
    {
        Require.SameShape("Subtract", x, y);
        return Overwritten(x.Storage, y.Storage, Arithmetic.Subtract) ? x : Subtract(x, y);
    }

    /// <summary>x ∘ y, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The entrywise product, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector PointwiseMultiplyInPlace(Vector x, Vector y)
    {
        Require.SameLength("PointwiseMultiply", x, y);
        return Overwritten(x.Storage, y.Storage, Arithmetic.Multiply) ? x : MatrixMath.PointwiseMultiply(x, y);
    }

    /// <inheritdoc cref="PointwiseMultiplyInPlace(Vector, Vector)"/>
    public static RowVector PointwiseMultiplyInPlace(RowVector x, RowVector y) => PointwiseMultiplyInPlace(x.T, y.T).T;

    /// <summary>X ∘ Y, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The entrywise product, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix PointwiseMultiplyInPlace(Matrix x, Matrix y)
    {
        Require.SameShape("PointwiseMultiply", x, y);
        return Overwritten(x.Storage, y.Storage, Arithmetic.Multiply) ? x : MatrixMath.PointwiseMultiply(x, y);
    }

    /// <summary>x ⊘ y, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The entrywise quotient, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector PointwiseDivideInPlace(Vector x, Vector y)
    {
        Require.SameLength("PointwiseDivide", x, y);
        return Overwritten(x.Storage, y.Storage, TensorPrimitives.Divide) ? x : MatrixMath.PointwiseDivide(x, y);
    }

    /// <inheritdoc cref="PointwiseDivideInPlace(Vector, Vector)"/>
    public static RowVector PointwiseDivideInPlace(RowVector x, RowVector y) => PointwiseDivideInPlace(x.T, y.T).T;

    /// <summary>X ⊘ Y, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The entrywise quotient, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix PointwiseDivideInPlace(Matrix x, Matrix y)
    {
        Require.SameShape("PointwiseDivide", x, y);
        return Overwritten(x.Storage, y.Storage, TensorPrimitives.Divide) ? x : MatrixMath.PointwiseDivide(x, y);
    }

    private static bool Overwritten(Vector<double> x, Vector<double> y, Dense.Zip zip) => Overwritten(x.DenseEntries(), y.DenseEntries(), zip);

    private static bool Overwritten(Matrix<double> x, Matrix<double> y, Dense.Zip zip) =>
        Overwritten(x.DenseEntries(), y.DenseEntries(), zip);

    private static bool Overwritten(Vector<double> x, double c, Dense.ScalarMap map) => Overwritten(x.DenseEntries(), c, map);

    private static bool Overwritten(Matrix<double> x, double c, Dense.ScalarMap map) => Overwritten(x.DenseEntries(), c, map);

    private static bool Overwritten(double[]? x, double[]? y, Dense.Zip zip)
    {
        if (x is null || y is null)
        {
            return false;
        }

        zip(x, y, x);
        return true;
    }

    private static bool Overwritten(double[]? x, double c, Dense.ScalarMap map)
    {
        if (x is null)
        {
            return false;
        }

        map(x, c, x);
        return true;
    }
}
