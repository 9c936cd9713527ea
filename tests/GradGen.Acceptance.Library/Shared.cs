using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceLibrary;

/// <summary>Methods of another assembly, whose companions the acceptance tests' methods are differentiated through.</summary>
public static partial class Shared
{
    /// <summary>An array's derivative goes through its pullback and pushforward.</summary>
    [Differentiable(Emit = Derivatives.Pullback | Derivatives.Pushforward)]
    public static Vector Warp(Matrix A, Vector x) => Tanh(A * x);

    /// <summary>A scalar's derivative goes through its gradient.</summary>
    [Differentiable]
    public static double Energy(Vector x, Matrix A) => x.T * A * x;

    /// <summary>A scalar of one variable; the other is a constant.</summary>
    [Differentiable(nameof(x))]
    public static double Scaled(Vector x, double scale) => scale * NormSquared(x);
}
