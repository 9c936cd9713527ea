using GradGen.Generator.Expressions;
using GradGen.Generator.Planning;

namespace GradGen.Generator.Tests.Planning;

/// <summary>Costs of products as polynomials in sizes.</summary>
public sealed class ProductCostTests
{
    private static readonly ProductCost Two = Of(2, 0, 0);
    private static readonly ProductCost M = Of(1, 1, 0);
    private static readonly ProductCost N = Of(1, 0, 1);

    [Fact]
    public void A_monomial_is_at_most_its_multiples()
    {
        Assert.True(M.IsNeverMoreThan(M));
        Assert.True(M.IsNeverMoreThan(Of(1, 1, 1)));
        Assert.True(Two.IsNeverMoreThan(M + N));
        Assert.False(M.IsNeverMoreThan(N));
        Assert.False(Of(1, 1, 1).IsNeverMoreThan(M + N));
    }

    [Fact]
    public void A_monomial_pays_for_as_many_as_it_counts()
    {
        Assert.False((M + N + Two).IsNeverMoreThan(Of(2, 1, 1)));
        Assert.True((M + N + Two).IsNeverMoreThan(Of(4, 1, 1)));
        Assert.True((M + M).IsNeverMoreThan(M + Of(1, 2, 0)));
        Assert.False((M + M).IsNeverMoreThan(M + N));
    }

    [Fact]
    public void What_all_costs_have_in_common_is_cancelled()
    {
        // 4m²n + 2mn² + m² and 6mn² + m² compare as 2m and 2n, which is m and n.
        var costs = ProductCost.Cancelled([Of(4, 2, 1) + Of(2, 1, 2) + Of(1, 2, 0), Of(6, 1, 2) + Of(1, 2, 0)]);
        Assert.Equal(0, ProductCost.Compare(M, costs[0]));
        Assert.Equal(0, ProductCost.Compare(N, costs[1]));
        Assert.NotEqual(0, ProductCost.Compare(M, N));
        Assert.NotEqual(0, ProductCost.Compare(M, M + N));
    }

    private static ProductCost Of(double coefficient, int m, int n) => ProductCost.Of(coefficient, new([m, n]));
}
