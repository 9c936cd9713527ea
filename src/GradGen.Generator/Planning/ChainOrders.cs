using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Which chains of a companion compare their orders at run time: those that share no product with another chain in the fixed order, so that
/// no branch multiplies again what is there anyway.
/// </summary>
internal sealed class ChainOrders
{
    private readonly IReadOnlyDictionary<Expression, ChainOrder.OpenOrders> compared;
    private readonly Dictionary<Expression, HashSet<Expression>> products = new();

    private ChainOrders(IReadOnlyDictionary<Expression, ChainOrder.OpenOrders> compared) => this.compared = compared;

    /// <summary>All chains in the fixed order.</summary>
    public static ChainOrders Fixed() => new(new Dictionary<Expression, ChainOrder.OpenOrders>());

    /// <summary>Multiplies the factors of a chain pairwise.</summary>
    /// <param name="lower">Prepares a cost to be computed.</param>
    public Expression Multiply(ImmutableArray<Expression> factors, Func<Expression, Expression, Expression> pair, Func<Expression, Expression> lower)
    {
        var chain = MatrixProduct.Of(factors)!;
        if (compared.TryGetValue(chain, out var orders)) return orders.Multiply(factors, pair, lower);
        var made = products[chain] = [];
        return ChainOrder.Multiply(factors, (a, b) =>
        {
            var product = pair(a, b);
            made.Add(product);
            return product;
        });
    }

    /// <summary>The same, of the chains that were multiplied, with comparisons; null where there is none to make.</summary>
    public ChainOrders? Compared()
    {
        var users = products.Values.SelectMany(p => p).GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
        var open = new Dictionary<Expression, ChainOrder.OpenOrders>();
        foreach (var (chain, made) in products.Select(p => (p.Key, p.Value)))
        {
            if (made.All(p => users[p] == 1) && ChainOrder.Open(chain.Operands) is { } orders) open[chain] = orders;
        }

        return open.Count == 0 ? null : new(open);
    }
}
