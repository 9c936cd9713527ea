using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

public sealed class SecondOrderTests
{
    private const double Tolerance = 1e-7;

    [Fact]
    public void A_quadratic_form() => Of(nameof(SecondOrder.Quadratic)).Holds(d => [d.Matrix(d.N, d.N), d.Vector(d.N)])
        .Shows(nameof(SecondOrder.Hessian_Quadratic_x), "∂²f/∂x∂xᵀ = A + Aᵀ");

    [Fact]
    public void Logistic_regression() => Of(nameof(SecondOrder.Logistic)).Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.M), d.Vector(d.N)])
        .Shows(nameof(SecondOrder.Hessian_Logistic_w), "∂²f/∂w∂wᵀ = Xᵀ Diag(y^∘2 ∘ u ∘ (1 − u))X where u = σ(−y ∘ Xw)");

    [Fact]
    public void Matrix_factorization() => Of(nameof(SecondOrder.Factorization)).Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.M, d.P), d.Matrix(d.N, d.P)])
        .Shows(nameof(SecondOrder.Hessian_Factorization_U), "∂²f/∂vec(U)∂vec(U)ᵀ = 2(VᵀV ⊗ I)")
        .Shows(nameof(SecondOrder.Hessian_Factorization_V), "∂²f/∂vec(V)∂vec(V)ᵀ = 2(UᵀU ⊗ I)");

    [Fact]
    public void A_small_network()
    {
        Of(nameof(SecondOrder.ReluNetwork)).Holds(d => [d.Vector(d.M), d.Matrix(d.M, d.N), d.Vector(d.N), d.Scalar()])
            .Shows(nameof(SecondOrder.Hessian_ReluNetwork_W), "∂²f/∂vec(W)∂vec(W)ᵀ = 2(xxᵀ ⊗ uuᵀ) where u = step(Wx) ∘ v");
        Of(nameof(SecondOrder.TanhNetwork)).Holds(d => [d.Vector(d.M), d.Matrix(d.M, d.N), d.Vector(d.N), d.Scalar()]);
    }

    [Fact]
    public void Others()
    {
        Of(nameof(SecondOrder.Separable)).Holds(d => [d.Vector(d.N)]).Shows(nameof(SecondOrder.Hessian_Separable_x), "∂²f/∂x∂xᵀ = Diag(exp(x))");
        Of(nameof(SecondOrder.LogDeterminant)).Holds(d => [d.Invertible(d.N)]).Shows(nameof(SecondOrder.Hessian_LogDeterminant_X), "∂²f/∂vec(X)∂vec(X)ᵀ = −K[rows(X), rows(X)](X⁻ᵀ ⊗ X⁻¹)");
        Of(nameof(SecondOrder.Cubic)).Holds(d => [d.Scalar()]);
    }

    [Fact]
    public void Operators_keep_the_structure_and_outlive_the_companion()
    {
        var d = Draw.Several.First();
        var (t, u, v) = (d.Matrix(d.M, d.N), d.Matrix(d.M, d.P), d.Matrix(d.N, d.P));
        var op = SecondOrder.HessianOperator_Factorization_U(t, u, v);
        var expected = SecondOrder.Hessian_Factorization_U(t, u, v);
        // What the companion made for itself is used again by the next ones.
        for (var i = 0; i < 3; i++) SecondOrder.HessianOperator_Factorization_U(t, u, -v + 1);
        Near(expected, op.ToMatrix());
        Near(SecondOrder.HessianVectorProduct_Factorization_U(t, u, v, u), op.Multiply(u));
        Near(u, op.Solve(op.Multiply(u)));
    }

    [Fact]
    public void Volumes_are_those_of_the_Jacobian()
    {
        Volume(nameof(SecondOrder.Entrywise), "x", "log|det ∂f/∂xᵀ| = 1ᵀ log|cosh(x)|", d => [d.Vector(d.N)]);
        Volume(nameof(SecondOrder.Sandwich), "X", "log|det ∂vec(f)/∂vec(X)ᵀ| = cols(A) log|B| + cols(X) log|A|", d => [d.Invertible(d.M), d.Matrix(d.M, d.N), d.Invertible(d.N)]);
        Volume(nameof(SecondOrder.PlanarFlow), "x", "log|det ∂f/∂xᵀ| = log|1 + (1 − tanh(wᵀx + b)²)wᵀu|", d => [d.Vector(d.N), d.Vector(d.N), d.Scalar(), d.Vector(d.N)]);
        Volume(nameof(SecondOrder.Layer), "x", "log|det ∂f/∂xᵀ| = 1ᵀ log|cosh(Lx)| + 1ᵀ log|diag(L)|", d => [Cholesky(d.PositiveDefinite(d.N)), Rotation(d), d.Vector(d.N)]);
        Volume(nameof(SecondOrder.Inverted), "X", "log|det ∂vec(f)/∂vec(X)ᵀ| = −2 rows(X) log|X|", d => [d.Invertible(d.N)]);
        Volume(nameof(SecondOrder.General), "x", null, d => [d.Matrix(d.N, d.N), d.Vector(d.N)]);
        Volume(nameof(SecondOrder.OfScalar), "x", null, d => [d.Scalar()]);
        Volume(nameof(SecondOrder.Turned), "X", null, d => [d.Matrix(d.M, d.N)]);
    }

    [Fact]
    public void A_map_that_changes_the_size_has_no_volume()
    {
        var fault = Assert.Throws<ArgumentException>(() => SecondOrder.LogAbsDetJacobian_Sandwich_X(Ones(3, 2), Identity(2), Identity(2)));
        Assert.Contains("Sandwich", fault.Message, StringComparison.Ordinal);
    }

    private static void Volume(string method, string variable, string? form, Func<Draw, object[]> arguments)
    {
        if (form is not null) Assert.Equal(form, ShownForm.Of(typeof(SecondOrder), $"LogAbsDetJacobian_{method}_{variable}"));
        foreach (var d in Draw.Several)
        {
            var given = arguments(d);
            object Call(string name) => typeof(SecondOrder).GetMethod(name)!.Invoke(null, given)!;
            var jacobian = (Matrix)Call($"Jacobian_{method}_{variable}");
            Near(LogDet(jacobian), Call($"LogAbsDetJacobian_{method}_{variable}"));
            Near(LogDet(jacobian), Call($"LogAbsDetJacobian_{method}"));
        }
    }

    private static Matrix Rotation(Draw d)
    {
        var skew = d.Matrix(d.N, d.N);
        return MatrixExp(skew - skew.T);
    }

    private static Row Of(string method) => new(typeof(SecondOrder), method);

    private static void Near(object expected, object actual)
    {
        var error = Flat.RelativeError(expected, actual);
        Assert.True(error < Tolerance, $"expected {expected}, but it is {actual}, with an error of {error:g3}");
    }
}
