using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Objectives that people have, written as they write them.</summary>
public static partial class Objectives
{
    /// <summary>The negative log-likelihood of classes under a linear model, with ridge; the labels are rows of zeros and a one.</summary>
    [Differentiable(nameof(W), nameof(b), Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double SoftmaxRegression(Matrix W, Vector b, IReadOnlyList<Vector> xs, int[] labels, double ridge)
    {
        var loss = 0.5 * ridge * FrobeniusNormSquared(W);
        for (var i = 0; i < xs.Count; i++)
        {
            var scores = W * xs[i] + b;
            loss += LogSumExp(scores) - scores[labels[i]];
        }

        return loss;
    }

    /// <summary>Logistic regression with ridge, by labels of ±1.</summary>
    [Differentiable(nameof(w), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double LogisticRegression(Matrix X, Vector y, Vector w, double ridge) =>
        Sum(Softplus(-PointwiseMultiply(y, X * w))) + 0.5 * ridge * NormSquared(w);

    /// <summary>The log-likelihood of a mixture of Gaussians of one shared precision for each component.</summary>
    [Differentiable(nameof(weights), nameof(means), nameof(logScales), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double GaussianMixture(Vector weights, Matrix means, Vector logScales, IReadOnlyList<Vector> xs)
    {
        var normalizer = LogSumExp(weights);
        var total = 0.0;
        foreach (var x in xs)
        {
            var density = double.NegativeInfinity;
            for (var k = 0; k < weights.Count; k++)
            {
                var z = (x - means.Column(k)) * Math.Exp(-logScales[k]);
                var term = weights[k] - normalizer - x.Count * logScales[k] - 0.5 * NormSquared(z);
                density = k == 0 ? term : LogSumExp(Vector.Of(density, term));
            }

            total += density;
        }

        return total;
    }

    /// <summary>The marginal likelihood of a Gaussian process with a squared-exponential kernel, from squared distances.</summary>
    [Differentiable(nameof(amplitude), nameof(length), nameof(noise), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double MarginalLikelihood([Symmetric] Matrix distances, Vector y, double amplitude, double length, double noise)
    {
        var K = amplitude * amplitude * Exp(-distances / (2 * length * length)) + noise * noise * Identity(y.Count);
        return -0.5 * Dot(y, Solve(K, y)) - 0.5 * LogDet(K) - 0.5 * y.Count * Math.Log(2 * Math.PI);
    }

    /// <summary>A factorization of the entries that are known.</summary>
    [Differentiable(nameof(U), nameof(V), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double MaskedFactorization(Matrix U, Matrix V, Matrix data, Matrix mask, double ridge)
    {
        var residual = PointwiseMultiply(mask, U * V.T - data);
        return 0.5 * FrobeniusNormSquared(residual) + 0.5 * ridge * (FrobeniusNormSquared(U) + FrobeniusNormSquared(V));
    }

    /// <summary>A network of two tanh layers with a squared loss.</summary>
    [Differentiable(nameof(W1), nameof(b1), nameof(W2), nameof(b2), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double TwoLayers(Matrix W1, Vector b1, Matrix W2, Vector b2, IReadOnlyList<Vector> xs, IReadOnlyList<Vector> ys)
    {
        Vector Network(Vector x) => W2 * Tanh(W1 * x + b1) + b2;
        var loss = 0.0;
        for (var i = 0; i < xs.Count; i++) loss += NormSquared(Network(xs[i]) - ys[i]);
        return loss / (2 * xs.Count);
    }

    /// <summary>The ratio of a portfolio's mean return to its deviation.</summary>
    [Differentiable(nameof(w), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Sharpe(Vector w, Vector mean, [Symmetric] Matrix covariance, double riskFree) =>
        (Dot(w, mean) - riskFree) / Math.Sqrt(w.T * covariance * w);

    /// <summary>The Sharpe ratio of a row of returns, by sums.</summary>
    [Differentiable(nameof(w), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double SampleSharpe(Vector w, IReadOnlyList<Vector> returns)
    {
        double sum = 0, squares = 0;
        foreach (var r in returns)
        {
            var portfolio = Dot(w, r);
            sum += portfolio;
            squares += portfolio * portfolio;
        }

        var mean = sum / returns.Count;
        return mean / Math.Sqrt(squares / returns.Count - mean * mean);
    }

    /// <summary>The correlation of two projections, with ridge.</summary>
    [Differentiable(nameof(a), nameof(b), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double CanonicalCorrelation(Vector a, Vector b, Matrix Sxx, Matrix Syy, Matrix Sxy, double ridge)
    {
        var left = a.T * (Sxx + ridge * Identity(a.Count)) * a;
        var right = b.T * (Syy + ridge * Identity(b.Count)) * b;
        return (a.T * Sxy * b) / Math.Sqrt(left * right);
    }

    /// <summary>The CCA of several directions: Tr((AᵀSxxA)⁻¹ AᵀSxyB (BᵀSyyB)⁻¹ BᵀSxyᵀA).</summary>
    [Differentiable(nameof(A), nameof(B), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double CanonicalCorrelations(Matrix A, Matrix B, [Symmetric] Matrix Sxx, [Symmetric] Matrix Syy, Matrix Sxy, double ridge)
    {
        var left = A.T * (Sxx + ridge * Identity(A.RowCount)) * A;
        var right = B.T * (Syy + ridge * Identity(B.RowCount)) * B;
        var cross = A.T * Sxy * B;
        return Tr(Solve(left, cross) * Solve(right, cross.T));
    }

    /// <summary>The squared reprojection error of points seen by a camera that is turned by the vector r and moved by t.</summary>
    [Differentiable(nameof(r), nameof(t), nameof(focal), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Reprojection(Vector r, Vector t, double focal, IReadOnlyList<Vector> points, IReadOnlyList<Vector> pixels)
    {
        var error = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var p = Rotate(r, points[i]) + t;
            var seen = focal * Vector.Of(p[0] / p[2], p[1] / p[2]);
            error += NormSquared(seen - pixels[i]);
        }

        return error;
    }

    private static Vector Rotate(Vector r, Vector p)
    {
        var square = NormSquared(r);
        var cross = Vector.Of(r[1] * p[2] - r[2] * p[1], r[2] * p[0] - r[0] * p[2], r[0] * p[1] - r[1] * p[0]);
        if (square < 1e-12) return p + cross;
        var angle = Math.Sqrt(square);
        return Math.Cos(angle) * p + Math.Sin(angle) / angle * cross + (1 - Math.Cos(angle)) / square * Dot(r, p) * r;
    }
}
