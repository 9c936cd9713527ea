using System.Numerics.Tensors;

namespace GradGen;

/// <content>Entrywise operations of one operand, or of one and a scaled one, into its storage.</content>
public static partial class Kernel
{
    /// <summary>cx, in the storage of x.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">x, n.</param>
    /// <returns>The result, n.</returns>
    public static Vector ScaleInPlace(double c, Vector x) => Overwritten(x.Storage, c, Arithmetic.Multiply) ? x : Scale(c, x);

    /// <inheritdoc cref="ScaleInPlace(double, Vector)"/>
    public static RowVector ScaleInPlace(double c, RowVector x) => ScaleInPlace(c, x.T).T;

    /// <summary>cX, in the storage of X.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">X, m×n.</param>
    /// <returns>The result, m×n.</returns>
    public static Matrix ScaleInPlace(double c, Matrix x) => Overwritten(x.Storage, c, Arithmetic.Multiply) ? x : Scale(c, x);

    /// <summary>x + c·1, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="c">c.</param>
    /// <returns>The result, n.</returns>
    public static Vector AddScalarInPlace(Vector x, double c) => Overwritten(x.Storage, c, TensorPrimitives.Add) ? x : AddScalar(x, c);

    /// <inheritdoc cref="AddScalarInPlace(Vector, double)"/>
    public static RowVector AddScalarInPlace(RowVector x, double c) => AddScalarInPlace(x.T, c).T;

    /// <summary>X + c·11ᵀ, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="c">c.</param>
    /// <returns>The result, m×n.</returns>
    public static Matrix AddScalarInPlace(Matrix x, double c) => Overwritten(x.Storage, c, TensorPrimitives.Add) ? x : AddScalar(x, c);

    /// <summary>x + cy, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="c">c.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector AddScaledInPlace(Vector x, double c, Vector y)
    {
        Require.SameLength("AddScaled", x, y);
        if (x.Storage.DenseEntries() is null)
        {
            return AddScaled(x, c, y);
        }

        Accumulate(x, c, y);
        return x;
    }

    /// <inheritdoc cref="AddScaledInPlace(Vector, double, Vector)"/>
    public static RowVector AddScaledInPlace(RowVector x, double c, RowVector y) => AddScaledInPlace(x.T, c, y.T).T;

    /// <summary>X + cY, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="c">c.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The sum, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix AddScaledInPlace(Matrix x, double c, Matrix y)
    {
        Require.SameShape("AddScaled", x, y);
        if (x.Storage.DenseEntries() is null)
        {
            return AddScaled(x, c, y);
        }

        Accumulate(x, c, y);
        return x;
    }
}
