namespace Tour;

/// <summary>Derivatives of vectors, where they are defined.</summary>
public static partial class Forms
{
    [Differentiable]
    public static Vector Scaled(RowVector x, double scale) => scale * x.T;

    [Differentiable(nameof(x), Emit = Derivatives.Jacobian)]
    public static Vector Image(Matrix A, Vector x) => A * x;
}
