using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Determinants and their logarithms.</summary>
internal static class Determinants
{
    public static readonly Identity[] Identities =
    [
        new("|Xᵀ| = |X|", e => e[0].Is<Transposition>() ? e.Graph.Make(e.Operation, null, e[0][0]) : null, Determinant.Instance, LogDeterminant.Absolute, LogDeterminant.Signed),
        new("|I| = 1", e => e[0].Is<IdentityMatrix>() ? e.Graph.Number(1) : null, Determinant.Instance),
        new("log|X⁻¹| = −log|X|", e => e[0].Is<MatrixInverse>() ? Negate(e.Graph.Make(e.Operation, null, e[0][0])) : null, LogDeterminant.Absolute, LogDeterminant.Signed),
        new("log|I| = 0", e => e[0].Is<IdentityMatrix>() ? e.Graph.Number(0) : null, LogDeterminant.Absolute, LogDeterminant.Signed),
    ];

    /// <summary>
    /// For the last simplification: while |X⁻¹| is to be differentiated it tells that X is invertible, so that the
    /// derivative is −|X|⁻¹X⁻ᵀ and needs no adjugate.
    /// </summary>
    public static readonly Identity[] Last =
    [
        new("|X⁻¹| = |X|⁻¹", e => e[0].Is<MatrixInverse>() ? Reciprocal(e.Graph.Make(Determinant.Instance, null, e[0][0])) : null, Determinant.Instance),
    ];
}
