using System.ComponentModel;
using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <summary>The operations that generated companions are made of. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Kernel
{
    /// <summary>x + y.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector Add(Vector x, Vector y)
    {
        Require.SameLength("Vector + Vector", x, y);
        return new Vector(Add(x.Storage, y.Storage));
    }

    /// <summary>x − y.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The difference, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector Subtract(Vector x, Vector y)
    {
        Require.SameLength("Vector - Vector", x, y);
        return new Vector(Subtract(x.Storage, y.Storage));
    }

    /// <summary>x + cy.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="c">c.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector AddScaled(Vector x, double c, Vector y)
    {
        Require.SameLength("Vector + c * Vector", x, y);
        return new Vector(AddScaled(x.Storage, c, y.Storage));
    }

    /// <summary>cx.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">x, n.</param>
    /// <returns>The scaled vector, n.</returns>
    public static Vector Scale(double c, Vector x) => new(Scale(c, x.Storage));

    /// <summary>x/c.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="c">c.</param>
    /// <returns>The scaled vector, n.</returns>
    public static Vector Divide(Vector x, double c) => new(Divide(x.Storage, c));

    /// <summary>−x.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The negative, n.</returns>
    public static Vector Negate(Vector x) => new(Negate(x.Storage));

    /// <summary>x + c·1.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="c">c.</param>
    /// <returns>The sum, n.</returns>
    public static Vector AddScalar(Vector x, double c) => new(AddScalar(x.Storage, c));

    /// <summary>c·1 − x.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">x, n.</param>
    /// <returns>The difference, n.</returns>
    public static Vector SubtractFromScalar(double c, Vector x) => new(SubtractFromScalar(c, x.Storage));

    private static Vector<double> Add(Vector<double> x, Vector<double> y) =>
        Dense.Apply(x, y, Arithmetic.Add) ?? x + y;

    private static Vector<double> Subtract(Vector<double> x, Vector<double> y) =>
        Dense.Apply(x, y, Arithmetic.Subtract) ?? x - y;

    private static Vector<double> AddScaled(Vector<double> x, double c, Vector<double> y)
    {
        if (x.DenseEntries() is not { } a || y.DenseEntries() is not { } b)
        {
            return x + (c * y);
        }

        var sum = Dense.NewVector(a.Length);
        Arithmetic.MultiplyAdd(b, c, a, sum.Values);
        return sum;
    }

    private static Vector<double> Scale(double c, Vector<double> x) =>
        Dense.Apply(x, c, Arithmetic.Multiply) ?? c * x;

    private static Vector<double> Divide(Vector<double> x, double c) =>
        Dense.Apply(x, c, TensorPrimitives.Divide) ?? Elementwise.Divide(x, c);

    private static Vector<double> Negate(Vector<double> x) => Dense.Apply(x, Arithmetic.Negate) ?? -x;

    private static Vector<double> AddScalar(Vector<double> x, double c) =>
        Dense.Apply(x, c, TensorPrimitives.Add) ?? x + c;

    private static Vector<double> SubtractFromScalar(double c, Vector<double> x) =>
        Dense.Apply(x, c, static (entries, scalar, result) => TensorPrimitives.Subtract(scalar, entries, result)) ?? c - x;
}
