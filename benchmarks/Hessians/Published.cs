using static GradGen.MatrixMath;

namespace GradGen.Benchmarks.Hessians;

/// <summary>The expressions of Laue, Mitterreiter and Giesen, NeurIPS 2018 and AAAI 2020, with their gradients and Hessians.</summary>
public static partial class Published
{
    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Quadratic(Matrix A, Vector x) => x.T * A * x;

    [Differentiable(nameof(w), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Logistic(Matrix X, Vector y, Vector w) => Sum(Log(Exp(PointwiseMultiply(-y, X * w)) + 1));

    [Differentiable(nameof(U), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Factorization(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T);

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
    public static double Network(Matrix W1, Matrix W2, Vector v, Vector x) => v.T * Tanh(W2 * Relu(W1 * x));
}
