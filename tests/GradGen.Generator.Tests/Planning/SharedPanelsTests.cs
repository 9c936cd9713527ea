namespace GradGen.Generator.Tests.Planning;

/// <summary>A matrix that a product, a chain of entrywise operations and a product with its transpose read one after another is read once.</summary>
public sealed class SharedPanelsTests
{
    private const string Fused = @"Kernel\.Map(BetweenProducts|ThenTransposeProduct)<";

    [Theory]
    [InlineData("double F(Matrix A, Vector x, Vector y) => 0.5 * NormSquared(A * x - y)", "Kernel.MapThenTransposeProduct<Difference<X0, X1>, X3, Square<X3>>(A, x, y, default, false)")]
    [InlineData("double F(Matrix A, Vector x, Vector y) => 0.5 * NormSquared(y - A * x)", "(A, x, y, default, false")]
    [InlineData("double F(Matrix A, Vector x, Vector y) => 0.5 * NormSquared(A.T * x - y)", "Difference<X0, X1>, X3, Square<X3>>(A, x, y, default, true)")]
    [InlineData("double F(Matrix A, Vector x, Vector y) => Sum(Softplus(A * x)) - Dot(y, A * x)", "Kernel.MapBetweenProducts<Decay<X0>, Difference<SigmoidByDecay<X0, X3>, X1>, SoftplusByDecay<X0, X3>>(A, x, y, default, false)")]
    [InlineData("double F(Matrix A, Vector x, Vector y) => Sum(Tanh(A * x))", "(A, x, default, default, false")]
    [InlineData("double F(Matrix A, Vector x, Vector y) => NormSquared(A * x)", "<X0>(A, x, default, default, false)")]
    public void Both_products_and_what_is_between_them_are_one_pass(string method, string call)
    {
        var text = CompanionText.Of(method, "nameof(x)");
        Assert.Matches(Fused, text);
        Assert.Contains(call, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kernel.Multiply(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TransposeMultiply(", text, StringComparison.Ordinal);
    }

    // What the chain reads beside the product is known only when all of the product is.
    [Fact]
    public void A_chain_that_needs_all_of_the_product_is_apart() =>
        Assert.DoesNotMatch(Fused, CompanionText.Of("double F(Matrix A, Vector x, Vector y) => Norm(A * x)", "nameof(x)"));

    [Fact]
    public void Products_with_different_matrices_are_apart() =>
        Assert.DoesNotMatch(Fused, CompanionText.Of("double F(Matrix A, Matrix B, Vector x, Vector y) => Dot(Tanh(A * x), B * y)", "nameof(y)", "Gradient_F"));

    // The value alone needs no product with the transpose.
    [Fact]
    public void A_second_product_that_only_one_side_of_a_branch_needs_is_computed_there()
    {
        var text = CompanionText.Of(
            """
            double F(Matrix A, Vector x, double c)
                {
                    var product = A * x;
                    if (c > 0) return Dot(Tanh(product), product);
                    return NormSquared(A.T * Tanh(product)) + Sum(Tanh(product));
                }
            """,
            "nameof(c)");
        Assert.DoesNotMatch(Fused, text);
    }
}
