using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

/// <summary>"矩阵微分", section 3, row by row.</summary>
public sealed class Seed002VectorValuedTests
{
    [Fact]
    public void The_partial_of_a_column_by_one_variable_is_a_column() => Of(nameof(Seed002.ByOneVariable))
        .Shows(nameof(Seed002.Gradient_ByOneVariable_x1), "∂f/∂x₁ = 2x₁a")
        .Shows(nameof(Seed002.Gradient_ByOneVariable_x2), "∂f/∂x₂ = cos(x₂)b")
        .Holds(d => [d.Scalar(), d.Scalar(), d.Vector(d.N), d.Vector(d.N)]);

    [Fact]
    public void The_Jacobian_of_a_column_by_a_row() => Of(nameof(Seed002.JacobianByRow))
        .Shows(nameof(Seed002.Gradient_JacobianByRow_xT), "∂f/∂xᵀ = A Diag(exp(x))")
        .Holds(d => [d.Row(d.N), d.Matrix(d.M, d.N)]);

    [Fact]
    public void The_Jacobian_has_the_partials_as_columns()
    {
        Of(nameof(Seed002.JacobianByColumn))
            .Shows(nameof(Seed002.Jacobian_JacobianByColumn_x), "∂f/∂xᵀ = A Diag(exp(x))")
            .Shows(nameof(Seed002.Pushforward_JacobianByColumn), "df = A(exp(x) ∘ dx)")
            .Holds(d => [d.Vector(d.N), d.Matrix(d.M, d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (x, a) = (draw.Vector(draw.N), draw.Matrix(draw.M, draw.N));
            var jacobian = Seed002.Jacobian_JacobianByColumn_x(x, a);
            for (var i = 0; i < draw.N; i++)
            {
                var partial = Seed002.Pushforward_JacobianByColumn(x, a, Identity(draw.N).Column(i));
                Assert.True(GradientCheck.RelativeError(partial, jacobian.Column(i)) < 1e-12);
            }
        }
    }

    [Fact]
    public void The_gradient_of_the_transpose_is_the_transposed_Jacobian()
    {
        Of(nameof(Seed002.TransposedJacobian))
            .Shows(nameof(Seed002.Gradient_TransposedJacobian_x), "∂f/∂x = Diag(exp(x))Aᵀ")
            .Holds(d => [d.Vector(d.N), d.Matrix(d.M, d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (x, a) = (draw.Vector(draw.N), draw.Matrix(draw.M, draw.N));
            Assert.True(GradientCheck.RelativeError(Seed002.Jacobian_JacobianByColumn_x(x, a).T, Seed002.Gradient_TransposedJacobian_x(x, a)) < 1e-12);
            Assert.True(GradientCheck.RelativeError(Seed002.Gradient_JacobianByRow_xT(x.T, a).T, Seed002.Gradient_TransposedJacobian_x(x, a)) < 1e-12);
        }
    }

    [Fact]
    public void Vec_stacks_the_columns()
    {
        Of(nameof(Seed002.Vectorized))
            .Shows(nameof(Seed002.Jacobian_Vectorized_X), "∂f/∂vec(X)ᵀ = I")
            .Holds(d => [d.Matrix(d.N, d.M)]);
        Assert.Equal(Vector.Of(1, 2, 3, 4, 5, 6), Seed002.Vectorized(Matrix.OfColumns(Vector.Of(1, 2), Vector.Of(3, 4), Vector.Of(5, 6))));
    }

    [Fact]
    public void The_Jacobian_of_a_product() => Of(nameof(Seed002.Sandwich))
        .Shows(nameof(Seed002.Jacobian_Sandwich_X), "∂vec(f)/∂vec(X)ᵀ = Bᵀ ⊗ A")
        .Holds(d => [d.Matrix(d.P, d.M), d.Matrix(d.M, d.N), d.Matrix(d.N, 2)]);

    [Fact]
    public void The_Jacobian_of_a_transpose() => Of(nameof(Seed002.Transpose))
        .Shows(nameof(Seed002.Jacobian_Transpose_X), "∂vec(f)/∂vec(X)ᵀ = K[rows(X), cols(X)]")
        .Holds(d => [d.Matrix(d.M, d.N)]);

    [Fact]
    public void The_Jacobian_of_an_inverse() => Of(nameof(Seed002.InverseMap))
        .Shows(nameof(Seed002.Jacobian_InverseMap_X), "∂vec(f)/∂vec(X)ᵀ = −X⁻ᵀ ⊗ X⁻¹")
        .Holds(d => [d.Invertible(d.N)]);

    [Fact]
    public void The_Jacobian_of_a_matrix_by_its_transpose() => Of(nameof(Seed002.Gram))
        .Shows(nameof(Seed002.Jacobian_Gram_X), "∂vec(f)/∂vec(X)ᵀ = X ⊗ I + K[rows(X), rows(X)](X ⊗ I)")
        .Holds(d => [d.Matrix(d.M, d.N)]);

    [Fact]
    public void The_Jacobian_of_an_entrywise_map_is_diagonal() => Of(nameof(Seed002.Entrywise))
        .Shows(nameof(Seed002.Jacobian_Entrywise_X), "∂vec(f)/∂vec(X)ᵀ = Diag(vec(exp(X)))")
        .Holds(d => [d.Matrix(d.M, d.N)]);

    [Fact]
    public void The_Jacobian_determinant_is_the_rate_of_change_of_volume()
    {
        Of(nameof(Seed002.SquareMap))
            .Shows(nameof(Seed002.Jacobian_SquareMap_x), "∂f/∂xᵀ = A + 2 Diag(x)")
            .Holds(d => [d.Vector(d.N), d.Matrix(d.N, d.N)]);

        // The image of a small square, by its two sides.
        var (x, a, side) = (Vector.Of(0.4, -0.9), Matrix.OfArray(new[,] { { 1.0, 2 }, { -3, 0.5 } }), 1e-4);
        Vector Image(double u, double v) => Seed002.SquareMap(x + Vector.Of(u, v), a);
        var area = Det(Matrix.OfColumns(Image(side, 0) - Image(-side, 0), Image(0, side) - Image(0, -side))) / (4 * side * side);
        Assert.Equal(area, Det(Seed002.Jacobian_SquareMap_x(x, a)), 1e-8);
    }

    [Fact]
    public void The_Jacobian_determinant_of_polar_coordinates_is_the_radius()
    {
        Of(nameof(Seed002.Polar))
            .ShowsForNow(nameof(Seed002.Jacobian_Polar_p), "∂f/∂pᵀ = [cos(p₁)e₀ᵀ − p₀ sin(p₁)e₁ᵀ; sin(p₁)e₀ᵀ + p₀ cos(p₁)e₁ᵀ]",
                textbook: "∂f/∂pᵀ = [cos(p₁), −p₀ sin(p₁); sin(p₁), p₀ cos(p₁)]")
            .Holds(d => [d.Vector(2)]);
        Of(nameof(Seed002.PolarByPartials))
            .Shows(nameof(Seed002.Gradient_PolarByPartials_r), "∂f/∂r = [cos(φ); sin(φ)]")
            .ShowsForNow(nameof(Seed002.Gradient_PolarByPartials_phi), "∂f/∂φ = [−r sin(φ); r cos(φ)]", textbook: "∂f/∂φ = r[−sin(φ); cos(φ)]")
            .Holds(d => [d.Scalar(), d.Scalar()]);

        var (byRadius, byAngle) = Seed002.Gradient_PolarByPartials(2.5, 0.8);
        var jacobian = Seed002.Jacobian_Polar_p(Vector.Of(2.5, 0.8));
        Assert.Equal(2.5, Det(jacobian), 1e-12);
        Assert.True(GradientCheck.RelativeError(Matrix.OfColumns(byRadius, byAngle), jacobian) < 1e-12);
    }

    [Fact]
    public void The_differential_is_the_Jacobian_times_dx()
    {
        Of(nameof(Seed002.Differential))
            .Shows(nameof(Seed002.Jacobian_Differential_x), "∂f/∂xᵀ = Diag(Ax) + Diag(x)A")
            .Shows(nameof(Seed002.Pushforward_Differential), "df = dx ∘ Ax + x ∘ A dx")
            .Holds(d => [d.Vector(d.N), d.Matrix(d.N, d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (x, a, dx) = (draw.Vector(draw.N), draw.Matrix(draw.N, draw.N), draw.Vector(draw.N));
            Assert.True(GradientCheck.RelativeError(Seed002.Jacobian_Differential_x(x, a) * dx, Seed002.Pushforward_Differential(x, a, dx)) < 1e-12);
        }
    }

    [Fact]
    public void The_inverse_function_has_the_inverse_gradient()
    {
        Of(nameof(Seed002.Forth))
            .Shows(nameof(Seed002.Gradient_Forth_x), "∂f/∂x = Diag(exp(x))Aᵀ")
            .Holds(d => [d.Vector(d.N), d.Invertible(d.N)]);
        Of(nameof(Seed002.Back))
            .Shows(nameof(Seed002.Gradient_Back_y), "∂f/∂y = A⁻ᵀ Diag((A⁻¹y)^∘(−1))")
            .Holds(d =>
            {
                var a = d.Invertible(d.N);
                return [a * Exp(d.Vector(d.N)), a];
            });
        foreach (var draw in Draw.Several)
        {
            var (x, a) = (draw.Vector(draw.N), draw.Invertible(draw.N));
            var y = Seed002.Forth(x, a).T;
            Assert.True(GradientCheck.RelativeError(x.T, Seed002.Back(y, a)) < 1e-12);
            Assert.True(GradientCheck.RelativeError(Inv(Seed002.Gradient_Forth_x(x, a)), Seed002.Gradient_Back_y(y, a)) < 1e-10);
        }
    }

    private static Row Of(string method) => new(typeof(Seed002), method);
}
