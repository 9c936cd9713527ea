namespace GradGen.Generator.Tests.Planning;

/// <summary>Of the items of a list, sums and sums of outer products are made without a matrix of all items.</summary>
public sealed class SharedMomentsTests
{
    private const string List = "System.Collections.Generic.IReadOnlyList<Vector> xs";

    [Theory]
    [InlineData("Vector mu, Matrix P", "x => (x - mu).T * P * (x - mu)", "Kernel.Moments(xs, xs.Count, t")]
    [InlineData("Vector mu, Matrix P", "x => x.T * P * x", "Kernel.Moments(xs, xs.Count, P.RowCount)")]
    [InlineData("Vector mu, Matrix P", "x => (x + mu).T * P * (x + mu)", "Kernel.Moments(xs, xs.Count, mu)")]
    public void Both_moments_are_one_pass(string parameters, string term, string call)
    {
        var text = CompanionText.Of($"double F({List}, {parameters}) => System.Linq.Enumerable.Sum(xs, {term})", "nameof(mu), nameof(P)");
        Assert.Contains(call, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kernel.Packed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_multiple_of_the_second_moment_is_added_to_what_it_was_added_to() => Assert.Contains(
        "Kernel.Moments(xs",
        CompanionText.Of($"double F({List}, Matrix P) => 0.5 * FrobeniusNormSquared(P) - 0.25 * System.Linq.Enumerable.Sum(xs, x => x.T * P * x)", "nameof(P)"), StringComparison.Ordinal);

    [Fact]
    public void A_list_of_which_more_is_read_is_packed()
    {
        var text = CompanionText.Of($"double F({List}, Matrix P) => System.Linq.Enumerable.Sum(xs, x => x.T * P * x) + System.Linq.Enumerable.Sum(xs, x => Sum(Exp(P * x)))", "nameof(P)");
        Assert.Contains("Kernel.Packed(xs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kernel.Moments(", text, StringComparison.Ordinal);
    }

    // The value alone needs the sum in every case, and the outer products in one.
    [Fact]
    public void A_moment_that_only_one_side_of_a_branch_needs_is_computed_there()
    {
        var text = CompanionText.Of(
            $$"""
            double F({{List}}, Vector w, Matrix P, double c)
                {
                    var sum = System.Linq.Enumerable.Sum(xs, x => Dot(w, x));
                    if (c > 0) sum += System.Linq.Enumerable.Sum(xs, x => x.T * P * x);
                    return c * sum;
                }
            """,
            "nameof(w), nameof(P)");
        Assert.Contains("Kernel.Packed(xs", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kernel.Moments(", text, StringComparison.Ordinal);
    }
}
