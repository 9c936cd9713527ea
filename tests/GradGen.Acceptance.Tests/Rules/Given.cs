using AcceptanceLibrary;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

/// <summary>Derivatives that users give, and those that companions of another assembly give.</summary>
public static partial class Given
{
    /// <summary>A fixed point that no rule of the language reads; its derivative is known.</summary>
    public static double SquareRoot(double x)
    {
        var y = x;
        do y = 0.5 * (y + x / y);
        while (Math.Abs(y * y - x) > 1e-14 * x);
        return y;
    }

    [DerivativeOf(nameof(SquareRoot))]
    public static double SquareRootAdjoint(double x, double seed) => seed / (2 * SquareRoot(x));

    [Differentiable]
    public static double Length(Vector x, double a) => a * SquareRoot(NormSquared(x) + a * a);

    /// <summary>The rule is not the derivative of the body, so that a test sees which was taken.</summary>
    public static double Clipped(double x, Vector w) => Math.Round(x) + Sum(w);

    [DerivativeOf(nameof(Clipped))]
    public static (double X, Vector W) ClippedAdjoint(double x, Vector w, double seed) => (seed, 3 * seed * w);

    [Differentiable]
    public static double StraightThrough(double x, Vector w) => 2 * Clipped(x * x, w);

    public static Vector Steep(Vector x, Matrix A) => Exp(A * x);

    [DerivativeOf(nameof(Steep))]
    public static (Vector, Matrix) SteepAdjoint(Vector x, Matrix A, Vector seed)
    {
        var g = PointwiseMultiply(Exp(A * x), seed);
        return (A.T * g, g * x.T);
    }

    [DerivativeOf(nameof(Steep))]
    public static Vector SteepDifferential(Vector x, Matrix A, Vector dx, Matrix dA) => PointwiseMultiply(Exp(A * x), A * dx + dA * x);

    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double OfSteep(Vector x, Matrix A) => LogSumExp(Steep(0.3 * x, A)) + x[0];

    // Another assembly's methods.

    [Differentiable]
    public static double OfWarp(Matrix A, Vector x) => NormSquared(Shared.Warp(A.T * A, x) - x);

    [Differentiable(Emit = Derivatives.Pushforward)]
    public static Vector AlongWarp(Matrix A, Vector x) => Shared.Warp(A, Shared.Warp(A, x));

    [Differentiable]
    public static double OfEnergy(Vector x, Matrix A) => Math.Exp(-Shared.Energy(Tanh(x), A)) * x[0];

    [Differentiable(nameof(x))]
    public static double OfScaled(Vector x, double k) => Math.Sin(Shared.Scaled(x, 2 * k));

    // Parts that are held constant.

    [Differentiable]
    public static double Stopped(Vector x, double a) => StopGradient(Norm(x) * a) * Sum(x) + Dot(StopGradient(x), x);
}

/// <summary>Rules of instance methods.</summary>
public sealed partial class Spring(double stiffness)
{
    private readonly double stiffness = stiffness;

    public double Force(double x) => Math.Truncate(1e9 * stiffness * x) / 1e9;

    [DerivativeOf(nameof(Force))]
    public double ForceAdjoint(double x, double seed) => stiffness * seed;

    [Differentiable]
    public double Work(double x, double y) => x * Force(x * y);
}
