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
