using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Cookbook;

/// <summary>The Matrix Cookbook, section 2.8: the entries on both sides of the diagonal are one variable.</summary>
public static partial class SharedEntries
{
    [Differentiable(nameof(X))]
    public static double Trace([Symmetric(Gradient = SymmetricGradient.SharedEntries)] Matrix X, Matrix A) => Tr(A * X);

    [Differentiable(nameof(X))]
    public static double Determinant([Symmetric(Gradient = SymmetricGradient.SharedEntries)] Matrix X) => Det(X);

    [Differentiable(nameof(X))]
    public static double Logarithm([PositiveDefinite(Gradient = SymmetricGradient.SharedEntries)] Matrix X) => LogDet(X);
}
