using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// The lower factor L of A = LLᵀ. It reads the symmetric part of A, so dL = L Φ(L⁻¹ sym(dA) L⁻ᵀ) with Φ the lower triangle,
/// diagonal halved (Murray, Differentiation of the Cholesky decomposition, 2016); the adjoint is its transpose,
/// sym(L⁻ᵀ Φ(LᵀG) L⁻¹).
/// </summary>
internal sealed class CholeskyFactorization : Operation
{
    public static readonly CholeskyFactorization Instance = new();

    public override string Name => "Cholesky";

    public override string RuleName(Expression node) => "differential of a Cholesky factor";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Cholesky", (g, a) => g.Make(this, null, a[0]))];

    public override bool MayThrow(Expression node) => true;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return operands[0].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d)
    {
        var inverse = Inverse(node);
        return Multiply(node, HalvedLower.Of(Multiply(inverse, Scale(0.5, Add(d, Transpose(d))), Transpose(inverse))));
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("chol", [operand(node[0])]);

    public override Work? Work(Expression node) => Expressions.Work.On(node[0], "Cholesky factorization{s}");

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Cholesky", 1);

    /// <summary>Φ: the lower triangle with half of the diagonal; linear and its own adjoint.</summary>
    private sealed class HalvedLower : Operation
    {
        private static readonly HalvedLower Instance = new();

        public override string Name => "Φ";

        public override Linearity Linearity => Linearity.Together;

        public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

        public override Expression Differential(Expression node, int operand, Expression d) => Of(d);

        public override Expression Adjoint(Expression node, int operand, Expression g) => Of(g);

        public override Expression Jacobian(Expression node, int operand, Expression j) =>
            Multiply(Diagonal(Vectorize(Of(node.Graph.Ones(node.Shape)))), j);

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("Φ", [operand(node[0])]);

        public override Computation Compute(Expression node) => Computation.Call("Kernel.HalvedLower", 1);
    }
}
