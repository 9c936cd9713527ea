using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// The nuclear norm Σσᵢ, whose gradient is UVᵀ, and the spectral norm σ₁, whose gradient is u₁v₁ᵀ (Watson,
/// Characterization of the subdifferential of some matrix norms, 1992).
/// </summary>
internal sealed class SpectralNorm : Operation
{
    public static readonly SpectralNorm Nuclear = new("NuclearNorm", "PolarFactor",
        "‖X‖_* has no derivative where X has not full rank; the subgradient UVᵀ over the nonzero singular values is returned there, and as the second derivative that of this");

    public static readonly SpectralNorm Largest = new("SpectralNorm", "LeadingSingularPair",
        "‖X‖₂ has no derivative where the largest singular value is repeated; the subgradient of one of its pairs is returned there, and as the second derivative what the smaller singular values contribute");

    private readonly string subgradient;

    private SpectralNorm(string name, string subgradient, string kink)
    {
        Name = name;
        this.subgradient = subgradient;
        Kink = kink;
    }

    public override string Name { get; }

    public override string RuleName(Expression node) => "differential of singular values";

    public override string Kink { get; }

    public override IEnumerable<LanguageFunction> Functions => [new($"GradGen.MatrixMath.{Name}", (g, a) => g.Make(this, null, a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Inner(node.Graph.Make(Subgradient.Instance, subgradient, node[0]), d);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Bars("‖", operand(node[0]), this == Nuclear ? "*" : "2");

    public override Work? Work(Expression node) => new("singular value decomposition{s}", Allocates: true);

    public override Computation Compute(Expression node) => Computation.Call($"MatrixMath.{Name}", 1);

    /// <summary>UVᵀ or u₁v₁ᵀ: the function of singular values with g = 1 or e₁.</summary>
    private sealed class Subgradient : Operation
    {
        public static readonly Subgradient Instance = new();

        public override string Name => "subgradient of a spectral norm";

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

        public override Expression Differential(Expression node, int operand, Expression d)
        {
            var (graph, count) = (node.Graph, SpectralValues.Singular.Of(node[0]).Shape.Rows!);
            var g = node.Payload is "PolarFactor" ? graph.Ones(Shape.Vector(count)) : graph.Make(First.Instance, null, count);
            return SpectralFunction.AlongSingular(node[0], g, graph.Zero(Shape.Matrix(count, count)), d);
        }

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
            new Notation.Function(node.Payload is "PolarFactor" ? "polar" : "dyad₁", [operand(node[0])]);

        public override Work? Work(Expression node) => new("singular value decomposition{s}", Allocates: true);

        public override Computation Compute(Expression node) => Computation.Call($"Kernel.{node.Payload}", 1);
    }

    /// <summary>e₁ of a size that may be 0, where it is empty: the matrix without entries has the norm 0 and no singular value.</summary>
    private sealed class First : Operation
    {
        public static readonly First Instance = new();

        public override string Name => "first of the values";

        public override bool IsDifferentiableIn(int operand) => false;

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Vector(operands[0]);

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Subscript(new Notation.Verbatim("e"), [new Notation.Number(0)]);

        public override Computation Compute(Expression node) => Computation.Call("Kernel.First", 1);
    }
}
