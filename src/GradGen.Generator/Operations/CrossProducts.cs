using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The cross product a × b of two vectors of three entries.</summary>
internal sealed class CrossProduct : Operation
{
    public static readonly CrossProduct Instance = new();

    public override string Name => "Cross";

    public override Linearity Linearity => Linearity.InEach;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Cross", (_, a) => Of(a[0], a[1]))];

    private static Expression Of(Expression a, Expression b) => a.Graph.Make(Instance, null, a, b);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        foreach (var operand in operands) context.Same(operand.Shape.Count, context.Graph.Integer(3));
        return Shape.Vector(context.Graph.Integer(3));
    }

    public override Expression Differential(Expression node, int operand, Expression d) => operand == 0 ? Of(d, node[1]) : Of(node[0], d);

    // gᵀ(da × b) = daᵀ(b × g), a triple product turned round.
    public override Expression Adjoint(Expression node, int operand, Expression g) => operand == 0 ? Of(node[1], g) : Of(g, node[0]);

    public override Expression Jacobian(Expression node, int operand, Expression j) =>
        operand == 0 ? Negate(Multiply(SkewMatrix.Of(node[1]), j)) : Multiply(SkewMatrix.Of(node[0]), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Product([operand(node[0]), operand(node[1])], "×");

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Cross", 2);
}

/// <summary>The matrix of the cross product: Skew(a)b = a × b.</summary>
internal sealed class SkewMatrix : Operation
{
    public static readonly SkewMatrix Instance = new();

    public override string Name => "Skew";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Skew", (_, a) => Of(a[0]))];

    public static Expression Of(Expression a) => a.Graph.Make(Instance, null, a);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var three = context.Graph.Integer(3);
        context.Same(operands[0].Shape.Count, three);
        return Shape.Matrix(three, three);
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d);

    public override Expression Adjoint(Expression node, int operand, Expression g) => AxialVector.Of(g);

    public override Expression Jacobian(Expression node, int operand, Expression j) => Multiply(OfUnits(node.Graph), j);

    /// <summary>∂vec Skew(a)/∂aᵀ: column i of Skew(a) is a × eᵢ = −Skew(eᵢ)a.</summary>
    private static Expression OfUnits(Graph graph)
    {
        var three = Shape.Vector(graph.Integer(3));
        return Negate(Stacking.Vertical.Of(Enumerable.Range(0, 3).Select(i => Of(Unit.Of(three, graph.Integer(i)))).ToImmutableArray()));
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("Skew", [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Skew", 1);

    /// <summary>The vector of G − Gᵀ, (G₃₂ − G₂₃, G₁₃ − G₃₁, G₂₁ − G₁₂): the transpose of Skew.</summary>
    private sealed class AxialVector : Operation
    {
        private static readonly AxialVector Instance = new();

        public override string Name => "axial vector";

        public override Linearity Linearity => Linearity.Together;

        public static Expression Of(Expression g) => g.Graph.Make(Instance, null, g);

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Vector(context.Graph.Integer(3));

        public override Expression Differential(Expression node, int operand, Expression d) => Of(d);

        public override Expression Adjoint(Expression node, int operand, Expression g) => SkewMatrix.Of(g);

        public override Expression Jacobian(Expression node, int operand, Expression j) => Multiply(Transpose(OfUnits(node.Graph)), j);

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("axial", [operand(node[0])]);

        public override Computation Compute(Expression node) => Computation.Call("Kernel.Axial", 1);
    }
}
