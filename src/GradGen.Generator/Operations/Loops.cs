using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>Tells the values that loops carry apart.</summary>
/// <param name="Name">A number that no other carried value of the graph has.</param>
internal sealed record CarriedName(int Name);

/// <summary>A value that a loop carries, as one round sees it. The operand is the value before the first round.</summary>
internal sealed class Carried : Operation
{
    public static readonly Carried Instance = new();

    public override string Name => "carried";

    public override bool IsBound => true;

    public static Expression Of(Expression before) => before.Graph.Make(Instance, new CarriedName(before.Graph.Count), before);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    // The value before the first round is read by the loop.
    public override IEnumerable<Read> Reads(Expression node) => [];

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Name($"c{((CarriedName)node.Payload!).Name}");
}

/// <summary>How many values a loop carries, and whether it has a condition beside its range.</summary>
internal sealed record LoopLayout(int Values, bool HasCondition);

/// <summary>
/// A loop that carries values from round to round. Operands: the index, the carried values, the values before the first
/// round, the values after a round, and perhaps a condition that ends the loop when a round begins with it false.
/// The loop's results are read by <see cref="LoopValue"/>, <see cref="LoopHistory"/> and <see cref="LoopCount"/>.
/// </summary>
internal sealed class Loop : Operation
{
    public static readonly Loop Instance = new();

    public override string Name => "loop";

    public static Expression Of(Expression index, IReadOnlyList<Expression> carried, IReadOnlyList<Expression> before, IReadOnlyList<Expression> after, Expression? condition) =>
        index.Graph.Make(Instance, new LoopLayout(carried.Count, condition is not null),
            new[] { index }.Concat(carried).Concat(before).Concat(after).Concat(condition is null ? [] : [condition]).ToImmutableArray());

    public static ImmutableArray<Expression> CarriedBy(Expression loop) => Slice(loop, 0);

    public static ImmutableArray<Expression> Before(Expression loop) => Slice(loop, 1);

    public static ImmutableArray<Expression> After(Expression loop) => Slice(loop, 2);

    public static Expression? Condition(Expression loop) => ((LoopLayout)loop.Payload!).HasCondition ? loop.Operands[loop.Operands.Length - 1] : null;

    private static ImmutableArray<Expression> Slice(Expression loop, int part)
    {
        var count = ((LoopLayout)loop.Payload!).Values;
        return loop.Operands.Skip(1 + (part * count)).Take(count).ToImmutableArray();
    }

    public override int BoundOperands(object? payload) => 1 + ((LoopLayout)payload!).Values;

    public override bool IsDifferentiableIn(int operand) => operand > 0;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var count = ((LoopLayout)payload!).Values;
        for (var i = 0; i < count; i++) context.SameShape(operands[1 + i].Shape, operands[1 + (2 * count) + i].Shape);
        return Shape.Opaque("void");
    }

    public override IEnumerable<Read> Reads(Expression node)
    {
        var outside = node[0].Operands.Concat(Before(node)).Select(o => new Read(o));
        var inside = new Region(node, 0, node.Bounds.ToList());
        if (Condition(node) is not { } condition) return outside.Concat(After(node).Select(o => new Read(o, inside)));
        // What follows the condition in a round is only reached where it holds.
        var behind = new Region(condition, 1, inside.Bounds, inside);
        return outside.Concat(After(node).Select(o => new Read(o, behind))).Concat([new Read(condition, inside)]);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Verbatim("loop");
}

/// <summary>Which of the values that a loop carries.</summary>
internal sealed record LoopSlot(int Value);

/// <summary>A value that a loop carries, after its last round; the payload is which.</summary>
internal sealed class LoopValue : Operation
{
    public static readonly LoopValue Instance = new();

    public override string Name => "loop value";

    public static Expression Of(Expression loop, int value) => loop.Graph.Make(Instance, new LoopSlot(value), loop);

    public static int Number(Expression node) => ((LoopSlot)node.Payload!).Value;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Loop.Before(operands[0])[((LoopSlot)payload!).Value].Shape;

    // A running sum has storage of its own, before the first round and after each.
    public override bool MayShareStorage(Expression node) => !Loop.After(node[0])[Number(node)].Is<RunningSum>();

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("loop", [operand(Loop.Before(node[0])[Number(node)])]);
}

/// <summary>The list of what a loop carried as each of its rounds began; the payload is which value.</summary>
internal sealed class LoopHistory : Operation
{
    public static readonly LoopHistory Instance = new();

    public override string Name => "loop history";

    public static Expression Of(Expression loop, int value) => loop.Graph.Make(Instance, new LoopSlot(value), loop);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var item = Loop.Before(operands[0])[((LoopSlot)payload!).Value].Shape;
        return Shape.List(item.Kind, $"global::System.Collections.Generic.List<{item.CSharpType}>");
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("history", [operand(Loop.Before(node[0])[LoopValue.Number(node)])]);
}

/// <summary>How many rounds a loop ran.</summary>
internal sealed class LoopCount : Operation
{
    public static readonly LoopCount Instance = new();

    public override string Name => "loop count";

    public static Expression Of(Expression loop) => loop.Graph.Make(Instance, null, loop);

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Integer;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Verbatim("rounds");
}
