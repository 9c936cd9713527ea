using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>All that reads a product of matrices: a chain of entrywise operations that makes a map of it, products of the map with other matrices, and perhaps a sum over entries.</summary>
internal sealed class MapReaders
{
    private const int LongestChain = 16;
    private const int MostProducts = 2;

    private readonly Expression product;
    private readonly HashSet<Expression> nodes;
    private readonly ILookup<Expression, Expression> readers;

    private MapReaders(Expression product, ILookup<Expression, Expression> readers)
    {
        this.product = product;
        nodes = [product];
        Map = product;
        this.readers = readers;
    }

    /// <summary>The last operation of the chain, or the product.</summary>
    public Expression Map { get; private set; }

    /// <summary>The products of the map with other matrices.</summary>
    public List<Expression> Products { get; } = new();

    /// <summary>The sum; null where there is none.</summary>
    public Expression? Sum { get; private set; }

    /// <summary>What is computed of the product and read by more than one operation of chain and sum, and the map where the sum reads it.</summary>
    public IReadOnlyList<Expression> Shared => nodes.Where(n => n == Map ? IsRead(n, 1) : n != product && IsRead(n, 2)).ToList();

    /// <summary>Whether a node is the product or computed entry by entry of it.</summary>
    public bool Has(Expression node) => nodes.Contains(node);

    /// <summary>What reads a product; null where it is read otherwise.</summary>
    public static MapReaders? Of(Expression product, ILookup<Expression, Expression> readers, ImmutableArray<Expression> results)
    {
        var found = new MapReaders(product, readers);
        return found.Follow(results) ? found : null;
    }

    private bool IsRead(Expression node, int times) => readers[node].Count(r => !Products.Contains(r)) >= times;

    private bool Follow(ImmutableArray<Expression> results)
    {
        var (waiting, maps, sums) = (new Queue<Expression>(nodes), new HashSet<Expression>(), new HashSet<Expression>());
        var bounds = Map.FreeBounds;
        while (waiting.Count > 0)
        {
            var node = waiting.Dequeue();
            if (nodes.Count > LongestChain || results.Contains(node)) return false;
            foreach (var reader in readers[node])
            {
                if (!reader.FreeBounds.SetEquals(bounds)) return false;
                if (IsFactor(node, reader))
                {
                    maps.Add(node);
                    if (!Products.Contains(reader)) Products.Add(reader);
                }
                else if (reader.Shape.IsMatrix && EntryChain.Entry(reader) is not null)
                {
                    if (nodes.Add(reader)) waiting.Enqueue(reader);
                }
                else if (reader.Shape.IsScalar && reader.Operation.SummedEntryType(reader) is not null) sums.Add(reader);
                else return false;
            }
        }

        if (maps.Count != 1 || Products.Count > MostProducts) return false;
        Map = maps.First();
        Sum = Merged(sums, results);
        return sums.Count <= 1;
    }

    /// <summary>Whether a product of matrices has a node as one of its factors, and does not read it otherwise.</summary>
    private static bool IsFactor(Expression node, Expression reader) =>
        FusedProduct.TermsOf(reader) is { } terms && (terms.A == node) != (terms.B == node) && terms.C != node && terms.Alpha != node;

    /// <summary>Takes sums over the same entries that are only added to or subtracted from one another as one.</summary>
    private Expression? Merged(HashSet<Expression> sums, ImmutableArray<Expression> results)
    {
        while (sums.Count > 1)
        {
            if (sums.SelectMany(s => readers[s]).FirstOrDefault(IsMadeOfSums) is not { } both) return null;
            sums.ExceptWith(both.Operands);
            sums.Add(both);
        }

        return sums.FirstOrDefault();

        bool IsMadeOfSums(Expression e) => (e.Is<Addition>() || e.Is<Difference>()) && e.Operands.Length == 2 && e[0] != e[1]
            && e.Operands.All(o => sums.Contains(o) && readers[o].Count() == 1 && !results.Contains(o));
    }
}
