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
}
