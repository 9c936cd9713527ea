using static GradGen.MatrixMath;

namespace GradGen.Generator.Tests.Operations;

/// <summary>Points at which the textbook's formula is not enough: kinks, singular matrices, large arguments.</summary>
public sealed class HardPointTests
{
    private const string Source = """
        public static partial class Hard
        {
            [Differentiable] public static double Norms(Vector x, RowVector y, Matrix Z) => Norm(x) + 2 * Norm(y) + 3 * FrobeniusNorm(Z);
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward)] public static double Kinks(Vector x, Matrix Y) => Norm1(x) + Sum(Abs(Y)) + Sum(Relu(Y));
            [Differentiable] public static double ScalarKinks(double a) => Math.Abs(a) + 3 * Relu(a);
            [Differentiable] public static double Determinant(Matrix A) => Det(A);
            [Differentiable] public static double LogDeterminant(Matrix A) => Math.Log(Det(A));
            [Differentiable] public static double AbsoluteLogDeterminant(Matrix A) => LogDet(A);
            [Differentiable] public static double Inverse(Matrix A, Vector b) => Sum(Solve(A, b));
            [Differentiable] public static double Definite([PositiveDefinite] Matrix A, Vector b) => b.T * Inv(A) * b;
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double Activations(Vector x) => Sum(Softplus(x)) + 2 * Sum(Sigmoid(x));
            [Differentiable] public static double ScalarSoftplus(double a) => Softplus(a);
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double Tempered(Vector x) => LogSumExp(x);
            [Differentiable] public static double TemperedMatrix(Matrix X) => LogSumExp(X);
            [Differentiable(Emit = Derivatives.Pullback)] public static Vector Weights(Vector x) => Softmax(x);
            [Differentiable] public static double WrittenOutLogSumExp(Vector x) => Math.Log(Sum(Exp(x)));
            [Differentiable] public static double WrittenOutSoftplus(double a) => Math.Log(1 + Math.Exp(a));
            [Differentiable] public static double WrittenOutSoftplusOfVector(Vector x) => Sum(Log(1 + Exp(x)));
            [Differentiable] public static double NotSelected(double a) => a > 0 ? Math.Log(a) : 0.0 * a;
            [Differentiable] public static double Linear(double a) => Math.Pow(a, 1) + Math.Pow(a, 2) + Math.Pow(a, 3);
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double Powers(Vector x) => Sum(Pow(x, 2)) + Sum(Square(x)) + Sum(Pow(x, 3));
            [Differentiable] public static double Tangent(double a) => Math.Tanh(a);
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double Distance(double a, double b, Vector x) => Math.Sqrt(a * a + 4 * b * b + NormSquared(x));
            [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)] public static double Length(Vector x) => Norm(x);
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double AnyPower(Vector x, double p) => Sum(Pow(x, p));
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double AnyPowerOfScalar(double x, double p) => Math.Pow(x, p);
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double LogCosh(double a, Vector x) => Math.Log(Math.Cosh(a)) + Sum(Log(Cosh(x)));
        }
        """;

    private static readonly Lazy<Type> Hard = new(() => GeneratorRun.Of(Source).Load().GetType("Hard")!);

    [Fact]
    public void Norms_at_zero_have_the_subgradient_zero()
    {
        var (gx, gy, gz) = ((Vector, RowVector, Matrix))Hard.Value.Call("Gradient_Norms", Zeros(3), Zeros(2).T, Zeros(2, 3));
        Assert.Equal(Zeros(3), gx);
        Assert.Equal(Zeros(2).T, gy);
        Assert.Equal(Zeros(2, 3), gz);
    }

    [Fact]
    public void The_root_of_a_sum_of_squares_is_a_norm()
    {
        Assert.Equal((0.0, 0.0, 0.0, Zeros(2)), Hard.Value.Call("ValueAndGradient_Distance", 0.0, 0.0, Zeros(2)));
        Values.AssertNear([5, 0.6, 1.6, 0], [.. Values.Parts(Hard.Value.Call("ValueAndGradient_Distance", 3e200, 2e200, Zeros(1))).SelectMany(Values.Flat).Select((v, i) => i == 0 ? v / 1e200 : v)], 1e-15, "far away");
        Assert.Equal(0.0, Hard.Value.Call("Hessian_Distance_a", 0.0, 0.0, Zeros(2)));
        Assert.Equal(Zeros(2, 2), Hard.Value.Call("Hessian_Distance_x", 0.0, 0.0, Zeros(2)));
        object[] point = [0.3, -0.2, Vector.Of(0.5, 0.7)];
        Values.AssertNear(Values.Flat(Values.DifferencedJacobian(x => Hard.Value.Call("Gradient_Distance_x", 0.3, -0.2, x), point[2])), Values.Flat(Hard.Value.Call("Hessian_Distance_x", point)), 1e-7, "∂²f/∂x∂xᵀ");
        Values.AssertNear(Values.Flat(Values.DifferencedJacobian(b => Hard.Value.Call("Gradient_Distance_b", 0.3, b, point[2]), point[1])), Values.Flat(Hard.Value.Call("Hessian_Distance_b", point)), 1e-7, "∂²f/∂b²");
    }

    [Fact]
    public void The_second_derivatives_of_a_norm_at_zero_are_zero()
    {
        Assert.Equal(Zeros(2, 2), Hard.Value.Call("Hessian_Length_x", Zeros(2)));
        Assert.Equal(Zeros(2), Hard.Value.Call("HessianVectorProduct_Length_x", Zeros(2), Vector.Of(1, 2)));
    }

    [Fact]
    public void A_power_of_zero_does_not_depend_on_a_positive_exponent()
    {
        Assert.Equal((4.0, Vector.Of(0, 4), 4 * Math.Log(2)), Hard.Value.Call("ValueAndGradient_AnyPower", Vector.Of(0, 2), 2.0));
        Assert.Equal(Diag(Vector.Of(0, 6 * 2)), Hard.Value.Call("Hessian_AnyPower_x", Vector.Of(0, 2), 3.0));
        Assert.Equal(8 * Math.Log(2) * Math.Log(2), (double)Hard.Value.Call("Hessian_AnyPower_p", Vector.Of(0, 2), 3.0), 1e-14);
        Assert.Equal((0.0, 0.0, 0.0), Hard.Value.Call("ValueAndGradient_AnyPowerOfScalar", 0.0, 2.0));
        // x⁰ is 1 for every x, and 0ᵖ jumps at p = 0.
        Assert.Equal((1.0, 0.0, double.NegativeInfinity), Hard.Value.Call("ValueAndGradient_AnyPowerOfScalar", 0.0, 0.0));
        Assert.Equal(Zeros(2), Hard.Value.Call("Gradient_AnyPower_x", Vector.Of(0, 2), 0.0));
        Assert.Equal(0.0, Hard.Value.Call("Hessian_AnyPowerOfScalar_x_p", 0.0, 3.0));
    }

    [Fact]
    public void The_derivative_of_log_cosh_does_not_overflow()
    {
        Assert.Equal((1.0, Vector.Of(-1, 1)), Hard.Value.Call("Gradient_LogCosh", 1000.0, Vector.Of(-1000, 1000)));
        Assert.Equal(0.0, Hard.Value.Call("Hessian_LogCosh_a", 1000.0, Zeros(1)));
    }

    [Fact]
    public void Kinks_have_the_subgradient_zero()
    {
        var x = Vector.Of(-2, 0, 3);
        var y = Matrix.OfArray(new[,] { { 0.0, -1 }, { 2, 0 } });
        var (gx, gy) = ((Vector, Matrix))Hard.Value.Call("Gradient_Kinks", x, y);
        Assert.Equal(Vector.Of(-1, 0, 1), gx);
        Assert.Equal(Matrix.OfArray(new[,] { { 0.0, -1 }, { 2, 0 } }), gy);
        Assert.Equal(-7.0, Hard.Value.Call("Pushforward_Kinks", x, y, Vector.Of(4, 5, -3), Zeros(2, 2)));
        Assert.Equal(0.0, Hard.Value.Call("Gradient_ScalarKinks", 0.0));
        Assert.Equal(4.0, Hard.Value.Call("Gradient_ScalarKinks", 1e-300));
        Assert.Equal(-1.0, Hard.Value.Call("Gradient_ScalarKinks", -1e-300));
    }

    [Theory]
    [InlineData("rank 2", new[] { 1.0, 2, 3, 2, 4, 6, 1, 0, 1 })]
    [InlineData("rank 1", new[] { 1.0, 2, 3, 2, 4, 6, 3, 6, 9 })]
    [InlineData("rank 0", new[] { 0.0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void A_singular_determinant_has_the_gradient_of_differences(string rank, double[] entries)
    {
        var a = Values.Like(Zeros(3, 3), entries);
        var gradient = Hard.Value.Call("Gradient_Determinant", a);
        var differences = Values.DifferencedJacobian(x => Det((Matrix)x), a);
        Values.AssertNear(Values.Flat(differences), Values.Flat(gradient), 1e-7, $"∂|A|/∂A of {rank}");
    }

    [Fact]
    public void Logarithms_of_determinants_neither_overflow_nor_lose_their_domain()
    {
        var large = 1e200 * Identity(3);
        Values.AssertNear([3 * Math.Log(1e200)], [(double)Values.Parts(Hard.Value.Call("ValueAndGradient_LogDeterminant", large))[0]], 1e-14, "log|A|");
        Values.AssertNear([3 * Math.Log(1e200)], [(double)Values.Parts(Hard.Value.Call("ValueAndGradient_AbsoluteLogDeterminant", -1.0 * large))[0]], 1e-14, "log|A|");
        var negative = Diag(Vector.Of(-1, 2, 3));
        Assert.Throws<ArithmeticException>(() => Hard.Value.Call("ValueAndGradient_LogDeterminant", negative));
        Values.AssertNear([Math.Log(6)], [(double)Values.Parts(Hard.Value.Call("ValueAndGradient_AbsoluteLogDeterminant", negative))[0]], 1e-14, "log|A|");
    }

    [Fact]
    public void Singular_and_indefinite_matrices_are_said()
    {
        Assert.Throws<SingularMatrixException>(() => Hard.Value.Call("Gradient_Inverse", Zeros(2, 2), Ones(2)));
        Assert.Throws<SingularMatrixException>(() => Hard.Value.Call("Gradient_AbsoluteLogDeterminant", Zeros(2, 2)));
        Assert.Throws<NotPositiveDefiniteException>(() => Hard.Value.Call("Gradient_Definite", Diag(Vector.Of(1, -1)), Ones(2)));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_said_before_any_work()
    {
        var fault = Assert.Throws<ArgumentException>(() => Hard.Value.Call("Gradient_Inverse", Zeros(2, 2), Ones(3)));
        Assert.StartsWith("Inverse: ", fault.Message);
        Assert.Contains("2 rows", fault.Message);
        Assert.Contains("b has 3 entries", fault.Message);
    }

    [Fact]
    public void Activations_keep_their_digits_at_large_arguments()
    {
        var x = Vector.Of(-1000, -40, 0, 40, 1000);
        var gradient = ((Vector)Hard.Value.Call("Gradient_Activations", x)).ToArray();
        Values.AssertNear([0, Math.Exp(-40) + (2 * Math.Exp(-40)), 0.5 + 0.5, 1, 1], gradient, 1e-14, "gradient");
        Assert.True(Math.Abs((gradient[1] / (3 * Math.Exp(-40))) - 1) < 1e-12);
        Assert.Equal(1.0, gradient[4]);
        Assert.All(Values.Flat(Hard.Value.Call("Hessian_Activations_x", x)), h => Assert.True(double.IsFinite(h)));
        Assert.Equal((1000.0, 1.0), ((double, double))Hard.Value.Call("ValueAndGradient_ScalarSoftplus", 1000.0));
        Assert.Equal((0.0, 0.0), ((double, double))Hard.Value.Call("ValueAndGradient_ScalarSoftplus", -1000.0));
        Assert.Equal(0.0, Hard.Value.Call("Gradient_Tangent", 1000.0));
    }

    [Theory]
    [InlineData("Tempered")]
    [InlineData("WrittenOutLogSumExp")]
    public void Log_sum_exp_does_not_overflow(string method)
    {
        foreach (var shift in new[] { 1000.0, -1000.0 })
        {
            var (value, gradient) = ((double, Vector))Hard.Value.Call("ValueAndGradient_" + method, Vector.Of(shift, shift + 1));
            Values.AssertNear([shift + Math.Log(1 + Math.E)], [value], 1e-14, "value");
            Values.AssertNear([1 / (1 + Math.E), Math.E / (1 + Math.E)], gradient.ToArray(), 1e-12, "gradient");
        }
    }

    [Fact]
    public void Softmax_does_not_overflow()
    {
        var pulled = (Vector)Hard.Value.Call("Pullback_Weights", Vector.Of(1000, 1001, -1000), Vector.Of(1, 2, 3));
        var (p, q) = (1 / (1 + Math.E), Math.E / (1 + Math.E));
        Values.AssertNear([-p * q, p * q, 0], pulled.ToArray(), 1e-12, "pullback");
        Values.AssertNear([0.25, 0.25, 0.25, 0.25], Values.Flat(Hard.Value.Call("Gradient_TemperedMatrix", 1000 * Ones(2, 2))), 1e-14, "gradient");
        Values.AssertNear([p * q, -p * q, -p * q, p * q], Values.Flat(Hard.Value.Call("Hessian_Tempered_x", Vector.Of(1000, 1001))), 1e-12, "Hessian");
    }

    [Fact]
    public void A_softplus_that_is_written_out_does_not_overflow()
    {
        Assert.Equal((1000.0, 1.0), ((double, double))Hard.Value.Call("ValueAndGradient_WrittenOutSoftplus", 1000.0));
        var (value, gradient) = ((double, Vector))Hard.Value.Call("ValueAndGradient_WrittenOutSoftplusOfVector", Vector.Of(1000, -1000));
        Assert.Equal(1000.0, value);
        Assert.Equal(Vector.Of(1, 0), gradient);
    }

    [Fact]
    public void The_branch_that_is_not_taken_contributes_nothing()
    {
        Assert.Equal(0.0, Hard.Value.Call("Gradient_NotSelected", 0.0));
        Assert.Equal(0.0, Hard.Value.Call("Gradient_NotSelected", -1.0));
        Assert.Equal(0.5, Hard.Value.Call("Gradient_NotSelected", 2.0));
    }

    [Fact]
    public void Whole_powers_have_their_derivative_at_zero()
    {
        Assert.Equal(1.0, Hard.Value.Call("Gradient_Linear", 0.0));
        Assert.Equal(Zeros(2), Hard.Value.Call("Gradient_Powers", Zeros(2)));
        Assert.Equal(4 * Identity(2), Hard.Value.Call("Hessian_Powers_x", Zeros(2)));
    }
}
