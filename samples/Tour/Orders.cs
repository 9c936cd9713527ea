namespace Tour;

/// <summary>More than gradients.</summary>
public static partial class Orders
{
    [Differentiable(nameof(w), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Logistic(Matrix X, Vector w) => Sum(Softplus(X * w));

    [Differentiable(Emit = Derivatives.Pushforward | Derivatives.Pullback)]
    public static Vector Layer(Matrix A, Vector x) => Tanh(A * x);
}
