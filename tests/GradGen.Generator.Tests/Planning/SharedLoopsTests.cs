using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Planning;

/// <summary>The values of a loop are computed once, in the loop that carries their derivatives too.</summary>
public sealed class SharedLoopsTests
{
    [Theory]
    [InlineData("Gradient", "Gradient_F_x")]
    [InlineData("Hessian", "Hessian_F_x")]
    [InlineData("Hessian", "Hessian_F_W_x")]
    [InlineData("HessianVectorProduct", "HessianVectorProduct_F_x")]
    public void One_loop_forward_and_one_backward(string derivatives, string companion) =>
        Assert.Equal(2, LoopsOf(derivatives, companion));

    [Fact]
    public void All_blocks_of_the_Hessian_have_one_loop_forward_and_one_backward_for_each_gradient() =>
        Assert.Equal(4, LoopsOf("Gradient | Derivatives.Hessian", "ValueGradientAndHessian_F"));

    [Fact]
    public void Values_of_a_map_and_its_differential_are_one_loop() =>
        Assert.Equal(1, LoopsOf("Pushforward", "Pushforward_F"));

    private static int LoopsOf(string derivatives, string companion)
    {
        var run = GeneratorRun.Of($$"""
            using GradGen;
            using static GradGen.MatrixMath;

            public static partial class P
            {
                [Differentiable(Emit = Derivatives.{{derivatives}})]
                public static double F(Matrix W, Vector x, int rounds)
                {
                    var h = x;
                    for (var i = 0; i < rounds; i++) h = Tanh(W * h + x);
                    return NormSquared(h);
                }
            }
            """);
        return run.Files.SelectMany(f => f.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Single(m => m.Identifier.Text == companion).DescendantNodes().OfType<ForStatementSyntax>().Count();
    }
}
