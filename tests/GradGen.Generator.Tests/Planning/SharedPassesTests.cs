using System.Text.RegularExpressions;

namespace GradGen.Generator.Tests.Planning;

/// <summary>A chain and a sum that read the same are one pass, and functions that are made of one inner function share it.</summary>
public sealed class SharedPassesTests
{
    [Theory]
    [InlineData("MapBetweenProducts", "double F(Matrix X, Vector w, Vector y) => Sum(Softplus(X * w)) - Dot(y, X * w)")]
    [InlineData("MapWithSum", "double F(Vector x, Vector z, Vector y) => Sum(Softplus(x - z)) - Dot(y, x - z)")]
    public void Softplus_and_sigmoid_take_one_exponential_in_one_pass(string kernel, string method)
    {
        var text = CompanionText.Of(method);
        Assert.Matches($"{kernel}<[^(]*Decay<[^(]*SigmoidByDecay<[^(]*SoftplusByDecay<", text);
        Assert.DoesNotMatch(@"\b(Sigmoid|Softplus)<", text);
    }

    [Fact]
    public void Each_of_them_alone_is_computed_as_it_is()
    {
        Assert.DoesNotContain("Decay", CompanionText.Of("double F(Vector x, Vector y) => Dot(y, Sigmoid(x))"), StringComparison.Ordinal);
        Assert.DoesNotContain("Decay", CompanionText.Of("double F(Vector x, Vector y) => Sum(Softplus(x)) + Dot(y, Sigmoid(y))", "nameof(y)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double F(Matrix X, Matrix Y) => Sum(Softplus(X)) + Inner(X, Y)")]
    [InlineData("double F(double x, double y) => y * Softplus(x)")]
    public void Where_there_is_no_common_pass_the_exponential_is_a_value_of_its_own(string method)
    {
        var text = CompanionText.Of(method);
        Assert.Single(Regex.Matches(text, @"\bDecay<|Kernel.Decay"));
        Assert.Contains("SigmoidByDecay", text, StringComparison.Ordinal);
        Assert.Contains("SoftplusByDecay", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MapThenTransposeProduct", "double F(Matrix X, Vector w, Vector y) => NormSquared(X * w - y)")]
    [InlineData("MapWithSum", "double F(Vector w, Vector y) => 0.5 * NormSquared(w - y)")]
    public void A_residual_and_its_norm_are_one_pass(string kernel, string method) =>
        Assert.Matches($"{kernel}<[^(]*Difference<[^(]*X3, [^(]*Square<[^(]*X3>>", CompanionText.Of(method));
}
