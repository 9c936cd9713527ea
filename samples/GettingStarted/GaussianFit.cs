namespace GettingStarted;

/// <summary>The Gaussian that makes the measurements most likely.</summary>
public static partial class GaussianFit
{
    [Differentiable]
    public static double LogLikelihood(IReadOnlyList<Vector> xs, Vector mu, [PositiveDefinite] Matrix Sigma)
    {
        int N = xs.Count, d = mu.Count;
        var distances = 0.0;
        foreach (var x in xs)
        {
            distances += (x - mu).T * Solve(Sigma, x - mu);
        }

        return -0.5 * N * d * Math.Log(2 * Math.PI) - 0.5 * N * LogDet(Sigma) - 0.5 * distances;
    }

    internal static void Run(IReadOnlyList<Vector> flowers, Report report)
    {
        var start = (mu: Zeros(4), Sigma: Identity(4));
        var (mu, Sigma) = Fit(flowers, start.mu, start.Sigma);

        var mean = Mean(flowers);
        var covariance = Covariance(flowers, mean);
        var atMaximum = Gradient_LogLikelihood(flowers, mean, covariance);
        var atStart = Gradient_LogLikelihood(flowers, start.mu, start.Sigma);
        var byMu = GradientCheck.Gradient(m => LogLikelihood(flowers, m, start.Sigma), start.mu);
        var bySigma = GradientCheck.Gradient(S => LogLikelihood(flowers, start.mu, S), start.Sigma);

        report.Title("(c) The Gaussian of greatest likelihood");
        report.Method(typeof(GaussianFit), nameof(LogLikelihood), nameof(Gradient_LogLikelihood_mu), nameof(Gradient_LogLikelihood_Sigma));
        report.Header(Iris.Columns);
        report.Row("μ by its gradient", mu);
        report.Row("mean", mean);
        report.Rows("Σ by its gradient", Sigma);
        report.Rows("covariance (divisor N)", covariance);
        report.Space();
        report.Agreement("μ and mean", GradientCheck.RelativeError(mu, mean), 1e-12);
        report.Agreement("Σ and covariance", GradientCheck.RelativeError(Sigma, covariance), 1e-12);
        report.Agreement("∂f/∂μ = 0 at the maximum", Norm(atMaximum.mu) / Norm(atStart.mu), 1e-12);
        report.Agreement("∂f/∂Σ = 0 at the maximum", FrobeniusNorm(atMaximum.Sigma) / FrobeniusNorm(atStart.Sigma), 1e-12);
        report.Agreement("∂f/∂μ and differences", GradientCheck.RelativeError(atStart.mu, byMu), 1e-7);
        report.Agreement("∂f/∂Σ and differences", GradientCheck.RelativeError(atStart.Sigma, bySigma), 1e-7);
    }

    /// <summary>Scoring: the inverse Fisher information turns each gradient into a step, Σ∇/N for μ and 2Σ∇Σ/N for Σ. Each reaches its maximum in one step.</summary>
    private static (Vector Mu, Matrix Sigma) Fit(IReadOnlyList<Vector> xs, Vector mu, Matrix Sigma)
    {
        mu += Sigma * Gradient_LogLikelihood_mu(xs, mu, Sigma) / xs.Count;
        Sigma += 2 * Sigma * Gradient_LogLikelihood_Sigma(xs, mu, Sigma) * Sigma / xs.Count;
        return (mu, Sigma);
    }

    private static Vector Mean(IReadOnlyList<Vector> xs) => xs.Aggregate((sum, x) => sum + x) / xs.Count;

    private static Matrix Covariance(IReadOnlyList<Vector> xs, Vector mean) =>
        xs.Select(x => (x - mean) * (x - mean).T).Aggregate((sum, term) => sum + term) / xs.Count;
}
