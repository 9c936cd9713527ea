using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Finds what a loop carries and only adds to: the round adds its terms in place, so that no round makes a new sum.</summary>
internal static class RunningSums
{
    /// <param name="loop">A loop without values that nothing reads.</param>
    /// <param name="recorded">The values that are recorded as each round begins, a list without a copy.</param>
    public static Expression In(Expression loop, IEnumerable<int> recorded)
    {
        var (carried, before, after) = (Loop.CarriedBy(loop), Loop.Before(loop).ToList(), Loop.After(loop).ToList());
        for (var s = 0; s < carried.Length; s++)
        {
            if ((carried[s].Shape.Kind == ValueKind.List && (recorded.Contains(s) || !before[s].IsZero())) || carried[s].Shape.IsScalar
                || !after[s].Is<Addition>() || after[s].Operands.Count(t => t == carried[s]) != 1) continue;
            var terms = after[s].Operands.Remove(carried[s]);
            var readers = terms.Concat(after.Where((_, i) => i != s)).Concat(Loop.Condition(loop) is { } condition ? [condition] : []);
            if (readers.Any(r => r.DependsOn(carried[s]))) continue;
            after[s] = RunningSum.Of(carried[s], terms);
            before[s] = Fresh.Of(before[s].IsZero() ? before[s] : Copy.Of(before[s], 0), carried[s].Id);
        }

        return Loop.Of(loop[0], carried, before, after, Loop.Condition(loop));
    }
}
