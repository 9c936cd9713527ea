using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>The items of a list side by side: numbers as a vector, columns and rows as the columns of a matrix. Operands: the list, how many, their size.</summary>
internal sealed class PackedList : Operation
{
    public static readonly PackedList Instance = new();

    public override string Name => "packed";

    public static Expression Of(Expression list, Expression count) => list.Graph.Make(Instance, null, list, count);

    public static Expression Of(Expression list, Expression count, Expression size) => list.Graph.Make(Instance, null, list, count, size);

    public override bool MayThrow(Expression node) => true;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        operands.Length == 2 ? Shape.Vector(operands[1]) : Shape.Matrix(operands[2], operands[1]);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Bracket([operand(node[0])], Vertical: false);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.Packed", node.Operands.Length);
}

/// <summary>X + v1ᵀ: a vector added to each column.</summary>
internal sealed class ColumnShift : Operation
{
    public static readonly ColumnShift Instance = new();

    public override string Name => "column shift";

    public static Expression Of(Expression x, Expression v) => x.Graph.Make(Instance, null, x, v);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Sum([(false, operand(node[0])), (false, new Notation.Product([operand(node[1]), new Notation.Transposed(new Notation.Number(1))]))]);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.AddToColumns", 2);
}

/// <summary>The items of a list side by side, to each of which a vector is added. Operands: the list, how many, the vector.</summary>
internal sealed class PackedSums : Planned
{
    public static readonly PackedSums Instance = new();

    public override string Name => "packed sums";

    /// <summary>What a column shift is, of the items of a list, where no more is needed of them; null where it is of something else.</summary>
    public static Expression? Of(Expression items, Expression shift) =>
        items.Is<PackedList>() && items.Shape.IsMatrix ? items.Graph.Make(Instance, null, items[0], items[1], shift) : null;

    public override bool MayThrow(Expression node) => true;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Matrix(operands[2].Shape.Rows!, operands[1]);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Sum(
        [(false, new Notation.Bracket([operand(node[0])], Vertical: false)), (false, new Notation.Product([operand(node[2]), new Notation.Transposed(new Notation.Number(1))]))]);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.PackedSums", 3);
}
