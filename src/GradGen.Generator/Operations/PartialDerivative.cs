using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// ∂y/∂xᵀ of a column by a column that it is computed from, whatever else it depends on: what a rule needs of an operand
/// beyond its differential. Simplification puts the closed form in its place.
/// </summary>
internal sealed class PartialDerivative : Operation
{
    public static readonly PartialDerivative Instance = new();

    public override string Name => "partial derivative";

    public static Expression Of(Expression y, Expression x) => y.Graph.Make(Instance, null, y, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Matrix(operands[0].Shape.Rows!, operands[1].Shape.Rows!);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Fraction(new Notation.Function("∂", [operand(node[0])]), new Notation.Function("∂", [operand(node[1])]));
}
