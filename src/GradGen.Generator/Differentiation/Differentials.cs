using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Differentiation;

/// <summary>The differential of an expression along given differentials of the variables (forward accumulation).</summary>
internal sealed class Differentials
{
    private readonly Dictionary<Expression, Expression?> known = new();
    private readonly Activity activity;

    private readonly Dictionary<Expression, Expression> loops = new();

    // In a round of a loop: what is around it, and what the loop binds.
    private Differentials? Around { get; init; }

    private IReadOnlyList<Expression> Bounds { get; init; } = [];

    private Differentials(IReadOnlyDictionary<Expression, Expression> along)
    {
        activity = new Activity(along.Keys);
        foreach (var pair in along) known[pair.Key] = pair.Value;
    }

    /// <summary>df for the given dx of each variable; zero where the root does not depend on any.</summary>
    public static Expression Of(Expression root, IReadOnlyDictionary<Expression, Expression> along) =>
        new Differentials(along).D(root) ?? Algebra.ZeroLike(root);

    private Expression? D(Expression e)
    {
        if (known.TryGetValue(e, out var d)) return d;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!activity.Varies(e)) return known[e] = null;
        // What no round changes is differentiated once, outside.
        if (Around is not null && !Bounds.Any(e.DependsOn)) return known[e] = Around.D(e);
        if (e.Is<LoopValue>()) return known[e] = LoopValue.Of(DLoop(e[0]), Place(e));
        if (e.Is<LoopHistory>()) return known[e] = LoopHistory.Of(DLoop(e[0]), Place(e));
        if (e.Is<Conditional>())
            return known[e] = Algebra.Choose(e[0], D(e[1]) ?? Algebra.ZeroLike(e), D(e[2]) ?? Algebra.ZeroLike(e));
        var terms = activity.ActiveOperands(e)
            .Select(i => e.Operation.Differential(e, i, D(e[i])!) ?? throw new NoDerivativeException(e));
        return known[e] = Algebra.Add(terms.ToArray());
    }

    private Expression DLoop(Expression loop)
    {
        if (loops.TryGetValue(loop, out var done)) return done;
        return loops[loop] = LoopRules.Forward(loop, LoopRules.VaryingSlots(loop), (e, along) =>
        {
            if (along.Count == 0) return D(e) ?? Algebra.ZeroLike(e);
            var inside = known.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!);
            foreach (var pair in along) inside[pair.Key] = pair.Value;
            return new Differentials(inside) { Around = this, Bounds = [.. loop.Bounds] }.D(e) ?? Algebra.ZeroLike(e);
        })!;
    }

    /// <summary>The place of the differential of a loop's value, or of its history, in the loop that carries both.</summary>
    private static int Place(Expression value) => Loop.CarriedBy(value[0]).Length + LoopRules.VaryingSlots(value[0]).IndexOf(LoopValue.Number(value));
}
