using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// ab entry by entry, and 0 where a is 0, whatever b is: xᵖ log x at x = 0, px^(p − 1) at p = 0. A scalar a stands before an array b too.
/// </summary>
internal sealed class ZeroSafeProduct : Operation
{
    public static readonly ZeroSafeProduct Instance = new();

    public override string Name => "zero-safe product";

    public override Linearity Linearity => Linearity.InEach;

    public static Expression Of(Expression a, Expression b) => a.Graph.Make(Instance, null, a, b);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        if (!operands[0].Shape.IsScalar) context.SameShape(operands[0].Shape, operands[1].Shape);
        return operands[1].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => operand == 0 ? Of(d, node[1]) : Of(node[0], d);

    public override Expression Adjoint(Expression node, int operand, Expression g)
    {
        if (operand == 1) return Of(node[0], g);
        var product = Of(g, node[1]);
        return node[0].Shape.IsScalar ? Sum(product) : product;
    }

    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        if (operand == 1 && node[0].Shape.IsScalar) return Of(node[0], j);
        var other = node[1 - operand];
        return node.Shape.IsScalar ? Scale(other, j) : Multiply(operand == 0 && node[0].Shape.IsScalar ? Vectorize(other) : Diagonal(Vectorize(other)), j);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => node[0].Shape.IsScalar
        ? new Notation.Product([operand(node[0]), operand(node[1])])
        : new Notation.Product([operand(node[0]), operand(node[1])], "∘");

    public override Computation Compute(Expression node) => Computation.Call("Kernel.ZeroSafeMultiply", 2);
}
