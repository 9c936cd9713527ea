using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Where a chain of entrywise operations and a sum over entries read the same computed array, or the sum reads what the chain makes, one pass
/// over the entries serves both. Of vectors: matrices may be sparse, and a map and a sum of their own know what to leave out.
/// </summary>
internal sealed class SharedPasses
{
    // A chain of more operations has no place in one kernel, and rounds beyond these find what hardly pays: planning stays linear.
    private const int Longest = 16;
    private const int MostRounds = 8;

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
        for (var round = 0; round < MostRounds && new SharedPasses(results, destinations).Find(results) is { Count: > 0 } replaced; round++) results = Replacement.In(results, replaced);
        return results;
    }

    /// <param name="Members">What the pass computes.</param>
    /// <param name="Replaced">What becomes of the map and of the sum.</param>
    private sealed record Pass(HashSet<Expression> Members, Dictionary<Expression, Expression> Replaced);

    /// <summary>All passes that have nothing in common; the first alone where they need parts of one another in a circle.</summary>
    private Dictionary<Expression, Expression> Find(IEnumerable<Expression> results)
    {
        var (passes, passOf) = (new List<Pass>(), new Dictionary<Expression, Pass>());
        foreach (var sum in users.Keys.Where(n => n.Shape.IsScalar && n.Operation.SummedEntryType(n) is not null).OrderBy(n => n.Id))
        {
            if (OfSum(sum) is not { } pass || pass.Members.Any(passOf.ContainsKey)) continue;
            passes.Add(pass);
            foreach (var member in pass.Members) passOf[member] = pass;
        }

        if (passes.Count > 1 && HasCircle(results, passOf)) passes.RemoveRange(1, passes.Count - 1);
        return passes.SelectMany(p => p.Replaced).ToDictionary(p => p.Key, p => p.Value);
    }

    private static bool HasCircle(IEnumerable<Expression> results, IReadOnlyDictionary<Expression, Pass> passOf)
    {
        var isDone = new Dictionary<object, bool>();
        return results.Any(IsInCircle);

        // What is visited again before it is done needs itself.
        bool IsInCircle(Expression e)
        {
            object unit = passOf.TryGetValue(e, out var pass) ? pass : e;
            if (isDone.TryGetValue(unit, out var done)) return !done;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            isDone[unit] = false;
            if ((pass is null ? e.Operands : pass.Members.SelectMany(m => m.Operands).Where(o => !pass.Members.Contains(o))).Any(IsInCircle)) return true;
            isDone[unit] = true;
            return false;
        }
    }

    private Pass? OfSum(Expression sum)
    {
        var summed = new EntryChain(users, sum);
        summed.Inside(sum, sum.Operation.SummedEntryType(sum)!);
        foreach (var shared in summed.Arrays.Where(a => (a.Shape.IsVector || a.Shape.IsRowVector) && EntryChain.Entry(a) is not null && a.FreeBounds.SetEquals(sum.FreeBounds)))
        {
            var map = users[shared] == 2 && readers[shared].FirstOrDefault(r => !summed.Nodes.Contains(r)) is { } other ? LastFrom(other) ?? shared : shared;
            if (!written.Contains(map) && PassOf(shared, map, sum) is { } pass) return pass;
        }

        return null;
    }

    /// <summary>The last operation of the chain that a reader is in; null where it is in none.</summary>
    private Expression? LastFrom(Expression reader)
    {
        if (!reader.Shape.IsArray || EntryChain.Entry(reader) is null) return null;
        for (var length = 1; users[reader] == 1 && readers[reader].FirstOrDefault() is { } next && next.Shape.IsArray && EntryChain.Entry(next) is not null && next.FreeBounds.SetEquals(reader.FreeBounds); length++)
        {
            if (length == Longest) return null;
            reader = next;
        }

        return reader;
    }

    private Pass? PassOf(Expression shared, Expression map, Expression sum)
    {
        if (!map.FreeBounds.SetEquals(sum.FreeBounds)) return null;
        var chain = new EntryChain(users, sum, shared);
        var ofShared = chain.Inside(shared, EntryChain.Entry(shared)!);
        var ofMap = map == shared ? EntryChain.SharedPlace : chain.Inside(map, EntryChain.Entry(map)!);
        var ofSum = chain.Inside(sum, sum.Operation.SummedEntryType(sum)!);
        // All that reads it must be in the pass, and nothing that the pass reads may need a part of it.
        if (!chain.Fits || chain.Arrays.Count == 0 || (map != shared && !readers[shared].All(chain.Nodes.Contains))) return null;
        var members = new HashSet<Expression>(chain.Nodes) { shared, map, sum };
        if (Reachable.From(chain.Arrays.Concat(chain.Scalars)).Overlaps([map, sum, shared])) return null;
        var (mapPart, sumPart) = EntryMapWithSum.Of(map, sum, (ofShared, ofMap, ofSum), chain.Scalars, chain.Arrays);
        return new(members, new() { [map] = mapPart, [sum] = sumPart });
    }
}
