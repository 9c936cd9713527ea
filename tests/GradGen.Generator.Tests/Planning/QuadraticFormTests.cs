namespace GradGen.Generator.Tests.Planning;

/// <summary>A quadratic form and its gradient are one pass over its matrix.</summary>
public sealed class QuadraticFormTests
{
    private const string Form = "double F(Matrix A, Vector x) => x.T * A * x";

    [Theory]
    [InlineData(Form, "nameof(x)")]
    [InlineData(Form, "nameof(x), Layout = Layout.Numerator")]
    [InlineData("double F(Matrix A, Vector x) => Dot(x, A * x)", "nameof(x)")]
    [InlineData("double F(Matrix A, Vector x) => System.Math.Exp(x.T * A.T * x)", "nameof(x)")]
    [InlineData("double F(Matrix A, Vector x) => 0.5 * Dot(x, A * x)", "nameof(x)")]
    public void Value_and_gradient_are_one_pass(string method, string variables)
    {
        var text = CompanionText.Of(method, variables);
        Assert.Contains("Kernel.QuadraticForm(A, x)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Multiply", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_added_to_a_gradient_stays() => Assert.Contains(
        "Kernel.Add(t1.Gradient, b)", CompanionText.Of("double F(Matrix A, Vector x, Vector b) => x.T * A * x + Dot(b, x)", "nameof(x)", "Gradient_F"), StringComparison.Ordinal);

    [Fact]
    public void A_gradient_that_is_written_to_the_callers_storage_needs_no_scope()
    {
        var text = CompanionText.Of(Form, "nameof(x)", "ValueAndGradientInto_F");
        Assert.Contains("Kernel.QuadraticForm(A, x, into: gradient_x)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Arena", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double F(Matrix A, Vector x, Vector y) => Norm(A * x) + Sum(Exp(A.T * y))", "nameof(A)")]
    [InlineData("double F(Matrix A, Vector x) => x.T * A * x + NormSquared(A * x)", "nameof(x)")]
    public void Other_readers_of_a_product_get_both_products(string method, string variables)
    {
        var text = CompanionText.Of(method, variables);
        Assert.Matches("Kernel\\.(MultiplyBoth|MapBetweenProducts<)", text);
        Assert.DoesNotContain("Kernel.QuadraticForm(", text, StringComparison.Ordinal);
    }
}
