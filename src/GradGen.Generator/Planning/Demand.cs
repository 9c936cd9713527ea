using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Planning;

/// <summary>What is needed wherever something else is, so that one pass may compute both.</summary>
internal sealed class Demand(ImmutableArray<Expression> results)
{
    private readonly HashSet<Expression> always = Reachable.Always(results);

    // What each side of a branch and each loop needs.
    private readonly Lazy<List<HashSet<Expression>>> inside = new(() =>
        Reachable.From(results).SelectMany(n => n.Operation.Reads(n)).Where(r => r.Inside is not null).Select(r => Reachable.Always([r.Operand])).ToList());

    /// <summary>Whether all that needs one of some values needs another too, and not only on one side of a branch or in a loop.</summary>
    public bool Joins(Expression other, IReadOnlyCollection<Expression> values) =>
        always.Contains(other) || (!always.Overlaps(values) && inside.Value.TrueForAll(level => level.Contains(other) || !level.Overlaps(values)));
}
