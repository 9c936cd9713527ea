using AcceptanceTests.Verification;
using GradGen;

namespace AcceptanceTests.Records;

/// <summary>Lists of vectors and matrices that are named as variables: the gradient is a list.</summary>
public sealed class ListsTests
{
    private const double Tolerance = 1e-7;

    [Fact]
    public void A_read_only_list_of_matrices()
    {
        foreach (var d in Draw.Several)
        {
            Matrix[] ws = [d.Matrix(d.N, d.N), d.Matrix(d.N, d.N), d.Matrix(d.N, d.N)];
            var x = d.Vector(d.N);
            var g = Lists.Gradient_Deep(ws, x);
            Matrices(g.ws, ws, w => Lists.Deep(w, x));
            Near(GradientCheck.Gradient((Vector v) => Lists.Deep(ws, v), x), g.x);
            var alone = Lists.Gradient_Deep_ws(ws, x);
            for (var k = 0; k < ws.Length; k++) Near(g.ws[k], alone[k]);
        }
    }

    [Fact]
    public void A_list_of_vectors()
    {
        foreach (var d in Draw.Several)
        {
            var xs = d.Vectors(4, d.N).ToList();
            var a = d.Scalar();
            var (gxs, ga) = Lists.Gradient_Spread(xs, a);
            Vectors(gxs, xs, x => Lists.Spread(x.ToList(), a));
            Near(GradientCheck.Derivative((double t) => Lists.Spread(xs, t), a), ga);
        }
    }

    [Fact]
    public void An_array_of_vectors()
    {
        foreach (var d in Draw.Several)
        {
            var xs = d.Vectors(3, d.N).ToArray();
            var a = d.Matrix(d.N, d.N);
            Vectors(Lists.Gradient_Energies_xs(xs, a), xs, x => Lists.Energies(x, a));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_array_of_matrices_under_a_condition(bool flag)
    {
        foreach (var d in Draw.Several)
        {
            Matrix[] xs = [d.Matrix(d.N, d.N), d.Matrix(d.N, d.N), d.Matrix(d.N, d.N)];
            Matrices(Lists.Gradient_OfMatrices_xs(xs, flag), xs, x => Lists.OfMatrices(x, flag));
        }
    }

    [Fact]
    public void Second_derivatives_by_lists_are_lists()
    {
        foreach (var d in Draw.Several)
        {
            Matrix[] ws = [d.Matrix(d.N, d.N), d.Matrix(d.N, d.N), d.Matrix(d.N, d.N)];
            Matrix[] v = [d.Matrix(d.N, d.N), d.Matrix(d.N, d.N), d.Matrix(d.N, d.N)];
            var (x, vx) = (d.Vector(d.N), d.Vector(d.N));
            Matrix[] Moved(double t) => [.. ws.Zip(v, (w, dw) => w + (t * dw))];
            var deep = Lists.HessianVectorProduct_Deep_ws(ws, x, v);
            for (var k = 0; k < ws.Length; k++) Near(GradientCheck.Derivative(t => Lists.Gradient_Deep_ws(Moved(t), x)[k], 0), deep[k]);
            Near(GradientCheck.Derivative(t => Lists.Gradient_Deep_x(ws, x + (t * vx)), 0), Lists.HessianVectorProduct_Deep_x(ws, x, vx));
            var df = Lists.Pushforward_Deep(ws, x, v, vx);
            Near(GradientCheck.Derivative(t => Lists.Deep(Moved(t), x + (t * vx)), 0), df);
            var pulled = Lists.Pullback_Deep(ws, x, 1.7);
            Near(1.7 * df, pulled.ws.Zip(v, (g, dw) => GradGen.MatrixMath.Inner(g, dw)).Sum() + GradGen.MatrixMath.Dot(pulled.x, vx));
            foreach (var flag in new[] { true, false })
            {
                var product = Lists.HessianVectorProduct_OfMatrices_xs(ws, flag, v);
                for (var k = 0; k < ws.Length; k++) Near(GradientCheck.Derivative(t => Lists.Gradient_OfMatrices_xs(Moved(t), flag)[k], 0), product[k]);
            }
        }
    }

    [Fact]
    public void Second_derivatives_by_lists_of_vectors()
    {
        foreach (var d in Draw.Several)
        {
            var (xs, v) = (d.Vectors(4, d.N).ToList(), d.Vectors(4, d.N).ToList());
            var (a, m) = (d.Scalar(), d.Matrix(d.N, d.N));
            List<Vector> Moved(double t) => [.. xs.Zip(v, (x, dx) => x + (t * dx))];
            List<Vector> spread = Lists.HessianVectorProduct_Spread_xs(xs, a, v);
            Vector[] energies = Lists.HessianVectorProduct_Energies_xs([.. xs], m, [.. v]);
            for (var k = 0; k < xs.Count; k++)
            {
                Near(GradientCheck.Derivative(t => Lists.Gradient_Spread_xs(Moved(t), a)[k], 0), spread[k]);
                Near((m + m.T) * v[k], energies[k]);
            }

            Near(GradientCheck.Derivative(t => Lists.Gradient_Spread_a(xs, t), a) * 0.3, Lists.HessianVectorProduct_Spread_a(xs, a, 0.3));
        }
    }

    private static void Vectors(IReadOnlyList<Vector> gradient, IReadOnlyList<Vector> at, Func<Vector[], double> f)
    {
        Assert.Equal(at.Count, gradient.Count);
        for (var k = 0; k < at.Count; k++)
        {
            Near(GradientCheck.Gradient((Vector v) => f([.. at.Take(k), v, .. at.Skip(k + 1)]), at[k]), gradient[k]);
        }
    }

    private static void Matrices(IReadOnlyList<Matrix> gradient, IReadOnlyList<Matrix> at, Func<Matrix[], double> f)
    {
        Assert.Equal(at.Count, gradient.Count);
        for (var k = 0; k < at.Count; k++)
        {
            Near(GradientCheck.Gradient((Matrix v) => f([.. at.Take(k), v, .. at.Skip(k + 1)]), at[k]), gradient[k]);
        }
    }

    private static void Near(object expected, object actual)
    {
        var error = Flat.RelativeError(expected, actual);
        Assert.True(error < Tolerance, $"expected {expected}, but it is {actual}, with an error of {error:g3}");
    }
}
