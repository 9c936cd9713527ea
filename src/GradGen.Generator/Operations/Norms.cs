using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The sum of the squares of all entries: ‖x‖², ‖A‖²_F.</summary>
internal sealed class SquaredNorm : Operation
{
    public static readonly SquaredNorm Instance = new();

    public override string Name => "NormSquared";

    public override string RuleName(Expression node) => "differential of a squared norm";

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("GradGen.MatrixMath.NormSquared", (_, a) => SquaredNorm(a[0])),
        new("GradGen.MatrixMath.FrobeniusNormSquared", (_, a) => SquaredNorm(a[0])),
    ];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Scale(2, Inner(node[0], d));

    public override Expression Adjoint(Expression node, int operand, Expression g) => Scale(Scale(2, g), node[0]);

    public override Expression? OfAll(Expression node, IBatch batch) => batch.Of(node[0]) is { } all ? Batch.Inners(all, all) : null;

    public override Expression? SumOfAll(Expression node, IBatch batch) => batch.Of(node[0]) is { } all ? SquaredNorm(all) : null;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Superscript(Norm.Bars(node[0], operand), new Notation.Number(2));

    public override string SummedEntryType(Expression node) => "Square<{0}>";

    public override Computation Compute(Expression node) =>
        Computation.Call(node[0].Shape.IsMatrix ? "MatrixMath.FrobeniusNormSquared" : "MatrixMath.NormSquared", 1);
}

/// <summary>The 2-norm of a vector, the Frobenius norm of a matrix. At zero the subgradient is zero.</summary>
internal sealed class Norm : Operation
{
    public static readonly Norm Instance = new();

    public override string Name => "Norm";

    public override string RuleName(Expression node) => "differential of a norm";

    public override string Kink => "‖x‖ has no derivative at x = 0; the subgradient 0 is returned there";

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("GradGen.MatrixMath.Norm", (_, a) => Of(a[0])),
        new("GradGen.MatrixMath.FrobeniusNorm", (_, a) => Of(a[0])),
    ];

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Inner(Direction.Of(node[0]), d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Scale(g, Direction.Of(node[0]));

    internal static Notation Bars(Expression x, Func<Expression, Notation> operand) =>
        new Notation.Bars("‖", operand(x), x.Shape.IsMatrix ? "F" : "");

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => Bars(node[0], operand);

    public override Computation Compute(Expression node) =>
        Computation.Call(node[0].Shape.IsMatrix ? "MatrixMath.FrobeniusNorm" : "MatrixMath.Norm", 1);
}

/// <summary>x/‖x‖, and zero at zero.</summary>
internal sealed class Direction : Operation
{
    public static readonly Direction Instance = new();

    public override string Name => "direction";

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    // d(x/‖x‖) = (dx − u uᵀdx)/‖x‖ with u = x/‖x‖.
    public override Expression Differential(Expression node, int operand, Expression d) =>
        Scale(ZeroSafeReciprocal.Of(Norm.Of(node[0])), Subtract(d, Scale(Inner(node, d), node)));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Fraction(operand(node[0]), Norm.Bars(node[0], operand));

    public override Computation Compute(Expression node) => Computation.Call("Kernel.Normalize", 1);
}

/// <summary>The sum of all entries, 1ᵀx or 1ᵀX1.</summary>
internal sealed class EntrySum : Operation
{
    public static readonly EntrySum Instance = new();

    public override string Name => "Sum";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("GradGen.MatrixMath.Sum", (_, a) => Sum(a[0])),
        new("GradGen.MatrixMath.Mean", (_, a) => Divide(Sum(a[0]), Real(EntryCount(a[0])))),
        new("GradGen.MatrixMath.Norm1", (_, a) => Sum(Elementwise.Abs.Of(a[0]))),
    ];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Sum(d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Scale(g, node.Graph.Ones(node[0].Shape));

    public override Expression Jacobian(Expression node, int operand, Expression j) =>
        Multiply(node.Graph.Ones(Shape.RowVector(EntryCount(node[0]))), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        Notation one = new Notation.Number(1);
        Notation row = new Notation.Transposed(one);
        return node[0].Shape.Kind switch
        {
            ValueKind.Vector => new Notation.Product([row, operand(node[0])]),
            ValueKind.RowVector => new Notation.Product([operand(node[0]), one]),
            _ => new Notation.Product([row, operand(node[0]), one]),
        };
    }

    public override string SummedEntryType(Expression node) => "{0}";

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Sum", 1);
}
