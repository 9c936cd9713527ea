using static GradGen.MatrixMath;

namespace GradGen.Benchmarks;

/// <summary>The annotated methods whose companions are timed.</summary>
internal static partial class Models
{
    [Differentiable(nameof(x))]
    internal static double QuadraticForm(Matrix A, Vector x) => x.T * A * x;

    [Differentiable(nameof(x), nameof(A))]
    internal static double LeastSquares(Matrix A, Vector x, Vector y) => 0.5 * NormSquared(A * x - y);

    [Differentiable(nameof(W))]
    internal static double PrincipalComponents(Matrix X, Matrix W) => -Tr(W.T * X * X.T * W);

    [Differentiable(nameof(mu), nameof(Sigma))]
    internal static double Gaussian(Vector mu, [PositiveDefinite] Matrix Sigma, IReadOnlyList<Vector> xs) =>
        -0.5 * xs.Sum(x => LogDet(Sigma) + ((x - mu).T * Solve(Sigma, x - mu)));

    [Differentiable(nameof(w))]
    internal static double Logistic(Matrix X, Vector w, Vector y, double lambda) =>
        Sum(Softplus(X * w)) - (y.T * (X * w)) + (0.5 * lambda * NormSquared(w));

    [Differentiable(nameof(U), nameof(V))]
    internal static double Factorization(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T);

    [Differentiable(nameof(W1), nameof(b1), nameof(W2), nameof(b2))]
    internal static double Network(Matrix X, Matrix T, Matrix W1, RowVector b1, Matrix W2, RowVector b2)
    {
        var one = Ones(X.RowCount);
        var hidden = Tanh(X * W1 + one * b1);
        return 0.5 * FrobeniusNormSquared(hidden * W2 + one * b2 - T);
    }
}
