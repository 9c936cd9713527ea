using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

public sealed class StructuredTests
{
    private const double Tolerance = 1e-7;

    [Fact]
    public void Symmetric_parameters_have_three_gradients()
    {
        foreach (var d in Draw.Several)
        {
            var (a, b, x) = (d.Symmetric(d.N), d.Matrix(d.N, d.N), d.Vector(d.N));
            var g = GradientCheck.Gradient((Matrix v) => Structured.Plain(v, b, x), a);
            Near(g, Structured.Gradient_Plain_A(a, b, x));
            Near(0.5 * (g + g.T), Structured.Gradient_Projected_A(a, b, x));
            Near(g + g.T - Diag(Diagonal(g)), Structured.Gradient_Shared_A(a, b, x));
            Near(GradientCheck.Gradient((Matrix v) => Structured.Plain(a, v, x), b), Structured.Gradient_Shared(a, b, x).B);
        }
    }

    [Fact]
    public void Positive_definite_parameters_have_three_gradients()
    {
        foreach (var d in Draw.Several)
        {
            var (s, x) = (d.PositiveDefinite(d.N), d.Vector(d.N));
            var g = GradientCheck.Gradient((Matrix v) => LogDet(v) + x.T * Inv(v) * x, s);
            Near(g, Structured.Gradient_PlainDefinite_S(s, x));
            Near(0.5 * (g + g.T), Structured.Gradient_ProjectedDefinite_S(s, x));
            Near(g + g.T - Diag(Diagonal(g)), Structured.Gradient_SharedDefinite_S(s, x));
            Near(Structured.PlainDefinite(s, x), Structured.ValueAndGradient_SharedDefinite(s, x).Value);
        }
    }

    [Fact]
    public void A_promise_is_of_the_value_and_not_of_directions()
    {
        foreach (var d in Draw.Several)
        {
            var (diagonal, b, x) = (Diag(d.Vector(d.N)), d.Matrix(d.N, d.N), d.Vector(d.N));
            Near(GradientCheck.Gradient((Matrix v) => Structured.OfDiagonal(v, b), diagonal), Structured.Gradient_OfDiagonal_D(diagonal, b));
            var lower = Cholesky(d.PositiveDefinite(d.N));
            Near(GradientCheck.Gradient((Matrix v) => Structured.OfTriangular(v, x), lower), Structured.Gradient_OfTriangular_L(lower, x));
            var skew = d.Matrix(d.N, d.N);
            var q = MatrixExp(skew - skew.T);
            Near(GradientCheck.Gradient((Matrix v) => Structured.OfOrthogonal(v, x), q), Structured.Gradient_OfOrthogonal_Q(q, x));
        }
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    [InlineData(3, 2)]
    [InlineData(3, 1)]
    [InlineData(3, 0)]
    [InlineData(4, 3)]
    [InlineData(4, 2)]
    [InlineData(4, 1)]
    public void Second_derivatives_of_determinants_hold_at_any_rank(int n, int rank)
    {
        foreach (var d in Draw.Several)
        {
            var (a, b, v) = (d.OfRank(n, rank), d.Matrix(n, n), d.Matrix(n, n));
            Near(GradientCheck.Gradient((Matrix m) => Det(m), a), Structured.Gradient_Determinant_A(a));
            var hessian = GradientCheck.Jacobian((Vector m) => Vec(Structured.Gradient_Determinant_A(Unvec(m, n, n))), Vec(a));
            Near(hessian, Structured.Hessian_Determinant_A(a));
            Near(Unvec(hessian * Vec(v), n, n), Structured.HessianVectorProduct_Determinant_A(a, v));
            Near(GradientCheck.Gradient((Matrix m) => Tr(b * Adj(m)), a), Structured.Gradient_OfAdjugate_A(a, b));
            Near(GradientCheck.Gradient((Matrix m) => Tr(m * Adj(a)), b), Structured.Gradient_OfAdjugate_B(a, b));
            Near(GradientCheck.Jacobian((Vector m) => Vec(Structured.Gradient_OfAdjugate_A(Unvec(m, n, n), b)), Vec(a)), Structured.Hessian_OfAdjugate_A(a, b));
        }
    }

    private static void Near(object expected, object actual)
    {
        var error = Flat.RelativeError(expected, actual);
        Assert.True(error < Tolerance, $"expected {expected}, but it is {actual}, with an error of {error:g3}");
    }
}
