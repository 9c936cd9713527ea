using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Differentiation;

/// <summary>
/// ∂vec(f)/∂vec(x)ᵀ in closed form where every operation on the way has one, by the rules vec(AXB) = (Bᵀ ⊗ A) vec X and
/// their like; a loop that carries values carries their Jacobians too. Otherwise column by column, the differential along each
/// basis direction.
/// A scalar f gives a row, a scalar x a column.
/// </summary>
internal sealed class Jacobians
{
    private readonly Dictionary<Expression, Expression?> known;
    private readonly Dictionary<Expression, (Expression? Loop, IReadOnlyList<int> Slots)> loops = new();
    private readonly Activity activity;
    private readonly Expression count;

    // In a round of a loop: what is around it, and what the loop binds.
    private Jacobians? Around { get; init; }

    private IReadOnlyList<Expression> Bounds { get; init; } = [];

    /// <param name="count">The number of the variable's entries.</param>
    private Jacobians(Dictionary<Expression, Expression?> known, Expression count)
    {
        this.known = known;
        this.count = count;
        activity = new Activity(known.Keys);
    }

    public static Expression Of(Expression root, Expression variable)
    {
        var graph = root.Graph;
        if (variable.Shape.IsScalar) return Vectorize(Differentials.Of(root, new Dictionary<Expression, Expression> { [variable] = graph.Number(1) }));
        if (root.Shape.IsScalar) return Transpose(Vectorize(Gradient(root, variable)));
        if (!new Activity([variable]).Varies(root)) return graph.Zero(Shape.Matrix(EntryCount(root), EntryCount(variable)));
        var identity = graph.Identity(EntryCount(variable));
        return new Jacobians(new() { [variable] = identity }, EntryCount(variable)).J(root) ?? ByColumns(root, variable);
    }

    private static Expression Gradient(Expression root, Expression variable) =>
        Adjoints.Of(root, root.Graph.Number(1), [variable]).TryGetValue(variable, out var g) ? g : root.Graph.Zero(variable.Shape);

    /// <summary>The Jacobian of a node that varies; null where some operation has no closed form.</summary>
    private Expression? J(Expression e)
    {
        if (known.TryGetValue(e, out var j)) return j;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        // What no round changes is differentiated once, outside.
        if (Around is not null && !Bounds.Any(e.DependsOn)) return known[e] = Around.J(e);
        if (e.Is<LoopValue>() || e.Is<LoopHistory>()) return known[e] = OfLoop(e);
        var terms = new List<Expression>();
        foreach (var i in activity.ActiveOperands(e))
        {
            if (J(e[i]) is not { } inner || Chain(e, i, inner) is not { } term) return known[e] = null;
            terms.Add(term);
        }

        return known[e] = Add([.. terms]);
    }

    /// <summary>The Jacobian of what a loop carries at last, or of all that it carried.</summary>
    private Expression? OfLoop(Expression e)
    {
        var loop = e[0];
        if (!loops.TryGetValue(loop, out var forward))
        {
            var slots = activity.VaryingSlots(loop);
            loops[loop] = forward = (slots.All(s => Loop.Before(loop)[s].Shape.IsReal) ? LoopRules.Forward(loop, slots, (x, carried) => Inside(loop, x, carried)) : null, slots);
        }

        if (forward.Loop is null) return null;
        var place = Loop.CarriedBy(loop).Length + forward.Slots.TakeWhile(s => s != LoopValue.Number(e)).Count();
        return e.Is<LoopValue>() ? LoopValue.Of(forward.Loop, place) : LoopHistory.Of(forward.Loop, place);
    }

    /// <summary>The Jacobian of what a loop reads or computes, given those of what it carries.</summary>
    private Expression? Inside(Expression loop, Expression e, IReadOnlyDictionary<Expression, Expression> carried)
    {
        var inside = known.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value);
        foreach (var pair in carried) inside[pair.Key] = pair.Value;
        var round = carried.Count == 0 ? this : new Jacobians(inside, count) { Around = this, Bounds = [.. loop.Bounds] };
        return round.activity.Varies(e) ? round.J(e) : ZeroOf(e);
    }

    private Expression ZeroOf(Expression e) => e.Graph.Zero(e.Shape.IsScalar ? Shape.RowVector(count) : Shape.Matrix(EntryCount(e), count));

    private Expression? Chain(Expression e, int operand, Expression inner)
    {
        if (e.Operation.Jacobian(e, operand, inner) is { } closed) return closed;
        var d = Tangent.Of(e[operand]);
        if (e.Operation.Differential(e, operand, d) is not { } differential) return null;
        if (differential.Operation == e.Operation && differential.Operands.Contains(d)) return null;
        return differential.IsZero() ? e.Graph.Zero(inner.Shape) : new Jacobians(new() { [d] = inner }, count).J(differential);
    }

    private static Expression ByColumns(Expression root, Expression variable)
    {
        var graph = root.Graph;
        var count = EntryCount(variable);
        var column = LoopIndex.Of(graph.Integer(0), count, LoopDepth(root));
        Expression Index(string template) => graph.Make(Host.Instance,
            new HostInfo(template, ValueKind.Integer, Precedence.Multiplicative, Precedence.Unary), column, variable.Shape.Rows!);
        var direction = variable.Shape.IsMatrix ? Unit.Of(variable.Shape, Index("{0} % {1}"), Index("{0} / {1}")) : Unit.Of(variable.Shape, column);
        var d = Differentials.Of(root, new Dictionary<Expression, Expression> { [variable] = direction });
        return SumOver(column, Multiply(Vectorize(d), Unit.Of(Shape.RowVector(count), column)));
    }

    /// <summary>One more than the deepest loop of the expression, so that the new index is none of its own.</summary>
    private static int LoopDepth(Expression root)
    {
        var seen = new HashSet<Expression>();
        var deepest = -1;
        Visit(root);
        return deepest + 1;

        void Visit(Expression e)
        {
            if (!seen.Add(e)) return;
            if (e.Is<LoopIndex>()) deepest = Math.Max(deepest, LoopIndex.DepthOf(e));
            foreach (var operand in e.Operands) Visit(operand);
        }
    }
}
