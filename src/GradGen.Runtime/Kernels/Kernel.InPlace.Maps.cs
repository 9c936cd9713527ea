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

    /// <summary>x/c, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="c">c.</param>
    /// <returns>The result, n.</returns>
    public static Vector DivideInPlace(Vector x, double c) => Overwritten(x.Storage, c, TensorPrimitives.Divide) ? x : Divide(x, c);

    /// <inheritdoc cref="DivideInPlace(Vector, double)"/>
    public static RowVector DivideInPlace(RowVector x, double c) => DivideInPlace(x.T, c).T;

    /// <summary>X/c, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="c">c.</param>
    /// <returns>The result, m×n.</returns>
    public static Matrix DivideInPlace(Matrix x, double c) => Overwritten(x.Storage, c, TensorPrimitives.Divide) ? x : Divide(x, c);

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

    /// <summary>c·1 − x, in the storage of x.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">x, n.</param>
    /// <returns>The result, n.</returns>
    public static Vector SubtractFromScalarInPlace(double c, Vector x) => Overwritten(x.Storage, c, SubtractFrom) ? x : SubtractFromScalar(c, x);

    /// <inheritdoc cref="SubtractFromScalarInPlace(double, Vector)"/>
    public static RowVector SubtractFromScalarInPlace(double c, RowVector x) => SubtractFromScalarInPlace(c, x.T).T;

    /// <summary>c·11ᵀ − X, in the storage of X.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">X, m×n.</param>
    /// <returns>The result, m×n.</returns>
    public static Matrix SubtractFromScalarInPlace(double c, Matrix x) => Overwritten(x.Storage, c, SubtractFrom) ? x : SubtractFromScalar(c, x);

    /// <summary>x + cy, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="c">c.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector AddScaledInPlace(Vector x, double c, Vector y)
    {
        Require.SameLength("AddScaledInPlace", x, y);
        if (x.Storage.DenseEntries() is null)
        {
            return AddScaled(x, c, y);
        }

        Accumulate(x, c, y);
        return x;
    }

    /// <summary>A function of every entry, in the storage of x.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="map">The function, such as <see cref="Entrywise.Exp"/>.</param>
    /// <returns>The values, n.</returns>
    public static Vector MapInPlace(Vector x, EntrywiseMap map)
    {
        var result = x.Storage.DenseEntries() is null ? Dense.Copy(x.Storage) : x.Storage;
        map(result.DenseEntries(), result.DenseEntries());
        return result;
    }

    /// <inheritdoc cref="AddScaledInPlace(Vector, double, Vector)"/>
    public static RowVector AddScaledInPlace(RowVector x, double c, RowVector y) => AddScaledInPlace(x.T, c, y.T).T;

    /// <inheritdoc cref="MapInPlace(Vector, EntrywiseMap)"/>
    public static RowVector MapInPlace(RowVector x, EntrywiseMap map) => MapInPlace(x.T, map).T;

    /// <summary>X + cY, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="c">c.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The sum, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix AddScaledInPlace(Matrix x, double c, Matrix y)
    {
        Require.SameShape("AddScaledInPlace", x, y);
        if (x.Storage.DenseEntries() is null)
        {
            return AddScaled(x, c, y);
        }

        Accumulate(x, c, y);
        return x;
    }

    /// <summary>A function of every entry, in the storage of X.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="map">The function, such as <see cref="Entrywise.Exp"/>.</param>
    /// <returns>The values, m×n.</returns>
    public static Matrix MapInPlace(Matrix x, EntrywiseMap map)
    {
        var result = x.Storage.DenseEntries() is null ? Dense.Copy(x.Storage) : x.Storage;
        map(result.DenseEntries(), result.DenseEntries());
        return result;
    }

    private static void SubtractFrom(ReadOnlySpan<double> x, double c, Span<double> result) => TensorPrimitives.Subtract(c, x, result);
}
