using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Powers, exponentials and square roots of matrices, and their Fréchet derivatives L(X, D).</summary>
internal static class MatrixFunctions
{
    // Longer chains of one factor cost more than squaring does.
    private const int LongestChain = 3;

    public static readonly Identity[] Identities =
    [
        new("X⁰ = I", e => e[1].Payload is 0 ? e.Graph.Identity(e.Shape.Rows!) : null, MatrixFunction.Power),
        new("Xᵏ = X⋯X", e => e[1].Payload is int and > 0 and <= LongestChain ? MatrixProduct.Of(Enumerable.Repeat(e[0], (int)e[1].Payload!).ToList()) : null, MatrixFunction.Power),
        new("X to the −1 = X⁻¹", e => e[1].Payload is -1 ? Inverse(e[0]) : null, MatrixFunction.Power),
        new("f(I) = I of a power or a root", e => e[0].Is<IdentityMatrix>() ? e[0] : null, MatrixFunction.Power, MatrixFunction.Sqrt),
        new("exp(0) = I", e => e[0].IsZero() ? e.Graph.Identity(e.Shape.Rows!) : null, MatrixFunction.Exp),
        new("f(Xᵀ) = f(X)ᵀ", e => e[0].Is<Transposition>() ? Transpose(e.Graph.Make(e.Operation, e.Payload, e.Operands.SetItem(0, e[0][0]))) : null,
            MatrixFunction.Exp, MatrixFunction.Sqrt, MatrixFunction.Power),
        new("L(X, cD) = cL(X, D)", e => e[1].Is<Scaling>() ? Scale(e[1][0], e.Graph.Make(e.Operation, e.Payload, e.Operands.SetItem(1, e[1][1]))) : null, MatrixFunction.FrechetDerivative.Instance),
        new("L(X, 0) = 0", e => e[1].IsZero() ? e[1] : null, MatrixFunction.FrechetDerivative.Instance),
        new("L(X, I) = f′(X)", e => e[1].Is<IdentityMatrix>() ? Derivative(e) : null, MatrixFunction.FrechetDerivative.Instance),
    ];

    /// <summary>The derivative of the scalar function, at the matrix: where D commutes with X, L(X, D) = f′(X)D.</summary>
    private static Expression Derivative(Expression e)
    {
        var (graph, function, x) = (e.Graph, (MatrixFunction)e.Payload!, e[0]);
        if (function == MatrixFunction.Exp) return graph.Make(function, null, x);
        if (function == MatrixFunction.Sqrt) return Scale(0.5, Inverse(graph.Make(function, null, x)));
        return Scale(Real(e[2]), graph.Make(function, null, x, IntegerSum.Of(e[2], graph.Integer(-1))));
    }
}
