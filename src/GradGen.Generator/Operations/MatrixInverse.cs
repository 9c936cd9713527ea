using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The inverse of a square matrix. In a product it is planned as a solve.</summary>
internal sealed class MatrixInverse : Operation
{
    public static readonly MatrixInverse Instance = new();

    public override string Name => "Inv";

    public override string RuleName(Expression node) => "differential of the inverse";

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("GradGen.MatrixMath.Inv", (_, a) => Inverse(a[0])),
        new("GradGen.MatrixMath.Solve", (_, a) => Multiply(Inverse(a[0]), a[1])),
    ];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return operands[0].Shape;
    }

    // From 0 = dI = d(XX⁻¹) = dX X⁻¹ + X d(X⁻¹).
    public override Expression Differential(Expression node, int operand, Expression d) => Negate(Multiply(node, d, node));

    public override bool IsSymmetric(Expression node, bool promises) => node[0].IsSymmetric(promises);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Inverse(operand(node[0]));
}
