using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Inverses of inverses, transposes, scalings.</summary>
internal static class Inverses
{
    public static readonly Identity[] Identities =
    [
        new("(X⁻¹)⁻¹ = X", e => e[0].Is<MatrixInverse>() ? e[0][0] : null, MatrixInverse.Instance),
        new("(Xᵀ)⁻¹ = (X⁻¹)ᵀ", e => e[0].Is<Transposition>() ? Transpose(Inverse(e[0][0])) : null, MatrixInverse.Instance),
        new("(cX)⁻¹ = c⁻¹X⁻¹", e => e[0].Is<Scaling>() ? Scale(Reciprocal(e[0][0]), Inverse(e[0][1])) : null, MatrixInverse.Instance),
        new("I⁻¹ = I", e => e[0].Is<IdentityMatrix>() ? e[0] : null, MatrixInverse.Instance, Adjugate.Instance),
        new("adj(Xᵀ) = adj(X)ᵀ", e => e[0].Is<Transposition>() ? Transpose(Adjugate.Of(e[0][0])) : null, Adjugate.Instance),
        // Only of what is invertible by construction: elsewhere the adjugate is right where the inverse does not exist.
        new("adj(X⁻¹) = |X|⁻¹X", e => e[0].Is<MatrixInverse>() ? Scale(Reciprocal(e.Graph.Make(Determinant.Instance, null, e[0][0])), e[0][0]) : null, Adjugate.Instance),
    ];
}
