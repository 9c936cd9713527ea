using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The trace of a square matrix.</summary>
internal sealed class Trace : Operation
{
    public static readonly Trace Instance = new();

    public override string Name => "Tr";

    public override Linearity Linearity => Linearity.Together;

    public override string TransposeRuleName(Expression node) => "cyclic trace";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Tr", (_, a) => Trace(a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return Shape.Scalar;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Trace(d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Scale(g, node.Graph.Identity(node[0].Shape.Rows!));

    public override Expression Jacobian(Expression node, int operand, Expression j) =>
        Multiply(Transpose(Vectorize(node.Graph.Identity(node[0].Shape.Rows!))), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("Tr", [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Tr", 1);
}
