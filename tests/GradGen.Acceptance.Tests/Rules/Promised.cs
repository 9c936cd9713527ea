using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

/// <summary>Systems and determinants of matrices whose structure is promised or known.</summary>
public static partial class Promised
{
    [Differentiable(nameof(D), nameof(x), nameof(X), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double OfDiagonal([Diagonal] Matrix D, Vector x, [Shape("m", "n")] Matrix X) =>
        x.T * Solve(D, x) + x.T * D * x + Tr(X * Inv(D) * X.T) + Tr(X * D * X.T) + Sum(Solve(D, X.T));

    [Differentiable(nameof(x), nameof(D))]
    public static double DeterminantsOfDiagonal([Diagonal] Matrix D, Vector x) => Det(D) * NormSquared(x) + LogDet(D);

    [Differentiable(nameof(d), nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double OfDiag(Vector d, Vector x) => x.T * Solve(Diag(d), x) + LogDet(Diag(d)) + Det(Diag(d)) + Tr(Inv(Diag(d)));

    [Differentiable(nameof(L), nameof(x), nameof(X), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double OfTriangle([LowerTriangular] Matrix L, Vector x, [Shape("m", "n")] Matrix X) =>
        NormSquared(Solve(L, x)) + NormSquared(Solve(L.T, x)) + FrobeniusNormSquared(X * Inv(L)) + FrobeniusNormSquared(X * Inv(L).T) + FrobeniusNormSquared(Solve(L, X.T)) + Tr(Inv(L));

    [Differentiable(nameof(L), nameof(x))]
    public static double DeterminantsOfTriangle([LowerTriangular] Matrix L, Vector x) => Det(L) * NormSquared(x) + LogDet(L) + Math.Log(Det(L));

    [Differentiable(nameof(A), nameof(x))]
    public static double ThroughCholesky([PositiveDefinite] Matrix A, Vector x) => NormSquared(Solve(Cholesky(A), x)) + 2 * LogDet(Cholesky(A));

    [Differentiable(nameof(A), nameof(x))]
    public static double OfLowerPart(Matrix A, Vector x) => NormSquared(Solve(LowerTriangle(A), x)) + LogDet(LowerTriangle(A));

    [Differentiable(nameof(x), nameof(Q))]
    public static double OfOrthogonal([Orthogonal] Matrix Q, Vector x, Vector b) => NormSquared(Solve(Q, x)) + b.T * Inv(Q) * x + LogDet(Q);

    // A product of matrices before a vector is not formed.
    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double QuotientOfForms([Shape("m", "n")] Matrix A, [Shape("p", "n")] Matrix B, Vector x) => (A * x).T * (A * x) / ((B * x).T * (B * x));
}
