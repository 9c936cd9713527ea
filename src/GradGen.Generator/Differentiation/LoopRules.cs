using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Differentiation;

/// <summary>
/// The rules of loops that carry values. The differential of a loop is a loop that carries the differentials too, and so is the
/// Jacobian. Its adjoint
/// is a loop over the rounds in reverse that carries the adjoints and accumulates what the rounds take from outside; of the
/// forward loop it reads the history of the carried values, nothing else.
/// </summary>
internal static class LoopRules
{
    /// <summary>The loop that carries the values and, after them, the derivatives of some, in their order.</summary>
    /// <param name="slots">Which of the values.</param>
    /// <param name="derivative">The derivative of an expression, given those of carried values; null where it has none.</param>
    public static Expression? Forward(Expression loop, IReadOnlyList<int> slots, Func<Expression, IReadOnlyDictionary<Expression, Expression>, Expression?> derivative)
    {
        var none = new Dictionary<Expression, Expression>();
        var (carried, before, after) = (Loop.CarriedBy(loop), Loop.Before(loop), Loop.After(loop));
        var dBefore = slots.Select(s => derivative(before[s], none)).OfType<Expression>().ToList();
        if (dBefore.Count < slots.Count) return null;
        var dCarried = dBefore.Select(Carried.Of).ToList();
        var along = slots.Select((s, i) => (s, i)).ToDictionary(p => carried[p.s], p => dCarried[p.i]);
        var dAfter = slots.Select(s => derivative(after[s], along)).OfType<Expression>().ToList();
        if (dAfter.Count < slots.Count) return null;
        return Loop.Of(loop[0], [.. carried, .. dCarried], [.. before, .. dBefore], [.. after, .. dAfter], Loop.Condition(loop));
    }

    /// <summary>The values that a loop carries and that may vary by their kind.</summary>
    public static List<int> VaryingSlots(Expression loop) =>
        Enumerable.Range(0, Loop.Before(loop).Length).Where(s => Loop.Before(loop)[s].Shape.MayVary).ToList();

    /// <summary>The adjoints of what a loop reads, for the adjoints of its values.</summary>
    /// <param name="given">The adjoints of values after the loop, by slot.</param>
    /// <param name="sweep">The adjoints of carried values and of what is outside, for adjoints of values after a round.</param>
    public static IEnumerable<(Expression Operand, Expression Adjoint)> Adjoints(Expression loop, IReadOnlyDictionary<int, Expression> given,
        Func<IReadOnlyList<(Expression Root, Expression Seed)>, IReadOnlyDictionary<Expression, Expression>> sweep)
    {
        var graph = loop.Graph;
        var (carried, before, after) = (Loop.CarriedBy(loop), Loop.Before(loop), Loop.After(loop));
        var slots = VaryingSlots(loop);
        var seeds = slots.Select(s => given.TryGetValue(s, out var g) ? g : Algebra.ZeroLike(before[s])).ToList();
        var adjoints = seeds.Select(Carried.Of).ToList();
        var border = sweep(slots.Select((s, i) => (after[s], adjoints[i])).ToList());
        var outside = border.Keys.Where(e => !carried.Contains(e)).OrderBy(e => e.Id).ToList();

        // Round number count − 1 − i of the forward loop, as the reverse loop counts up from 0.
        var count = LoopCount.Of(loop);
        var reverse = LoopIndex.Of(graph.Integer(0), count, LoopIndex.DepthOf(loop[0]));
        var round = MirroredRound.Of(count, reverse);
        var seen = new Dictionary<Expression, Expression> { [loop[0]] = IntegerSum.Of(loop[0][0], round) };
        for (var s = 0; s < carried.Length; s++) seen[carried[s]] = ListItem.Of(LoopHistory.Of(loop, s), round);
        Expression InReverse(Expression e) => Substitution.Of(e, seen);

        var zeros = outside.Select(Algebra.ZeroLike).ToList();
        var sums = zeros.Select(Carried.Of).ToList();
        var adjointsAfter = slots.Select((s, i) => border.TryGetValue(carried[s], out var a) ? InReverse(a) : Algebra.ZeroLike(seeds[i]));
        var sumsAfter = outside.Select((e, i) => Algebra.Add(sums[i], InReverse(border[e])));
        var backward = Loop.Of(reverse, [.. adjoints, .. sums], [.. seeds, .. zeros], [.. adjointsAfter, .. sumsAfter], null);
        for (var i = 0; i < slots.Count; i++) yield return (before[slots[i]], LoopValue.Of(backward, i));
        for (var i = 0; i < outside.Count; i++) yield return (outside[i], LoopValue.Of(backward, slots.Count + i));
    }
}
