using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Where a chain of entrywise operations makes a matrix M of a product of matrices, and all that reads M is products with other matrices and a sum over entries, as in a
/// factorization T ≈ UVᵀ, one pass computes M and all of those: a large M block by block, so that it is never formed.
/// </summary>
internal sealed class BlockwiseMaps
{
    // Planning stays linear.
    private const int MostRounds = 8;

    private readonly ImmutableArray<Expression> results;
    private readonly Dictionary<Expression, int> users;
    private readonly ILookup<Expression, Expression> readers;
    private readonly Demand demand;

    private BlockwiseMaps(ImmutableArray<Expression> results)
    {
        this.results = results;
        users = EntryChain.Users(results);
        readers = users.Keys.SelectMany(n => n.Operands.Distinct().Select(o => (Operand: o, Reader: n))).ToLookup(p => p.Operand, p => p.Reader);
        demand = new(results);
    }

    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> results)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var before = results;
            results = new BlockwiseMaps(results).WithOne();
            if (results == before) break;
        }

        return results;
    }

    private ImmutableArray<Expression> WithOne()
    {
        foreach (var product in users.Keys.Where(n => FusedProduct.TermsOf(n) is not null).OrderBy(n => n.Id))
        {
            if (MapReaders.Of(product, readers, results) is not { } map || PartsOf(product, map) is not { } parts) continue;
            return Replacement.In(results, parts);
        }

        return results;
    }

    /// <summary>What becomes of the products with the map and of the sum; null where no kernel computes them.</summary>
    private Dictionary<Expression, Expression>? PartsOf(Expression product, MapReaders map)
    {
        var (terms, shared) = (FusedProduct.TermsOf(product)!, map.Shared.FirstOrDefault());

        // Without a chain and a sum there is nothing that a block in the cache would spare but the writing.
        if ((map.Map == product && (terms.C is null || map.Sum is null)) || map.Shared.Count > (map.Sum is null ? 0 : 1)) return null;
        var chain = new EntryChain(users, map.Map, shared);
        chain.Arrays.Add(product);
        string Inside(Expression e) => e == product ? "{0}" : chain.Inside(e, EntryChain.Entry(e)!);
        string Summed(Expression sum) => sum.Operation.SummedEntryType(sum) is { } type
            ? chain.Inside(sum, type)
            : $"{(sum.Is<Addition>() ? "Sum" : "Difference")}<{Summed(sum[0])}, {Summed(sum[1])}>";
        var ofShared = Inside(shared ?? product);
        var ofMap = map.Map == shared ? EntryChain.SharedPlace : Inside(map.Map);
        var ofSum = map.Sum is null ? null : Summed(map.Sum);

        // The first array is the product alone: what is added to it comes next.
        var (scalars, others) = (chain.Scalars.ToList(), chain.Arrays.Skip(1).ToList());
        var entry = terms.Entry(scalars.Count);
        if (terms.HasScalar) scalars.Add(terms.Alpha);
        if (terms.C is not null) others.Insert(0, terms.C);
        string Numbered(string type) => Template.Fill(type, i => i == 0 ? entry : $"X{(terms.C is null ? i : i + 1)}");
        if (others.Count > ProductsOfMap.MostOthers || scalars.Count > EntryMap.MostScalars || chain.Arrays.Skip(1).Any(map.Has)) return null;

        var products = map.Products.ConvertAll(p => ProductOf(p, map.Map));
        var values = map.Sum is null ? map.Products : [.. map.Products, map.Sum];
        var added = map.Products.Select(p => FusedProduct.TermsOf(p)!.C).OfType<Expression>();
        if (DependsOn([.. scalars, .. others, .. added, .. products.Select(p => p.Factor)], product) || !values.TrueForAll(v => demand.Joins(v, values))) return null;
        var sum = ofSum is null ? null : new ProductsOfMap.Sum(map.Sum!, Numbered(ofShared), Numbered(ofSum));
        var parts = ProductsOfMap.Of(terms, Numbered(ofMap), sum, products, scalars, others);
        for (var i = 0; i < products.Count; i++)
        {
            var (value, part) = (FusedProduct.TermsOf(map.Products[i])!, parts[products[i].Value]);
            parts.Remove(products[i].Value);
            parts[map.Products[i]] = value.Around(products[i].Alpha == value.Alpha ? part : part.Graph.Make(Scaling.Instance, null, value.Alpha, part));
        }

        return parts;

        // A scalar that needs the map, as the norm of it does, comes after the product.
        ProductsOfMap.Product ProductOf(Expression value, Expression factor)
        {
            var ofValue = FusedProduct.TermsOf(value)!;
            var isScaled = !DependsOn([ofValue.Alpha], product);
            return ProductsOfMap.Product.Of(ofValue.Product(isScaled), isScaled ? ofValue.Alpha : factor.Graph.Number(1), ofValue, factor);
        }
    }

    private static bool DependsOn(IReadOnlyCollection<Expression> nodes, Expression other) => Reachable.From(nodes).Contains(other);
}
