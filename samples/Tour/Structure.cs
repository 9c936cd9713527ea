namespace Tour;

/// <summary>One function of a symmetric matrix, and the three things that its gradient can mean.</summary>
public static partial class Structure
{
    [Differentiable(nameof(A))]
    public static double Plain([Symmetric] Matrix A, Matrix B) => Tr(A * B);

    [Differentiable(nameof(A))]
    public static double Projected([Symmetric(Gradient = SymmetricGradient.Projected)] Matrix A, Matrix B) => Tr(A * B);

    [Differentiable(nameof(A))]
    public static double SharedEntries([Symmetric(Gradient = SymmetricGradient.SharedEntries)] Matrix A, Matrix B) => Tr(A * B);

    [Differentiable(nameof(x))]
    public static double Energy([Symmetric] Matrix A, Vector x) => x.T * A * x;
}
