using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// The adjoint of A ⊗ B by one factor: the contraction of G's blocks with the other factor. Operands: G, the other factor,
/// rows and columns of the result; the payload is which factor.
/// </summary>
internal sealed class KroneckerAdjoint : Operation
{
    public static readonly KroneckerAdjoint Instance = new();

    public override string Name => "Kron adjoint";

    public override Linearity Linearity => Linearity.InEach;

    public static Expression Of(int factor, Expression g, Expression other, Shape result) =>
        g.Graph.Make(Instance, factor, g, other, result.Rows!, result.Columns!);

    public override bool IsDifferentiableIn(int operand) => operand < 2;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Matrix(operands[2], operands[3]);

    public override Expression Differential(Expression node, int operand, Expression d) =>
        node.Graph.Make(this, node.Payload, node.Operands.SetItem(operand, d));

    public override Expression Adjoint(Expression node, int operand, Expression g)
    {
        var first = (int)node.Payload! == 0;
        if (operand == 0) return first ? KroneckerProduct.Of(g, node[1]) : KroneckerProduct.Of(node[1], g);
        return Of(first ? 1 : 0, node[0], g, node[1].Shape);
    }

    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        var first = (int)node.Payload! == 0;
        var (a, b) = first ? (node.Shape, node[1].Shape) : (node[1].Shape, node.Shape);
        if (operand == 0)
        {
            var one = node.Graph.Identity(EntryCount(node));
            var of = first ? KroneckerProduct.Of(one, Vectorize(node[1])) : KroneckerProduct.Of(Vectorize(node[1]), one);
            return Multiply(Transpose(Multiply(KroneckerProduct.Interleaving(a, b), of)), j);
        }

        var blocks = node.Graph.Make(Rearrangement.Instance, null, node[0], a.Rows!, a.Columns!, b.Rows!, b.Columns!);
        return Multiply(first ? blocks : Transpose(blocks), j);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function((int)node.Payload! == 0 ? "kron₁*" : "kron₂*", [operand(node[0]), operand(node[1])]);

    public override Computation Compute(Expression node) => Computation.Call($"Kernel.KroneckerAdjoint{((int)node.Payload! == 0 ? "Left" : "Right")}", 4);

    /// <summary>
    /// The matrix R(G) whose rows are the vecs of G's blocks: with it the adjoints of A ⊗ B are R(G) vec B and R(G)ᵀ vec A
    /// (Van Loan and Pitsianis, Approximation with Kronecker products, 1993). Operands: G, the dimensions of A and of B.
    /// </summary>
    private sealed class Rearrangement : Operation
    {
        public static readonly Rearrangement Instance = new();

        public override string Name => "rearrangement";

        public override bool IsDifferentiableIn(int operand) => false;

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
            Shape.Matrix(IntegerProduct.Of(operands[1], operands[2]), IntegerProduct.Of(operands[3], operands[4]));

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("blocks", node.Operands.Select(operand).ToImmutableArray());

        public override Computation Compute(Expression node) => Computation.Call("Kernel.Rearrangement", 5);
    }
}
