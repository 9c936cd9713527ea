using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Programs that carry values from round to round, as their authors write them.</summary>
public static partial class Recurrences
{
    /// <summary>A recurrent network over a list: the squared error of its last state.</summary>
    [Differentiable(nameof(W), nameof(U), nameof(b), nameof(h0), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Rnn(Matrix W, Matrix U, Vector b, Vector h0, IReadOnlyList<Vector> xs, Vector target)
    {
        var h = h0;
        foreach (var x in xs)
            h = Tanh(W * h + U * x + b);
        return NormSquared(h - target);
    }

    /// <summary>A recurrent network with a loss in every round.</summary>
    [Differentiable(nameof(W), nameof(U), nameof(v), nameof(h0), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double RnnWithLosses(Matrix W, Matrix U, Vector v, Vector h0, IReadOnlyList<Vector> xs, double[] ys)
    {
        var h = h0;
        var loss = 0.0;
        for (var t = 0; t < xs.Count; t++)
        {
            h = Tanh(W * h + U * xs[t]);
            var error = Dot(v, h) - ys[t];
            loss += error * error;
        }

        return loss / xs.Count;
    }

    /// <summary>An LSTM cell over a sequence, its four gates stacked in one matrix.</summary>
    [Differentiable(nameof(W), nameof(U), nameof(b), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Lstm(Matrix W, Matrix U, Vector b, IReadOnlyList<Vector> xs, Vector target, int size)
    {
        Vector h = Zeros(size), c = Zeros(size);
        foreach (var x in xs)
        {
            var z = W * x + U * h + b;
            var input = Sigmoid(SubVector(z, 0, size));
            var forget = Sigmoid(SubVector(z, size, size));
            var output = Sigmoid(SubVector(z, 2 * size, size));
            var candidate = Tanh(SubVector(z, 3 * size, size));
            c = PointwiseMultiply(forget, c) + PointwiseMultiply(input, candidate);
            h = PointwiseMultiply(output, Tanh(c));
        }

        return 0.5 * NormSquared(h - target);
    }

    /// <summary>A polynomial by Horner's scheme.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Horner(Vector c, double x)
    {
        var p = 0.0;
        for (var i = c.Count - 1; i >= 0; i--)
            p = p * x + c[i];
        return p;
    }

    /// <summary>A square root by Newton's iteration, until it no longer moves.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double NewtonRoot(double a)
    {
        var x = a > 1 ? a : 1.0;
        while (true)
        {
            var next = 0.5 * (x + a / x);
            if (Math.Abs(next - x) < 1e-14 * x) break;
            x = next;
        }

        return x;
    }

    /// <summary>Kepler's equation E − e sin E = M by Newton's iteration with a bound on its rounds.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Kepler(double anomaly, double eccentricity)
    {
        var e = anomaly;
        for (var k = 0; k < 50; k++)
        {
            var step = (e - eccentricity * Math.Sin(e) - anomaly) / (1 - eccentricity * Math.Cos(e));
            e -= step;
            if (Math.Abs(step) < 1e-13) break;
        }

        return e;
    }

    /// <summary>The largest eigenvalue of AᵀA by power iteration.</summary>
    [Differentiable(nameof(A), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double PowerIteration(Matrix A, Vector start, int rounds)
    {
        var v = start / Norm(start);
        for (var k = 0; k < rounds; k++)
        {
            var w = A.T * (A * v);
            v = w / Norm(w);
        }

        return NormSquared(A * v);
    }

    /// <summary>The log-likelihood of observations under a linear Gaussian state space.</summary>
    [Differentiable(nameof(F), nameof(H), nameof(Q), nameof(R), nameof(m0), nameof(P0), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Kalman(Matrix F, Matrix H, [Symmetric] Matrix Q, [Symmetric] Matrix R, Vector m0, [Symmetric] Matrix P0, IReadOnlyList<Vector> ys)
    {
        var m = m0;
        var P = P0;
        var logLikelihood = 0.0;
        foreach (var y in ys)
        {
            m = F * m;
            P = F * P * F.T + Q;
            var S = H * P * H.T + R;
            var r = y - H * m;
            logLikelihood -= 0.5 * (LogDet(S) + Dot(r, Solve(S, r)) + y.Count * Math.Log(2 * Math.PI));
            var K = P * H.T * Inv(S);
            m = m + K * r;
            P = (Identity(m.Count) - K * H) * P;
        }

        return logLikelihood;
    }

    /// <summary>The steps of a gradient descent, differentiated by its rate and its start.</summary>
    [Differentiable(nameof(rate), nameof(x0), nameof(b), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double UnrolledDescent([Symmetric] Matrix A, Vector b, Vector x0, double rate, int steps)
    {
        var x = x0;
        var velocity = 0 * x0;
        for (var k = 0; k < steps; k++)
        {
            velocity = 0.9 * velocity - rate * (A * x - b);
            x += velocity;
        }

        return 0.5 * x.T * A * x - Dot(b, x);
    }

    /// <summary>A Runge–Kutta integration of a pendulum.</summary>
    [Differentiable(nameof(angle), nameof(length), nameof(damping), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Pendulum(double angle, double length, double damping, double step, int steps)
    {
        double q = angle, p = 0;
        for (var k = 0; k < steps; k++)
        {
            double Force(double at, double speed) => -9.81 / length * Math.Sin(at) - damping * speed;
            double q1 = p, p1 = Force(q, p);
            double q2 = p + 0.5 * step * p1, p2 = Force(q + 0.5 * step * q1, p + 0.5 * step * p1);
            (q, p) = (q + step * q2, p + step * p2);
        }

        return q;
    }

    /// <summary>A root of a function that is handed to a solver with its slope.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double CubeRoot(double a) => Newton(x => x * x * x - a, x => 3 * x * x, 1 + a * a);

    private static double Newton(Func<double, double> f, Func<double, double> slope, double x)
    {
        for (var k = 0; k < 100; k++)
        {
            var step = f(x) / slope(x);
            x -= step;
            if (Math.Abs(step) < 1e-15 * Math.Abs(x)) return x;
        }

        return x;
    }
}
