using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

public record Norming(Vector Gain, Vector Shift);

public record Block(Matrix Query, Matrix Key, Matrix Value, Norming Norming);

public record struct Gates(Matrix Update, Matrix Reset, Matrix Candidate);

/// <summary>Parts of networks and of geometry as their authors write them.</summary>
public static partial class Models
{
    /// <summary>Attention that looks back only, with normed rows.</summary>
    [Differentiable(nameof(block), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.HessianVectorProduct)]
    public static double Attention(Matrix X, Block block)
    {
        var loss = 0.0;
        for (var t = 0; t < X.RowCount; t++)
        {
            var query = X.Row(t) * block.Query;
            var weights = 0.0;
            var mixed = 0.0 * X.Row(t) * block.Value;
            for (var s = 0; s <= t; s++)
            {
                var weight = Math.Exp(query * (X.Row(s) * block.Key).T / Math.Sqrt(X.ColumnCount));
                weights += weight;
                mixed += weight * (X.Row(s) * block.Value);
            }

            loss += NormSquared(Normed((mixed / weights).T, block.Norming));
        }

        return loss;
    }

    private static Vector Normed(Vector x, Norming norming)
    {
        var centred = x - Mean(x) * Ones(x.Count);
        var deviation = Math.Sqrt(NormSquared(centred) / x.Count + 1e-2);
        return PointwiseMultiply(norming.Gain, centred / deviation) + norming.Shift;
    }

    [Differentiable(nameof(gates), nameof(h), Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double GatedUnit(Gates gates, Vector h, IReadOnlyList<Vector> xs)
    {
        foreach (var x in xs)
        {
            var z = Sigmoid(gates.Update * h + x);
            var r = Sigmoid(gates.Reset * h + x);
            var candidate = Tanh(gates.Candidate * PointwiseMultiply(r, h) + x);
            h = PointwiseMultiply(Ones(h.Count) - z, h) + PointwiseMultiply(z, candidate);
        }

        return NormSquared(h);
    }

    /// <summary>A differential equation of a network, by Runge and Kutta's method.</summary>
    [Differentiable(nameof(W), nameof(b), nameof(h), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.HessianVectorProduct)]
    public static double Flow(Matrix W, Vector b, Vector h, int steps)
    {
        Vector Field(Vector y) => Tanh(W * y + b);
        var dt = 1.0 / steps;
        for (var i = 0; i < steps; i++)
        {
            var k1 = Field(h);
            var k2 = Field(h + dt / 2 * k1);
            var k3 = Field(h + dt / 2 * k2);
            var k4 = Field(h + dt * k3);
            h += dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }

        return Sum(h);
    }

    /// <summary>A rotation by its axis, seen by a camera.</summary>
    [Differentiable(nameof(axis), nameof(shift), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.HessianVectorProduct)]
    public static double Seen(Vector axis, Vector shift, IReadOnlyList<Vector> points, IReadOnlyList<Vector> images)
    {
        var R = MatrixExp(Skew(axis));
        var error = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var p = R * points[i] + shift;
            var u = Vector.Of(p[0], p[1]) / (p[2] + 6);
            error += Math.Sqrt(1 + NormSquared(u - images[i])) - 1;
        }

        return error;
    }

    [Differentiable(nameof(Q), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Procrustes([Orthogonal] Matrix Q, Matrix A, Matrix B) => FrobeniusNormSquared(Q * A - B);

    /// <summary>A linear programme's barrier.</summary>
    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Barrier(Vector x, Matrix A, Vector b, Vector c, double t) => t * Dot(c, x) - Sum(Log(b - A * x));

    /// <summary>The returns of a portfolio with costs of turnover.</summary>
    [Differentiable(nameof(w))]
    public static double Portfolio(Vector w, Vector before, Vector mu, [PositiveDefinite] Matrix Sigma, double risk)
    {
        var cost = 0.01 * Norm1(w - before);
        return Dot(mu, w) - risk / 2 * (w.T * Sigma * w) - cost;
    }

    /// <summary>Ridge regression whose weights are found by descending.</summary>
    [Differentiable(nameof(lambda), nameof(rate), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Tuned(double lambda, double rate, Matrix X, Vector y)
    {
        var w = Zeros(X.ColumnCount);
        for (var i = 0; i < 10; i++)
        {
            var gradient = X.T * (X * w - y) + Math.Exp(lambda) * w;
            w -= 0.05 * Math.Exp(rate) * gradient;
            if (Norm(gradient) < 1e-12) break;
        }

        return NormSquared(X * w - y);
    }

    /// <summary>A kernel machine whose kernel matrix is made without a loop.</summary>
    [Differentiable(nameof(X), nameof(alpha), nameof(gamma), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.HessianVectorProduct)]
    public static double Kernels(Matrix X, Vector alpha, double gamma)
    {
        var n = X.RowCount;
        var squares = RowSums(Square(X));
        var distances = squares * Ones(n).T + Ones(n) * squares.T - 2 * X * X.T;
        return alpha.T * Exp(-gamma * distances) * alpha;
    }

    /// <summary>What a policy of softmax earns, with a bonus for its entropy.</summary>
    [Differentiable(nameof(theta), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Policy(Vector theta, Vector rewards, double bonus)
    {
        var p = Softmax(theta);
        return Dot(p, rewards) - bonus * Dot(p, Log(p));
    }
}
