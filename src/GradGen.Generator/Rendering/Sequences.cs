using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>
/// What loops carry, as sequences: hᵢ₊₁ = tanh(Whᵢ + xᵢ), h₀ = 0, whose last is hₙ. A loop that runs in reverse counts down:
/// λᵢ is made of λᵢ₊₁, and λ₀ is its last. What only adds up is a sum.
/// </summary>
internal sealed class Sequences
{
    private readonly LoopValues values;
    private readonly IndexLetters letters;
    private readonly Dictionary<int, string> names = new();
    private readonly Dictionary<int, string> ends = new();
    private readonly Dictionary<string, Notation> indexed = new(StringComparer.Ordinal);
    private readonly Dictionary<Expression, Func<Func<Expression, Notation>, Notation>> steps = new();

    public Sequences(LoopValues values, IndexLetters letters, FreeNames free)
    {
        this.values = values;
        this.letters = letters;
        foreach (var slot in values.Sequences) names[values.ClassOf(slot)] = free.ForSequence(slot.Carried.Shape.Kind, Sign(slot.Index) < 0);
        foreach (var loop in values.Loops)
        {
            if (NeedsName(loop) && !ends.ContainsKey(values.EndOf(loop))) ends[values.EndOf(loop)] = free.ForCount();
        }

        foreach (var step in values.Steps) steps[step.Value] = lay => At(step.Slot, After(step.Slot, step.Round is { } round ? Round(step.Slot, round, lay) : Position.Of(Letter(step.Slot.Index)) + Offset(step.Slot), lay), lay);
    }

    /// <summary>The equations of the sequences, each with the expressions that it is made of.</summary>
    public IEnumerable<Definition> Definitions
    {
        get
        {
            foreach (var loop in values.Loops.Where(l => ends.ContainsKey(values.EndOf(l))).GroupBy(values.EndOf).Select(g => g.First()))
                yield return new(Loop.Condition(loop) is { } condition ? [condition, Until(loop)] : [Until(loop)], lay => (Indexed(ends[values.EndOf(loop)], values.OuterOf(loop)), End(loop, lay)), loop.Id);
            foreach (var slot in values.Sequences)
            {
                yield return new([slot.After], lay => (At(slot, After(slot, Place(slot), lay), lay), lay(slot.After)), slot.Loop.Id);
                yield return new([slot.Before], lay => (At(slot, Base(slot, lay), lay), lay(slot.Before)), slot.Loop.Id);
            }
        }
    }

    /// <summary>An equation beside the formula.</summary>
    /// <param name="Parts">What its right side is made of.</param>
    /// <param name="Write">Its sides, for a way to lay out expressions.</param>
    /// <param name="Order">Where it stands among the others.</param>
    internal sealed record Definition(ImmutableArray<Expression> Parts, Func<Func<Expression, Notation>, (Notation Left, Notation Right)> Write, int Order);

    /// <summary>The notation of what belongs to a loop; null for anything else.</summary>
    /// <param name="isWhole">Whether it is the whole formula, not a part of one.</param>
    public Notation? Notate(Expression node, bool isWhole, Func<Expression, Notation> lay)
    {
        if (!isWhole && steps.TryGetValue(node, out var step)) return step(lay);
        if (node.Is<Carried>()) return values.SlotOf(node) is { } slot ? At(slot, Place(slot), lay) : null;
        if (node.Is<LoopValue>()) return values.SlotOf(node[0], LoopValue.Number(node)) is { } last ? Last(last, lay) : null;
        if (node.Is<ListItem>() && node[0].Is<LoopHistory>()) return values.SlotOf(node[0][0], LoopValue.Number(node[0])) is { } past ? At(past, Round(past, node[1], lay), lay) : null;
        if (node.Is<LoopCount>()) return Count(node[0], lay).ToNotation();
        if (node.Is<MirroredRound>()) return (Position.Of(lay(node[0])) - 1 - Position.Of(lay(node[1]))).ToNotation();
        if (node.Is<IntegerSum>() && node.Operands.Any(o => o.Is<MirroredRound>())) return node.Operands.Select(o => Position.Of(lay(o))).Aggregate((a, b) => a + b).ToNotation();
        if (node.Is<LoopIndex>() && values.MirroredLoop(node) is not null) return Index(node, lay);
        if (node.Is<IndexedSum>() && values.MirroredLoop(node[0]) is not null) return Over(node[0], Count(node[0], lay), node[1], lay);
        return null;
    }

    // Of a mirrored index the letter is the place in the sequence of the loop that it mirrors: letter = ±index + shift.
    private int Sign(Expression index) => values.MirroredLoop(index) is { } mirrored ? -Sign(mirrored[0]) : 1;

    private Position Shift(Expression index, Func<Expression, Notation> lay)
    {
        if (values.MirroredLoop(index) is not { } mirrored) return Position.Of(0);
        var last = Position.Of(lay(mirrored[0][0])) + Count(mirrored, lay) - 1;
        return Times(Sign(mirrored[0]), last) + Shift(mirrored[0], lay);
    }

    private static Position Times(int sign, Position p) => sign > 0 ? p : Position.Of(0) - p;

    private Notation Letter(Expression index) => new Notation.Name(letters[index] ?? "i");

    private Notation Index(Expression index, Func<Expression, Notation> lay) => Times(Sign(index), Position.Of(Letter(index)) - Shift(index, lay)).ToNotation();

    // What a round begins with stands at the letter, or one above it where the loop counts down.
    private int Offset(LoopSlot slot) => Sign(slot.Index) > 0 ? 0 : 1;

    private Position Place(LoopSlot slot) => Position.Of(Letter(slot.Index)) + Offset(slot);

    private Position After(LoopSlot slot, Position place, Func<Expression, Notation> lay) => place + Sign(slot.Index);

    private Position Base(LoopSlot slot, Func<Expression, Notation> lay) => Times(Sign(slot.Index), Position.Of(lay(slot.Index[0]))) + Shift(slot.Index, lay) + Offset(slot);

    private Position Round(LoopSlot slot, Expression round, Func<Expression, Notation> lay) => Base(slot, lay) + Times(Sign(slot.Index), Position.Of(lay(round)));

    private Notation Last(LoopSlot slot, Func<Expression, Notation> lay)
    {
        if (values.Summand(slot) is not { } summand) return At(slot, Base(slot, lay) + Times(Sign(slot.Index), Count(slot.Loop, lay)), lay);
        var sum = Over(slot.Index, Count(slot.Loop, lay), summand, lay);
        return slot.Before.IsZero() ? sum : new Notation.Sum([(false, lay(slot.Before)), (false, sum)]);
    }

    /// <summary>The sum over all rounds.</summary>
    private Notation Over(Expression index, Position count, Expression summand, Func<Expression, Notation> lay)
    {
        var first = Times(Sign(index), Position.Of(lay(index[0]))) + Shift(index, lay);
        var from = Sign(index) > 0 ? first : first - count + 1;
        return new Notation.BigSum(Letter(index), from.ToNotation(), (from + count).ToNotation(), lay(summand), HasRange: true);
    }

    private Position Count(Expression loopOrIndex, Func<Expression, Notation> lay)
    {
        if (loopOrIndex.Is<LoopIndex>()) return Position.Of(lay(loopOrIndex[1])) - Position.Of(lay(loopOrIndex[0]));
        var end = ends.TryGetValue(values.EndOf(loopOrIndex), out var name) ? Position.Of(Indexed(name, values.OuterOf(loopOrIndex))) : Position.Of(lay(Until(loopOrIndex)));
        return end - Position.Of(lay(loopOrIndex[0][0]));
    }

    private static Expression Until(Expression loop) => loop.Graph.Dimensions.Find(loop[0][1]);

    private static bool NeedsName(Expression loop) => Loop.Condition(loop) is not null || !(Until(loop) is { } until && (until.Is<LoopCount>() || until.Is<Variable>() || until.Is<IntegerConstant>() || until.Is<LoopIndex>() || until.Graph.Dimensions.NameOf(until) is not null));

    /// <summary>Where a loop ends: at its limit, or the first round that does not begin.</summary>
    private Notation End(Expression loop, Func<Expression, Notation> lay)
    {
        var until = Until(loop);
        if (Loop.Condition(loop) is not { } condition) return lay(until);
        var stops = Not(lay(condition));
        if (until.Payload is not int.MaxValue) stops = new Notation.Infix("∨", new Notation.Infix("=", Letter(loop[0]), lay(until)), stops);
        return new Notation.Least(Letter(loop[0]), lay(loop[0][0]), stops);
    }

    private static Notation Not(Notation condition) => condition switch
    {
        Notation.Function { Head: "¬", Arguments: { Length: 1 } arguments } => arguments[0],
        Notation.Infix { Symbol: "∧" or "&&" } n => new Notation.Infix("∨", Not(n.Left), Not(n.Right)),
        Notation.Infix { Symbol: "∨" or "||" } n => new Notation.Infix("∧", Not(n.Left), Not(n.Right)),
        Notation.Infix { Symbol: "<" } n => new Notation.Infix("≥", n.Left, n.Right),
        Notation.Infix { Symbol: ">" } n => new Notation.Infix("≤", n.Left, n.Right),
        Notation.Infix { Symbol: "<=" or "≤" } n => new Notation.Infix(">", n.Left, n.Right),
        Notation.Infix { Symbol: ">=" or "≥" } n => new Notation.Infix("<", n.Left, n.Right),
        Notation.Infix { Symbol: "==" or "=" } n => new Notation.Infix("≠", n.Left, n.Right),
        Notation.Infix { Symbol: "!=" or "≠" } n => new Notation.Infix("=", n.Left, n.Right),
        _ => new Notation.Function("¬", [condition]),
    };

    private Notation At(LoopSlot slot, Position place, Func<Expression, Notation> lay) =>
        new Notation.Subscript(new Notation.Name(names[values.ClassOf(slot)]), [.. values.OuterOf(slot).Select(Letter), place.ToNotation()]);

    // One notation for each, so that places add up.
    private Notation Indexed(string name, IReadOnlyList<Expression> indices)
    {
        if (indexed.TryGetValue(name, out var known)) return known;
        Notation plain = new Notation.Name(name);
        return indexed[name] = indices.Count == 0 ? plain : new Notation.Subscript(plain, indices.Select(Letter).ToImmutableArray());
    }
}
