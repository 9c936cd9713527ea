using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Rendering;

/// <summary>One of the values that a loop carries.</summary>
internal sealed record LoopSlot(Expression Loop, int Number)
{
    public Expression Index => Loop[0];

    public Expression Carried => Operations.Loop.CarriedBy(Loop)[Number];

    public Expression Before => Operations.Loop.Before(Loop)[Number];

    public Expression After => Operations.Loop.After(Loop)[Number];
}

/// <summary>An expression that is the value after a round: of the round that is written, or of a round whose values are read back.</summary>
internal sealed record LoopStep(Expression Value, LoopSlot Slot, Expression? Round);

/// <summary>
/// What a formula needs of the values that loops carry: which of them it reads, which of them are the same sequence, what they
/// depend on, and which only add up.
/// </summary>
internal sealed class LoopValues
{
    private readonly HashSet<LoopSlot> slots = new();
    private readonly HashSet<Expression> loops = new();
    private readonly HashSet<Expression> seen = new();
    private readonly HashSet<LoopSlot> recorded = new();
    private readonly HashSet<(Expression Loop, Expression Round)> rounds = new();
    private readonly Dictionary<Expression, List<Expression>> owners = new();
    private readonly Dictionary<Expression, Expression> mirrored = new();
    private readonly SequenceClasses classes;
    private readonly Dictionary<LoopSlot, Expression> summands = new();
    private readonly Dictionary<LoopSlot, List<Expression>> outer = new();

    /// <param name="root">The formula's value.</param>
    /// <param name="nodes">All that it is computed from.</param>
    public LoopValues(Expression root, IReadOnlyList<Expression> nodes)
    {
        foreach (var loop in nodes.Where(n => n.Is<Loop>()))
        {
            foreach (var carried in Loop.CarriedBy(loop))
            {
                if (!owners.TryGetValue(carried, out var list)) owners[carried] = list = [];
                list.Add(loop);
            }
        }

        foreach (var node in nodes.Where(n => n.Is<MirroredRound>() && n[0].Is<LoopCount>() && n[1].Is<LoopIndex>() && n[1][1] == n[0])) mirrored[node[1]] = node[0][0];
        Visit(root);
        classes = new(this, slots.OrderBy(s => s.Loop.Id).ThenBy(s => s.Number).ToList(), loops.OrderBy(l => l.Id).ToList());
        foreach (var alike in slots.GroupBy(classes.Of))
        {
            var sums = alike.Select(s => (Slot: s, Added: Rest(s))).ToList();
            if (sums.Any(s => s.Added is null)) continue;
            foreach (var (slot, rest) in sums) summands[slot] = rest!;
        }

        Nodes = seen.Concat(summands.Values.SelectMany(s => Reach(s))).Distinct().OrderBy(n => n.Id).ToList();
        Sequences = slots.Where(s => !summands.ContainsKey(s)).GroupBy(classes.Of).Select(g => g.OrderBy(s => s.Loop.Id).ThenBy(s => s.Number).First()).OrderBy(s => s.Loop.Id).ThenBy(s => s.Number).ToList();
        Steps = FindSteps().ToList();
    }

    /// <summary>What the formula and its sequences are made of, operands first.</summary>
    public IReadOnlyList<Expression> Nodes { get; }

    /// <summary>The loops that something is read of.</summary>
    public IEnumerable<Expression> Loops => loops.OrderBy(l => l.Id);

    /// <summary>The sequences that have to be defined, each once.</summary>
    public IReadOnlyList<LoopSlot> Sequences { get; }

    public IReadOnlyList<LoopStep> Steps { get; }

    public int ClassOf(LoopSlot slot) => classes.Of(slot);

    public int EndOf(Expression loop) => classes.EndOf(loop);

    /// <summary>The loop whose rounds an index runs through from the last to the first, or null.</summary>
    public Expression? MirroredLoop(Expression index) => mirrored.TryGetValue(index, out var loop) ? loop : null;

    public LoopSlot? SlotOf(Expression carried) => owners.TryGetValue(carried, out var list) ? list.Select(l => new LoopSlot(l, Loop.CarriedBy(l).IndexOf(carried))).FirstOrDefault(slots.Contains) : null;

    public LoopSlot? SlotOf(Expression loop, int number) => slots.Contains(new(loop, number)) ? new(loop, number) : null;

    /// <summary>What each round adds to a value that is only added to; null for other values.</summary>
    public Expression? Summand(LoopSlot slot) => summands.TryGetValue(slot, out var rest) ? rest : null;

    /// <summary>The indices of the loops around, from the outermost, that a sequence has terms for each of.</summary>
    public IReadOnlyList<Expression> OuterOf(LoopSlot slot)
    {
        if (outer.TryGetValue(slot, out var known)) return known;
        outer[slot] = [];
        var closure = new HashSet<LoopSlot> { slot };
        var waiting = new Stack<LoopSlot>(closure);
        var bounds = new HashSet<Expression>();
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            foreach (var bound in next.Before.FreeBounds.Concat(next.After.FreeBounds))
            {
                if (bound == slot.Index) continue;
                var place = Loop.CarriedBy(slot.Loop).IndexOf(bound);
                if (place < 0) bounds.Add(bound);
                else if (closure.Add(new(slot.Loop, place))) waiting.Push(new(slot.Loop, place));
            }
        }

        return outer[slot] = Indices(bounds);
    }

    /// <summary>The indices of the loops around that the number of a loop's rounds depends on.</summary>
    public IReadOnlyList<Expression> OuterOf(Expression loop)
    {
        var found = Indices(loop[0].Operands.SelectMany(o => o.FreeBounds));
        if (Loop.Condition(loop) is not { } condition) return found;
        var bounds = condition.FreeBounds.Remove(loop[0]);
        var own = bounds.Where(b => Loop.CarriedBy(loop).Contains(b)).ToList();
        return Indices(bounds.Except(own)).Concat(own.SelectMany(c => OuterOf(new LoopSlot(loop, Loop.CarriedBy(loop).IndexOf(c))))).Concat(found).Distinct().OrderBy(LoopIndex.DepthOf).ToList();
    }

    /// <summary>The indices that stand for bounds: a value that a loop around carries changes with that loop's index.</summary>
    public List<Expression> Indices(IEnumerable<Expression> bounds) => bounds.SelectMany(b => b.Is<LoopIndex>() ? [b] : SlotOf(b) is { } slot ? OuterOf(slot).Append(slot.Index) : [])
        .Distinct().OrderBy(LoopIndex.DepthOf).ThenBy(b => b.Id).ToList();

    private void Visit(Expression root)
    {
        var waiting = new Stack<Expression>([root]);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (!seen.Add(next)) continue;
            if (next.Is<LoopValue>()) Activate(next[0], LoopValue.Number(next));
            else if (next.Is<LoopCount>()) Enter(next[0]);
            else if (next.Is<LoopHistory>()) Activate(next[0], LoopValue.Number(next));
            else if (next.Is<Named>()) Push(Named.Indices(next));
            else if (next.Is<Carried>()) Push(owners.TryGetValue(next, out var list) ? list.Where(loops.Contains).SelectMany(l => Of(l, Loop.CarriedBy(l).IndexOf(next))) : []);
            else Push(next.Operands);
            if (next.Is<ListItem>() && next[0].Is<LoopHistory>())
            {
                recorded.Add(new(next[0][0], LoopValue.Number(next[0])));
                rounds.Add((next[0][0], next[1]));
            }
        }

        void Activate(Expression loop, int number)
        {
            Enter(loop);
            Push(Of(loop, number));
        }

        IEnumerable<Expression> Of(Expression loop, int number) => slots.Add(new(loop, number)) ? [Loop.CarriedBy(loop)[number], Loop.Before(loop)[number], Loop.After(loop)[number]] : [];

        // A carried value that was met before its loop is met again.
        void Enter(Expression loop)
        {
            if (!loops.Add(loop)) return;
            foreach (var carried in Loop.CarriedBy(loop).Where(seen.Remove)) waiting.Push(carried);
            waiting.Push(loop[0]);
            if (Loop.Condition(loop) is { } condition) waiting.Push(condition);
        }

        void Push(IEnumerable<Expression> expressions)
        {
            foreach (var expression in expressions) waiting.Push(expression);
        }
    }

    /// <summary>What a round adds, where the value is read by nothing but that sum; null otherwise.</summary>
    private Expression? Rest(LoopSlot slot)
    {
        if (recorded.Contains(slot) || !slot.After.Is<Addition>() || slot.After.Operands.Count(o => o == slot.Carried) != 1) return null;
        var others = slots.Where(s => s.Loop == slot.Loop && s != slot).Select(s => s.After).Append(Loop.Condition(slot.Loop)).OfType<Expression>();
        if (others.Any(o => o.DependsOn(slot.Carried))) return null;
        var rest = Algebra.Add([.. slot.After.Operands.Where(o => o != slot.Carried)]);
        return rest.DependsOn(slot.Carried) ? null : rest;
    }

    private IEnumerable<LoopStep> FindSteps()
    {
        var found = new HashSet<Expression>();
        foreach (var slot in slots.Where(s => !summands.ContainsKey(s)).OrderBy(s => s.Loop.Id).ThenBy(s => s.Number))
        {
            if (IsWorthAName(slot.After) && found.Add(slot.After)) yield return new(slot.After, slot, null);
            foreach (var round in rounds.Where(r => r.Loop == slot.Loop).Select(r => r.Round).OrderBy(r => r.Id))
            {
                var seenThen = new Dictionary<Expression, Expression> { [slot.Index] = IntegerSum.Of(slot.Index[0], round) };
                foreach (var (carried, i) in Loop.CarriedBy(slot.Loop).Select((c, i) => (c, i))) seenThen[carried] = ListItem.Of(LoopHistory.Of(slot.Loop, i), round);
                var then = Simplifier.Shown(Simplifier.Of(last: true, Substitution.Of(slot.After, seenThen))[0]);
                if (IsWorthAName(then) && found.Add(then)) yield return new(then, slot, round);
            }
        }

        static bool IsWorthAName(Expression e) => e.Shape.IsReal && !e.FreeBounds.IsEmpty && e.Operands.Any(o => o.Operands.Length > 0) && !(e.Is<ListItem>() || e.Is<Entry>() || e.Is<Line>() || e.Is<LoopValue>() || e.Is<Carried>());
    }

    private static IEnumerable<Expression> Reach(Expression e) => Expressions.Reachable.From([e]).Where(n => !n.Is<Loop>());
}
