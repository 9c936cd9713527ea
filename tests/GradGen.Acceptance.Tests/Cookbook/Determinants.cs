using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>The Matrix Cookbook, sections 2.1 and 2.3.</summary>
public static partial class Determinants
{
    [Differentiable(nameof(t))]
    public static double OfLine([Shape("n", "n")] Matrix A, [Shape("n", "n")] Matrix B, double t) => Det(A + t * B);

    [Differentiable(nameof(X))]
    public static double OfMatrix(Matrix X) => Det(X);

    [Differentiable(nameof(X))]
    public static double OfProduct([Shape("n", "n")] Matrix A, [Shape("n", "n")] Matrix X, [Shape("n", "n")] Matrix B) => Det(A * X * B);

    [Differentiable(nameof(X))]
    public static double OfRectangularProduct([Shape("n", "m")] Matrix A, [Shape("m", "m")] Matrix X, [Shape("m", "n")] Matrix B) => Det(A * X * B);

    [Differentiable(nameof(X))]
    public static double OfSquareForm([Shape("n", "n")] Matrix X, [Shape("n", "n")] Matrix A) => Det(X.T * A * X);

    [Differentiable(nameof(X))]
    public static double OfSymmetricForm([Shape("m", "n")] Matrix X, [Symmetric, Shape("m", "m")] Matrix A) => Det(X.T * A * X);

    [Differentiable(nameof(X))]
    public static double OfForm([Shape("m", "n")] Matrix X, [Shape("m", "m")] Matrix A) => Det(X.T * A * X);

    [Differentiable(nameof(X))]
    public static double LogarithmOfGram([Shape("m", "n")] Matrix X) => Math.Log(Det(X.T * X));

    [Differentiable(nameof(X))]
    public static double Logarithm(Matrix X) => Math.Log(Math.Abs(Det(X)));

    [Differentiable(nameof(X))]
    public static double LogarithmOfProduct([Shape("n", "n")] Matrix A, [Shape("n", "n")] Matrix X, [Shape("n", "n")] Matrix B) => LogDet(A * X * B);

    [Differentiable(nameof(X))]
    public static double OfPower(Matrix X) => Det(MatrixPower(X, 3));

    [Differentiable(nameof(X), nameof(c))]
    public static double OfMultiple([Shape("n", "n")] Matrix X, double c) => Det(c * X);

    [Differentiable(nameof(X), nameof(c))]
    public static double LogarithmOfMultiple([Shape("n", "n")] Matrix X, double c) => LogDet(c * X);

    [Differentiable(nameof(t))]
    public static double LogarithmOfLine([Shape("n", "n")] Matrix A, [Shape("n", "n")] Matrix B, double t) => LogDet(A + t * B);

    [Differentiable(nameof(X))]
    public static double LogarithmOfKronecker([Shape("m", "m")] Matrix A, [Shape("n", "n")] Matrix X) => LogDet(Kron(A, X));

    [Differentiable(nameof(x))]
    public static double LogarithmOfDiagonal(Vector x) => LogDet(Diag(x));

    // The sum and the product of the eigenvalues.
    [Differentiable(nameof(X))]
    public static double SumOfEigenvalues(Matrix X) => Tr(X);

    [Differentiable(nameof(X))]
    public static double ProductOfEigenvalues(Matrix X) => Det(X);

    [Differentiable(nameof(X))]
    public static double OfExponential(Matrix X) => Det(MatrixExp(X));
}
