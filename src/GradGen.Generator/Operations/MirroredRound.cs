using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// The round that a loop in reverse mirrors: count − 1 − index, which runs from the last round of another loop to its first.
/// Operands: how many rounds that loop ran, and the index, which counts up from 0.
/// </summary>
internal sealed class MirroredRound : Operation
{
    public static readonly MirroredRound Instance = new();

    public override string Name => "mirrored round";

    public static Expression Of(Expression count, Expression index) => index.Graph.Make(Instance, null, count, index);

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Integer;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Sum([(false, operand(node[0])), (true, new Notation.Number(1)), (true, operand(node[1]))]);

    public override Computation Compute(Expression node) => new("{0} - 1 - {1}", Precedence.Additive, Precedence.Multiplicative) { IsInline = true };
}
