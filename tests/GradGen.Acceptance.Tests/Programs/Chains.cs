using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Chains of entrywise operations of all sorts.</summary>
public static partial class Chains
{
    /// <summary>More arrays and more scalars than one pass takes.</summary>
    [Differentiable]
    public static double Wide(Vector a, Vector b, Vector c, Vector d, Vector e, Vector f, double p, double q) =>
        Sum(PointwiseMultiply(p * Tanh(a) - 0.25 * b, Exp(0.5 * c) + PointwiseMultiply(q * d, Square(e) - 3.0 * f)) + 1.5);

    /// <summary>In rounds, with a part that stays the same and one that is carried.</summary>
    [Differentiable]
    public static double Rounds(Matrix X, Matrix Y, int n)
    {
        var Z = 0.1 * X;
        var total = 0.0;
        for (var i = 0; i < n; i++)
        {
            Z = Tanh(0.5 * Z + PointwiseMultiply(Sigmoid(X), Square(Y)));
            total += Sum(PointwiseMultiply(Z, 2.0 * Z - Y));
        }

        return total;
    }

    /// <summary>In one branch only, on rows.</summary>
    [Differentiable]
    public static double Branch(RowVector x, RowVector y, double limit) => Sum(x) > limit
        ? Sum(Softplus(x - 2.0 * y) + Sqrt(Square(y) + 1.0))
        : NormSquared(PointwiseDivide(Exp(x), Square(y) + 2.0));

    /// <summary>What is read twice is made once.</summary>
    [Differentiable]
    public static double Shared(Vector x, Vector y)
    {
        var z = Tanh(x + 0.5 * y);
        return z.T * PointwiseMultiply(z, Abs(y) + 1.0) + Sum(Relu(z) - z);
    }

    /// <summary>A sum and a chain that are one pass.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Logits(Matrix X, Vector w, Vector y) => Sum(Softplus(X * w)) - Dot(y, X * w) + NormSquared(Sigmoid(w) - 0.5);

    /// <summary>σ and softplus of one argument as arrays, of a matrix, of a row, and of a number.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double Gates(Matrix X, RowVector r, double s)
    {
        var scale = MatrixMath.Softplus(s) * MatrixMath.Sigmoid(s);
        return scale * Inner(Softplus(X), Sigmoid(X)) + Sum(PointwiseMultiply(Softplus(r), Sigmoid(r))) + Sum(Softplus(r));
    }

    /// <summary>Sums that read what passes make, and passes that read such sums: none of them may wait for itself.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double Entangled(Vector x, Vector y)
    {
        var (u, v) = (Tanh(x) - y, Exp(0.3 * y) + x);
        var (p, q) = (NormSquared(u), NormSquared(v));
        var (s, t) = (p * Square(v) - u, q * Square(u) + v);
        return Sum(PointwiseMultiply(s, t)) + NormSquared(s - Sum(t) * u) + Sum(Square(t));
    }

    /// <summary>The sum in one branch, the chain in both.</summary>
    [Differentiable]
    public static double SumInBranch(Vector x, Vector y, bool summed)
    {
        var r = Square(x) - y;
        return (summed ? NormSquared(r) : 1.0) * Dot(y, PointwiseMultiply(r, x));
    }

    /// <summary>In rounds, with a residual of each.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double Residuals(Matrix A, Vector x, IReadOnlyList<Vector> ys)
    {
        var (z, total) = (x, 0.0);
        foreach (var y in ys)
        {
            var r = A * z - y;
            total += NormSquared(r) + Sum(Softplus(z));
            z = Tanh(r) + 0.1 * z;
        }

        return total;
    }
}
