using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>X1, the sums of the rows.</summary>
internal sealed class RowSums : Operation
{
    public static readonly RowSums Instance = new();

    public override string Name => "RowSums";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.RowSums", (g, a) => g.Make(this, null, a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Vector(operands[0].Shape.Rows!);

    public override Expression Differential(Expression node, int operand, Expression d) => node.Graph.Make(this, null, d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Multiply(g, OnesRow(node));

    public override Expression Jacobian(Expression node, int operand, Expression j) =>
        Multiply(KroneckerProduct.Of(OnesRow(node), node.Graph.Identity(node[0].Shape.Rows!)), j);

    private static Expression OnesRow(Expression node) => node.Graph.Ones(Shape.RowVector(node[0].Shape.Columns!));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Product([operand(node[0]), new Notation.Number(1)]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.RowSums", 1);

    public override string Into(Expression node) => "global::GradGen.Kernel.RowSumsTo({0}, {1});";
}

/// <summary>1ᵀX, the sums of the columns.</summary>
internal sealed class ColumnSums : Operation
{
    public static readonly ColumnSums Instance = new();

    public override string Name => "ColumnSums";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.ColumnSums", (g, a) => g.Make(this, null, a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.RowVector(operands[0].Shape.Columns!);

    public override Expression Differential(Expression node, int operand, Expression d) => node.Graph.Make(this, null, d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Multiply(node.Graph.Ones(Shape.Vector(node[0].Shape.Rows!)), g);

    public override Expression Jacobian(Expression node, int operand, Expression j) => Multiply(
        KroneckerProduct.Of(node.Graph.Identity(node[0].Shape.Columns!), node.Graph.Ones(Shape.RowVector(node[0].Shape.Rows!))), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Product([new Notation.Transposed(new Notation.Number(1)), operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.ColumnSums", 1);

    public override string Into(Expression node) => "global::GradGen.Kernel.ColumnSumsTo({0}, {1});";
}
