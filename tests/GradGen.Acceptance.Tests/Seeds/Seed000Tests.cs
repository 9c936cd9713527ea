using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

/// <summary>"Toy Matrix gradient", row by row.</summary>
public sealed class Seed000Tests
{
    [Fact]
    public void The_gradient_by_a_column_is_a_column() => Of(nameof(Seed000.ColumnGradient))
        .Shows(nameof(Seed000.Gradient_ColumnGradient_x), "∂f/∂x = exp(x)")
        .Holds(d => [d.Vector(d.N)]);

    [Fact]
    public void A_component_is_the_partial_by_its_variable()
    {
        Of(nameof(Seed000.Partials))
            .Shows(nameof(Seed000.Gradient_Partials_x1), "∂f/∂x₁ = 2x₁x₂")
            .Shows(nameof(Seed000.Gradient_Partials_x2), "∂f/∂x₂ = x₁² + exp(x₃)")
            .Shows(nameof(Seed000.Gradient_Partials_x3), "∂f/∂x₃ = x₂ exp(x₃)")
            .Holds(d => [d.Scalar(), d.Scalar(), d.Scalar()]);
    }

    [Fact]
    public void An_entry_of_the_gradient_is_the_partial_by_that_entry()
    {
        var x = Vector.Of(0.3, -0.7, 1.1);
        var gradient = Seed000.Gradient_ColumnGradient_x(x);
        for (var i = 0; i < x.Count; i++)
        {
            var alongEntry = GradientCheck.Derivative(t => Seed000.ColumnGradient(x + (t - x[i]) * Unit(x.Count, i)), x[i]);
            Assert.Equal(alongEntry, gradient[i], 1e-9);
        }
    }

    [Fact]
    public void The_gradient_flow_follows_the_negative_gradient_downhill()
    {
        Of(nameof(Seed000.Flow))
            .Shows(nameof(Seed000.Gradient_Flow_x), "∂f/∂x = Ax − b")
            .Holds(d => [d.PositiveDefinite(d.N), d.Vector(d.N), d.Vector(d.N)]);

        var draw = Draw.Several.First();
        var (a, x, b) = (draw.PositiveDefinite(3), draw.Vector(3), draw.Vector(3));
        const double step = 0.05;
        for (var k = 0; k < 1000; k++)
        {
            var next = x - step * Seed000.Gradient_Flow_x(a, x, b);
            if (k < 20)
            {
                var velocity = (next - x) / step;
                Assert.True(GradientCheck.RelativeError(velocity, -GradientCheck.Gradient(z => Seed000.Flow(a, z, b), x)) < 1e-7);
                Assert.True(Seed000.Flow(a, next, b) < Seed000.Flow(a, x, b));
            }

            x = next;
        }

        Assert.True(GradientCheck.RelativeError(x, Solve(a, b)) < 1e-7);
    }

    [Fact]
    public void The_gradient_points_where_the_function_grows_fastest()
    {
        Of(nameof(Seed000.SteepestAscent))
            .Shows(nameof(Seed000.Gradient_SteepestAscent_x), "∂f/∂x = cos(x)")
            .Shows(nameof(Seed000.Pushforward_SteepestAscent), "df = cos(x)ᵀ dx")
            .Holds(d => [d.Vector(d.N)]);

        var draw = Draw.Several.First();
        var x = draw.Vector(4);
        var gradient = Seed000.Gradient_SteepestAscent_x(x);
        var steepest = Seed000.Pushforward_SteepestAscent(x, gradient / Norm(gradient));
        Assert.Equal(Norm(gradient), steepest, 1e-12);
        foreach (var direction in draw.Vectors(100, 4))
        {
            var rate = Seed000.Pushforward_SteepestAscent(x, direction / Norm(direction));
            Assert.InRange(rate, -steepest, steepest);
        }
    }

    [Fact]
    public void The_gradient_by_a_row_is_a_row() => Of(nameof(Seed000.RowGradient))
        .Shows(nameof(Seed000.Gradient_RowGradient_xT), "∂f/∂xᵀ = exp(xᵀ)")
        .Holds(d => [d.Row(d.N)]);

    [Fact]
    public void The_gradient_of_a_row_by_a_column_is_n_by_m() => Of(nameof(Seed000.RowByColumn))
        .Shows(nameof(Seed000.Gradient_RowByColumn_x), "∂f/∂x = A")
        .Holds(d => [d.Vector(d.N), d.Matrix(d.N, d.M)]);

    [Fact]
    public void The_gradient_of_a_row_by_a_column_may_depend_on_the_column() => Of(nameof(Seed000.CurvedRowByColumn))
        .Shows(nameof(Seed000.Gradient_CurvedRowByColumn_x), "∂f/∂x = Diag(exp(x))A")
        .Holds(d => [d.Vector(d.N), d.Matrix(d.N, d.M)]);

    [Fact]
    public void Example_1_1_a_row_by_its_own_column_is_the_identity()
    {
        Of(nameof(Seed000.Itself))
            .Shows(nameof(Seed000.Gradient_Itself_x), "∂f/∂x = I")
            .Holds(d => [d.Vector(d.N)]);
        Assert.Equal(Identity(3), Seed000.Gradient_Itself_x(Vector.Of(1, 2, 3)));
    }

    [Fact]
    public void The_gradient_by_a_matrix_is_a_matrix() => Of(nameof(Seed000.MatrixGradient))
        .Shows(nameof(Seed000.Gradient_MatrixGradient_A), "∂f/∂A = cos(A)")
        .Holds(d => [d.Matrix(d.M, d.N)]);

    [Fact]
    public void Example_1_2_the_gradient_of_a_constant_is_zero()
    {
        Of(nameof(Seed000.Constant))
            .Shows(nameof(Seed000.Gradient_Constant_A), "∂f/∂A = 0")
            .Holds(d => [d.Matrix(d.M, d.N), d.Scalar()]);
        Assert.Equal(Zeros(2, 3), Seed000.Gradient_Constant_A(Ones(2, 3), 5));
    }

    [Fact]
    public void Example_1_3_a_bilinear_form_by_its_matrix() => Of(nameof(Seed000.Bilinear))
        .Shows(nameof(Seed000.Gradient_Bilinear_A), "∂f/∂A = xyᵀ")
        .Holds(d => [d.Vector(d.M), d.Matrix(d.M, d.N), d.Vector(d.N)]);

    [Fact]
    public void Example_1_3_a_bilinear_form_as_a_double_sum() => Of(nameof(Seed000.BilinearByEntries))
        .Shows(nameof(Seed000.Gradient_BilinearByEntries_A), "∂f/∂A = xyᵀ")
        .Holds(d => [d.Vector(d.M), d.Matrix(d.M, d.N), d.Vector(d.N)]);

    private static Row Of(string method) => new(typeof(Seed000), method);

    private static Vector Unit(int n, int index) => Identity(n).Column(index);
}
