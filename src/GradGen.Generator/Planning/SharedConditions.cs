using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Where one branch is taken on a condition and another on its opposite, i = j and i ≠ j, both are branches on one condition.</summary>
internal static class SharedConditions
{
    public static ImmutableArray<Expression> Of(IReadOnlyList<Expression> roots)
    {
        var branches = Reachable.From(roots).Where(n => n.Is<Conditional>()).ToLookup(n => n[0]);
        var turned = new Dictionary<Expression, Expression>();
        foreach (var sameCondition in branches)
        {
            // Of the two the condition that is met first stays.
            if (sameCondition.Key.Opposite() is not { } opposite || opposite.Id > sameCondition.Key.Id || !branches.Contains(opposite)) continue;
            foreach (var branch in sameCondition) turned[branch] = Algebra.Choose(opposite, branch[2], branch[1]);
        }

        return turned.Count == 0 ? roots.ToImmutableArray() : Replacement.In(roots.ToImmutableArray(), turned);
    }
}
