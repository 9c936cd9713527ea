using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The transpose.</summary>
internal sealed class Transposition : Operation
{
    public static readonly Transposition Instance = new();

    public override string Name => "ᵀ";

    public override Sizing Sizing => Sizing.Turned;

    public override Linearity Linearity => Linearity.Together;

    public override string TransposeRuleName(Expression node) => "transposition";

    public override IEnumerable<LanguageFunction> Functions =>
        [new("GradGen.MatrixMath.Symmetrize", (_, a) => Scale(0.5, Add(a[0], Transpose(a[0]))))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape.Transposed;

    public override Expression Differential(Expression node, int operand, Expression d) => Transpose(d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Transpose(g);

    public override Expression Jacobian(Expression node, int operand, Expression j) => node.Shape.IsMatrix
        ? Multiply(node.Graph.Make(Commutation.Instance, null, node[0].Shape.Rows!, node[0].Shape.Columns!), j)
        : j;

    public override bool IsSymmetric(Expression node, bool promises) => node[0].IsSymmetric(promises);

    // Rows are columns of a batch too.
    public override Expression? OfAll(Expression node, IBatch batch) => batch.Of(node[0]);

    // Of a vector it is a view.
    public override bool MayShareStorage(Expression node) => !node.Shape.IsMatrix && node[0].Operation.MayShareStorage(node[0]);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Transposed(operand(node[0]));

    public override Computation Compute(Expression node) => new("{0}.T", Precedence.Primary, Precedence.Primary) { IsInline = !node.Shape.IsMatrix };
}

/// <summary>The commutation matrix K with K vec X = vec Xᵀ for X of the two given dimensions.</summary>
internal sealed class Commutation : Operation
{
    public static readonly Commutation Instance = new();

    public override string Name => "commutation";

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var size = IntegerProduct.Of(operands[0], operands[1]);
        return Shape.Matrix(size, size);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Subscript(new Notation.Verbatim("K"), [operand(node[0]), operand(node[1])]);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.Commutation", 2);
}
