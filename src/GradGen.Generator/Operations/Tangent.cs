using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// The differential of an expression as a symbol, while a rule is transposed or turned into a Jacobian, and in derivations. Code
/// never has it.
/// </summary>
internal sealed class Tangent : Operation
{
    public static readonly Tangent Instance = new();

    public override string Name => "d";

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Differential(operand(node[0]));
}

/// <summary>A scalar, vector or row as a matrix of one column or one row.</summary>
internal sealed class AsMatrix : Operation
{
    public static readonly AsMatrix Instance = new();

    public override string Name => "as matrix";

    public override Sizing Sizing => Sizing.Alike;

    public override Linearity Linearity => Linearity.Together;

    public static Expression Of(Expression x) => x.Shape.IsMatrix ? x : x.Graph.Make(Instance, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var one = context.Graph.Integer(1);
        return Shape.Matrix(operands[0].Shape.Rows ?? one, operands[0].Shape.Columns ?? one);
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(node[0]);

    public override Computation Compute(Expression node) => new(node[0].Shape.Kind switch
    {
        ValueKind.Scalar => "global::GradGen.Matrix.OfRows(global::GradGen.RowVector.Of({0}))",
        ValueKind.RowVector => "global::GradGen.Matrix.OfRows({0})",
        _ => "global::GradGen.Matrix.OfColumns({0})",
    });
}
