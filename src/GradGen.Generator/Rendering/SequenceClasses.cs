using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>
/// Which carried values are the same sequence. The derivative of a loop carries again what the loop carries, and a loop in reverse
/// computes again what loops inside it compute. All are taken to be the same and told apart by their equations until nothing
/// changes; sequences that start alike and go on alike are one.
/// </summary>
internal sealed class SequenceClasses
{
    private readonly LoopValues values;
    private readonly Dictionary<(Operation?, object?, string), int> numbers = new();
    private readonly Dictionary<Expression, int> ends = new();
    private Dictionary<LoopSlot, int> classes;
    private Dictionary<Expression, int> known = new();

    public SequenceClasses(LoopValues values, IReadOnlyList<LoopSlot> slots, IReadOnlyList<Expression> loops)
    {
        this.values = values;
        classes = slots.ToDictionary(s => s, _ => 0);
        var count = 0;
        while (classes.Values.Distinct().Count() is var now && now > count)
        {
            count = now;
            known = new();
            classes = slots.ToDictionary(s => s, s => Number(null, "sequence", $"{classes[s]} {Of(s.Before)} {Of(s.After)} {Of(s.Index)}"));
        }

        known = new();
        foreach (var loop in loops) ends[loop] = End(loop);
    }

    public int Of(LoopSlot slot) => classes[slot];

    /// <summary>A number that loops share which end alike.</summary>
    public int EndOf(Expression loop) => ends.TryGetValue(loop, out var end) ? end : -1;

    private int End(Expression loop)
    {
        var until = loop.Graph.Dimensions.Find(loop[0][1]);
        if (Loop.Condition(loop) is not { } condition) return until.Is<LoopCount>() ? Of(until) : Number(null, "end", $"{Of(until)}");
        return Number(null, "end", $"{Of(until)} {Of(condition)}");
    }

    private int Of(Expression e)
    {
        if (known.TryGetValue(e, out var number)) return number;
        return known[e] = e switch
        {
            _ when e.Is<Carried>() => values.SlotOf(e) is { } slot ? Number(null, "carried", $"{classes[slot]}") : Number(e.Operation, e.Payload, ""),
            _ when e.Is<LoopValue>() && values.SlotOf(e[0], LoopValue.Number(e)) is { } slot => Number(null, "last", $"{classes[slot]} {End(e[0])}"),
            _ when e.Is<LoopHistory>() && values.SlotOf(e[0], LoopValue.Number(e)) is { } slot => Number(null, "history", $"{classes[slot]}"),
            _ when e.Is<LoopCount>() => Number(null, "count", $"{End(e[0])} {Of(e[0][0][0])}"),
            _ => Number(e.Operation, e.Payload, string.Join(" ", e.Operands.Select(Of))),
        };
    }

    private int Number(Operation? operation, object? payload, string operands)
    {
        var key = (operation, payload, operands);
        return numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count + 1;
    }
}
