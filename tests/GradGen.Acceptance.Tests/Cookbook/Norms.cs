using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>The Matrix Cookbook, sections 2.6 and 2.7.</summary>
public static partial class Norms
{
    [Differentiable(nameof(x))]
    public static double OfDifference(Vector x, Vector a) => Norm(x - a);

    [Differentiable(nameof(x), Emit = Derivatives.Jacobian)]
    public static Vector Direction(Vector x, Vector a) => (x - a) / Norm(x - a);

    [Differentiable(nameof(x))]
    public static double Squared(Vector x) => NormSquared(x);

    [Differentiable(nameof(x))]
    public static double OfResidual([Shape("m", "n")] Matrix A, [Shape("n")] Vector x, [Shape("m")] Vector b) => Norm(A * x - b);

    [Differentiable(nameof(x))]
    public static double RootOfSquares(Vector x) => Math.Sqrt(x.T * x);

    [Differentiable(nameof(x))]
    public static double RootMeanSquare([Shape("n")] Vector x) => Math.Sqrt(NormSquared(x) / x.Count);

    [Differentiable(nameof(x))]
    public static double Cubed(Vector x) => Math.Pow(Norm(x), 3);

    [Differentiable(nameof(x))]
    public static double Inverted(Vector x) => 1 / Norm(x);

    [Differentiable(nameof(X))]
    public static double FrobeniusSquared([Shape("m", "n")] Matrix X) => FrobeniusNormSquared(X);

    [Differentiable(nameof(X))]
    public static double Frobenius([Shape("m", "n")] Matrix X) => FrobeniusNorm(X);

    [Differentiable(nameof(X))]
    public static double OfProduct([Shape("p", "m")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("p", "n")] Matrix B) => FrobeniusNormSquared(A * X - B);

    [Differentiable(nameof(X))]
    public static double OfHadamard([Shape("m", "n")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("m", "n")] Matrix Y) => FrobeniusNormSquared(PointwiseMultiply(A, X - Y));

    [Differentiable(nameof(X))]
    public static double OfGram([Shape("m", "n")] Matrix X) => FrobeniusNormSquared(X.T * X);

    [Differentiable(nameof(X))]
    public static double OfOrthogonality([Shape("m", "n")] Matrix X) => FrobeniusNormSquared(X.T * X - Identity(X.ColumnCount));
}
