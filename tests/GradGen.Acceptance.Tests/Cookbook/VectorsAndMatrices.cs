using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>The Matrix Cookbook, section 2.4.</summary>
public static partial class VectorsAndMatrices
{
    [Differentiable(nameof(x))]
    public static double Linear(Vector a, Vector x) => x.T * a;

    [Differentiable(nameof(X))]
    public static double Bilinear([Shape("m")] Vector a, [Shape("m", "n")] Matrix X, [Shape("n")] Vector b) => a.T * X * b;

    [Differentiable(nameof(X))]
    public static double BilinearTransposed([Shape("n")] Vector a, [Shape("m", "n")] Matrix X, [Shape("m")] Vector b) => a.T * X.T * b;

    [Differentiable(nameof(X))]
    public static double WithItself(Vector a, Matrix X) => a.T * X.T * a;

    [Differentiable(nameof(X))]
    public static double SquareOfSum([Shape("m", "n")] Matrix X) => Math.Pow(Sum(X), 2);

    [Differentiable(nameof(X))]
    public static double Gram([Shape("n")] Vector b, [Shape("m", "n")] Matrix X, [Shape("n")] Vector c) => b.T * X.T * X * c;

    [Differentiable(nameof(x))]
    public static double TwoAffine([Shape("m", "n")] Matrix B, [Shape("m")] Vector b, [Shape("m", "p")] Matrix C, [Shape("p", "n")] Matrix D, [Shape("p")] Vector d, [Shape("n")] Vector x) =>
        (B * x + b).T * C * (D * x + d);

    [Differentiable(nameof(x))]
    public static double Quadratic(Matrix B, Vector x) => x.T * B * x;

    [Differentiable(nameof(x))]
    public static double SymmetricQuadratic([Symmetric] Matrix B, Vector x) => x.T * B * x;

    [Differentiable(nameof(X))]
    public static double WeightedGram([Shape("n")] Vector b, [Shape("m", "m")] Matrix D, [Shape("m", "n")] Matrix X, [Shape("n")] Vector c) => b.T * X.T * D * X * c;

    [Differentiable(nameof(X))]
    public static double QuadraticOfAffine([Shape("n")] Vector b, [Shape("m", "m")] Matrix D, [Shape("m", "n")] Matrix X, [Shape("m")] Vector c) => (X * b + c).T * D * (X * b + c);

    [Differentiable(nameof(x), nameof(A), nameof(s))]
    public static double Weighted([Shape("m")] Vector x, [Shape("m", "n")] Matrix A, [Shape("n")] Vector s, [Symmetric, Shape("m", "m")] Matrix W) => (x - A * s).T * W * (x - A * s);

    [Differentiable(nameof(x), nameof(s))]
    public static double Distance(Vector x, Vector s, [Symmetric] Matrix W) => (x - s).T * W * (x - s);

    [Differentiable(nameof(X))]
    public static double SecondPower(Vector a, Matrix X, Vector b) => a.T * MatrixPower(X, 2) * b;

    [Differentiable(nameof(X))]
    public static double ThirdPower(Vector a, Matrix X, Vector b) => a.T * MatrixPower(X, 3) * b;

    [Differentiable(nameof(X))]
    public static double GramOfSquares(Vector a, Matrix X, Vector b) => a.T * (X * X).T * (X * X) * b;

    [Differentiable(nameof(s), nameof(r), nameof(A))]
    public static double ThreeVariables(Vector s, Matrix A, Vector r) => s.T * A * r;

    [Differentiable(nameof(x))]
    public static double QuotientOfForms([Shape("m", "n")] Matrix A, [Shape("p", "n")] Matrix B, [Shape("n")] Vector x) => (A * x).T * (A * x) / ((B * x).T * (B * x));

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.Pushforward)]
    public static double QuadraticFunction(Matrix A, Vector x, Vector b) => x.T * A * x + b.T * x;

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double HalfQuadratic([Symmetric] Matrix A, Vector x, Vector b) => 0.5 * (x.T * A * x) - b.T * x;

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double SquaredError([Shape("m", "n")] Matrix A, [Shape("n")] Vector x, [Shape("m")] Vector b) => NormSquared(A * x - b);

    [Differentiable(nameof(x))]
    public static double Entrywise(Vector a, Vector x) => a.T * Sin(x);

    [Differentiable(nameof(x))]
    public static double InnerHadamard(Vector a, Vector x, Vector b) => a.T * PointwiseMultiply(x, b);

    [Differentiable(nameof(x))]
    public static double ThroughDiagonal([Shape("m")] Vector a, [Shape("m", "n")] Matrix A, [Shape("n")] Vector x, [Shape("n")] Vector b) => a.T * A * Diag(x) * b;
}
