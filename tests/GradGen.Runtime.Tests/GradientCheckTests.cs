using static GradGen.MatrixMath;

namespace GradGen.Tests;

public class GradientCheckTests
{
    private const double Accuracy = 1e-10;

    private static readonly Matrix A = Some.Matrix(4, 3);
    private static readonly Vector X = Some.Vector(3, 2);
    private static readonly Vector Y = Some.Vector(4, 3);

    public static TheoryData<string, double> Points => new()
    {
        { "exp", 0 }, { "exp", 3 }, { "exp", -20 }, { "exp", 50 },
        { "log", 1 }, { "log", 0.003 }, { "log", 1e8 }, { "log", 1e-3 },
        { "sin", 0.4 }, { "sin", 30 }, { "sin", 1e4 },
        { "sqrt", 0.02 }, { "sqrt", 9 }, { "sqrt", 1e200 },
        { "cube", -2 }, { "cube", 0 }, { "cube", 1e100 },
        { "tanh", 0.5 }, { "reciprocal", 0.05 }, { "reciprocal", -7 }, { "constant", 1 }, { "linear", 5 },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void Derivatives_of_numbers(string name, double x)
    {
        (Func<double, double> f, double expected) = name switch
        {
            "exp" => ((Func<double, double>)Math.Exp, Math.Exp(x)),
            "log" => (Math.Log, 1 / x),
            "sin" => (Math.Sin, Math.Cos(x)),
            "sqrt" => (Math.Sqrt, 0.5 / Math.Sqrt(x)),
            "cube" => (t => t * t * t, 3 * x * x),
            "tanh" => (Math.Tanh, 1 - (Math.Tanh(x) * Math.Tanh(x))),
            "reciprocal" => (t => 1 / t, -1 / (x * x)),
            "constant" => (_ => 7, 0),
            "linear" => (t => (3 * t) - 8, 3),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        var actual = GradientCheck.Derivative(f, x);
        Assert.True(Math.Abs(actual - expected) <= Accuracy * Math.Max(Math.Abs(expected), 1e-3), $"expected {expected:R}, got {actual:R}");
    }

    [Fact]
    public void Gradients_by_a_column_a_row_and_a_matrix()
    {
        var residual = (A * X) - Y;
        Near.Equal(A.T * residual, GradientCheck.Gradient((Vector v) => 0.5 * NormSquared((A * v) - Y), X), Accuracy);
        Near.Equal((A.T * residual).T, GradientCheck.Gradient((RowVector v) => 0.5 * NormSquared((A * v.T) - Y), X.T), Accuracy);
        Near.Equal(residual * X.T, GradientCheck.Gradient((Matrix m) => 0.5 * NormSquared((m * X) - Y), A), Accuracy);
        Near.Equal(A.T * residual, GradientCheck.Gradient(v => 0.5 * NormSquared((A * v) - Y), X), Accuracy);
        Near.Equal(2 * Some.Densified(Some.Sparse(3, 3)), GradientCheck.Gradient((Matrix m) => FrobeniusNormSquared(m), Some.Sparse(3, 3)), Accuracy);
    }

    [Fact]
    public void Gradients_at_hard_points()
    {
        var a = Some.Matrix(4, 4);
        Near.Equal(Inv(a).T, GradientCheck.Gradient((Matrix m) => LogDet(m), a), 1e-9);
        Near.Equal(Det(a) * Inv(a).T, GradientCheck.Gradient((Matrix m) => Det(m), a), Accuracy);
        var singular = Some.Matrix(3, 2) * Some.Matrix(2, 3, 5);
        Near.Equal(Adj(singular).T, GradientCheck.Gradient((Matrix m) => Det(m), singular), 1e-9);
        Near.Equal(Kernel.Normalize(Vector.Of(3e200, 4e200)), GradientCheck.Gradient((Vector v) => Norm(v), Vector.Of(3e200, 4e200)), 1e-9);
        Near.Equal(Softmax(X), GradientCheck.Gradient((Vector v) => LogSumExp(v), X), Accuracy);
    }

    [Fact]
    public void Derivatives_of_vectors_and_matrices_by_a_number()
    {
        Near.Equal(Cos(1.3 * X) * 0, GradientCheck.Derivative((double _) => X, 1.3));
        Near.Equal(PointwiseMultiply(X, Cos(1.3 * X)), GradientCheck.Derivative((double t) => Sin(t * X), 1.3), Accuracy);
        Near.Equal(PointwiseMultiply(X, Cos(1.3 * X)).T, GradientCheck.Derivative((double t) => Sin(t * X.T), 1.3), Accuracy);
        var a = Some.Matrix(3, 3);
        Near.Equal(a * MatrixExp(0.7 * a), GradientCheck.Derivative((double t) => MatrixExp(t * a), 0.7), Accuracy);
    }

    [Fact]
    public void Jacobians_of_columns()
    {
        Near.Equal(A, GradientCheck.Jacobian((Vector v) => A * v, X), Accuracy);
        Near.Equal(Matrix.OfColumns(A.T * Y).T, GradientCheck.Jacobian((Vector v) => Y.T * A * v, X), Accuracy);
        Near.Equal(A, GradientCheck.Jacobian((Vector v) => (A * v).T, X), Accuracy);
        Near.Equal(Kron(Matrix.OfColumns(X), Identity(3)) + Kron(Identity(3), Matrix.OfColumns(X)), GradientCheck.Jacobian((Vector v) => v * v.T, X), Accuracy);
    }

    [Fact]
    public void Jacobians_of_rows()
    {
        Near.Equal(A, GradientCheck.Jacobian((RowVector v) => A * v.T, X.T), Accuracy);
        Near.Equal(Matrix.OfRows(2 * X.T), GradientCheck.Jacobian((RowVector v) => NormSquared(v), X.T), Accuracy);
        Near.Equal(A.T, GradientCheck.Jacobian((RowVector v) => v * A, Y.T), Accuracy);
        Near.Equal(Kron(Identity(3), Matrix.OfColumns(Y)), GradientCheck.Jacobian((RowVector v) => Y * v, X.T), Accuracy);
    }

    [Fact]
    public void Jacobians_of_matrices()
    {
        var (b, c) = (Some.Matrix(2, 4, 5), Some.Matrix(3, 2, 6));
        Near.Equal(Kron(c.T, b), GradientCheck.Jacobian((Matrix m) => b * m * c, A), Accuracy);
        Near.Equal(Kernel.Commutation(4, 3), GradientCheck.Jacobian((Matrix m) => m.T, A), Accuracy);
        Near.Equal(Kron(Matrix.OfRows(X.T), Identity(4)), GradientCheck.Jacobian((Matrix m) => m * X, A), Accuracy);
        Near.Equal(Kron(Identity(3), Matrix.OfRows(Y.T)), GradientCheck.Jacobian((Matrix m) => Y.T * m, A), Accuracy);
        Near.Equal(Matrix.OfRows(2 * Vec(A).T), GradientCheck.Jacobian((Matrix m) => FrobeniusNormSquared(m), A), Accuracy);
    }

    [Fact]
    public void Jacobians_by_a_number()
    {
        Near.Equal(Matrix.OfArray(new[,] { { Math.Cos(0.3) } }), GradientCheck.Jacobian((double t) => Math.Sin(t), 0.3), Accuracy);
        Near.Equal(Matrix.OfColumns(X), GradientCheck.Jacobian((double t) => t * X, 0.3), Accuracy);
        Near.Equal(Matrix.OfColumns(X), GradientCheck.Jacobian((double t) => t * X.T, 0.3), Accuracy);
        Near.Equal(Matrix.OfColumns(Vec(A)), GradientCheck.Jacobian((double t) => t * A, 0.3), Accuracy);
    }

    [Fact]
    public void Steps_that_leave_the_domain_are_left_out()
    {
        var a = Matrix.OfArray(new[,] { { 1, 0.999 }, { 0.999, 1 } });
        var gradient = GradientCheck.Gradient((Matrix m) => Sum(Cholesky(m)), a);
        Assert.All(Vec(gradient).ToArray(), entry => Assert.True(double.IsFinite(entry)));
        Near.Equal(Inv(a), GradientCheck.Gradient((Matrix m) => Kernel.CholeskyFactor(m).LogDeterminant, a), 1e-8);
        var calls = 0;
        Near.Equal(Math.Cos(1), GradientCheck.Derivative((double t) => ++calls == 5 ? throw new SingularMatrixException() : Math.Sin(t), 1), Accuracy);
        Assert.Throws<NotPositiveDefiniteException>(() => GradientCheck.Derivative((double t) => Sum(Cholesky(Diag(Vector.Of(-Math.Exp(t))))), 1));
    }

    [Fact]
    public void A_kink_and_a_hole()
    {
        Assert.Equal(0.0, GradientCheck.Derivative(Math.Abs, 0));
        Assert.True(double.IsNaN(GradientCheck.Derivative((double _) => double.NaN, 1)));
    }

    [Fact]
    public void The_argument_is_left_alone()
    {
        var x = Vector.Of(1, 2);
        GradientCheck.Gradient((Vector v) => NormSquared(v), x);
        Assert.Equal(Vector.Of(1, 2), x);
    }

    [Fact]
    public void Relative_errors()
    {
        Assert.Equal((0.5, 0.25, 0.0), (GradientCheck.RelativeError(1.0, 2.0), GradientCheck.RelativeError(0.5, 0.25), GradientCheck.RelativeError(3.0, 3.0)));
        Assert.Equal(1.0, GradientCheck.RelativeError(Vector.Of(3, 4), Vector.Of(0, 0)));
        Near.Equal(Math.Sqrt(0.5), GradientCheck.RelativeError(RowVector.Of(5, 0), RowVector.Of(5 - Math.Sqrt(12.5), 0)));
        Near.Equal(0.2, GradientCheck.RelativeError(5 * Identity(1), 4 * Identity(1)));
        Assert.True(double.IsNaN(GradientCheck.RelativeError(double.NaN, 1)));
        Assert.True(double.IsNaN(GradientCheck.RelativeError(Vector.Of(double.NaN, 1), Vector.Of(1, 1))));
        Assert.True(double.IsNaN(GradientCheck.RelativeError(Ones(1, 1), Ones(1, 1) * double.NaN)));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Equal("RelativeError: the left vector has 3 entries but the right vector has 4 entries", Assert.Throws<ArgumentException>(() => GradientCheck.RelativeError(X, Y)).Message);
        Assert.Equal("RelativeError: the left row has 3 entries but the right row has 4 entries", Assert.Throws<ArgumentException>(() => GradientCheck.RelativeError(X.T, Y.T)).Message);
        Assert.Equal("RelativeError: the left matrix has 4 rows but the right matrix has 3 rows", Assert.Throws<ArgumentException>(() => GradientCheck.RelativeError(A, A.T)).Message);
    }
}
