using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>The Matrix Cookbook, section 2.2.</summary>
public static partial class Inverses
{
    [Differentiable(nameof(t))]
    public static Matrix OfLine([Shape("n", "n")] Matrix A, [Shape("n", "n")] Matrix B, double t) => Inv(A + t * B);

    [Differentiable(nameof(X), Emit = Derivatives.Jacobian | Derivatives.Pushforward)]
    public static Matrix OfMatrix(Matrix X) => Inv(X);

    [Differentiable(nameof(X))]
    public static double InForm(Vector a, Matrix X, Vector b) => a.T * Inv(X) * b;

    [Differentiable(nameof(X))]
    public static double InSolve(Vector a, Matrix X, Vector b) => a.T * Solve(X, b);

    [Differentiable(nameof(b))]
    public static double InSolveByRight([Symmetric] Matrix A, Vector b) => b.T * Solve(A, b);

    [Differentiable(nameof(X))]
    public static double Determinant(Matrix X) => Det(Inv(X));

    [Differentiable(nameof(X))]
    public static double Logarithm(Matrix X) => LogDet(Inv(X));

    [Differentiable(nameof(X))]
    public static double Trace(Matrix X) => Tr(Inv(X));

    [Differentiable(nameof(X))]
    public static double TraceOfProduct([Shape("m", "n")] Matrix A, [Shape("n", "n")] Matrix X, [Shape("n", "m")] Matrix B) => Tr(A * Inv(X) * B);

    [Differentiable(nameof(X))]
    public static double TraceOfShifted(Matrix A, Matrix X) => Tr(Inv(X + A));

    [Differentiable(nameof(X))]
    public static double TraceOfSymmetric([Symmetric] Matrix X, Matrix A) => Tr(A * Inv(X));

    [Differentiable(nameof(X))]
    public static double OfProduct([Shape("n", "n")] Matrix A, [Shape("n", "n")] Matrix X) => Tr(X * Inv(A * X));

    [Differentiable(nameof(X))]
    public static double OfGram([Shape("m", "n")] Matrix X, [Symmetric, Shape("n", "n")] Matrix A) => Tr(Inv(X.T * X) * A);
}
