using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Where a chain of entrywise operations and a sum over entries read the same computed array, or the sum reads what the chain makes, one pass
/// over the entries serves both. Of vectors: matrices may be sparse, and a map and a sum of their own know what to leave out.
/// </summary>
internal sealed class SharedPasses
{
    private readonly Dictionary<Expression, int> users;
    private readonly ILookup<Expression, Expression> readers;
    private readonly HashSet<Expression> written;

    private SharedPasses(ImmutableArray<Expression> results, IReadOnlyList<Expression?> destinations)
    {
        users = EntryChain.Users(results);
        readers = Reachable.From(results).SelectMany(n => n.Operands.Distinct().Select(o => (Operand: o, Reader: n))).ToLookup(p => p.Operand, p => p.Reader);
        written = new(results.Where((_, i) => destinations[i] is not null));
    }

    /// <param name="destinations">Of each result, the storage that it is written to; null where it is returned.</param>
    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> results, IReadOnlyList<Expression?> destinations)
    {
        // One pass at a time: of two, each might need a part of the other.
        while (new SharedPasses(results, destinations).Find() is { } replaced) results = Replacement.In(results, replaced);
        return results;
    }

    private Dictionary<Expression, Expression>? Find() => users.Keys.Where(n => n.Shape.IsScalar && n.Operation.SummedEntryType(n) is not null)
        .OrderBy(n => n.Id).Select(OfSum).FirstOrDefault(replaced => replaced is not null);

    private Dictionary<Expression, Expression>? OfSum(Expression sum)
    {
        var summed = new EntryChain(users, sum);
        summed.Inside(sum, sum.Operation.SummedEntryType(sum)!);
        foreach (var shared in summed.Arrays.Where(a => (a.Shape.IsVector || a.Shape.IsRowVector) && EntryChain.Entry(a) is not null && a.FreeBounds.SetEquals(sum.FreeBounds)))
        {
            var map = users[shared] == 2 && readers[shared].FirstOrDefault(r => !summed.Nodes.Contains(r)) is { } other ? LastFrom(other) : shared;
            if (map is not null && !written.Contains(map) && Pass(shared, map, sum) is { } replaced) return replaced;
        }

        return null;
    }

    /// <summary>The last operation of the chain that a reader is in; null where it is in none.</summary>
    private Expression? LastFrom(Expression reader)
    {
        if (!reader.Shape.IsArray || EntryChain.Entry(reader) is null) return null;
        while (users[reader] == 1 && readers[reader].FirstOrDefault() is { } next && next.Shape.IsArray && EntryChain.Entry(next) is not null && next.FreeBounds.SetEquals(reader.FreeBounds)) reader = next;
        return reader;
    }

    private Dictionary<Expression, Expression>? Pass(Expression shared, Expression map, Expression sum)
    {
        if (!map.FreeBounds.SetEquals(sum.FreeBounds)) return null;
        var chain = new EntryChain(users, sum, shared);
        var ofShared = chain.Inside(shared, EntryChain.Entry(shared)!);
        var ofMap = map == shared ? EntryChain.SharedPlace : chain.Inside(map, EntryChain.Entry(map)!);
        var ofSum = chain.Inside(sum, sum.Operation.SummedEntryType(sum)!);
        // All that reads it must be in the pass, and nothing that the pass reads may need a part of it.
        if (!chain.Fits || chain.Arrays.Count == 0 || (map != shared && !readers[shared].All(chain.Nodes.Contains))) return null;
        if (Reachable.From(chain.Arrays.Concat(chain.Scalars)).Overlaps([map, sum, shared])) return null;
        var (mapPart, sumPart) = EntryMapWithSum.Of(map, sum, (ofShared, ofMap, ofSum), chain.Scalars, chain.Arrays);
        return new() { [map] = mapPart, [sum] = sumPart };
    }
}
