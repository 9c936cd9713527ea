namespace GradGen.Generator.Tests.Planning;

/// <summary>A matrix that entrywise operations make of a product, and that only products and a sum read, is computed in one pass with those.</summary>
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
    public void The_pass_writes_the_gradients_where_they_are_wanted() => Assert.Contains(
        "2.0, V, ProductWithMap.MC, 2.0, U, ProductWithMap.MtC, into: gradient_U, secondInto: gradient_V); // ‖UVᵀ − T‖²_F, 2(UVᵀ − T)V, 2(UVᵀ − T)ᵀU",
        CompanionText.Of("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T)", "nameof(U), nameof(V)", "ValueAndGradientInto_F"),
        StringComparison.Ordinal);

    [Fact]
    public void A_product_alone_is_written_where_it_is_wanted() => Assert.Contains(
        "into: gradient_U);", CompanionText.Of("double F(Matrix U, Matrix V) => Sum(Exp(U * V.T))", "nameof(U)", "GradientInto_F"), StringComparison.Ordinal);

    // The sum of U is still to be computed, and a term to be added.
    [Fact]
    public void What_comes_after_the_pass_keeps_its_gradient_out_of_it()
    {
        var text = CompanionText.Of("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T) + Sum(U)", "nameof(U), nameof(V)", "ValueAndGradientInto_F");
        Assert.DoesNotContain("nto: gradient", text, StringComparison.Ordinal);
        Assert.Contains("t1.First, gradient_U, 1.0);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_that_are_written_to_the_callers_storage_need_no_scope()
    {
        var text = CompanionText.Of("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T)", "nameof(U), nameof(V)", "ValueAndGradientInto_F");
        Assert.Contains("into: gradient_U, secondInto: gradient_V", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Arena", text, StringComparison.Ordinal);
    }

    // An item of a list may lie where a gradient is written.
    [Fact]
    public void A_list_that_is_read_beside_the_pass_keeps_the_gradients_out_of_it()
    {
        var text = CompanionText.Of("double F(Matrix T, Matrix U, Matrix V, System.Collections.Generic.IReadOnlyList<Vector> xs) => FrobeniusNormSquared(T - U * V.T) + System.Linq.Enumerable.Sum(xs, x => x.T * (Ones(3, 3) + Identity(3)) * x)", "nameof(U), nameof(V)", "ValueAndGradientInto_F");
        Assert.Contains("Kernel.Moments(xs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nto: gradient", text, StringComparison.Ordinal);
    }

    // The pass would write while an argument that a destination may be is still read.
    [Fact]
    public void What_is_read_beside_the_pass_keeps_the_gradients_out_of_it() => Assert.Contains(
        "Kernel.CopyTo(t", CompanionText.Of("double F(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T) + Sum(Exp(T))", "nameof(U), nameof(V)", "ValueAndGradientInto_F"),
        StringComparison.Ordinal);
}
