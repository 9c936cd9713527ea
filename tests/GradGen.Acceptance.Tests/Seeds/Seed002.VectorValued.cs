using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

// Section 3: functions with values that are vectors and matrices.
public static partial class Seed002
{
    // ∂f/∂xᵢ is a column: the partial derivative by one entry.
    [Differentiable(nameof(x1), nameof(x2))]
    public static Vector ByOneVariable(double x1, double x2, Vector a, Vector b) => x1 * x1 * a + Math.Sin(x2) * b;

    // ∂f/∂xᵀ, m×n, of a row variable.
    [Differentiable(nameof(xT))]
    public static Vector JacobianByRow(RowVector xT, Matrix A) => A * Exp(xT.T);

    // The same J of a column variable.
    [Differentiable(nameof(x), Emit = Derivatives.Jacobian | Derivatives.Pushforward)]
    public static Vector JacobianByColumn(Vector x, Matrix A) => A * Exp(x);

    // ∂fᵀ/∂x = Jᵀ.
    [Differentiable(nameof(x))]
    public static RowVector TransposedJacobian(Vector x, Matrix A) => (A * Exp(x)).T;

    // J = ∂vec(F)/∂vec(X)ᵀ.
    [Differentiable(nameof(X), Emit = Derivatives.Jacobian)]
    public static Matrix Sandwich(Matrix A, Matrix X, Matrix B) => A * X * B;

    [Differentiable(Emit = Derivatives.Jacobian)]
    public static Matrix Transpose(Matrix X) => X.T;

    [Differentiable(Emit = Derivatives.Jacobian)]
    public static Matrix InverseMap(Matrix X) => Inv(X);

    [Differentiable(Emit = Derivatives.Jacobian)]
    public static Matrix Gram(Matrix X) => X * X.T;

    [Differentiable(Emit = Derivatives.Jacobian)]
    public static Matrix Entrywise(Matrix X) => Exp(X);

    // The vector that vec makes of a matrix.
    [Differentiable(Emit = Derivatives.Jacobian)]
    public static Vector Vectorized(Matrix X) => Vec(X);

    // |J|, the Jacobian determinant of a square map.
    [Differentiable(nameof(x), Emit = Derivatives.Jacobian)]
    public static Vector SquareMap(Vector x, Matrix A) => A * x + PointwiseMultiply(x, x);

    // |J| of polar coordinates is r.
    [Differentiable(Emit = Derivatives.Jacobian)]
    public static Vector Polar(Vector p) => Vector.Of(p[0] * Math.Cos(p[1]), p[0] * Math.Sin(p[1]));

    // The same of two variables: a column of J each.
    [Differentiable]
    public static Vector PolarByPartials(double r, double phi) => Vector.Of(r * Math.Cos(phi), r * Math.Sin(phi));

    // df = J dx.
    [Differentiable(nameof(x), Emit = Derivatives.Jacobian | Derivatives.Pushforward)]
    public static Vector Differential(Vector x, Matrix A) => PointwiseMultiply(x, A * x);

    // y = f(x) and its inverse: x = log(A⁻¹y).
    [Differentiable(nameof(x))]
    public static RowVector Forth(Vector x, Matrix A) => (A * Exp(x)).T;

    [Differentiable(nameof(y))]
    public static RowVector Back(Vector y, Matrix A) => Log(Solve(A, y)).T;
}
