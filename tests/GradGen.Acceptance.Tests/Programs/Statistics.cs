using GradGen;
using MathNet.Numerics;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Likelihoods, divergences and losses as statisticians write them.</summary>
public static partial class Statistics
{
    private const Derivatives Everything = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Hessian | Derivatives.HessianVectorProduct;

    [Differentiable(nameof(w), nameof(b), Emit = Everything)]
    public static double PoissonRegression(Matrix X, Vector y, Vector w, double b)
    {
        var eta = X * w + b * Ones(y.Count);
        return Sum(Exp(eta)) - Dot(y, eta) + 0.5 * NormSquared(w);
    }

    /// <summary>The log-likelihood of normal samples, whose second moment about μ is all that is read of them.</summary>
    [Differentiable(nameof(mu), nameof(Sigma), Emit = Everything)]
    public static double Normal(IReadOnlyList<Vector> xs, Vector mu, Matrix Sigma)
    {
        var sum = -0.5 * xs.Count * LogDet(Sigma);
        foreach (var x in xs) sum -= 0.5 * Dot(x - mu, Solve(Sigma, x - mu));
        return sum;
    }

    /// <summary>A quadratic form of rows by its matrix, whose gradient is the second moment of the rows with a multiple of the matrix.</summary>
    [Differentiable(nameof(P), Emit = Everything)]
    public static double FormOfRows(IReadOnlyList<RowVector> rows, Matrix P)
    {
        var sum = 0.5 * FrobeniusNormSquared(P);
        foreach (var r in rows) sum -= 0.25 * (r * P * r.T);
        return sum;
    }

    /// <summary>The multivariate t distribution by all its parameters.</summary>
    [Differentiable(nameof(mu), nameof(Sigma), nameof(nu), Emit = Everything)]
    public static double StudentT(IReadOnlyList<Vector> xs, Vector mu, Matrix Sigma, double nu)
    {
        var d = mu.Count;
        var n = 3 + nu * nu;
        var constant = SpecialFunctions.GammaLn((n + d) / 2) - SpecialFunctions.GammaLn(n / 2) - d / 2.0 * Math.Log(n * Math.PI) - 0.5 * LogDet(Sigma);
        var sum = xs.Count * constant;
        foreach (var x in xs) sum -= (n + d) / 2 * Math.Log(1 + Dot(x - mu, Solve(Sigma, x - mu)) / n);
        return sum;
    }

    /// <summary>The Kullback–Leibler divergence of two normal distributions.</summary>
    [Differentiable(Emit = Everything)]
    public static double NormalDivergence(Vector mu0, Matrix S0, Vector mu1, Matrix S1) =>
        0.5 * (Tr(Inv(S1) * S0) + (mu1 - mu0).T * Inv(S1) * (mu1 - mu0) - mu0.Count + LogDet(S1) - LogDet(S0));

    /// <summary>The squared Bures–Wasserstein distance.</summary>
    [Differentiable(nameof(S0), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.HessianVectorProduct)]
    public static double Bures(Matrix S0, [PositiveDefinite] Matrix S1)
    {
        var root = MatrixSqrt(S1);
        return Tr(S0) + Tr(S1) - 2 * Tr(MatrixSqrt(Symmetrize(root * S0 * root)));
    }

    [Differentiable(nameof(alpha), Emit = Everything)]
    public static double Dirichlet(Vector alpha, IReadOnlyList<Vector> ps)
    {
        var a = Exp(alpha);
        var logs = 0.0;
        for (var i = 0; i < a.Count; i++) logs += SpecialFunctions.GammaLn(a[i]);
        return ps.Sum(p => SpecialFunctions.GammaLn(Sum(a)) - logs + Dot(a - Ones(a.Count), Log(p)));
    }

    [Differentiable(nameof(X), nameof(V), Emit = Everything)]
    public static double Wishart(Matrix X, Matrix V, int n) =>
        0.5 * ((n - X.RowCount - 1) * LogDet(X) - Tr(Solve(V, X)) - n * LogDet(V));

    /// <summary>Whitening by a Cholesky factor.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.HessianVectorProduct)]
    public static double Whitened([PositiveDefinite] Matrix S, Vector x)
    {
        var L = Cholesky(S);
        return 0.5 * NormSquared(Solve(L, x)) + Sum(Log(Diagonal(L)));
    }

    /// <summary>The quantile loss.</summary>
    [Differentiable(nameof(w), nameof(q))]
    public static double Pinball(Matrix X, Vector y, Vector w, double q)
    {
        var r = y - X * w;
        return Sum(Max(q * r, (q - 1) * r));
    }

    [Differentiable(nameof(w), nameof(b), Emit = Everything)]
    public static double SquaredHinge(Matrix X, Vector y, Vector w, double b)
    {
        var margin = PointwiseMultiply(y, X * w + b * Ones(y.Count));
        return 0.5 * NormSquared(w) + 10 * NormSquared(Relu(Ones(y.Count) - margin));
    }

    [Differentiable(nameof(U), nameof(V), Emit = Everything)]
    public static double NonNegativeFactors(Matrix T, Matrix U, Matrix V)
    {
        var P = Exp(U) * Exp(V).T;
        return Sum(P) - Inner(T, Log(P));
    }

    /// <summary>A hidden Markov model, forward in logarithms.</summary>
    [Differentiable(nameof(A), nameof(pi), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.HessianVectorProduct)]
    public static double Forward(Matrix A, Vector pi, IReadOnlyList<Vector> logEmissions)
    {
        var alpha = pi - LogSumExp(pi) * Ones(pi.Count) + logEmissions[0];
        for (var t = 1; t < logEmissions.Count; t++)
        {
            var m = LogSumExp(alpha);
            alpha = Log(A.T * Exp(alpha - m * Ones(alpha.Count))) + m * Ones(alpha.Count) + logEmissions[t];
        }

        return LogSumExp(alpha);
    }

    /// <summary>An autoregression that looks back.</summary>
    [Differentiable(nameof(phi), nameof(sigma), Emit = Everything)]
    public static double Autoregression(Vector phi, double sigma, Vector x)
    {
        var p = phi.Count;
        var s = 0.0;
        for (var t = p; t < x.Count; t++)
        {
            var e = x[t];
            for (var k = 0; k < p; k++) e -= phi[k] * x[t - k - 1];
            s += e * e / (2 * Math.Exp(2 * sigma)) + sigma;
        }

        return s;
    }

    /// <summary>A volatility that remembers.</summary>
    [Differentiable(nameof(omega), nameof(a), nameof(b), Emit = Everything)]
    public static double Garch(double omega, double a, double b, IReadOnlyList<double> returns)
    {
        var h = 1.0;
        var loss = 0.0;
        foreach (var r in returns)
        {
            loss += 0.5 * (Math.Log(h) + r * r / h);
            h = Math.Exp(omega) + Sigmoid(a) * r * r + 0.5 * Sigmoid(b) * h;
        }

        return loss;
    }

    /// <summary>The ratio of the scatter between classes to that within.</summary>
    [Differentiable(nameof(W), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.HessianVectorProduct)]
    public static double Discriminant(Matrix W, [Symmetric] Matrix between, [PositiveDefinite] Matrix within) => Tr(Inv(W.T * within * W) * (W.T * between * W));

    /// <summary>Smoothness over a weighted graph.</summary>
    [Differentiable(nameof(A), nameof(F), Emit = Everything)]
    public static double Smoothness([Symmetric] Matrix A, Matrix F) => Tr(F.T * (Diag(RowSums(A)) - A) * F);
}
