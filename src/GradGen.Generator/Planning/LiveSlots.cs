using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Which of the values that loops carry are read: after the loop, in its history, or on the way to one that is. The others are not carried.</summary>
internal sealed class LiveSlots
{
    private readonly Dictionary<Expression, List<int>> slots = new();
    private readonly HashSet<(Expression Loop, int Slot)> histories = new();

    private LiveSlots()
    {
    }

    public static LiveSlots Of(IEnumerable<Expression> roots)
    {
        var live = new LiveSlots();
        var seen = new HashSet<Expression>();
        var stack = new Stack<Expression>(roots);
        while (stack.Count > 0)
        {
            var node = stack.Pop();
            if (!seen.Add(node)) continue;
            if (node.Is<Loop>()) live.SlotsOf(node);
            if (node.Is<LoopValue>() || node.Is<LoopHistory>()) live.Add(node[0], LoopValue.Number(node));
            if (node.Is<LoopHistory>()) live.histories.Add((node[0], LoopValue.Number(node)));
            foreach (var operand in node.Operands) stack.Push(operand);
        }

        foreach (var loop in live.slots.Keys) live.Close(loop);
        return live;
    }

    /// <summary>The loop without the values that nothing reads.</summary>
    public Expression Pruned(Expression loop)
    {
        var kept = slots[loop];
        var (carried, before, after) = (Loop.CarriedBy(loop), Loop.Before(loop), Loop.After(loop));
        return kept.Count == carried.Length ? loop
            : Loop.Of(loop[0], [.. kept.Select(s => carried[s])], [.. kept.Select(s => before[s])], [.. kept.Select(s => after[s])], Loop.Condition(loop));
    }

    /// <summary>Which value of a loop a value or history is, as the pruned loop counts them.</summary>
    public int NumberOf(Expression value) => slots[value[0]].IndexOf(LoopValue.Number(value));

    /// <summary>The values of the pruned loop whose history is read.</summary>
    public EquatableArray<int> Recorded(Expression loop) => new(Enumerable.Range(0, slots[loop].Count).Where(i => histories.Contains((loop, slots[loop][i]))));

    private List<int> SlotsOf(Expression loop)
    {
        if (!slots.TryGetValue(loop, out var list)) slots[loop] = list = new();
        return list;
    }

    private void Add(Expression loop, int slot)
    {
        if (!SlotsOf(loop).Contains(slot)) SlotsOf(loop).Add(slot);
    }

    private void Close(Expression loop)
    {
        var (carried, after) = (Loop.CarriedBy(loop), Loop.After(loop));
        var list = slots[loop];
        void AddReadBy(Expression? e)
        {
            for (var s = 0; s < carried.Length; s++)
            {
                if (e is not null && e.DependsOn(carried[s])) Add(loop, s);
            }
        }

        AddReadBy(Loop.Condition(loop));
        for (var i = 0; i < list.Count; i++) AddReadBy(after[list[i]]);
        list.Sort();
    }
}
