using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>
/// Reads loops. A local that only gains a term each round becomes a sum over the index; the others are carried from round to
/// round by one loop, together with the sums that they read. A loop that may end early carries all, and whether it has ended.
/// </summary>
internal sealed class LoopReader(ReadingContext context)
{
    /// <summary>Reads a loop; it runs on, except where it returned.</summary>
    public Flow Read(ILoopOperation loop) => Read(loop, inOrder: false);

    private Flow Read(ILoopOperation loop, bool inOrder)
    {
        var before = context.Locals.Current;
        var head = context.LoopHeads.Read(loop, inOrder);
        var entry = context.Locals.Current;
        context.LoopDepth++;
        var round = ReadRound(loop, head);
        context.LoopDepth--;
        var own = AssignedLocals.DeclaredIn(loop).ToList();
        context.Locals.Current = entry.RemoveRange(own.Select(context.Locals.SlotOf));
        if (Never(round.Condition)) return Flow.On;
        var outer = round.Locals.Where(c => !own.Contains(c.Local!, SymbolEqualityComparer.Default)).ToList();
        var runsOn = round.CanBreak || head is { Top: null, Bottom: null } || !Always(round.Condition) || head.Bottom is not null;
        if (head.Index is null || !round.IsReadable)
        {
            foreach (var change in outer) context.Locals.Bind(change.Local!, null);
            return round.Returned is { } lost ? new(runsOn, [new(null, lost.Place, null, null, context.Locals.Current)]) : Flow.On;
        }

        foreach (var change in outer.Where(c => !c.IsReadable)) context.Locals.Bind(change.Local!, null);
        var changes = round.Changes.Where(c => c.IsReadable).ToList();
        var condition = Logic.And(round.Ended is null ? context.Graph.Truth(true) : Logic.Not(round.Ended.Start!), round.Condition!);
        var carried = Carry(changes, isOpen: head.Top is not null || round.Ended is not null);
        if (head.IsTurned && carried.Count > 0)
        {
            context.Locals.Current = before;
            return Read(loop, inOrder: true);
        }

        foreach (var change in changes.Except(carried)) context.Locals.Bind(change.Local!, Sum(change, head.Index, changes));

        var made = carried.All(c => c == round.Ended && c != round.Returned) ? null : context.Shapes.Build(loop, () =>
            Loop.Of(head.Index, [.. carried.Select(c => c.Start!)], [.. carried.Select(c => c.Before!)], [.. carried.Select(c => c.After!)], Always(condition) ? null : condition));
        Expression? Result(Change change) => made is null ? null : LoopValue.Of(made, carried.IndexOf(change));
        foreach (var change in outer.Where(carried.Contains)) context.Locals.Bind(change.Local!, Result(change));
        if (round is not { Returned: { } returned, Value: { } value }) return new(runsOn, []);
        return new(runsOn, [new(null, returned.Place, runsOn ? Result(returned) : context.Graph.Truth(true), Result(value), context.Locals.Current)]);
    }

    /// <summary>The sum of a function of the items of a list, as LINQ writes it.</summary>
    public Expression? ReadSum(IOperation call, Expression list, Func<Expression, Expression?> term)
    {
        var index = context.LoopHeads.IndexOf(list);
        context.LoopDepth++;
        var body = term(ListItem.Of(list, index));
        context.LoopDepth--;
        return body is null ? null : context.Shapes.Build(call, () => Algebra.SumOver(index, body));
    }

    /// <summary>The number of items of a list.</summary>
    public Expression CountOf(Expression list) =>
        context.Graph.Make(Extent.Instance, new ExtentInfo(list.Operation, list.Payload, LanguageType.CountMember(list.Shape.Type!)), list.Operands);

    private static bool Always(Expression? condition) => condition is not null && condition.IsTruth(out var holds) && holds;

    private static bool Never(Expression? condition) => condition is not null && condition.IsTruth(out var holds) && !holds;

    // What a local is before the loop says nothing of whether it varies in it: where that was asked, the round is read again.
    private Round ReadRound(ILoopOperation loop, LoopHead head)
    {
        var (entry, varying) = (context.Locals.Current, new List<ISymbol>());
        while (true)
        {
            var round = context.Rounds.Read(loop, head, varying);
            var asked = round.Locals.Where(c => c.IsReadable && context.WasHeldConstant(c.Start!)).ToList();
            var found = asked.Where(c => context.Varies(c.After!)).Select(c => c.Local!).Except(varying, SymbolEqualityComparer.Default).ToList();
            if (found.Count == 0) return round;
            varying.AddRange(found!);
            context.Locals.Current = entry;
        }
    }

    /// <summary>What must be carried: what is no sum, everything where the number of rounds is open, and what that reads.</summary>
    private static List<Change> Carry(List<Change> changes, bool isOpen)
    {
        var starts = changes.Select(c => c.Start!).ToList();
        var carried = changes.Where(c => isOpen || !c.Start!.Shape.IsReal || !Accumulation.TrySplit(c.After!, c.Start, starts, out _)).ToList();
        for (var i = 0; i < carried.Count; i++)
            carried.AddRange(changes.Except(carried).Where(c => Accumulation.Reads(carried[i].After!, [c.Start!])).ToList());
        return carried;
    }

    private Expression? Sum(Change change, Expression index, List<Change> changes)
    {
        Accumulation.TrySplit(change.After!, change.Start!, changes.Select(c => c.Start!).ToList(), out var term);
        return term is null ? change.Before : context.Shapes.Build(change.Place, () => Algebra.Add(change.Before!, Algebra.SumOver(index, term)), (null, change.Before!));
    }
}
