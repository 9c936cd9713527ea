using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The product of scalars, and the Hadamard product of arrays of one shape.</summary>
internal sealed class EntrywiseProduct : Operation
{
    public static readonly EntrywiseProduct Instance = new();

    public override string Name => "∘";

    public override Sizing Sizing => Sizing.Alike;

    public override Linearity Linearity => Linearity.InEach;

    public override string RuleName(Expression node) => ProductNotation.HasDenominator(node) ? "quotient rule" : "product rule";

    public override string? TransposeRuleName(Expression node) => node.Shape.IsArray ? "exchange of Hadamard factors" : null;

    public override bool IsCommutative => true;

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("GradGen.MatrixMath.PointwiseMultiply", (_, a) => Times(a[0], a[1])),
        new("GradGen.MatrixMath.PointwiseDivide", (_, a) => Times(a[0], Reciprocal(a[1]))),
    ];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        foreach (var operand in operands.Skip(1)) context.SameShape(operands[0].Shape, operand.Shape);
        return operands[0].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Times(node.Operands.SetItem(operand, d).ToArray());

    public override Expression Adjoint(Expression node, int operand, Expression g) => Times(node.Operands.SetItem(operand, g).ToArray());

    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        var others = Times(node.Operands.RemoveAt(operand).ToArray());
        return node.Shape.IsScalar ? Scale(others, j) : Multiply(Diagonal(Vectorize(others)), j);
    }

    public override bool IsSymmetric(Expression node, bool promises) => node.Operands.All(o => o.IsSymmetric(promises));

    public override Expression? OfAll(Expression node, IBatch batch)
    {
        var varying = node.Operands.Where(o => !batch.IsInvariant(o)).Select(batch.Of).ToList();
        if (varying.Contains(null)) return null;
        var all = Times([.. varying.Select(v => v!)]);
        var same = node.Operands.Where(batch.IsInvariant).ToArray();
        if (same.Length == 0) return all;
        return node.Shape.IsScalar ? Scale(Times(same), all) : Multiply(Diagonal(Vectorize(Times(same))), all);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => node.Shape.IsScalar
        ? node.Operands.Length == 2 && node[0].IsNumber(out var c) && c == -1 && node[1].Is<Addition>() ? Addition.Write(node[1], operand, negated: true) : ProductNotation.Of(node.Operands, [], operand)
        : new Notation.Product(node.Operands.Select(operand).ToImmutableArray(), "∘");

    public override string? EntryType(Expression node) => node.Operands.Length == 2 ? "Product<{0}, {1}>" : null;

    public override string? InPlace(Expression node, int operand) => !node.Shape.IsArray ? null : $"global::GradGen.Kernel.PointwiseMultiplyInPlace({{{operand}}}, {{{1 - operand}}})";

    public override Computation Compute(Expression node) => node.Shape.IsScalar
        ? new(string.Join(" * ", node.Operands.Select((_, i) => $"{{{i}}}")), Precedence.Multiplicative, Precedence.Unary)
        : Computation.Call("MatrixMath.PointwiseMultiply", 2);
}
