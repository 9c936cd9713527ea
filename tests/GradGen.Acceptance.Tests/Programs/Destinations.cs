using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Methods whose gradients read what a destination may be.</summary>
public static partial class Destinations
{
    [Differentiable]
    public static double Squares(Vector x, Vector y) => NormSquared(x) * NormSquared(y);

    [Differentiable]
    public static double Chains(Vector x, Vector y) => Sum(PointwiseMultiply(Tanh(x), Exp(-Square(y)))) + 0.5 * (x.T * y) * (x.T * y);

    [Differentiable]
    public static double Products(Matrix X, Matrix Y) => Tr(X * Y) * Sum(Sigmoid(X) - 2.0 * Y) + Math.Log(1.0 + FrobeniusNormSquared(X));

    // A row is read as a column, which is a view of it.
    [Differentiable]
    public static double Rows(RowVector r, Vector x, Matrix A) => r * A * r.T + NormSquared(A * r.T) + r * x;
}
