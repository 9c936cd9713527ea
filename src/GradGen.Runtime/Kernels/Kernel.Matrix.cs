using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

public static partial class Kernel
{
    /// <summary>X + Y.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The sum, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix Add(Matrix x, Matrix y)
    {
        Require.SameShape("Matrix + Matrix", x, y);
        return new Matrix(Add(x.Storage, y.Storage));
    }

    /// <summary>X − Y.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The difference, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix Subtract(Matrix x, Matrix y)
    {
        Require.SameShape("Matrix - Matrix", x, y);
        return new Matrix(Subtract(x.Storage, y.Storage));
    }

    /// <summary>X + cY.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="c">c.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The sum, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix AddScaled(Matrix x, double c, Matrix y)
    {
        Require.SameShape("Matrix + c * Matrix", x, y);
        return new Matrix(AddScaled(x.Storage, c, y.Storage));
    }

    /// <summary>cX.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">X, m×n.</param>
    /// <returns>The scaled matrix, m×n.</returns>
    public static Matrix Scale(double c, Matrix x) => new(Scale(c, x.Storage));

    /// <summary>X/c.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="c">c.</param>
    /// <returns>The scaled matrix, m×n.</returns>
    public static Matrix Divide(Matrix x, double c) => new(Divide(x.Storage, c));

    /// <summary>−X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The negative, m×n.</returns>
    public static Matrix Negate(Matrix x) => new(Negate(x.Storage));

    /// <summary>X + c·11ᵀ.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="c">c.</param>
    /// <returns>The sum, m×n.</returns>
    public static Matrix AddScalar(Matrix x, double c) => new(AddScalar(x.Storage, c));

    /// <summary>c·11ᵀ − X.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">X, m×n.</param>
    /// <returns>The difference, m×n.</returns>
    public static Matrix SubtractFromScalar(double c, Matrix x) => new(SubtractFromScalar(c, x.Storage));

    private static Matrix<double> Add(Matrix<double> x, Matrix<double> y) =>
        Dense.Apply(x, y, Arithmetic.Add) ?? Stored.Open(x) + y;

    private static Matrix<double> Subtract(Matrix<double> x, Matrix<double> y) =>
        Dense.Apply(x, y, Arithmetic.Subtract) ?? Stored.Open(x) - y;

    private static Matrix<double> AddScaled(Matrix<double> x, double c, Matrix<double> y)
    {
        if (x.DenseEntries() is not { } a || y.DenseEntries() is not { } b)
        {
            return Stored.Open(x) + (c * y);
        }

        var sum = Dense.NewMatrix(x.RowCount, x.ColumnCount);
        Arithmetic.MultiplyAdd(b, c, a, sum.Values);
        return sum;
    }

    private static Matrix<double> Scale(double c, Matrix<double> x) =>
        Dense.Apply(x, c, Arithmetic.Multiply) ?? c * x;

    private static Matrix<double> Divide(Matrix<double> x, double c) =>
        Dense.Apply(x, c, TensorPrimitives.Divide) ?? Elementwise.Divide(x, c);

    private static Matrix<double> Negate(Matrix<double> x) => Dense.Apply(x, Arithmetic.Negate) ?? -x;

    private static Matrix<double> AddScalar(Matrix<double> x, double c) =>
        Dense.Apply(x, c, TensorPrimitives.Add) ?? Stored.Open(x) + c;

    private static Matrix<double> SubtractFromScalar(double c, Matrix<double> x) =>
        Dense.Apply(x, c, static (entries, scalar, result) => TensorPrimitives.Subtract(scalar, entries, result)) ?? c - Stored.Open(x);

    /// <summary>exp(Xᵢⱼ) / Σ exp(Xₖₗ) over all entries: the gradient of <see cref="MatrixMath.LogSumExp(Matrix)"/>, without overflow.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>Weights from 0 to 1 that sum to 1, m×n.</returns>
    public static Matrix Softmax(Matrix x) => MatrixMath.Unvec(MatrixMath.Softmax(MatrixMath.Vec(x)), x.RowCount, x.ColumnCount);
}
