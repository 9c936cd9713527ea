using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The p-norm of a vector or row for a constant p; with u its gradient, d‖x‖ₚ = uᵀdx.</summary>
internal sealed class PNorm : Operation
{
    public static readonly PNorm Instance = new();

    public override string Name => "NormP";

    public override string RuleName(Expression node) => "differential of a p-norm";

    public override string Kink => "‖x‖ₚ has no derivative at x = 0, nor ‖x‖₁ where an entry is 0; the subgradient 0 is returned there";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.NormP", (g, a) => g.Make(this, null, a))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    // By p there is no rule: the exponent is a constant.
    public override Expression? Differential(Expression node, int operand, Expression d) =>
        operand == 0 ? Inner(node.Graph.Make(Gradient.Instance, null, node.Operands), d) : null;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        operand(node[1]) switch
        {
            Notation.Name { Text.Length: 1 } p => new Notation.Bars("‖", operand(node[0]), p.Text),
            Notation.Number p when p.Value % 1 == 0 => new Notation.Bars("‖", operand(node[0]), Literals.Of((int)p.Value)),
            var p => new Notation.Subscript(new Notation.Bars("‖", operand(node[0])), [p]),
        };

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.NormP", 2);

    /// <summary>(|x|/‖x‖ₚ)ᵖ⁻ᵏ, entry by entry.</summary>
    private static Notation ScaledPower(Expression node, double less, Func<Expression, Notation> operand)
    {
        var exponent = node[1].IsNumber(out var p) ? new Notation.Number(p - less) : operand(Subtract(node[1], node.Graph.Number(less)));
        var scaled = new Notation.Fraction(new Notation.Function("abs", [operand(node[0])]), PNorm.Instance.Notate(node, operand));
        return new Notation.Superscript(scaled, new Notation.Product([new Notation.Verbatim("∘"), exponent]));
    }

    /// <summary>u = sign(x)(|x|/‖x‖ₚ)ᵖ⁻¹; du = (c ∘ dx − (p − 1) u uᵀdx)/‖x‖ₚ with c = (p − 1)(|x|/‖x‖ₚ)ᵖ⁻².</summary>
    private sealed class Gradient : Operation
    {
        public static readonly Gradient Instance = new();

        public override string Name => "gradient of a p-norm";

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

        public override Expression? Differential(Expression node, int operand, Expression d)
        {
            if (operand == 1) return null;
            var (graph, p) = (node.Graph, node[1]);
            var own = Scale(Subtract(p, graph.Number(1)), Scale(Inner(node, d), node));
            return Scale(Reciprocal(graph.Make(PNorm.Instance, null, node.Operands)), Subtract(Times(graph.Make(Curvature.Instance, null, node.Operands), d), own));
        }

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
            new Notation.Product([new Notation.Function("sign", [operand(node[0])]), ScaledPower(node, 1, operand)], "∘");

        public override Computation Compute(Expression node) => Computation.Call("Kernel.NormPGradient", 2);
    }

    /// <summary>c; it has no rule of its own.</summary>
    private sealed class Curvature : Operation
    {
        public static readonly Curvature Instance = new();

        public override string Name => "curvature of a p-norm";

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
            new Notation.Product([operand(Subtract(node[1], node.Graph.Number(1))), ScaledPower(node, 2, operand)]);

        public override Computation Compute(Expression node) => Computation.Call("Kernel.NormPCurvature", 2);
    }
}
