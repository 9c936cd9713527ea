using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Planning;

/// <summary>A chain and a sum that read the same are one pass, and functions that are made of one inner function share it.</summary>
public sealed class SharedPassesTests
{
    [Fact]
    public void Softplus_and_sigmoid_take_one_exponential_in_one_pass()
    {
        var text = TextOf("double F(Matrix X, Vector w, Vector y) => Sum(Softplus(X * w)) - Dot(y, X * w)");
        Assert.Matches("(MapWithSum|MapBetweenProducts)<[^(]*Decay<[^(]*SigmoidByDecay<[^(]*SoftplusByDecay<", text);
        Assert.DoesNotMatch("Entry.(Sigmoid|Softplus)<", text);
    }

    [Fact]
    public void Each_of_them_alone_is_computed_as_it_is()
    {
        Assert.DoesNotContain("Decay", TextOf("double F(Vector x, Vector y) => Dot(y, Sigmoid(x))"), StringComparison.Ordinal);
        Assert.DoesNotContain("Decay", TextOf("double F(Vector x, Vector y) => Sum(Softplus(x)) + Dot(y, Sigmoid(y))", "nameof(y)"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double F(Matrix X, Matrix Y) => Sum(Softplus(X)) + Inner(X, Y)")]
    [InlineData("double F(double x, double y) => y * Softplus(x)")]
    public void Where_there_is_no_common_pass_the_exponential_is_a_value_of_its_own(string method)
    {
        var text = TextOf(method);
        Assert.Single(Regex.Matches(text, "Entry.Decay<|Kernel.Decay"));
        Assert.Contains("SigmoidByDecay", text, StringComparison.Ordinal);
        Assert.Contains("SoftplusByDecay", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_residual_and_its_norm_are_one_pass() =>
        Assert.Matches("(MapWithSum|MapBetweenProducts)<[^(]*Difference<[^(]*X3, [^(]*Square<[^(]*X3>>", TextOf("double F(Matrix X, Vector w, Vector y) => NormSquared(X * w - y)"));

    /// <summary>The text of the companion that returns the value and all gradients.</summary>
    private static string TextOf(string method, string variables = "")
    {
        var run = GeneratorRun.Of($$"""
            using GradGen;
            using static GradGen.MatrixMath;

            public static partial class P
            {
                [Differentiable({{variables}})]
                public static {{method}};
            }
            """);
        return run.Files.SelectMany(f => f.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Single(m => m.Identifier.Text == "ValueAndGradient_F").Body!.ToString();
    }
}
