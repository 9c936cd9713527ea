using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// One record of what a loop carried as each round began, of the values that are read of it. It is made while the loop runs.
/// The operand is the loop, the payload which of its values are recorded, in their order.
/// </summary>
internal sealed class LoopRecord : Planned
{
    public static readonly LoopRecord Instance = new();

    public override string Name => "record";

    public static Expression Of(Expression loop, EquatableArray<int> values) => loop.Graph.Make(Instance, values, loop);

    public static EquatableArray<int> Values(Expression node) => (EquatableArray<int>)node.Payload!;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Opaque("global::GradGen.LoopRecord");
}

/// <summary>A value as a round began, read from the loop's record. Operands: the record, the round; the payload is the value's place in the record.</summary>
internal sealed class RecordedValue : Planned
{
    public static readonly RecordedValue Instance = new();

    private sealed record Place(int Number);

    public override string Name => "recorded value";

    public static Expression Of(Expression record, int place, Expression round) => record.Graph.Make(Instance, new Place(place), record, round);

    private static int Value(Expression record, object? payload) => LoopRecord.Values(record)[((Place)payload!).Number];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        Loop.Before(operands[0][0])[Value(operands[0], payload)].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        ListItem.Instance.Notate(ListItem.Of(LoopHistory.Of(node[0][0], Value(node[0], node.Payload)), node[1]), operand);

    public override Computation Compute(Expression node)
    {
        var member = node.Shape.Kind is ValueKind.List or ValueKind.Opaque ? $"List<{node.Shape.CSharpType}>" : node.Shape.Kind.ToString();
        return new($"{{0}}.{member}({((Place)node.Payload!).Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}, {{1}})");
    }
}
