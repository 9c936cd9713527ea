using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

// Sections 2.6 and 2.7: the chain rule, and the exercise.
public static partial class Seed002
{
    // 2.6, example 1.
    [Differentiable(nameof(theta))]
    public static double Regression(Matrix X, Vector theta, Vector y) => NormSquared(X * theta - y);

    // 2.6, example 1: Σᵢ (θᵀxᵢ − yᵢ)², as it is given.
    [Differentiable(nameof(theta))]
    public static double RegressionBySamples(IReadOnlyList<Vector> x, Vector theta, Vector y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++) sum += Math.Pow(theta.T * x[i] - y[i], 2);
        return sum;
    }

    // 2.6, example 1: the outer link of the chain, ∂zᵀz/∂z …
    [Differentiable]
    public static double OuterLink(Vector z) => z.T * z;

    // … and the inner link, ∂(Xθ − y)ᵀ/∂θ.
    [Differentiable(nameof(theta))]
    public static RowVector InnerLink(Matrix X, Vector theta, Vector y) => (X * theta - y).T;

    // 2.6, example 2: Σ⁻¹ as a symmetric matrix of its own.
    [Differentiable(nameof(mu))]
    public static double Mahalanobis(Vector x, Vector mu, [Symmetric] Matrix Lambda) => (x - mu).T * Lambda * (x - mu);

    // 2.6, example 2: the inverse of a symmetric Σ.
    [Differentiable(nameof(mu))]
    public static double MahalanobisOfInverse(Vector x, Vector mu, [Symmetric] Matrix Sigma) => (x - mu).T * Inv(Sigma) * (x - mu);

    // 2.6, example 2: as numerics would have it.
    [Differentiable(nameof(mu))]
    public static double MahalanobisOfSolve(Vector x, Vector mu, [PositiveDefinite] Matrix Sigma) => (x - mu).T * Solve(Sigma, x - mu);

    // 2.6, example 2: the inner link ∂(x − μ)ᵀ/∂μ.
    [Differentiable(nameof(mu))]
    public static RowVector Centred(Vector x, Vector mu) => (x - mu).T;

    // 2.7: the logarithm of the likelihood of a normal distribution.
    [Differentiable(nameof(mu), nameof(Sigma))]
    public static double LogLikelihood(IReadOnlyList<Vector> x, Vector mu, [PositiveDefinite] Matrix Sigma)
    {
        var sum = 0.0;
        foreach (var xt in x) sum += (xt - mu).T * Inv(Sigma) * (xt - mu);
        return -x.Count * mu.Count / 2.0 * Math.Log(2 * Math.PI) - x.Count / 2.0 * Math.Log(Det(Sigma)) - 0.5 * sum;
    }
}
