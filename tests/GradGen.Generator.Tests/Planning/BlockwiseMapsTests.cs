namespace GradGen.Generator.Tests.Planning;

/// <summary>A large matrix that entrywise operations make of a product, and that only products and a sum read, is computed block by block.</summary>
public sealed class BlockwiseMapsTests
{
    private const string Blockwise = "Kernel.ProductsOfMap<";

    [Theory]
    [InlineData("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T)",
        "Difference<X0, X1>, X3, Square<X3>>(U, false, V, true, T, default, 2.0, V, ProductWithMap.MC, 2.0, U, ProductWithMap.MtC)")]
    [InlineData("double F(Matrix T, Matrix U, Matrix V) => Sum(Softplus(U * V)) - Sum(PointwiseMultiply(T, U * V))",
        "Decay<X0>, Difference<SigmoidByDecay<X0, X3>, X1>, Difference<SoftplusByDecay<X0, X3>, Product<X1, X0>>>(U, false, V, false, T, default, 1.0, V, ProductWithMap.MCt, 1.0, U, ProductWithMap.CtM)")]
    [InlineData("double F(Matrix T, Matrix U, Matrix V) => Sum(Square(T + 3.0 * U.T * V))",
        "Sum<Product<C0, X0>, X1>, X3, Square<X3>>(U, true, V, false, T, default, 6.0, V, ProductWithMap.CMt, 6.0, U, ProductWithMap.CM, 3.0)")]
    [InlineData("double F(Matrix T, Matrix U, Matrix V) => Sum(Exp(U * V))", "Exp<X0>, X3, X3>(U, false, V, false, default, default, 1.0, V, ProductWithMap.MCt, 1.0, U, ProductWithMap.CtM)")]
    public void Products_with_a_map_and_the_sum_are_one_pass(string method, string call)
    {
        var text = CompanionText.Of(method, "nameof(U), nameof(V)");
        Assert.Contains(Blockwise, text, StringComparison.Ordinal);
        Assert.Contains(call, text, StringComparison.Ordinal);
    }

    // What is added to a product is added after the pass, and so is a factor that needs all of the map.
    [Theory]
    [InlineData("double F(Matrix T, Matrix U, Matrix V, double c) => FrobeniusNormSquared(T - U * V.T) + c * FrobeniusNormSquared(U)", "1.0, V, ProductWithMap.MC, 2.0, U")]
    [InlineData("double F(Matrix T, Matrix U, Matrix V, double c) => Math.Sqrt(c + FrobeniusNormSquared(T - U * V.T))", "1.0, V, ProductWithMap.MC, 1.0, U")]
    public void What_does_not_fit_in_the_pass_comes_after_it(string method, string call) =>
        Assert.Contains(call, CompanionText.Of(method, "nameof(U), nameof(V)"), StringComparison.Ordinal);

    [Theory]
    [InlineData("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T) + Det(Exp(U * V.T))")]
    [InlineData("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNorm(U * V.T)")]
    [InlineData("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T * U * V.T)")]
    public void A_map_that_something_else_needs_is_formed(string method) =>
        Assert.DoesNotContain(Blockwise, CompanionText.Of(method, "nameof(U), nameof(V)"), StringComparison.Ordinal);

    [Fact]
    public void A_small_map_is_formed_and_each_side_writes_the_gradients()
    {
        var text = CompanionText.Of("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T)", "nameof(U), nameof(V)", "ValueAndGradientInto_F");
        Assert.Contains("if (32768.0 <= (double)U.RowCount * V.RowCount)", text, StringComparison.Ordinal);
        Assert.Contains("Kernel.CopyTo(t2.First, gradient_U);", text, StringComparison.Ordinal);
        Assert.Contains("Kernel.MultiplyAdd(2.0, t3, true, t4, false, 0.0, gradient_V);", text, StringComparison.Ordinal);
    }

    // The sides of the branch write while an argument that a destination may be is still read.
    [Fact]
    public void What_is_read_after_the_branch_keeps_the_gradients_out_of_it() => Assert.Contains(
        "Kernel.CopyTo(t", CompanionText.Of("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T) + Sum(Exp(T))", "nameof(U), nameof(V)", "ValueAndGradientInto_F").Split("return")[^2],
        StringComparison.Ordinal);
}
