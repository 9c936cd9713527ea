using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>The Matrix Cookbook, section 2.8, and what else structure attributes make of a form.</summary>
public static partial class Structured
{
    [Differentiable(nameof(X))]
    public static double SymmetricTrace([Symmetric(Gradient = SymmetricGradient.Projected)] Matrix X, [Symmetric] Matrix A) => Tr(A * X);

    [Differentiable(nameof(X))]
    public static double DefiniteDeterminant([PositiveDefinite] Matrix X) => Det(X);

    [Differentiable(nameof(X))]
    public static double SymmetricDeterminant([Symmetric] Matrix X) => Det(X);

    [Differentiable(nameof(X))]
    public static double DefiniteLogarithm([PositiveDefinite] Matrix X) => LogDet(X);

    [Differentiable(nameof(x), nameof(X))]
    public static double OrthogonalNorm([Orthogonal] Matrix Q, [Shape("n")] Vector x, [Shape("n", "n")] Matrix X) => NormSquared(Q * x) + Tr(X.T * Q.T * Q * X);

    [Differentiable(nameof(x))]
    public static double OrthogonalSolve([Orthogonal] Matrix Q, Vector x, Vector b) => b.T * Solve(Q, x);

    [Differentiable(nameof(x))]
    public static double TriangularSolve([LowerTriangular] Matrix L, Vector x) => NormSquared(Solve(L, x));

    [Differentiable(nameof(x))]
    public static double DiagonalForm([Diagonal] Matrix D, Vector x) => x.T * D * x;

    [Differentiable(nameof(x))]
    public static double OfDiagonal(Vector a, Vector x) => a.T * Diag(x) * a;

    [Differentiable(nameof(a))]
    public static double OuterHadamard([Shape("m")] Vector a, [Shape("n")] Vector b, [Shape("m", "n")] Matrix X) => Sum(PointwiseMultiply(a * b.T, X));

    [Differentiable(nameof(X))]
    public static double OfVec([Shape("p", "p")] Matrix A, [Shape("n", "p")] Matrix X, [Shape("n", "n")] Matrix B) => Vec(X).T * Kron(A, B) * Vec(X);

    [Differentiable(nameof(X), Emit = Derivatives.Jacobian)]
    public static Matrix Sandwich([Shape("p", "m")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("n", "p")] Matrix B) => A * X * B;
}
