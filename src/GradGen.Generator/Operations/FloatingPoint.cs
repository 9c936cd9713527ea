using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>ab + c rounded once.</summary>
internal sealed class FusedMultiplyAdd : Operation
{
    public static readonly FusedMultiplyAdd Instance = new();

    public override string Name => "FusedMultiplyAdd";

    public override string RuleName(Expression node) => "product rule";

    public override IEnumerable<LanguageFunction> Functions => [new("System.Math.FusedMultiplyAdd", (g, a) => g.Make(this, null, a))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => operand == 2 ? d : Times(node[1 - operand], d);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Sum([(false, new Notation.Product([operand(node[0]), operand(node[1])])), (false, operand(node[2]))]);

    public override Computation Compute(Expression node) => new("global::System.Math.FusedMultiplyAdd({0}, {1}, {2})");
}

/// <summary>x·2ᵏ for a whole number k.</summary>
internal sealed class PowerOfTwoScaling : Operation
{
    public static readonly PowerOfTwoScaling Instance = new();

    public override string Name => "ScaleB";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("System.Math.ScaleB", (_, a) => Of(a[0], a[1]))];

    private static Expression Of(Expression x, Expression k) => x.Graph.Make(Instance, null, x, k);

    public override bool IsDifferentiableIn(int operand) => operand == 0;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d, node[1]);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Of(g, node[1]);

    public override Expression Jacobian(Expression node, int operand, Expression j) => Scale(Of(node.Graph.Number(1), node[1]), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Product([operand(node[0]), new Notation.Superscript(new Notation.Number(2), operand(node[1]))], "·");

    public override Computation Compute(Expression node) => new("global::System.Math.ScaleB({0}, {1})");
}

/// <summary>|x| with the sign of y.</summary>
internal sealed class CopySign : Operation
{
    public static readonly CopySign Instance = new();

    public override string Name => "CopySign";

    public override string Kink => "|x| with the sign of y has no derivative at x = 0, where the subgradient 0 is returned, and jumps at y = 0";

    public override IEnumerable<LanguageFunction> Functions => [new("System.Math.CopySign", (_, a) => Of(a[0], a[1]))];

    private static Expression Of(Expression x, Expression y) => x.Graph.Make(Instance, null, x, y);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => operand == 0
        ? Times(Elementwise.Sign.Of(node[0]), Of(node.Graph.Number(1), node[1]), d)
        : node.Graph.Number(0);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("copysign", [operand(node[0]), operand(node[1])]);

    public override Computation Compute(Expression node) => new("global::System.Math.CopySign({0}, {1})");
}
