namespace GradGen;

public static partial class Kernel
{
    /// <summary>xᵀ + yᵀ.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <param name="y">yᵀ, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static RowVector Add(RowVector x, RowVector y)
    {
        Require.SameLength("RowVector + RowVector", x, y);
        return new RowVector(Add(x.Storage, y.Storage));
    }

    /// <summary>xᵀ − yᵀ.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <param name="y">yᵀ, n.</param>
    /// <returns>The difference, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static RowVector Subtract(RowVector x, RowVector y)
    {
        Require.SameLength("RowVector - RowVector", x, y);
        return new RowVector(Subtract(x.Storage, y.Storage));
    }

    /// <summary>xᵀ + cyᵀ.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <param name="c">c.</param>
    /// <param name="y">yᵀ, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static RowVector AddScaled(RowVector x, double c, RowVector y)
    {
        Require.SameLength("RowVector + c * RowVector", x, y);
        return new RowVector(AddScaled(x.Storage, c, y.Storage));
    }

    /// <summary>cxᵀ.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">xᵀ, n.</param>
    /// <returns>The scaled row, n.</returns>
    public static RowVector Scale(double c, RowVector x) => new(Scale(c, x.Storage));

    /// <summary>xᵀ/c.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <param name="c">c.</param>
    /// <returns>The scaled row, n.</returns>
    public static RowVector Divide(RowVector x, double c) => new(Divide(x.Storage, c));

    /// <summary>−xᵀ.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <returns>The negative, n.</returns>
    public static RowVector Negate(RowVector x) => new(Negate(x.Storage));

    /// <summary>xᵀ + c·1ᵀ.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <param name="c">c.</param>
    /// <returns>The sum, n.</returns>
    public static RowVector AddScalar(RowVector x, double c) => new(AddScalar(x.Storage, c));

    /// <summary>c·1ᵀ − xᵀ.</summary>
    /// <param name="c">c.</param>
    /// <param name="x">xᵀ, n.</param>
    /// <returns>The difference, n.</returns>
    public static RowVector SubtractFromScalar(double c, RowVector x) => new(SubtractFromScalar(c, x.Storage));
}
