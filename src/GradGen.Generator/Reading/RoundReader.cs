using System.Collections.Immutable;
using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>What a loop changes: its value before the loop, as a round begins, and as the round ends; null where one could not be read.</summary>
/// <param name="Local">The local; null for what the method does not name.</param>
/// <param name="Place">Where it is changed.</param>
internal sealed record Change(ISymbol? Local, IOperation Place, Expression? Before, Expression? Start, Expression? After)
{
    public bool IsReadable => Before is not null && Start is not null && After is not null;
}

/// <summary>A round of a loop.</summary>
/// <param name="Locals">What it makes of the locals.</param>
/// <param name="Condition">What holds when a round begins, beside the range of the index; null where it could not be read.</param>
/// <param name="Ended">Whether the loop has ended by a break, by a return or by the condition at its bottom; null where it never does.</param>
/// <param name="Returned">Whether it has returned; null where it never does.</param>
/// <param name="Value">What it then returns.</param>
/// <param name="CanBreak">Whether a break may end it.</param>
internal sealed record Round(IReadOnlyList<Change> Locals, Expression? Condition, Change? Ended, Change? Returned, Change? Value, bool CanBreak)
{
    public IReadOnlyList<Change> Changes => [.. Locals, .. new[] { Returned, Value, Ended }.OfType<Change>().Distinct()];

    public bool IsReadable => Condition is not null && Changes.Except(Locals).All(c => c.IsReadable);
}

/// <summary>
/// Reads one round of a loop, from values that stand for whatever the rounds before it made. Where the round is left, what follows
/// in it is not evaluated: every value after the round is a choice by the exits, in their order.
/// </summary>
internal sealed class RoundReader(ReadingContext context)
{
    /// <param name="varying">The locals that are known to vary in the loop, whatever they are before it.</param>
    public Round Read(ILoopOperation loop, LoopHead head, IReadOnlyCollection<ISymbol> varying)
    {
        var assigned = AssignedLocals.In([loop.Body, .. head.Steps]).Where(a => SymbolEqualityComparer.Default.Equals(a.Local.ContainingSymbol, context.Frame.Function)).ToList();
        var known = assigned.Where(a => context.Locals.IsBound(a.Local)).Select(a => Begin(a.Local, a.Assignment, varying)).ToList();
        var inner = AssignedLocals.DeclaredIn(loop.Body).ToImmutableHashSet(SymbolEqualityComparer.Default);
        var fresh = assigned.Where(a => !context.Locals.IsBound(a.Local) && !inner.Contains(a.Local)).ToList();
        foreach (var change in known) context.Locals.Bind(change.Local!, change.Start);

        var condition = head.Top is null ? context.Graph.Truth(true) : context.Expressions.Read(head.Top);
        var flow = condition is not null && condition.IsTruth(out var runs) && !runs ? Flow.On : context.Statements.Read(loop.Body);
        // Where something follows in the round, a continue goes there; else it ends the round as it is.
        if (head.Steps.Count > 0 || head.Bottom is not null) flow = Flow.Land(context, flow, loop.ContinueLabel);
        if (flow.RunsOn) context.Statements.ReadAll(head.Steps);
        var again = head.Bottom is null || !flow.RunsOn ? context.Graph.Truth(true) : context.Expressions.Read(head.Bottom);

        var end = flow.RunsOn ? context.Locals.Current : null;
        var locals = known.Select(k => k with { After = After(k.Start, l => Of(l, k.Local!, k.Start)) })
            .Concat(fresh.Select(Fresh).Where(f => f is not null).Select(f => f!)).Select(Checked).ToList();
        var leaving = flow.Exits.LastOrDefault(e => !e.Goes(loop.ContinueLabel))?.Place ?? head.Bottom;
        var ended = leaving is null ? null : Flag(leaving, Logic.NotIfRead(again), e => !e.Goes(loop.ContinueLabel));
        if (ended?.After is { } never && never.IsTruth(out var ends) && !ends) ended = null;
        var (returned, value) = ((Change?)null, (Change?)null);
        if (flow.Exits.LastOrDefault(e => e.Target is null) is { } last)
        {
            returned = Flag(last.Place, context.Graph.Truth(false), e => e.Target is null);
            if (ended?.After == returned.After) ended = returned;
            var sample = flow.Exits.Where(e => e.Target is null).Select(e => e.Value).FirstOrDefault(v => v is not null);
            var before = sample is null ? null : Default(last.Place, "The returned value", sample);
            var start = before is null ? null : Carried.Of(before);
            value = Checked(new Change(null, last.Place, before, start, start is null ? null : Fold(start, e => e.Target is null ? e.Value : start)));
        }

        return new(locals, condition, ended, returned, value, flow.Exits.Any(e => e.Goes(loop.ExitLabel)));

        // What a value is after the round: at its end, or where it is left.
        Expression? Fold(Expression? atEnd, Func<Exit, Expression?> at)
        {
            var exits = flow.Exits.Reverse();
            var after = flow.RunsOn ? atEnd : at(exits.First());
            foreach (var exit in exits.Skip(flow.RunsOn ? 0 : 1)) after = context.Choose(exit.Place, exit.Condition, at(exit), after);
            return after;
        }

        Expression? After(Expression? start, Func<ImmutableSortedDictionary<int, Expression?>, Expression?> of) => Fold(end is null ? start : of(end), e => of(e.Locals));

        Expression? Of(ImmutableSortedDictionary<int, Expression?> values, ISymbol local, Expression? otherwise) => values.TryGetValue(context.Locals.SlotOf(local), out var value) ? value : otherwise;

        // A local that has no value before the loop, and is read after it because every way out of the loop assigns it.
        Change? Fresh((ISymbol Local, IOperation Assignment) a)
        {
            var values = flow.Exits.Select(e => e.Locals).Concat(end is null ? [] : [end]).Where(l => l.ContainsKey(context.Locals.SlotOf(a.Local))).ToList();
            if (values.Count == 0) return null;
            var before = Of(values[0], a.Local, null) is { } sample ? Default(a.Assignment, $"'{a.Local.Name}'", sample) : null;
            var start = before is null ? null : Carried.Of(before);
            return new(a.Local, a.Assignment, before, start, After(start, l => Of(l, a.Local, start)));
        }

        Change Flag(IOperation place, Expression? atEnd, Func<Exit, bool> at)
        {
            var before = context.Graph.Truth(false);
            return new(null, place, before, Carried.Of(before), Fold(atEnd, e => context.Graph.Truth(at(e))));
        }
    }

    private Change Begin(ISymbol local, IOperation assignment, IReadOnlyCollection<ISymbol> varying)
    {
        context.Locals.TryGet(local, out var before);
        var start = before is null ? null : CanBeCarried(before.Shape) ? Carried.Of(before) : Refuse(assignment, $"'{local.Name}'", "only numbers, truth values, vectors and matrices are carried");
        if (start is not null && varying.Contains(local, SymbolEqualityComparer.Default)) context.DeclareVariable(start);
        return new(local, assignment, before, start, null);
    }

    private static bool CanBeCarried(Shape shape) => shape.IsReal || shape.Kind is ValueKind.Integer or ValueKind.Boolean;

    /// <summary>Holds the shape after a round against the one before it.</summary>
    private Change Checked(Change change)
    {
        if (!change.IsReadable || ReferenceEquals(change.After, change.Start)) return change;
        var (before, after) = (change.Before!.Shape, change.After!.Shape);
        var grows = before.Kind == after.Kind && before.Dimensions.Zip(after.Dimensions, (b, a) => (b, a)).Any(p => IsComputedFrom(p.a, p.b));
        if (grows) return change with { After = Refuse(change.Place, NameOf(change), "its size changes from round to round; give it the size that it needs before the loop, or write its rounds out") };
        var same = context.Shapes.Build(change.Place, () =>
        {
            new ShapeContext(context.Graph).SameShape(before, after);
            return change.After;
        });
        return change with { After = same };
    }

    private static string NameOf(Change change) => change.Local is { } local ? $"'{local.Name}'" : "The returned value";

    // Whether a size after a round is a function of the size before it, or of what the loop counts.
    private bool IsComputedFrom(Expression after, Expression before)
    {
        var dimensions = context.Graph.Dimensions;
        var found = dimensions.Find(after);
        return !dimensions.AreSame(after, before) && !found.Is<Extent>() && (!found.FreeBounds.IsEmpty || Accumulation.Reads(found, [before, dimensions.Find(before)]));
    }

    /// <summary>A value of a shape, for a local that is assigned before it is read.</summary>
    private Expression? Default(IOperation place, string what, Expression sample)
    {
        var shape = sample.Shape;
        if (!CanBeCarried(shape)) return Refuse(place, what, "only numbers, truth values, vectors and matrices are carried");
        if (shape.Kind == ValueKind.Boolean) return context.Graph.Truth(false);
        if (shape.Kind == ValueKind.Integer) return context.Graph.Integer(0);
        shape = shape with { Rows = Outside(shape.Rows), Columns = Outside(shape.Columns) };
        return shape.Dimensions.All(d => d.FreeBounds.All(b => b.Is<LoopIndex>()))
            ? context.Graph.Zero(shape)
            : Refuse(place, what, "its size is known in the loop only; give it a value before the loop");
    }

    // Of a size that changes with the index, the first round decides.
    private Expression? Outside(Expression? size)
    {
        if (size is null) return null;
        var found = context.Graph.Dimensions.Find(size);
        return found.FreeBounds.Where(b => b.Is<LoopIndex>() && LoopIndex.DepthOf(b) >= context.LoopDepth - 1).Aggregate(found, (s, index) => Substitution.Of(s, index, index[0]));
    }

    private Expression? Refuse(IOperation place, string what, string why) => context.Fail(Descriptors.LoopCarried, place, what, why);
}
