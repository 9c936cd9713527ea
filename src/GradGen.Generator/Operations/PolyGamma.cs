using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>Which derivative of the digamma function ψ: 1 of ψ₁, which is called trigamma.</summary>
internal sealed record PolyGammaOrder(int Value);

/// <summary>The polygamma functions ψₖ, the k-th derivatives of the digamma function; the payload is k.</summary>
internal sealed class PolyGamma : Operation
{
    public static readonly PolyGamma Instance = new();

    public override string Name => "PolyGamma";

    public static Expression Of(int order, Expression x) => x.Graph.Make(Instance, new PolyGammaOrder(order), x);

    private static int Order(Expression node) => ((PolyGammaOrder)node.Payload!).Value;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Times(Of(Order(node) + 1, node[0]), d);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("ψ" + Subscript(Order(node)), [operand(node[0])]);

    public override Computation Compute(Expression node) => new($"global::GradGen.Kernel.PolyGamma({Order(node)}, {{0}})");

    private static string Subscript(int order) => string.Concat(order.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('₀' + (digit - '0'))));
}
