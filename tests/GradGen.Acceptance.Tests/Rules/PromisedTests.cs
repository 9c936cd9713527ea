using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

/// <summary>Companions that compute with a structure against differences of the plain function, which does not know it.</summary>
public sealed class PromisedTests
{
    [Fact]
    public void Systems_of_a_diagonal_matrix() => Of(nameof(Promised.OfDiagonal)).Holds(d => [Diagonal(d), d.Vector(d.N), d.Matrix(d.M, d.N)]);

    [Fact]
    public void Determinants_of_a_diagonal_matrix() => Of(nameof(Promised.DeterminantsOfDiagonal)).Holds(d => [Diagonal(d), d.Vector(d.N)]);

    [Fact]
    public void A_diagonal_matrix_made_of_its_diagonal() => Of(nameof(Promised.OfDiag)).Holds(d => [MatrixMath.Diagonal(Diagonal(d)), d.Vector(d.N)]);

    [Fact]
    public void Systems_of_a_triangular_matrix() => Of(nameof(Promised.OfTriangle)).Holds(d => [Triangle(d), d.Vector(d.N), d.Matrix(d.M, d.N)]);

    [Fact]
    public void Determinants_of_a_triangular_matrix() => Of(nameof(Promised.DeterminantsOfTriangle)).Holds(d => [Triangle(d), d.Vector(d.N)]);

    [Fact]
    public void A_Cholesky_factor_is_triangular() => Of(nameof(Promised.ThroughCholesky)).Holds(d => [d.PositiveDefinite(d.N), d.Vector(d.N)]);

    [Fact]
    public void The_lower_part_of_a_matrix_is_triangular() => Of(nameof(Promised.OfLowerPart)).Holds(d => [d.Invertible(d.N), d.Vector(d.N)]);

    [Fact]
    public void An_orthogonal_matrix_is_inverted_by_its_transpose() => Of(nameof(Promised.OfOrthogonal))
        .Shows(nameof(Promised.Gradient_OfOrthogonal_x), "∂f/∂x = 2x + Qb")
        .Holds(d => [Reflection(d.Vector(d.N)), d.Vector(d.N), d.Vector(d.N)]);

    [Fact]
    public void Products_before_a_vector() => Of(nameof(Promised.QuotientOfForms)).Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.P, d.N), d.Vector(d.N)]);

    [Fact]
    public void What_is_singular_is_named()
    {
        var (x, zeros) = (Vector.Of(1, 2), Zeros(2, 2));
        Assert.Throws<SingularMatrixException>(() => Promised.Gradient_OfDiagonal_x(zeros, x, zeros));
        Assert.Throws<SingularMatrixException>(() => Promised.Gradient_OfTriangle_x(zeros, x, zeros));
        Assert.Throws<SingularMatrixException>(() => Promised.Gradient_OfDiag_x(Vector.Of(1, 0), x));
    }

    private static Matrix Diagonal(Draw draw) => Diag(Abs(draw.Vector(draw.N)) + 0.5);

    private static Matrix Triangle(Draw draw) => LowerTriangle(draw.Invertible(draw.N));

    private static Matrix Reflection(Vector v) => Identity(v.Count) - 2 / NormSquared(v) * (v * v.T);

    private static Row Of(string method) => new(typeof(Promised), method);
}
