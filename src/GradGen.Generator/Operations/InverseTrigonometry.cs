using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

internal sealed partial class Elementwise
{
    // The derivatives of the first two are infinite at ±1, but a zero adjoint contributes 0. (1 − x)(1 + x) keeps the digits there
    // that 1 − x² loses.
    public static readonly Elementwise Asin = new((node, d) => ZeroSafeQuotient.Of(d, Sqrt!.Of(OneMinusSquare(node[0]))), "Asin", "asin", "System.Math.Asin", "GradGen.MatrixMath.Asin");

    public static readonly Elementwise Acos = new((node, d) => Negate(ZeroSafeQuotient.Of(d, Sqrt!.Of(OneMinusSquare(node[0])))), "Acos", "acos", "System.Math.Acos", "GradGen.MatrixMath.Acos");

    public static readonly Elementwise Atan = OfMath("Atan", "atan", (_, x) => Reciprocal(Shifted(1, Power(x, 2))));

    public static readonly Elementwise Asinh = OfMath("Asinh", "asinh", (_, x) => Power(Shifted(1, Power(x, 2)), -0.5));

    // Infinite at 1.
    public static readonly Elementwise Acosh = new((node, d) => ZeroSafeQuotient.Of(d, Sqrt!.Of(Times(Shifted(-1, node[0]), Shifted(1, node[0])))), "Acosh", "acosh", "System.Math.Acosh", "GradGen.MatrixMath.Acosh");

    public static readonly Elementwise Atanh = OfMath("Atanh", "atanh", (_, x) => Reciprocal(OneMinusSquare(x)));

    private static Expression OneMinusSquare(Expression x) => Times(Shifted(1, Negate(x)), Shifted(1, x));
}

/// <summary>The angle of the point (x, y), Math.Atan2(y, x).</summary>
internal sealed class Atan2 : Operation
{
    public static readonly Atan2 Instance = new();

    public override string Name => "Atan2";

    public override string Kink => "atan2 has no derivative at the origin; 0 is returned there";

    public override IEnumerable<LanguageFunction> Functions => [new("System.Math.Atan2", (g, a) => g.Make(this, null, a[0], a[1]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    // d atan2(y, x) = (x dy − y dx)/(x² + y²).
    public override Expression Differential(Expression node, int operand, Expression d)
    {
        var (y, x) = (node[0], node[1]);
        return ZeroSafeQuotient.Of(Times(operand == 0 ? x : Negate(y), d), Add(Power(x, 2), Power(y, 2)));
    }

    // Multiplied before it is divided, so that it is 0 at the origin.
    public override Expression Adjoint(Expression node, int operand, Expression g) => Differential(node, operand, g);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("atan2", [operand(node[0]), operand(node[1])]);

    public override Computation Compute(Expression node) => new("global::System.Math.Atan2({0}, {1})");
}
