using System.Reflection;

namespace GradGen.Tests;

public class AttributeTests
{
    [Fact]
    public void A_differentiable_method_emits_the_gradient_in_denominator_layout_unless_told_otherwise()
    {
        var plain = new DifferentiableAttribute();
        Assert.Equal((Derivatives.Gradient, Layout.Denominator), (plain.Emit, plain.Layout));
        Assert.Empty(plain.Variables);
        var told = new DifferentiableAttribute("A", "x") { Emit = Derivatives.Gradient | Derivatives.Hessian, Layout = Layout.Numerator };
        Assert.Equal(["A", "x"], told.Variables);
        Assert.Equal((17, Layout.Numerator), ((int)told.Emit, told.Layout));
    }

    [Fact]
    public void The_kinds_of_derivatives_are_separate_bits() =>
        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 256], Enum.GetValues<Derivatives>().Select(kind => (int)kind));

    [Fact]
    public void The_gradient_by_a_symmetric_matrix_is_the_plain_one_unless_told_otherwise()
    {
        Assert.Equal(SymmetricGradient.Plain, new SymmetricAttribute().Gradient);
        Assert.Equal(SymmetricGradient.Plain, new PositiveDefiniteAttribute().Gradient);
        Assert.Equal(SymmetricGradient.SharedEntries, new PositiveDefiniteAttribute { Gradient = SymmetricGradient.SharedEntries }.Gradient);
    }

    [Fact]
    public void A_shape_has_one_or_two_names()
    {
        Assert.Equal(["n"], new ShapeAttribute("n").Dimensions);
        Assert.Equal(["m", "n"], new ShapeAttribute("m", "n").Dimensions);
    }

    [Theory]
    [InlineData(typeof(DifferentiableAttribute), AttributeTargets.Method)]
    [InlineData(typeof(SymmetricAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(PositiveDefiniteAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(DiagonalAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(LowerTriangularAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(OrthogonalAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(ShapeAttribute), AttributeTargets.Parameter)]
    public void Every_attribute_goes_where_it_means_something(Type attribute, AttributeTargets target) =>
        Assert.Equal(target, attribute.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn);

    [Fact]
    public void The_exceptions_are_arithmetic_ones()
    {
        ArithmeticException singular = new SingularMatrixException();
        ArithmeticException indefinite = new NotPositiveDefiniteException("why", singular);
        Assert.Equal("The matrix is singular.", singular.Message);
        Assert.Equal("why", indefinite.Message);
        Assert.Same(singular, indefinite.InnerException);
    }
}
