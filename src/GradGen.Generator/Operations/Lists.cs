using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>An item of a list, <c>xs[i]</c>.</summary>
internal sealed class ListItem : Operation
{
    public static readonly ListItem Instance = new();

    public override string Name => "item";

    public override Linearity Linearity => Linearity.Together;

    public static Expression Of(Expression list, Expression index) => list.Graph.Make(Instance, null, list, index);

    public override bool IsDifferentiableIn(int operand) => operand == 0;

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d, node[1]);

    // Of what a loop carried there is a list of Jacobians.
    public override Expression? Jacobian(Expression node, int operand, Expression j) => node[0].Is<LoopHistory>() ? Of(j, node[1]) : null;

    public override Expression? Adjoint(Expression node, int operand, Expression g) =>
        node[0].Is<LoopHistory>() ? null : ListPlacement.Of(node[0], node[1], g);

    // The item of a loop over the list itself is there.
    public override bool MayThrow(Expression node) => !(node[0].Is<LoopHistory>() || (node[1].Is<LoopIndex>() && node[1][0].Payload is 0 && node[1][1].Is<Extent>() && Extent.Owner(node[1][1]) == node[0]));

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Is<LoopHistory>()
        ? Loop.Before(operands[0][0])[LoopValue.Number(operands[0])].Shape
        : context.OfInput(this, payload, operands, operands[0].Shape.Item, ValueKind.Opaque, operands[0].Shape.Type);

    public override bool MayShareStorage(Expression node) => true;

    public override Expression? OfAll(Expression node, IBatch batch)
    {
        if (!batch.IsIndex(node[1]) || !batch.IsInvariant(node[0]) || node[0].Is<LoopHistory>() || node[1][0].Payload is not 0) return null;
        if (node.Shape.Kind is ValueKind.Scalar or ValueKind.Integer) return PackedList.Of(node[0], batch.Count);
        if (!node.Shape.IsArray || node.Shape.IsMatrix) return null;
        // Items of unknown sizes do not fit into one matrix.
        var size = node.Graph.Dimensions.Find(node.Shape.IsRowVector ? node.Shape.Columns! : node.Shape.Rows!);
        return batch.IsInvariant(size) ? PackedList.Of(node[0], batch.Count, size) : null;
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Subscript(ItemName(operand(node[0])), [operand(node[1])]);

    // The items of `xs` are called x.
    private static Notation ItemName(Notation list) =>
        list is Notation.Name { Text.Length: > 1 } name && name.Text.EndsWith("s", StringComparison.Ordinal) ? new Notation.Name(name.Text.Substring(0, name.Text.Length - 1)) : list;

    // The indexer of an unknown list is code of the user's.
    public override Computation Compute(Expression node) => node[0].Shape.Type is { } type && type.StartsWith("global::System.Collections.Generic.IReadOnlyList<", StringComparison.Ordinal)
        ? Computation.Call("Kernel.Item", 2)
        : new("{0}[{1}]", Precedence.Primary);
}

/// <summary>A list of zeros as long as a given list, each of its item's shape.</summary>
internal sealed class ListZero : Operation
{
    public static readonly ListZero Instance = new();

    public override string Name => "list of zeros";

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.ListLike(operands[0]);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Number(0);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.ZerosLike", 1);
}

/// <summary>A list of zeros but for one place: the adjoint of a list of which one item is read. Operands: the list, the place, the item.</summary>
internal sealed class ListPlacement : Operation
{
    public static readonly ListPlacement Instance = new();

    public override string Name => "placement in a list";

    public override Linearity Linearity => Linearity.Together;

    public static Expression Of(Expression list, Expression index, Expression item) => list.Graph.Make(Instance, null, list, index, item);

    public override bool IsDifferentiableIn(int operand) => operand == 2;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.ListLike(operands[0]);

    public override Expression Differential(Expression node, int operand, Expression d) => Of(node[0], node[1], d);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("item", [operand(node[1]), operand(node[2])]);

    public override string Accumulation(Expression node) => "global::GradGen.Kernel.AccumulateAt({3}, {1}, {2})";

    public override Computation Compute(Expression node) => Computation.Call("Kernel.PlaceInList", 3);
}

/// <summary>A list of derivatives as the C# list type that the user's parameter has; the payload is that type.</summary>
internal sealed class ListResult : Operation
{
    public static readonly ListResult Instance = new();

    public override string Name => "list result";

    public static Expression Of(Expression items, string type) => items.Graph.Make(Instance, type, items);

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.List(operands[0].Shape.Item, (string)payload!);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(node[0]);

    public override Computation Compute(Expression node)
    {
        var type = (string)node.Payload!;
        if (type.StartsWith("global::System.Collections.Generic.List<", StringComparison.Ordinal)) return new($"new {type}({{0}})");
        return type.StartsWith("global::System.Collections.Immutable.ImmutableArray<", StringComparison.Ordinal)
            ? new("global::System.Collections.Immutable.ImmutableArray.Create({0})")
            : new("{0}") { IsInline = true };
    }
}
