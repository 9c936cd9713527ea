namespace Tour;

/// <summary>More than gradients.</summary>
public static partial class Orders
{
    [Differentiable(nameof(w), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Logistic(Matrix X, Vector w) => Sum(Softplus(X * w));

    [Differentiable(nameof(U), Emit = Derivatives.HessianOperator)]
    public static double Factorization(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T);

    [Differentiable(nameof(x), Emit = Derivatives.LogAbsDetJacobian)]
    public static Vector Flow(Vector u, Vector w, Vector x) => x + u * Math.Tanh(w.T * x);

    [Differentiable(Emit = Derivatives.Pushforward | Derivatives.Pullback)]
    public static Vector Layer(Matrix A, Vector x) => Tanh(A * x);
}
