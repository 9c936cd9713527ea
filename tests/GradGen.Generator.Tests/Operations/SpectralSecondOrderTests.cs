using static GradGen.MatrixMath;

namespace GradGen.Generator.Tests.Operations;

/// <summary>Second derivatives of functions of eigenvalues and of singular values where these are repeated, close or zero.</summary>
public sealed class SpectralSecondOrderTests
{
    private const string Source = """
        public static partial class Spectral
        {
            [Differentiable(Emit = Derivatives.Hessian)] public static double EigenvalueSquares(Matrix A) => NormSquared(SymmetricEigenvalues(A));
            [Differentiable(Emit = Derivatives.Hessian | Derivatives.HessianVectorProduct)] public static double Exponentials(Matrix A) => Sum(Exp(SymmetricEigenvalues(A)));
            [Differentiable(Emit = Derivatives.Hessian | Derivatives.HessianVectorProduct)] public static double TraceOfExponential(Matrix A) => Tr(MatrixExp(0.5 * (A + A.T)));
            [Differentiable(Emit = Derivatives.Hessian)] public static double Variance(Matrix A) => NormSquared(SymmetricEigenvalues(A) - Mean(SymmetricEigenvalues(A)));
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double First(Matrix A) => SymmetricEigenvalues(A)[0];
            [Differentiable(Emit = Derivatives.Hessian)] public static double SingularSquares(Matrix X) => NormSquared(SingularValues(X));
            [Differentiable(Emit = Derivatives.Hessian)] public static double SingularFourth(Matrix X) => Sum(Pow(SingularValues(X), 4));
            [Differentiable(Emit = Derivatives.Hessian)] public static double GramSquares(Matrix X) => FrobeniusNormSquared(X.T * X);
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double SumOfSingular(Matrix X) => Sum(SingularValues(X));
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)] public static double Nuclear(Matrix X) => NuclearNorm(X);
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double Largest(Matrix X) => SpectralNorm(X);
            [Differentiable(Emit = Derivatives.Hessian)] public static double LargestByEigenvalue(Matrix X) => Math.Sqrt(SymmetricEigenvalues(X.T * X)[1]);
            [Differentiable(nameof(t), nameof(A), Emit = Derivatives.Gradient | Derivatives.Hessian)]
            public static double Scaled(double t, Matrix A, Vector w) => Sum(Exp(t * SymmetricEigenvalues(A + w * w.T)));
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian)] public static double Digamma(double x) => MathNet.Numerics.SpecialFunctions.DiGamma(x);
        }
        """;

    private static readonly Lazy<Type> Spectral = new(() => GeneratorRun.Of(Source).Load().GetType("Spectral")!);

    // Orthogonal: the reflection at a vector.
    private static readonly Matrix Q = Identity(3) - (2.0 / 14 * Vector.Of(1, 2, 3) * Vector.Of(1, 2, 3).T);

    private static Matrix Symmetric(double a, double b, double c) => Q * Diag(Vector.Of(a, b, c)) * Q;

    private static double[] Flat(string method, params object[] arguments) => Values.Flat(Spectral.Value.Call(method, arguments));

    [Theory]
    [InlineData(3, 3, 3)]
    [InlineData(-1, 2, 2)]
    [InlineData(0, 0, 0)]
    public void Repeated_eigenvalues_have_the_limit(double a, double b, double c)
    {
        var x = Symmetric(a, b, c);
        var symmetrizer = Identity(9) + Commutation(3);
        Values.AssertNear(Values.Flat(symmetrizer), Flat("Hessian_EigenvalueSquares_A", x), 1e-13, "Hessian of ‖λ‖²");
        Values.AssertNear(Flat("Hessian_TraceOfExponential_A", x), Flat("Hessian_Exponentials_A", x), 1e-13, "Hessian of Σ exp λᵢ");
        var v = Matrix.OfArray(new double[,] { { 1, 2, 0 }, { -1, 0.5, 3 }, { 0, 1, 1 } });
        Values.AssertNear(Flat("HessianVectorProduct_TraceOfExponential_A", x, v), Flat("HessianVectorProduct_Exponentials_A", x, v), 1e-13, "product");
        // ‖λ‖² − (Tr A)²/n.
        var trace = Vec(Identity(3)) * Vec(Identity(3)).T;
        Values.AssertNear(Values.Flat(symmetrizer - (2.0 / 3 * trace)), Flat("Hessian_Variance_A", x), 1e-13, "Hessian of the variance");
    }

    [Theory]
    [InlineData(1e-15)]
    [InlineData(1e-12)]
    [InlineData(1e-8)]
    [InlineData(1e-5)]
    [InlineData(1e-3)]
    public void Close_values_lose_no_digits(double gap)
    {
        var x = Symmetric(1, 1 + gap, -2);
        Values.AssertNear(Flat("Hessian_TraceOfExponential_A", x), Flat("Hessian_Exponentials_A", x), 1e-9, "Hessian of Σ exp λᵢ");
        Values.AssertNear(Flat("Hessian_GramSquares_X", x), Flat("Hessian_SingularFourth_X", x), 1e-9, "Hessian of Σ σᵢ⁴");
    }

    [Fact]
    public void A_single_eigenvalue_that_is_close_to_another()
    {
        // d²λ₀ along D = 2 Σ (v₀ᵀDvⱼ)²/(λ₀ − λⱼ).
        var (gap, d) = (1e-6, Matrix.OfArray(new double[,] { { 0, 1, 0 }, { 1, 0, 0 }, { 0, 0, 0 } }));
        var direction = Vec(Q * d * Q);
        var hessian = (Matrix)Spectral.Value.Call("Hessian_First_A", Symmetric(1, 1 + gap, 5));
        Values.AssertNear([-2 / gap], [direction.T * hessian * direction], 1e-8, "second derivative");
    }

    [Fact]
    public void A_single_eigenvalue_that_is_repeated_has_what_the_others_contribute()
    {
        var hessian = (Matrix)Spectral.Value.Call("Hessian_First_A", Symmetric(1, 1, 5));
        var v = (Matrix)Spectral.Value.Call("Gradient_First_A", Symmetric(1, 1, 5));
        // v₀ᵀ D v₂ = 1 for D = v₀v₂ᵀ + v₂v₀ᵀ.
        var third = Q.Column(2);
        Assert.All(Values.Flat(hessian), entry => Assert.True(double.IsFinite(entry)));
        var along = Vec((v * Vector.Of(1, 1, 1) * third.T) + (third * Vector.Of(1, 1, 1).T * v));
        var size = Vector.Of(1, 1, 1).T * v * Vector.Of(1, 1, 1);
        Values.AssertNear([2 * size / (1 - 5)], [along.T * hessian * along], 1e-12, "second derivative");
    }

    public static TheoryData<int, int, int> Ranks() => new() { { 3, 3, 3 }, { 3, 3, 1 }, { 3, 2, 1 }, { 2, 4, 2 }, { 2, 4, 1 }, { 2, 3, 0 }, { 4, 2, 0 }, { 3, 1, 1 }, { 1, 3, 1 } };

    [Theory]
    [MemberData(nameof(Ranks))]
    public void Zero_and_repeated_singular_values_have_the_limit(int m, int n, int rank)
    {
        var x = Zeros(m, n);
        for (var i = 0; i < rank; i++) x += Unit(m, i) * Unit(n, i).T;
        Values.AssertNear(Values.Flat(2 * Identity(m * n)), Flat("Hessian_SingularSquares_X", x), 1e-13, "Hessian of ‖σ‖²");
        Values.AssertNear(Flat("Hessian_GramSquares_X", x), Flat("Hessian_SingularFourth_X", x), 1e-13, "Hessian of Σ σᵢ⁴");
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 3)]
    public void Nuclear_norms_of_full_rank(int m, int n)
    {
        // With σ repeated too.
        var repeated = Zeros(m, n);
        for (var i = 0; i < Math.Min(m, n); i++) repeated += 2 * Unit(m, i) * Unit(n, i).T;
        foreach (var point in new[] { (Matrix)Values.Direction(repeated, 3), repeated })
        {
            var differences = Values.DifferencedJacobian(moved => Spectral.Value.Call("Gradient_Nuclear_X", moved), point);
            Values.AssertNear(Values.Flat(differences), Flat("Hessian_Nuclear_X", point), 1e-8, "Hessian of ‖X‖_*");
            Values.AssertNear(Values.Flat(differences), Flat("Hessian_SumOfSingular_X", point), 1e-8, "Hessian of Σ σᵢ");
            Values.AssertNear((differences * Ones(m * n)).ToArray(), Flat("HessianVectorProduct_Nuclear_X", point, Ones(m, n)), 1e-8, "product");
        }
    }

    [Fact]
    public void Kinks_give_finite_numbers()
    {
        foreach (var x in new[] { Zeros(3, 2), Zeros(2, 3), Unit(3, 0) * Unit(2, 1).T, Identity(2) })
        {
            foreach (var method in new[] { "Hessian_Nuclear_X", "Hessian_SumOfSingular_X", "Hessian_Largest_X" }) Assert.All(Flat(method, x), entry => Assert.True(double.IsFinite(entry)));
        }
    }

    [Fact]
    public void The_spectral_norm_is_the_root_of_an_eigenvalue()
    {
        var x = (Matrix)Values.Direction(Zeros(4, 2), 6);
        Values.AssertNear(Flat("Hessian_LargestByEigenvalue_X", x), Flat("Hessian_Largest_X", x), 1e-11, "Hessian of ‖X‖₂");
    }

    [Fact]
    public void Blocks_with_another_variable()
    {
        var (a, w) = (Symmetric(1, 1, -1), Vector.Of(0.3, -0.2, 0.5));
        var byScalar = Values.DifferencedJacobian(t => Spectral.Value.Call("Gradient_Scaled_A", t, a, w), 0.7);
        Values.AssertNear(Values.Flat(byScalar), Flat("Hessian_Scaled_t_A", 0.7, a, w), 1e-8, "block");
        var byMatrix = Values.DifferencedJacobian(x => Spectral.Value.Call("Gradient_Scaled_A", 0.7, x, w), a);
        Values.AssertNear(Values.Flat(byMatrix), Flat("Hessian_Scaled_A", 0.7, a, w), 1e-8, "Hessian");
    }

    [Fact]
    public void Polygamma_functions()
    {
        Values.AssertNear([Math.PI * Math.PI / 2], Flat("Gradient_Digamma_x", 0.5), 1e-14, "ψ₁");
        Values.AssertNear([-16.8287966442343199956], Flat("Hessian_Digamma_x", 0.5), 1e-14, "ψ₂");
        Values.AssertNear([-0.8287966442343199956], Flat("Hessian_Digamma_x", -0.5), 1e-13, "ψ₂");
    }

    private static Vector Unit(int n, int i) => Kernel.Unit(n, i);

    /// <summary>K, K vec(X) = vec(Xᵀ) of an n×n matrix.</summary>
    private static Matrix Commutation(int n)
    {
        var k = Zeros(n * n, n * n);
        for (var i = 0; i < n * n; i++) k += Unit(n * n, (i % n * n) + (i / n)) * Unit(n * n, i).T;
        return k;
    }
}
