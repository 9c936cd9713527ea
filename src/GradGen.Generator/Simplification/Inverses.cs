using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Inverses of inverses, transposes, scalings, products.</summary>
internal static class Inverses
{
    public static readonly Identity[] Identities =
    [
        new("(X⁻¹)⁻¹ = X", e => e[0].Is<MatrixInverse>() ? e[0][0] : null, MatrixInverse.Instance),
        new("(Xᵀ)⁻¹ = (X⁻¹)ᵀ", e => e[0].Is<Transposition>() ? Transpose(Inverse(e[0][0])) : null, MatrixInverse.Instance),
        new("(cX)⁻¹ = c⁻¹X⁻¹", e => e[0].Is<Scaling>() ? Scale(Reciprocal(e[0][0]), Inverse(e[0][1])) : null, MatrixInverse.Instance),
        new("I⁻¹ = I", e => e[0].Is<IdentityMatrix>() ? e[0] : null, MatrixInverse.Instance, Adjugate.Instance),
        new("exp(X)⁻¹ = exp(−X)", e => e[0].Operation == MatrixFunction.Exp ? e.Graph.Make(MatrixFunction.Exp, null, Negate(e[0][0])) : null, MatrixInverse.Instance),
        new("B(AB)⁻¹ = A⁻¹, (AB)⁻¹A = B⁻¹", CancelFactor, MatrixProduct.Instance),
        new("adj(Xᵀ) = adj(X)ᵀ", e => e[0].Is<Transposition>() ? Transpose(Adjugate.Of(e[0][0])) : null, Adjugate.Instance),
        // Only of what is invertible by construction: elsewhere the adjugate is right where the inverse does not exist.
        new("adj(X⁻¹) = |X|⁻¹X", e => e[0].Is<MatrixInverse>() ? Scale(Reciprocal(e.Graph.Make(Determinant.Instance, null, e[0][0])), e[0][0]) : null, Adjugate.Instance),
    ];

    /// <summary>A square factor beside the inverse of a product that it ends: it is invertible since the product is.</summary>
    private static Expression? CancelFactor(Expression e)
    {
        for (var i = 0; i + 1 < e.Operands.Length; i++)
        {
            var (a, b) = (e[i], e[i + 1]);
            if ((Without(b, a, last: true) ?? Without(a, b, last: false)) is { } rest) return MatrixProduct.Of(e.Operands.RemoveAt(i).SetItem(i, rest));
        }

        return null;
    }

    /// <summary>The inverse of a product without its last, or its first, factor, if that is the one given.</summary>
    private static Expression? Without(Expression inverse, Expression factor, bool last)
    {
        if (inverse.Is<Transposition>()) return Without(inverse[0], Transpose(factor), !last) is { } turned ? Transpose(turned) : null;
        if (!inverse.Is<MatrixInverse>() || !inverse[0].Is<MatrixProduct>() || !factor.Shape.IsMatrix || !factor.Graph.Dimensions.AreSame(factor.Shape.Rows!, factor.Shape.Columns!)) return null;
        var factors = inverse[0].Operands;
        var end = last ? factors.Length - 1 : 0;
        var same = factors[end] == factor || (factor.Is<Transposition>() && factor[0].Is<Transposition>() && factor[0][0] == factors[end]);
        return same ? Inverse(MatrixProduct.Of(factors.RemoveAt(end))!) : null;
    }
}
