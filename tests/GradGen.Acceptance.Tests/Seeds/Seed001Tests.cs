using AcceptanceTests.Verification;
using GradGen;

namespace AcceptanceTests.Seeds;

/// <summary>"线性代数中的梯度计算", row by row.</summary>
public sealed class Seed001Tests
{
    [Fact]
    public void Section_1_1_a_symmetric_form() => Of(nameof(Seed001.QuadraticForm))
        .Shows(nameof(Seed001.Gradient_QuadraticForm_x), "∂f/∂x = 2xᵀA")
        .Shows(nameof(Seed001.Pushforward_QuadraticForm), "df = 2xᵀA dx")
        .Holds(d => [d.Symmetric(d.N), d.Vector(d.N)]);

    [Fact]
    public void Section_1_1_a_form_before_symmetry_is_used() => Of(nameof(Seed001.GeneralForm))
        .Shows(nameof(Seed001.Gradient_GeneralForm_x), "∂f/∂x = xᵀ(A + Aᵀ)")
        .Shows(nameof(Seed001.Pushforward_GeneralForm), "df = xᵀ(A + Aᵀ) dx")
        .Holds(d => [d.Matrix(d.N, d.N), d.Vector(d.N)]);

    [Fact]
    public void Section_1_1_what_the_differential_leaves_out_is_of_second_order()
    {
        foreach (var draw in Draw.Several)
        {
            var (a, x, dx) = (draw.Symmetric(draw.N), draw.Vector(draw.N), draw.Vector(draw.N));
            var growth = Seed001.QuadraticForm(a, x + dx) - Seed001.QuadraticForm(a, x);
            Assert.Equal(dx.T * a * dx, growth - Seed001.Pushforward_QuadraticForm(a, x, dx), 1e-12);
        }
    }

    [Fact]
    public void Section_1_2_a_squared_error() => Of(nameof(Seed001.SquaredError))
        .Shows(nameof(Seed001.Gradient_SquaredError_x), "∂f/∂x = 2(Ax − y)ᵀA")
        .Shows(nameof(Seed001.Pushforward_SquaredError), "df = 2(Ax − y)ᵀA dx")
        .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N), d.Vector(d.M)]);

    [Fact]
    public void Section_1_2_what_the_differential_leaves_out_is_of_second_order()
    {
        foreach (var draw in Draw.Several)
        {
            var (a, x, y, dx) = (draw.Matrix(draw.M, draw.N), draw.Vector(draw.N), draw.Vector(draw.M), draw.Vector(draw.N));
            var growth = Seed001.SquaredError(a, x + dx, y) - Seed001.SquaredError(a, x, y);
            Assert.Equal((a * dx).T * (a * dx), growth - Seed001.Pushforward_SquaredError(a, x, y, dx), 1e-12);
        }
    }

    [Fact]
    public void Section_2_1_a_symmetric_form_by_entries()
    {
        Of(nameof(Seed001.QuadraticFormByEntries))
            .Shows(nameof(Seed001.Gradient_QuadraticFormByEntries_x), "∂f/∂x = 2xᵀA")
            .Holds(d => [d.Symmetric(d.N), d.Vector(d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (a, x) = (draw.Symmetric(draw.N), draw.Vector(draw.N));
            EntriesAre(k => 2 * Sum(x.Count, i => a[k, i] * x[i]), Seed001.Gradient_QuadraticFormByEntries_x(a, x));
        }
    }

    [Fact]
    public void Section_2_1_a_form_by_entries_before_symmetry_is_used()
    {
        Of(nameof(Seed001.GeneralFormByEntries))
            .Shows(nameof(Seed001.Gradient_GeneralFormByEntries_x), "∂f/∂x = xᵀ(A + Aᵀ)")
            .Holds(d => [d.Matrix(d.N, d.N), d.Vector(d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (a, x) = (draw.Matrix(draw.N, draw.N), draw.Vector(draw.N));
            EntriesAre(k => Sum(x.Count, i => (a[k, i] + a[i, k]) * x[i]), Seed001.Gradient_GeneralFormByEntries_x(a, x));
        }
    }

    [Fact]
    public void Section_2_2_a_squared_error_by_entries()
    {
        Of(nameof(Seed001.SquaredErrorByEntries))
            .Shows(nameof(Seed001.Gradient_SquaredErrorByEntries_x), "∂f/∂x = 2(Ax − y)ᵀA")
            .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N), d.Vector(d.M)]);
        foreach (var draw in Draw.Several)
        {
            var (a, x, y) = (draw.Matrix(draw.M, draw.N), draw.Vector(draw.N), draw.Vector(draw.M));
            EntriesAre(k => 2 * Sum(y.Count, i => (Sum(x.Count, j => a[i, j] * x[j]) - y[i]) * a[i, k]), Seed001.Gradient_SquaredErrorByEntries_x(a, x, y));
        }
    }

    [Fact]
    public void Section_3_1_a_linear_map() => Of(nameof(Seed001.Linear))
        .Shows(nameof(Seed001.Jacobian_Linear_x), "∂f/∂xᵀ = A")
        .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N)]);

    [Fact]
    public void Section_3_2_a_linear_map_of_two_vectors() => Of(nameof(Seed001.LinearInTwo))
        .Shows(nameof(Seed001.Jacobian_LinearInTwo_u), "∂f/∂uᵀ = A")
        .Shows(nameof(Seed001.Jacobian_LinearInTwo_v), "∂f/∂vᵀ = B")
        .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N), d.Matrix(d.M, d.P), d.Vector(d.P)]);

    [Fact]
    public void Section_3_3_the_chain_of_linear_maps() => Of(nameof(Seed001.Chain))
        .Shows(nameof(Seed001.Jacobian_Chain_x), "∂f/∂xᵀ = AC + BD")
        .Holds(d => [d.Matrix(d.P, d.M), d.Matrix(d.P, d.N), d.Matrix(d.M, 2), d.Matrix(d.N, 2), d.Vector(2)]);

    [Fact]
    public void Section_3_4_the_partials_of_a_bilinear_form() => Of(nameof(Seed001.Bilinear))
        .Shows(nameof(Seed001.Gradient_Bilinear_u), "∂f/∂u = vᵀA")
        .Shows(nameof(Seed001.Gradient_Bilinear_v), "∂f/∂v = uᵀA")
        .Holds(d => [d.Vector(d.N), d.Symmetric(d.N), d.Vector(d.N)]);

    [Fact]
    public void Section_3_4_a_symmetric_form_by_the_chain_rule() => Of(nameof(Seed001.ChainedForm))
        .Shows(nameof(Seed001.Gradient_ChainedForm_x), "∂f/∂x = 2xᵀA")
        .Holds(d => [d.Symmetric(d.N), d.Vector(d.N)]);

    [Fact]
    public void Section_3_5_a_squared_error_by_the_product_rule() => Of(nameof(Seed001.ChainedError))
        .Shows(nameof(Seed001.Gradient_ChainedError_x), "∂f/∂x = 2(Ax − y)ᵀA")
        .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N), d.Vector(d.M)]);

    private static Row Of(string method) => new(typeof(Seed001), method);

    private static double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);

    private static void EntriesAre(Func<int, double> entry, RowVector actual)
    {
        for (var k = 0; k < actual.Count; k++) Assert.Equal(entry(k), actual[k], 1e-12);
    }
}
