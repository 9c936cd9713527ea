using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Where a product Ax, a chain of entrywise operations of it, and Aᵀ times what the chain makes are all computed, as in least squares and in logistic regression, A is
/// read once for both products. So it is of Aᵀx and A.
/// </summary>
internal sealed class SharedPanels
{
    // Planning stays linear.
    private const int MostRounds = 8;

    private static readonly Regex place = new("X([0-9])", RegexOptions.CultureInvariant);

    private readonly Dictionary<Expression, int> users;
    private readonly Demand demand;

    private SharedPanels(ImmutableArray<Expression> results)
    {
        users = EntryChain.Users(results);
        demand = new(results);
    }

    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> results)
    {
        for (var round = 0; round < MostRounds && new SharedPanels(results).Find() is { } replaced; round++) results = Replacement.In(results, replaced);
        return results;
    }

    private Dictionary<Expression, Expression>? Find() =>
        users.Keys.Where(n => IsProduct(n) && n[1].Shape.IsVector).OrderBy(n => n.Id).Select(Before).FirstOrDefault(replaced => replaced is not null);

    private static bool IsProduct(Expression e) => e.Is<KernelProduct>() && e.Shape.IsVector;

    /// <summary>The pass in the place of a product, of the chain that it multiplies and of the product before; null where there is none.</summary>
    private Dictionary<Expression, Expression>? Before(Expression second)
    {
        if (ChainOf(second[1]) is not { } chain || !chain.Map.FreeBounds.SetEquals(second.FreeBounds)) return null;
        return chain.Arrays.Where(a => IsProduct(a) && a[0] == second[0] && KernelProduct.Flags(a).Left != KernelProduct.Flags(second).Left && a.FreeBounds.SetEquals(second.FreeBounds))
            .Select(first => Between(first, chain, second)).FirstOrDefault(replaced => replaced is not null);
    }

    private Dictionary<Expression, Expression>? Between(Expression first, Chain chain, Expression second)
    {
        var others = chain.Arrays.Where(a => a != first).ToList();
        if (others.Count > EntryMapBetweenProducts.MostOthers || Reachable.From(others.Concat(chain.Scalars)).Contains(first)) return null;
        if (!demand.Joins(second, chain.Sum is null ? [first, chain.Map] : [first, chain.Map, chain.Sum.Value])) return null;

        // The product is the first array, and what both read keeps its place.
        var order = new[] { first }.Concat(others).ToList();
        string Numbered(string type) => place.Replace(type, m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) is var i && i < chain.Arrays.Count ? $"X{order.IndexOf(chain.Arrays[i])}" : m.Value);
        var sum = chain.Sum is null ? null : new EntryMapBetweenProducts.Sum(chain.Sum.Value, Numbered(chain.Sum.Shared), Numbered(chain.Sum.Entry));
        return EntryMapBetweenProducts.Of(new(first, chain.Map, second), Numbered(chain.Entry), sum, chain.Scalars, others, keepsFirst: first != chain.Map && users[first] > 1);
    }

    /// <param name="Map">The last operation.</param>
    /// <param name="Entry">The type of an entry, with the names of arrays.</param>
    /// <param name="Sum">The sum in the same pass.</param>
    private sealed record Chain(Expression Map, string Entry, EntryMapBetweenProducts.Sum? Sum, IReadOnlyCollection<Expression> Scalars, IReadOnlyList<Expression> Arrays);

    private Chain? ChainOf(Expression map)
    {
        if (IsProduct(map)) return new(map, "X0", null, [], [map]);
        if (PassPart.PassOf(map) is { } pass && pass.Is<EntryMapWithSum>())
        {
            var (mapPart, sum, shared, entry, summed, scalars, arrays) = EntryMapWithSum.Content(pass);
            return map == mapPart ? new(map, entry, new(sum, shared, summed), scalars, arrays) : null;
        }

        if (EntryChain.Entry(map) is not { } template) return null;
        var chain = new EntryChain(users, map);
        var type = Template.Fill(chain.Inside(map, template), i => $"X{i}");
        return chain.Fits ? new(map, type, null, chain.Scalars, chain.Arrays) : null;
    }
}
