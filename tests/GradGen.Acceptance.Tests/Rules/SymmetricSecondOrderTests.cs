using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

/// <summary>Of a symmetric parameter, with the convention's linear map C on vec: the Hessian CHCᵀ, the Jacobian JCᵀ, products with CHCᵀ.</summary>
public sealed class SymmetricSecondOrderTests
{
    private const double Tolerance = 1e-7;

    [Fact]
    public void Hessians_by_each_convention()
    {
        foreach (var d in Draw.Several)
        {
            var (a, b, x, v) = (d.Symmetric(d.N), d.Matrix(d.N, d.N), d.Vector(d.N), d.Matrix(d.N, d.N));
            // The gradient where A is not symmetric, of which the companions know nothing.
            Matrix Free(Matrix m, Matrix b) => x * x.T + b.T + (m * b + b * m).T;
            var h = GradientCheck.Jacobian((Matrix m) => Free(m, b), a);
            var (p, s) = (Projected(d.N), Shared(d.N));
            Near(h, Structured.Hessian_Plain_A(a, b, x));
            Near(p * h * p.T, Structured.Hessian_Projected_A(a, b, x));
            Near(s * h * s.T, Structured.Hessian_Shared_A(a, b, x));
            Near(Unvec(h * Vec(v), d.N, d.N), Structured.HessianVectorProduct_Plain_A(a, b, x, v));
            Near(Unvec(p * h * p.T * Vec(v), d.N, d.N), Structured.HessianVectorProduct_Projected_A(a, b, x, v));
            Near(Unvec(s * h * s.T * Vec(v), d.N, d.N), Structured.HessianVectorProduct_Shared_A(a, b, x, v));
            var cross = GradientCheck.Jacobian((Matrix m) => Free(a, m), b);
            Near(s * cross, Structured.Hessian_Shared_A_B(a, b, x));
            Near(s * h * s.T, Structured.ValueGradientAndHessian_Shared(a, b, x).H_A);
            Near(s * cross, Structured.ValueGradientAndHessian_Shared(a, b, x).H_A_B);
        }
    }

    [Fact]
    public void Hessians_by_positive_definite_parameters()
    {
        foreach (var d in Draw.Several)
        {
            var (m, x) = (d.PositiveDefinite(d.N), d.Vector(d.N));
            var h = GradientCheck.Jacobian((Matrix y) => Inv(y).T - Inv(y).T * x * x.T * Inv(y).T, m);
            var (p, s) = (Projected(d.N), Shared(d.N));
            Near(h, Structured.Hessian_PlainDefinite_S(m, x));
            Near(p * h * p.T, Structured.Hessian_ProjectedDefinite_S(m, x));
            Near(s * h * s.T, Structured.Hessian_SharedDefinite_S(m, x));
        }
    }

    [Fact]
    public void Shared_entries_are_one_variable()
    {
        foreach (var d in Draw.Several)
        {
            // Entry (i, j) of a symmetric matrix moves with entry (j, i).
            var (a, b, x, n) = (d.Symmetric(d.N), d.Matrix(d.N, d.N), d.Vector(d.N), d.N);
            var h = Structured.Hessian_Shared_A(a, b, x);
            for (var j = 0; j < n; j++)
            {
                for (var i = j; i < n; i++)
                {
                    var (row, column) = (i, j);
                    var moved = GradientCheck.Derivative((double t) => Vec(Structured.Gradient_Shared_A(Moved(a, row, column, t), b, x)), 0);
                    Near(moved, h.Column((j * n) + i));
                }
            }
        }
    }

    [Fact]
    public void Jacobians_by_each_convention()
    {
        foreach (var d in Draw.Several)
        {
            var (a, x, v, u) = (d.Symmetric(d.N), d.Vector(d.N), d.Matrix(d.N, d.N), d.Vector(d.N));
            var j = GradientCheck.Jacobian((Matrix m) => Tanh(m * x), a);
            Near(j * Projected(d.N).T, Structured.Jacobian_ProjectedImage_A(a, x));
            Near(j * Shared(d.N).T, Structured.Jacobian_SharedImage_A(a, x));
            // Pushforward and pullback stay plain.
            Near(j * Vec(v), Structured.Pushforward_SharedImage(a, x, v));
            Near(Unvec(j.T * u, d.N, d.N), Structured.Pullback_SharedImage(a, x, u));
            Near(Unvec(j.T * u, d.N, d.N), Structured.Pullback_ProjectedImage(a, x, u));
        }
    }

    private static Matrix Moved(Matrix a, int i, int j, double t)
    {
        var unit = t * Identity(a.RowCount).Column(i) * Identity(a.RowCount).Row(j);
        return a + (i == j ? unit : unit + unit.T);
    }

    private static Matrix Projected(int n) => OfMap(n, g => 0.5 * (g + g.T));

    private static Matrix Shared(int n) => OfMap(n, g => g + g.T - Diag(Diagonal(g)));

    /// <summary>C, of which column k is the vec of the map of the k-th unit matrix.</summary>
    private static Matrix OfMap(int n, Func<Matrix, Matrix> map) =>
        Matrix.OfColumns([.. Enumerable.Range(0, n * n).Select(k => Vec(map(Unvec(Identity(n * n).Column(k), n, n))))]);

    private static void Near(object expected, object actual)
    {
        var error = Flat.RelativeError(expected, actual);
        Assert.True(error < Tolerance, $"expected {expected}, but it is {actual}, with an error of {error:g3}");
    }
}
