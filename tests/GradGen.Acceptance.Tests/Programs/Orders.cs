using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Chains of products whose cheapest order depends on sizes that are known at run time only.</summary>
public static partial class Orders
{
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double Three(Matrix A, Matrix B, Matrix C, Matrix D) => FrobeniusNormSquared(A * B * C - D);

    [Differentiable]
    public static double Four(Matrix A, Matrix B, Matrix C, Matrix D, Matrix E) => Inner(E, Tanh(A * B.T * C * D));

    /// <summary>Into the storage of a sum, with a solve in the chain.</summary>
    [Differentiable]
    public static double Residual(Matrix A, Matrix S, Matrix B, Matrix Y) => Sum(Sqrt(1.0 + Square(Exp(0.5 * Y) + 2.0 * Y - 0.5 * (A * Inv(S) * B))));

    /// <summary>In rounds, with a product of two factors that no round changes.</summary>
    [Differentiable]
    public static double Rounds(Matrix A, Matrix B, Matrix X, int n)
    {
        var Z = X;
        for (var i = 0; i < n; i++) Z = Tanh(A * B * Z) + 0.5 * X;
        return FrobeniusNormSquared(Z);
    }

    /// <summary>Of items each of a size of its own.</summary>
    [Differentiable(nameof(A), nameof(B))]
    public static double Items(Matrix A, Matrix B, IReadOnlyList<Matrix> xs)
    {
        var s = 0.0;
        foreach (var x in xs) s += FrobeniusNormSquared(Tanh(A * B * x));
        return s;
    }

    /// <summary>In a branch, beside another chain of the same sizes.</summary>
    [Differentiable]
    public static double Branch(Matrix A, Matrix B, Matrix C, double limit) => limit > 0
        ? Sum(Square(A * B * C)) + limit * Sum(Tanh(Square(A) * B * C))
        : Sum(A);
}
