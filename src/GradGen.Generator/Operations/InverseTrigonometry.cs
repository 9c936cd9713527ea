using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

internal sealed partial class Elementwise
{
    public static readonly Elementwise Asin = OfScalar("Asin", "asin", x => Power(Shifted(1, Negate(Power(x, 2))), -0.5));

    public static readonly Elementwise Acos = OfScalar("Acos", "acos", x => Negate(Power(Shifted(1, Negate(Power(x, 2))), -0.5)));

    public static readonly Elementwise Atan = OfScalar("Atan", "atan", x => Reciprocal(Shifted(1, Power(x, 2))));

    public static readonly Elementwise Asinh = OfScalar("Asinh", "asinh", x => Power(Shifted(1, Power(x, 2)), -0.5));

    public static readonly Elementwise Acosh = OfScalar("Acosh", "acosh", x => Power(Shifted(-1, Power(x, 2)), -0.5));

    public static readonly Elementwise Atanh = OfScalar("Atanh", "atanh", x => Reciprocal(Shifted(1, Negate(Power(x, 2)))));

    /// <summary>A function of System.Math that is not in MatrixMath, so that it meets scalars only.</summary>
    private static Elementwise OfScalar(string name, string head, Func<Expression, Expression> derivative) =>
        new(name, head, $"System.Math.{name}", null, (_, x) => derivative(x));
}

/// <summary>The angle of the point (x, y), Math.Atan2(y, x).</summary>
internal sealed class Atan2 : Operation
{
    public static readonly Atan2 Instance = new();

    public override string Name => "Atan2";

    public override IEnumerable<LanguageFunction> Functions => [new("System.Math.Atan2", (g, a) => g.Make(this, null, a[0], a[1]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    // d atan2(y, x) = (x dy − y dx)/(x² + y²).
    public override Expression Differential(Expression node, int operand, Expression d)
    {
        var (y, x) = (node[0], node[1]);
        var slope = Divide(operand == 0 ? x : Negate(y), Add(Power(x, 2), Power(y, 2)));
        return Times(slope, d);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("atan2", [operand(node[0]), operand(node[1])]);

    public override Computation Compute(Expression node) => new("global::System.Math.Atan2({0}, {1})");
}
