using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>Objectives of a product of matrices, whose gradients multiply an entrywise function of it again.</summary>
public static partial class Maps
{
    [Differentiable(nameof(U), nameof(V))]
    public static double Squares(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T);

    [Differentiable(nameof(U), nameof(V))]
    public static double Logistic(Matrix T, Matrix U, Matrix V, double lambda) =>
        Sum(Softplus(U * V.T)) - Inner(T, U * V.T) + lambda * (FrobeniusNormSquared(U) + FrobeniusNormSquared(V));

    [Differentiable(nameof(U), nameof(V))]
    public static double Distance(Matrix T, Matrix U, Matrix V) => Math.Sqrt(FrobeniusNormSquared(T - U * V.T));
}
