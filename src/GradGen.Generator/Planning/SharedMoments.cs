using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Where the items of a list are packed into a matrix X for nothing but XXᵀ and perhaps X1, as in the log-likelihood of normal samples, one pass computes both block by
/// block, and X is never formed.
/// </summary>
internal sealed class SharedMoments
{
    private readonly ImmutableArray<Expression> results;
    private readonly ILookup<Expression, Expression> readers;
    private readonly Demand demand;

    private SharedMoments(ImmutableArray<Expression> results)
    {
        this.results = results;
        readers = Reachable.From(results).SelectMany(n => n.Operands.Distinct().Select(o => (Operand: o, Reader: n))).ToLookup(p => p.Operand, p => p.Reader);
        demand = new(results);
    }

    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> results) =>
        Reachable.From(results).Any(PackedMoments.Packs) ? new SharedMoments(results).Replaced() : results;

    private ImmutableArray<Expression> Replaced()
    {
        var parts = Reachable.From(results).Where(PackedMoments.Packs).SelectMany(Parts).ToDictionary(p => p.Key, p => p.Value);
        return parts.Count == 0 ? results : Replacement.In(results, parts);
    }

    /// <summary>What becomes of all that reads a packed list; nothing where that is more than its moments.</summary>
    private Dictionary<Expression, Expression> Parts(Expression packed)
    {
        var first = readers[packed].FirstOrDefault(r => r.Is<RowSums>());
        var products = readers[packed].Where(r => IsGram(r, packed)).ToList();
        var values = first is null ? products : [first, .. products];
        if (products.Count == 0 || results.Contains(packed) || readers[packed].Except(values).Any() || !values.TrueForAll(v => v.FreeBounds.SetEquals(packed.FreeBounds) && demand.Joins(v, values))) return [];

        var second = KernelProduct.Of(packed, false, packed, true);
        var parts = PackedMoments.Of(packed, first, second);
        foreach (var product in products.Where(p => p != second)) parts[product] = Fused(FusedProduct.TermsOf(product)!, parts[second]);
        return parts;
    }

    private static Expression Fused(FusedProduct.Terms terms, Expression product) =>
        terms.Around(terms.Alpha.IsNumber(out var alpha) && alpha == 1 ? product : product.Graph.Make(Scaling.Instance, null, terms.Alpha, product));

    private static bool IsGram(Expression e, Expression x) => FusedProduct.TermsOf(e) is { TransposeA: false, TransposeB: true } terms && terms.A == x && terms.B == x && terms.C != x;
}
