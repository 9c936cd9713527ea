using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

/// <summary>Parameters with a promised structure, and determinants where matrices are singular.</summary>
public static partial class Structured
{
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Plain([Symmetric] Matrix A, Matrix B, Vector x) => x.T * A * x + Tr(B * A) + Tr(A * A * B);

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Projected([Symmetric(Gradient = SymmetricGradient.Projected)] Matrix A, Matrix B, Vector x) => x.T * A * x + Tr(B * A) + Tr(A * A * B);

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Shared([Symmetric(Gradient = SymmetricGradient.SharedEntries)] Matrix A, Matrix B, Vector x) => x.T * A * x + Tr(B * A) + Tr(A * A * B);

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double PlainDefinite([PositiveDefinite] Matrix S, Vector x) => LogDet(S) + x.T * Inv(S) * x;

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double ProjectedDefinite([PositiveDefinite(Gradient = SymmetricGradient.Projected)] Matrix S, Vector x) => LogDet(S) + x.T * Inv(S) * x;

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double SharedDefinite([PositiveDefinite(Gradient = SymmetricGradient.SharedEntries)] Matrix S, Vector x) => LogDet(S) + x.T * Inv(S) * x;

    [Differentiable]
    public static double OfDiagonal([Diagonal] Matrix D, Matrix B) => Tr(D * B * D) + Sum(D * B);

    [Differentiable]
    public static double OfTriangular([LowerTriangular] Matrix L, Vector x) => NormSquared(L * x) + LogDet(L);

    [Differentiable]
    public static double OfOrthogonal([Orthogonal] Matrix Q, Vector x) => NormSquared(Q * x) + Tr(Q);

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Determinant(Matrix A) => Det(A);

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double OfAdjugate(Matrix A, Matrix B) => Tr(B * Adj(A));

    [Differentiable(nameof(A), Emit = Derivatives.Jacobian | Derivatives.Pushforward | Derivatives.Pullback)]
    public static Vector ProjectedImage([Symmetric(Gradient = SymmetricGradient.Projected)] Matrix A, Vector x) => Tanh(A * x);

    [Differentiable(nameof(A), Emit = Derivatives.Jacobian | Derivatives.Pushforward | Derivatives.Pullback)]
    public static Vector SharedImage([Symmetric(Gradient = SymmetricGradient.SharedEntries)] Matrix A, Vector x) => Tanh(A * x);
}
