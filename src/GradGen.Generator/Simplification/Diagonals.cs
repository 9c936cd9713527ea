using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Diagonal matrices.</summary>
internal static class Diagonals
{
    public static readonly Identity[] Identities =
    [
        new("Diag(1) = I", e => e[0].Operation == Filled.Ones ? e.Graph.Identity(e.Shape.Rows!) : null, DiagonalMatrix.Instance),
        new("Diag(0) = 0", e => e[0].IsZero() ? e.Graph.Zero(e.Shape) : null, DiagonalMatrix.Instance, MainDiagonal.Instance),
        new("Diag(cx) = c Diag(x)", e => e[0].Is<Scaling>() ? Scale(e[0][0], e.Graph.Make(e.Operation, null, e[0][1])) : null, DiagonalMatrix.Instance, MainDiagonal.Instance),
        new("diag(Diag(x)) = x", e => e[0].Is<DiagonalMatrix>() ? e[0][0] : null, MainDiagonal.Instance),
        new("diag(Xᵀ) = diag(X)", e => e[0].Is<Transposition>() ? MainDiagonal.Of(e[0][0]) : null, MainDiagonal.Instance),
        new("diag(I) = 1", e => e[0].Is<IdentityMatrix>() ? e.Graph.Ones(e.Shape) : null, MainDiagonal.Instance),
    ];
}
