using System.Text.RegularExpressions;

namespace GradGen.Generator.Tests.Planning;

/// <summary>A chain and a sum that read the same are one pass, and functions that are made of one inner function share it.</summary>
public sealed class SharedPassesTests
{
    [Fact]
    public void Softplus_and_sigmoid_take_one_exponential_in_one_pass()
    {
        var text = CompanionText.Of("double F(Matrix X, Vector w, Vector y) => Sum(Softplus(X * w)) - Dot(y, X * w)");
        Assert.Matches("(MapWithSum|MapBetweenProducts)<[^(]*Decay<[^(]*SigmoidByDecay<[^(]*SoftplusByDecay<", text);
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

    [Fact]
    public void A_residual_and_its_norm_are_one_pass() =>
        Assert.Matches("(MapWithSum|MapBetweenProducts)<[^(]*Difference<[^(]*X3, [^(]*Square<[^(]*X3>>", CompanionText.Of("double F(Matrix X, Vector w, Vector y) => NormSquared(X * w - y)"));
}
