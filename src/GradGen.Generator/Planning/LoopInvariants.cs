using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>What no round of a loop changes, but a branch keeps from being computed before the loop, is computed in the first round that needs it.</summary>
internal sealed class LoopInvariants
{
    private readonly Placement placement;
    private readonly Dictionary<Expression, bool> cheap = new();
    private readonly Dictionary<Expression, Expression> rewritten = new();
    private readonly HashSet<Expression> once = new();

    private LoopInvariants(Placement placement)
    {
        this.placement = placement;
        var seen = new HashSet<Expression>();
        var waiting = new Stack<Expression>(placement.Nodes.Where(n => !placement.IsRepeated(n)));
        while (waiting.Count > 0)
        {
            var user = waiting.Pop();
            foreach (var operand in user.Operation.Reads(user).Select(r => r.Operand).Where(o => placement.IsRepeated(o) && seen.Add(o)))
            {
                if (!HasStorage(operand)) waiting.Push(operand);
                else if (!IsCheap(operand)) once.Add(operand);
            }
        }
    }

    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> results)
    {
        if (!Reachable.From(results).Any(IsLoop)) return results;
        // What two of them read is one more.
        while (new LoopInvariants(new Placement(results, Scope.Root())) is { once.Count: > 0 } invariants) results = [.. results.Select(invariants.Rewrite)];
        return results;
    }

    private static bool IsLoop(Expression e) => e.Operation.Reads(e).Any(r => r.Inside is { Bounds.Count: > 0 });

    private static bool HasStorage(Expression e) => (e.Shape.IsReal || e.Shape.Kind == ValueKind.Opaque) && !e.Operation.IsBound && !e.Is<RunningSum>() && !e.Is<LoopRecord>() && !e.Is<Loop>()
        && (e.Is<LoopValue>() || e.Operation.Reads(e).Any(r => r.Inside is not null) || !e.Operation.Compute(e).IsInline);

    /// <summary>Whether a round computes it in a few instructions, or only refers to what is there.</summary>
    private bool IsCheap(Expression e)
    {
        if (!placement.IsRepeated(e)) return true;
        if (cheap.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var isSimple = !e.Is<LoopValue>() && !e.Is<IndexedSum>() && !e.Is<Loop>() && (e.Operation.MayShareStorage(e) || !e.Operands.Any(o => o.Shape.IsArray || o.Shape.Kind == ValueKind.Opaque) || e.Is<Entry>() || e.Is<Line>());
        return cheap[e] = isSimple && e.Operation.Reads(e).All(r => IsCheap(r.Operand));
    }

    private Expression Rewrite(Expression e)
    {
        if (rewritten.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = e.Map(Rewrite);
        return rewritten[e] = once.Contains(e) ? Once.Of(result) : result;
    }
}
