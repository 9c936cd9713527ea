using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

/// <summary>
/// Hessians in closed form, those of Laue, Mitterreiter and Giesen (Computing higher order derivatives of matrix and tensor
/// expressions, NeurIPS 2018; A simple and efficient tensor calculus, AAAI 2020) first, and changes of variables.
/// </summary>
public static partial class SecondOrder
{
    private const Derivatives All = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct | Derivatives.HessianOperator;

    [Differentiable(nameof(x), Emit = All)]
    public static double Quadratic(Matrix A, Vector x) => x.T * A * x;

    [Differentiable(nameof(w), Emit = All)]
    public static double Logistic(Matrix X, Vector y, Vector w) => Sum(Log(Exp(PointwiseMultiply(-y, X * w)) + 1));

    [Differentiable(nameof(U), nameof(V), Emit = All)]
    public static double Factorization(Matrix T, Matrix U, Matrix V) => FrobeniusNormSquared(T - U * V.T);

    [Differentiable(nameof(W), nameof(x), Emit = All)]
    public static double ReluNetwork(Vector v, Matrix W, Vector x, double y)
    {
        var error = v.T * Relu(W * x) - y;
        return error * error;
    }

    [Differentiable(nameof(W), nameof(x), Emit = All)]
    public static double TanhNetwork(Vector v, Matrix W, Vector x, double y)
    {
        var error = v.T * Tanh(W * x) - y;
        return error * error;
    }

    [Differentiable(Emit = All)]
    public static double Separable(Vector x) => Sum(Exp(x));

    [Differentiable(Emit = All)]
    public static double LogDeterminant(Matrix X) => LogDet(X);

    [Differentiable(Emit = All)]
    public static double Cubic(double x) => x * x * x;

    private const Derivatives Volume = Derivatives.Jacobian | Derivatives.LogAbsDetJacobian;

    [Differentiable(Emit = Volume)]
    public static Vector Entrywise(Vector x) => Sinh(x);

    [Differentiable(nameof(X), Emit = Volume)]
    public static Matrix Sandwich(Matrix A, Matrix X, Matrix B) => A * X * B;

    [Differentiable(nameof(x), Emit = Volume)]
    public static Vector PlanarFlow(Vector u, Vector w, double b, Vector x) => x + u * Math.Tanh(w.T * x + b);

    [Differentiable(nameof(x), Emit = Volume)]
    public static Vector Layer([LowerTriangular] Matrix L, [Orthogonal] Matrix Q, Vector x) => Q * Sinh(L * x);

    [Differentiable(Emit = Volume)]
    public static Matrix Inverted(Matrix X) => Inv(X);

    [Differentiable(nameof(x), Emit = Volume)]
    public static Vector General(Matrix A, Vector x) => x + Tanh(A * x);

    [Differentiable(Emit = Volume)]
    public static double OfScalar(double x) => Math.Exp(-2 * x);

    [Differentiable(Emit = Volume)]
    public static Matrix Turned(Matrix X) => 2 * X.T;
}
