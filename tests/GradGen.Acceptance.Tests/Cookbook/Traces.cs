using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>The Matrix Cookbook, section 2.5.</summary>
public static partial class Traces
{
    // First order.
    [Differentiable(nameof(X), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double OfMatrix(Matrix X) => Tr(X);

    [Differentiable(nameof(X), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double XA([Shape("m", "n")] Matrix X, [Shape("n", "m")] Matrix A) => Tr(X * A);

    [Differentiable(nameof(X))]
    public static double AXB([Shape("p", "m")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("n", "p")] Matrix B) => Tr(A * X * B);

    [Differentiable(nameof(X))]
    public static double AXtB([Shape("p", "n")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("m", "p")] Matrix B) => Tr(A * X.T * B);

    [Differentiable(nameof(X))]
    public static double XtA([Shape("m", "n")] Matrix A, [Shape("m", "n")] Matrix X) => Tr(X.T * A);

    [Differentiable(nameof(X))]
    public static double AXt([Shape("m", "n")] Matrix A, [Shape("m", "n")] Matrix X) => Tr(A * X.T);

    [Differentiable(nameof(X))]
    public static double Kronecker([Shape("m", "m")] Matrix A, [Shape("n", "n")] Matrix X) => Tr(Kron(A, X));

    // Second order.
    [Differentiable(nameof(X))]
    public static double XX(Matrix X) => Tr(X * X);

    [Differentiable(nameof(X))]
    public static double XXB(Matrix X, Matrix B) => Tr(X * X * B);

    [Differentiable(nameof(X), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double XtBX([Shape("m", "n")] Matrix X, [Shape("m", "m")] Matrix B) => Tr(X.T * B * X);

    [Differentiable(nameof(X), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double XtSX([Shape("m", "n")] Matrix X, [Symmetric, Shape("m", "m")] Matrix B) => Tr(X.T * B * X);

    [Differentiable(nameof(X))]
    public static double BXXt([Shape("m", "n")] Matrix X, [Shape("m", "m")] Matrix B) => Tr(B * X * X.T);

    [Differentiable(nameof(X))]
    public static double XXtB([Shape("m", "n")] Matrix X, [Shape("m", "m")] Matrix B) => Tr(X * X.T * B);

    [Differentiable(nameof(X))]
    public static double XBXt([Shape("m", "n")] Matrix X, [Shape("n", "n")] Matrix B) => Tr(X * B * X.T);

    [Differentiable(nameof(X))]
    public static double BXtX([Shape("m", "n")] Matrix X, [Shape("n", "n")] Matrix B) => Tr(B * X.T * X);

    [Differentiable(nameof(X))]
    public static double XtXB([Shape("m", "n")] Matrix X, [Shape("n", "n")] Matrix B) => Tr(X.T * X * B);

    [Differentiable(nameof(X))]
    public static double AXBX([Shape("n", "m")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("n", "m")] Matrix B) => Tr(A * X * B * X);

    [Differentiable(nameof(X))]
    public static double XtX([Shape("m", "n")] Matrix X) => Tr(X.T * X);

    [Differentiable(nameof(X))]
    public static double XXt([Shape("m", "n")] Matrix X) => Tr(X * X.T);

    [Differentiable(nameof(X))]
    public static double BtXtCXB([Shape("m", "n")] Matrix X, [Shape("n", "p")] Matrix B, [Shape("m", "m")] Matrix C) => Tr(B.T * X.T * C * X * B);

    [Differentiable(nameof(X))]
    public static double XtBXC([Shape("m", "n")] Matrix X, [Shape("m", "m")] Matrix B, [Shape("n", "n")] Matrix C) => Tr(X.T * B * X * C);

    [Differentiable(nameof(X))]
    public static double AXBXtC([Shape("p", "m")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("n", "n")] Matrix B, [Shape("m", "p")] Matrix C) => Tr(A * X * B * X.T * C);

    [Differentiable(nameof(X))]
    public static double OfAffine([Shape("p", "m")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("n", "p")] Matrix B, [Shape("p", "p")] Matrix C) => Tr((A * X * B + C) * (A * X * B + C).T);

    [Differentiable(nameof(X))]
    public static double KroneckerSquare([Shape("n", "n")] Matrix X) => Tr(Kron(X, X));

    // Higher order.
    [Differentiable(nameof(X))]
    public static double OfPower(Matrix X) => Tr(MatrixPower(X, 3));

    [Differentiable(nameof(X))]
    public static double OfAnyPower(Matrix X, int k) => Tr(MatrixPower(X, k));

    [Differentiable(nameof(X))]
    public static double AXX(Matrix A, Matrix X) => Tr(A * MatrixPower(X, 2));

    [Differentiable(nameof(X))]
    public static double AXXX(Matrix A, Matrix X) => Tr(A * MatrixPower(X, 3));

    [Differentiable(nameof(X))]
    public static double FourthOrder([Shape("n", "p")] Matrix B, [Shape("m", "n")] Matrix X, [Shape("m", "m")] Matrix C) => Tr(B.T * X.T * C * X * X.T * C * X * B);

    [Differentiable(nameof(X))]
    public static double SymmetricFourthOrder([Shape("n", "p")] Matrix B, [Shape("m", "n")] Matrix X, [Symmetric, Shape("m", "m")] Matrix C) => Tr(B.T * X.T * C * X * X.T * C * X * B);

    // Other.
    [Differentiable(nameof(X))]
    public static double InverseOfForm([Shape("n", "n")] Matrix A, [Shape("m", "n")] Matrix X, [PositiveDefinite, Shape("m", "m")] Matrix C) => Tr(Inv(X.T * C * X) * A);

    [Differentiable(nameof(X))]
    public static double QuotientOfForms([Symmetric, Shape("m", "m")] Matrix B, [Shape("m", "n")] Matrix X, [PositiveDefinite, Shape("m", "m")] Matrix C) => Tr(Inv(X.T * C * X) * (X.T * B * X));

    [Differentiable(nameof(X))]
    public static double ShiftedQuotient([PositiveDefinite, Shape("n", "n")] Matrix A, [Symmetric, Shape("m", "m")] Matrix B, [Shape("m", "n")] Matrix X, [PositiveDefinite, Shape("m", "m")] Matrix C) =>
        Tr(Inv(A + X.T * C * X) * (X.T * B * X));

    [Differentiable(nameof(X))]
    public static double OfExponential(Matrix X) => Tr(MatrixExp(X));

    [Differentiable(nameof(X))]
    public static double OfSines(Matrix X) => Tr(Sin(X));

    [Differentiable(nameof(x))]
    public static double OfDiagonal(Matrix A, Vector x) => Tr(A * Diag(x));

    [Differentiable(nameof(X))]
    public static double OfHadamard([Shape("m", "n")] Matrix A, [Shape("m", "n")] Matrix X, [Shape("m", "n")] Matrix B) => Tr(A.T * PointwiseMultiply(X, B));
}
