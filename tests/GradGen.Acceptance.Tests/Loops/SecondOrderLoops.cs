using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Loops;

/// <summary>Loops that carry values, differentiated twice: their Jacobians are carried too.</summary>
public static partial class SecondOrderLoops
{
    [Differentiable(nameof(x), nameof(W), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Recurrent(Matrix W, Vector x, int rounds)
    {
        var h = x;
        for (var i = 0; i < rounds; i++) h = Tanh(W * h + x);
        return NormSquared(h);
    }

    /// <summary>Newton's method, which ends when the residual is small.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Root(double a, double b)
    {
        var y = 1.0;
        while (Math.Abs(y * y * y - a - b * y) > 1e-13) y -= (y * y * y - a - b * y) / (3 * y * y - b);
        return y * b;
    }

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Nested(Matrix A, Vector x, int outer, int inner)
    {
        var (h, s) = (x, 0.0);
        for (var i = 0; i < outer; i++)
        {
            var g = h;
            for (var j = 0; j < inner; j++) g = 0.3 * Sin(A * g) + x;
            h = 0.5 * h + 0.1 * PointwiseMultiply(g, g);
            s += Dot(h, g) / (1 + i);
        }

        return s + Sum(h);
    }

    /// <summary>Of what is carried one part depends on x, another does not, and a third comes to by the first.</summary>
    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Partly(IReadOnlyList<Vector> data, Vector x)
    {
        var (weight, near, far) = (1.0, x, Zeros(x.Count));
        foreach (var t in data)
        {
            far = far + weight * Exp(-0.1 * near);
            near = Tanh(near + t);
            weight *= 0.5;
        }

        return Dot(far, far) + weight * Sum(near);
    }

    [Differentiable(nameof(X), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double OfMatrices(Matrix X, Matrix B, int rounds)
    {
        var Y = B;
        for (var i = 0; i < rounds; i++) Y = 0.4 * X * Y * X.T + B;
        return Tr(Y * Y);
    }

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Conditional(Vector x, double limit)
    {
        var h = x;
        for (var i = 0; i < 5; i++)
        {
            if (Sum(h) > limit) h = 0.5 * PointwiseMultiply(h, x);
            else h = h + 0.1 * Exp(h);
        }

        return Norm(h);
    }

    /// <summary>The derivative of a matrix function is taken by columns.</summary>
    [Differentiable(nameof(X), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double OfExponentials(Matrix X, int rounds)
    {
        var Y = X;
        for (var i = 0; i < rounds; i++) Y = 0.3 * MatrixExp(0.2 * Y) * X;
        return Tr(Y);
    }

    [Differentiable(nameof(x), Emit = Derivatives.Jacobian | Derivatives.Pushforward)]
    public static Vector Iterate(Matrix A, Vector x, int rounds)
    {
        var h = x;
        for (var i = 0; i < rounds; i++) h = Tanh(A * h) + x;
        return h;
    }
}
