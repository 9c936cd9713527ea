using static GradGen.MatrixMath;

namespace GradGen.Generator.Tests.Operations;

/// <summary>Kinks, masks and infinite derivatives of functions of the language, each with what is documented of it.</summary>
public sealed class HardPointsOfFunctionsTests
{
    private const string Source = """
        public static partial class Hard
        {
            [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
            public static double Guarded(Vector m, Vector x) => Sum(Where(m, Log(x), x));
            [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)]
            public static double Twice(Vector m, Vector x) => Sum(Where(m, Square(Log(2 * x)), x));
            [Differentiable(nameof(X))] public static double Turned(Matrix m, Matrix X) => Sum(Where(m, Log(X).T, X.T));
            [Differentiable(nameof(x))] public static double Roots(Vector m, Vector x) => Sum(Where(m, Sqrt(Log(x)), x));
            [Differentiable(nameof(x))] public static double Summed(Vector m, Vector x) => Sum(Where(m, 3 * Log(x) - Reciprocal(x), x));
            [Differentiable] public static double SquaredRoots(Vector x) => NormSquared(Sqrt(x));
            [Differentiable] public static double UnusedRoot(double a, double b) => b * Math.Sqrt(a) + b * Math.Cbrt(a) + b * Math.Asin(1 + a) + b * Math.Acosh(1 - a);
            [Differentiable] public static double LargestTwo(Vector x, Vector y) => Sum(Max(x, y)) + 2 * Sum(Min(x, y));
            [Differentiable] public static double Largest(Vector x) => Max(x) + 10 * Min(x);
            [Differentiable] public static double Farthest(Vector x) => NormInf(x);
            [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double Power(Vector x, double p) => NormP(x, p);
            [Differentiable] public static double Signs(Vector x) => Sum(PointwiseMultiply(Sign(x), x));
            [Differentiable] public static double Angle(double y, double x) => Math.Atan2(y, x);
            [Differentiable] public static double Near(Vector x) => Sum(Log1p(x)) + Sum(Expm1(x));
            [Differentiable] public static double Close(double a) => Math.Asin(a) + 0 * Math.Acos(a);
            [Differentiable(Emit = Derivatives.Jacobian)] public static Matrix PowerOf(Matrix X, int k) => MatrixPower(X, k);
            [Differentiable] public static double Negative(Matrix X) => Tr(MatrixPower(X, -2));
            [Differentiable] public static double EigenvalueSquares(Matrix A) => NormSquared(SymmetricEigenvalues(A));
            [Differentiable] public static double FirstEigenvalue(Matrix A) => SymmetricEigenvalues(A)[0];
            [Differentiable] public static double SingularSum(Matrix A) => Sum(SingularValues(A));
            [Differentiable] public static double SingularSquares(Matrix A) => NormSquared(SingularValues(A));
            [Differentiable] public static double RootTrace(Matrix A) => Tr(MatrixSqrt(A));
            [Differentiable(nameof(x))] public static double Weighted(Matrix A, Vector x, Vector w) => Dot(w, SingularValues(x * w.T + A));
        }
        """;

    private static readonly Lazy<Type> Hard = new(() => GeneratorRun.Of(Source).Load().GetType("Hard")!);

    private static object Call(string method, params object[] arguments) => Hard.Value.Call(method, arguments);

    [Fact]
    public void What_a_mask_does_not_select_contributes_nothing()
    {
        var (m, x) = (Vector.Of(1, 0, 0), Vector.Of(2, 0, -1));
        Assert.Equal(Vector.Of(0.5, 1, 1), Call("Gradient_Guarded", m, x));
        Assert.Equal(2.5, Call("Pushforward_Guarded", m, x, Vector.Of(1, 1, 1)));
        Assert.Equal((Math.Log(2) - 1, Vector.Of(0.5, 1, 1)), ((double, Vector))Call("ValueAndGradient_Guarded", m, x));
        Values.AssertNear([Math.Log(4), 1, 1], Values.Flat(Call("Gradient_Twice", m, x)), 1e-15, "gradient");
        Values.AssertNear([(2 - (2 * Math.Log(4))) / 4, 0, 0, 0, 0, 0, 0, 0, 0], Values.Flat(Call("Hessian_Twice_x", m, x)), 1e-14, "Hessian");
        Assert.Equal(Matrix.OfColumns(x.Count == 3 ? Vector.Of(0.5, 1, 1) : x), Call("Gradient_Turned", Matrix.OfRows(m.T), Matrix.OfColumns(x)));
        Values.AssertNear([1 / (4 * Math.Sqrt(Math.Log(2))), 1, 1], Values.Flat(Call("Gradient_Roots", m, x)), 1e-15, "gradient");
        Values.AssertNear([1.5 + 0.25, 1, 1], Values.Flat(Call("Gradient_Summed", m, x)), 1e-15, "gradient");
    }

    [Fact]
    public void An_infinite_derivative_that_nothing_reaches_contributes_nothing()
    {
        Assert.Equal(Zeros(2) + 1, Call("Gradient_SquaredRoots", Vector.Of(4, 9)));
        Assert.Equal((0.0, Math.PI / 2), ((double, double))Call("Gradient_UnusedRoot", 0.0, 0.0));
    }

    [Fact]
    public void Largest_entries_at_a_tie()
    {
        var (x, y) = (Vector.Of(1, 2, 3), Vector.Of(2, 2, 2));
        Assert.Equal((Vector.Of(2, 1.5, 1), Vector.Of(1, 1.5, 2)), ((Vector, Vector))Call("Gradient_LargestTwo", x, y));
        Assert.Equal(Vector.Of(10, 1, 0), Call("Gradient_Largest", Vector.Of(1, 3, 3)));
        Assert.Equal(Vector.Of(0, -1, 0), Call("Gradient_Farthest", Vector.Of(2, -3, 3)));
        Assert.Equal(Zeros(2), Call("Gradient_Farthest", Zeros(2)));
    }

    [Fact]
    public void P_norms_at_zero_and_at_their_ends()
    {
        Assert.Equal(Zeros(2), Call("Gradient_Power", Zeros(2), 3.0));
        Assert.Equal(Vector.Of(1, 0, -1), Call("Gradient_Power", Vector.Of(2, 0, -3), 1.0));
        Assert.Equal(Vector.Of(0, 0, -1), Call("Gradient_Power", Vector.Of(2, 0, -3), double.PositiveInfinity));
        Assert.Equal(Zeros(2, 2), Call("Hessian_Power_x", Vector.Of(2, 0), 1.0));
        Assert.Throws<ArgumentException>(() => Call("Gradient_Power", Ones(2), 0.5));
    }

    [Fact]
    public void Signs_angles_and_small_arguments()
    {
        Assert.Equal(Vector.Of(-1, 0, 1), Call("Gradient_Signs", Vector.Of(-2, 0, 3)));
        Assert.Equal((0.0, 0.0), ((double, double))Call("Gradient_Angle", 0.0, 0.0));
        Values.AssertNear([2 - 1e-20], Values.Flat(Call("Gradient_Near", Vector.Of(1e-20))), 1e-15, "gradient");
        Assert.Equal(2e-20, Values.Parts(Call("ValueAndGradient_Near", Vector.Of(1e-20)))[0]);
        // 1 − x² has lost half of the digits here.
        var below = 1 - 1e-9;
        Values.AssertNear([1 / Math.Sqrt((1 - below) * (1 + below))], [(double)Call("Gradient_Close", below)], 1e-15, "gradient");
    }

    [Fact]
    public void Whole_powers_of_matrices()
    {
        var x = Matrix.OfArray(new double[,] { { 1, 2 }, { 2, 4 } });
        Assert.Equal(Zeros(4, 4), Call("Jacobian_PowerOf", x, 0));
        Assert.Equal(Identity(4), Call("Jacobian_PowerOf", x, 1));
        Assert.Equal(Kron(x.T, Identity(2)) + Kron(Identity(2), x), Call("Jacobian_PowerOf", x, 2));
        Assert.Throws<SingularMatrixException>(() => Call("Jacobian_PowerOf", x, -1));
        Assert.Throws<SingularMatrixException>(() => Call("Gradient_Negative", x));
        var y = Matrix.OfArray(new double[,] { { 2, 1 }, { 0, 3 } });
        Values.AssertNear(Values.Flat(-2 * MatrixPower(y, -3).T), Values.Flat(Call("Gradient_Negative", y)), 1e-14, "gradient");
    }

    [Fact]
    public void Repeated_values_have_right_sums()
    {
        var a = 3 * Identity(3);
        Values.AssertNear(Values.Flat(2 * a), Values.Flat(Call("Gradient_EigenvalueSquares", a)), 1e-14, "gradient");
        Values.AssertNear(Values.Flat(2 * a), Values.Flat(Call("Gradient_SingularSquares", a)), 1e-14, "gradient");
        Values.AssertNear(Values.Flat(Identity(3)), Values.Flat(Call("Gradient_SingularSum", a)), 1e-14, "gradient");
        // Of a single one it is vvᵀ for one of its eigenvectors.
        var single = (Matrix)Call("Gradient_FirstEigenvalue", a);
        Values.AssertNear(Values.Flat(single), Values.Flat(single * single), 1e-14, "vvᵀ");
        Assert.Equal(1.0, Tr(single), 12);
        Assert.Equal(Zeros(2, 3), Call("Gradient_SingularSum", Zeros(2, 3)));
    }

    [Fact]
    public void What_has_no_root_or_does_not_fit_says_so()
    {
        Assert.Throws<ArithmeticException>(() => Call("Gradient_RootTrace", Diag(Vector.Of(4, -1))));
        Values.AssertNear([0.25, 0, 0, 0.125], Values.Flat(Call("Gradient_RootTrace", Diag(Vector.Of(4, 16)))), 1e-14, "gradient");
        var fault = Assert.Throws<ArgumentException>(() => Call("Gradient_Weighted", Zeros(3, 4), Ones(3), Ones(4)));
        Assert.Contains("4", fault.Message, StringComparison.Ordinal);
        Assert.Contains("3", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double F(Vector x, double p) => NormP(x, p);", "Derivatives.Gradient")]
    [InlineData("double F(double x) => x * Math.Sign(x);", "Derivatives.Gradient")]
    [InlineData("double F(double x) => Math.IEEERemainder(x, 3);", "Derivatives.Gradient")]
    [InlineData("double F(double x) => Math.Floor(x);", "Derivatives.Gradient")]
    public void What_has_no_derivative_is_an_error(string method, string emit)
    {
        var run = GeneratorRun.Of($"public static partial class C {{ [Differentiable(Emit = {emit})] public static {method} }}");
        Assert.Contains(run.Diagnostics, d => d.Id == "GRAD202");
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == "GRAD099");
        Assert.Empty(run.Companions("C"));
    }
}
