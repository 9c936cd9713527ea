using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Loops over the same rounds that carry a value both are one loop, so that a loop and the one that carries its derivatives too
/// compute the values once. Only loops that run whatever branches are taken.
/// </summary>
internal sealed class SharedLoops
{
    private readonly Dictionary<Expression, Expression> rewritten = new();
    private readonly HashSet<Expression> parts;
    private readonly Expression whole;

    private SharedLoops(IEnumerable<Expression> parts, Expression whole)
    {
        this.parts = [.. parts];
        this.whole = whole;
    }

    public static ImmutableArray<Expression> Of(IReadOnlyList<Expression> roots)
    {
        var results = roots.ToImmutableArray();
        while (Pair(results) is { } shared) results = [.. results.Select(shared.Rewrite)];
        return results;
    }

    /// <summary>Two loops that can be one, or null.</summary>
    private static SharedLoops? Pair(IEnumerable<Expression> roots)
    {
        var loops = Reachable.Always(roots).Where(n => n.Is<Loop>()).OrderBy(n => n.Id).ToList();
        for (var i = 0; i < loops.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Together(loops[j], loops[i]) is { } whole) return new([loops[i], loops[j]], whole);
            }
        }

        return null;
    }

    private static Expression? Together(Expression first, Expression second)
    {
        if (first[0] != second[0] || Loop.Condition(first) != Loop.Condition(second)) return null;
        var (carried, other) = (Loop.CarriedBy(first), Loop.CarriedBy(second));
        var added = Enumerable.Range(0, other.Length).Where(s => !carried.Contains(other[s])).ToList();
        if (added.Count == other.Length || Reachable.From([first]).Contains(second) || Reachable.From([second]).Contains(first)) return null;
        var (before, after, otherBefore, otherAfter) = (Loop.Before(first), Loop.After(first), Loop.Before(second), Loop.After(second));
        for (var s = 0; s < other.Length; s++)
        {
            var place = carried.IndexOf(other[s]);
            if (place >= 0 && (before[place] != otherBefore[s] || after[place] != otherAfter[s])) return null;
        }

        return Loop.Of(first[0], [.. carried, .. added.Select(s => other[s])], [.. before, .. added.Select(s => otherBefore[s])], [.. after, .. added.Select(s => otherAfter[s])], Loop.Condition(first));
    }

    private Expression Rewrite(Expression e)
    {
        if (rewritten.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (parts.Contains(e)) return rewritten[e] = whole;
        if (e.Operands.Length > 0 && parts.Contains(e[0]) && e.Payload is LoopSlot slot)
            return rewritten[e] = e.Graph.Make(e.Operation, new LoopSlot(Loop.CarriedBy(whole).IndexOf(Loop.CarriedBy(e[0])[slot.Value])), whole);
        return rewritten[e] = e.Map(Rewrite);
    }
}
