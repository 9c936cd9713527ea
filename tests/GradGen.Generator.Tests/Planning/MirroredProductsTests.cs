using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Planning;

/// <summary>Of a product of matrices and its transpose only one is multiplied.</summary>
public sealed class MirroredProductsTests
{
    [Theory]
    [InlineData("FrobeniusNormSquared(X * W + (X * W).T)", 2)]
    [InlineData("FrobeniusNormSquared(X * W + W.T * X.T)", 2)]
    public void One_product_of_the_two(string value, int products) => Assert.Equal(products, ProductsOf("Matrix W, Matrix X", value));

    [Fact]
    public void A_symmetric_factor_is_its_own_transpose() =>
        Assert.Equal(2, ProductsOf("[Symmetric] Matrix W, Matrix X", "FrobeniusNormSquared(X * W + W * X.T)"));

    [Fact]
    public void Products_of_other_factors_stay() => Assert.Equal(4, ProductsOf("Matrix W, Matrix X", "FrobeniusNormSquared(X * W + W * X.T)"));

    private static int ProductsOf(string parameters, string value)
    {
        var run = GeneratorRun.Of($$"""
            using GradGen;
            using static GradGen.MatrixMath;

            public static partial class P
            {
                [Differentiable("X")]
                public static double F({{parameters}}) => {{value}};
            }
            """);
        return run.Files.SelectMany(f => f.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Single(m => m.Identifier.Text == "Gradient_F_X").DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Count(i => i.Expression.ToString() is var name && (name.Contains("Multiply", StringComparison.Ordinal) || name.EndsWith("Product", StringComparison.Ordinal)));
    }
}
