using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Simplification;

/// <summary>Functions of eigenvalues and of singular values.</summary>
internal static class SpectralFunctions
{
    public static readonly Identity[] Identities =
    [
        new("∂y/∂xᵀ in closed form", e => Jacobians.Of(e[0], e[1]), PartialDerivative.Instance),
    ];

    /// <summary>Not before the last differentiation: the vectors themselves have no derivative.</summary>
    public static readonly Identity[] Last =
    [
        new("S = U Diag(g) Vᵀ", e => ((SpectralFunction)e.Operation).Expanded(e[0], e[1]), SpectralFunction.OfEigenvalues, SpectralFunction.OfSingularValues),
    ];
}
