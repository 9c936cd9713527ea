using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>A power, entry by entry; the exponent is a scalar.</summary>
internal sealed class Power : Operation
{
    public static readonly Power Instance = new();

    public override string Name => "power";

    public override Sizing Sizing => Sizing.Alike;

    public override string RuleName(Expression node) => "power rule";

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("System.Math.Pow", (_, a) => Power(a[0], a[1])),
        new("GradGen.MatrixMath.Pow", (_, a) => Power(a[0], a[1])),
        new("GradGen.MatrixMath.Square", (_, a) => Power(a[0], 2)),
        new("GradGen.MatrixMath.Reciprocal", (_, a) => Reciprocal(a[0])),
    ];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Demand(operands[1].Shape.IsScalar, "an exponent that is not a scalar");
        return operands[0].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d)
    {
        var (x, p) = (node[0], node[1]);
        // 0ᵖ is 0 for every p > 0, so that log 0 does not count.
        if (operand == 1) return Scale(d, ZeroSafeProduct.Of(node, Elementwise.Log.Of(x)));
        // x⁰ is constant, at x = 0 too.
        if (!p.IsNumber(out var exponent)) return Times(ZeroSafeProduct.Of(p, Power(x, Subtract(p, p.Graph.Number(1)))), d);
        // d(x¹) needs no x⁰.
        return Scale(p, exponent == 1 ? d : Times(Power(x, exponent - 1), d));
    }

    public override bool IsSymmetric(Expression node, bool promises) => node[0].IsSymmetric(promises);

    public override Expression? OfAll(Expression node, IBatch batch) =>
        node[1].IsNumber(out var exponent) && batch.Of(node[0]) is { } all ? Power(all, exponent) : null;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var isNumber = node[1].IsNumber(out var exponent);
        if (node.Shape.IsScalar && isNumber) return exponent < 0 ? ProductNotation.Of([node], [], operand) : ProductNotation.Raised(node[0], exponent, operand);
        var above = isNumber && exponent < 0 ? new Notation.Negated(new Notation.Number(-exponent)) : operand(node[1]);
        // Of an array, entry by entry.
        return new Notation.Superscript(operand(node[0]), node.Shape.IsScalar ? above : new Notation.Product([new Notation.Verbatim("∘"), above]));
    }

    public override string? EntryType(Expression node) =>
        node[1].IsNumber(out var exponent) && exponent is 2 or -1 ? exponent == 2 ? "Square<{0}>" : "Reciprocal<{0}>" : null;

    public override Computation Compute(Expression node) => node.Shape.IsScalar
        ? new("global::System.Math.Pow({0}, {1})")
        : node[1].IsNumber(out var exponent) && exponent is 2 or -1
            ? new($"global::GradGen.MatrixMath.{(exponent == 2 ? "Square" : "Reciprocal")}({{0}})")
            : Computation.Call("MatrixMath.Pow", 2);
}
