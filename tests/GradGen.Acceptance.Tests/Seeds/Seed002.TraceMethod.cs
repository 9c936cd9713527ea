using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

// Section 2.5: the method of traces.
public static partial class Seed002
{
    // Example 1.
    [Differentiable(nameof(A), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double TraceOfProduct(Matrix A, Matrix B) => Tr(A * B);

    // Example 2.
    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double QuadraticForm(Matrix A, Vector x) => x.T * A * x;

    // Example 2, a symmetric A.
    [Differentiable(nameof(x))]
    public static double SymmetricForm([Symmetric] Matrix A, Vector x) => x.T * A * x;

    // Example 2, A = I.
    [Differentiable]
    public static double SelfProduct(Vector x) => x.T * x;

    // Example 2, A = I by its name.
    [Differentiable]
    public static double IdentityForm(Vector x) => x.T * Identity(x.Count) * x;

    // Example 3: principal components.
    [Differentiable(nameof(W), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double PrincipalComponents(Matrix W, Matrix X) => -Tr(W.T * X * X.T * W);

    // Example 4.
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double DeterminantOfInverse(Matrix A) => Det(Inv(A));

    // Norms, example 1.
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double FrobeniusSquared(Matrix A) => FrobeniusNormSquared(A);

    // Norms, example 1: Tr(AᵀA), as its solution starts.
    [Differentiable]
    public static double TraceOfSquare(Matrix A) => Tr(A.T * A);

    // Norms, example 1: √(Σᵢ Σⱼ aᵢⱼ²)², as its statement defines it.
    [Differentiable]
    public static double FrobeniusByEntries(Matrix A)
    {
        var sum = 0.0;
        for (var i = 0; i < A.RowCount; i++)
        {
            for (var j = 0; j < A.ColumnCount; j++) sum += A[i, j] * A[i, j];
        }

        return Math.Pow(Math.Sqrt(sum), 2);
    }

    // Norms, example 2 (1) and (2).
    [Differentiable(nameof(A), nameof(x))]
    public static double AffineError(Matrix A, Vector x, Vector b, Vector y) => 0.5 * NormSquared(A * x + b - y);
}
