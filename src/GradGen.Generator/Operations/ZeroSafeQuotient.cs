using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// a/b entry by entry, and 0 where a is 0, whatever b is: what reaches √ at 0 from above is divided by 0, but where nothing
/// reaches it nothing goes on.
/// </summary>
internal sealed class ZeroSafeQuotient : Operation
{
    public static readonly ZeroSafeQuotient Instance = new();

    public override string Name => "zero-safe quotient";

    public override Sizing Sizing => Sizing.Alike;

    public static Expression Of(Expression a, Expression b) => a.Graph.Make(Instance, null, a, b);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.SameShape(operands[0].Shape, operands[1].Shape);
        return operands[0].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => operand == 0
        ? Of(d, node[1])
        : Negate(Of(Times(node, d), node[1]));

    public override Expression? Adjoint(Expression node, int operand, Expression g) => operand == 0 ? Of(g, node[1]) : Negate(Of(Times(node, g), node[1]));

    public override Expression? Jacobian(Expression node, int operand, Expression j) => operand == 1 ? null
        : node.Shape.IsScalar ? Scale(Reciprocal(node[1]), j) : Multiply(Diagonal(Vectorize(Reciprocal(node[1]))), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => node.Shape.IsScalar
        ? ProductNotation.Of([node[0], Reciprocal(node[1])], [], operand)
        : new Notation.Fraction(operand(node[0]), operand(node[1]));

    public override Computation Compute(Expression node) => Computation.Call("Kernel.ZeroSafeDivide", 2);
}

/// <summary>1/h of a norm h, and 0 where h is 0: there a direction x/h is 0, and so are all its derivatives.</summary>
internal sealed class ZeroSafeReciprocal : Operation
{
    public static readonly ZeroSafeReciprocal Instance = new();

    public override string Name => "zero-safe reciprocal";

    public static Expression Of(Expression h) => h.Graph.Make(Instance, null, h);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Negate(Times(Power(node, 2), d));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Fraction(new Notation.Number(1), operand(node[0]));

    public override Computation Compute(Expression node) => Computation.Call("Kernel.ZeroSafeReciprocal", 1);
}
