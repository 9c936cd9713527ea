using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>Diag(x), the diagonal matrix with x on its diagonal.</summary>
internal sealed class DiagonalMatrix : Operation
{
    public static readonly DiagonalMatrix Instance = new();

    public override string Name => "Diag";

    public override Sizing Sizing => Sizing.Diagonal;

    public override Linearity Linearity => Linearity.Together;

    public override string TransposeRuleName(Expression node) => "trace with a diagonal matrix";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Diag", (_, a) => Diagonal(a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Demand(operands[0].Shape.IsVector, "Diag needs a Vector");
        return Shape.Matrix(operands[0].Shape.Rows!, operands[0].Shape.Rows!);
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Diagonal(d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => MainDiagonal.Of(g);

    // vec Diag(x) = Diag(vec I) vec(x1ᵀ).
    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        var n = node.Shape.Rows!;
        return Multiply(Diagonal(Vectorize(node.Graph.Identity(n))), KroneckerProduct.Of(node.Graph.Ones(Shape.Vector(n)), node.Graph.Identity(n)), j);
    }

    public override bool IsSymmetric(Expression node, bool promises) => true;

    // The diagonal part of a matrix is X ∘ I.
    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => node[0].Is<MainDiagonal>()
        ? new Notation.Product([operand(node[0][0]), new Notation.Verbatim("I")], "∘")
        : new Notation.Function("Diag", [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Diag", 1);
}

/// <summary>diag(X), the vector of the entries on the diagonal of a square matrix.</summary>
internal sealed class MainDiagonal : Operation
{
    public static readonly MainDiagonal Instance = new();

    public override string Name => "Diagonal";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Diagonal", (_, a) => Of(a[0]))];

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return Shape.Vector(operands[0].Shape.Rows!);
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Diagonal(g);

    // diag(X) = (X ∘ I)1.
    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        var n = node.Shape.Rows!;
        return Multiply(KroneckerProduct.Of(node.Graph.Ones(Shape.RowVector(n)), node.Graph.Identity(n)), Diagonal(Vectorize(node.Graph.Identity(n))), j);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("diag", [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Diagonal", 1);
}
