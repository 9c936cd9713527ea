using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// √(a² + b² + …) of scalars: a norm, with the subgradient 0 at zero. It neither overflows nor underflows where a square would.
/// </summary>
internal sealed class Hypotenuse : Operation
{
    public static readonly Hypotenuse Instance = new();

    public override string Name => "hypotenuse";

    public override bool IsCommutative => true;

    public override string RuleName(Expression node) => "differential of a norm";

    public override string Kink => "√(a² + b²) has no derivative where a = b = 0; the subgradient 0 is returned there";

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Times(node[operand], ZeroSafeReciprocal.Of(node), d);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("√",
        [new Notation.Sum(node.Operands.Select(o => (false, (Notation)new Notation.Superscript(operand(o), new Notation.Number(2)))).ToImmutableArray())]);

    public override Computation Compute(Expression node) =>
        new(Enumerable.Range(1, node.Operands.Length - 1).Aggregate("{0}", (text, i) => $"double.Hypot({text}, {{{i}}})"));
}
