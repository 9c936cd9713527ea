using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

/// <summary>"矩阵微分", sections 2.1 to 2.4, row by row.</summary>
public sealed class Seed002DifferentialTests
{
    [Fact]
    public void The_differential_of_a_matrix() => Of(nameof(Seed002.OfMatrix))
        .Shows(nameof(Seed002.Pushforward_OfMatrix), "df = dA")
        .Holds(d => [d.Matrix(d.M, d.N)]);

    [Fact]
    public void The_differential_of_a_transposed_vector_is_a_row() => Of(nameof(Seed002.OfTransposedVector))
        .Shows(nameof(Seed002.Pushforward_OfTransposedVector), "df = dxᵀ")
        .Holds(d => [d.Vector(d.N)]);

    [Fact]
    public void The_differential_of_a_multiple() => Of(nameof(Seed002.Scaled))
        .Shows(nameof(Seed002.Pushforward_Scaled), "df = c dA")
        .Holds(d => [d.Scalar(), d.Matrix(d.N, d.M)]);

    [Fact]
    public void The_differential_of_a_sum() => Of(nameof(Seed002.Added))
        .Shows(nameof(Seed002.Pushforward_Added), "df = dA + dB")
        .Holds(d => [d.Matrix(d.N, d.M), d.Matrix(d.N, d.M)]);

    [Fact]
    public void The_differential_of_a_product() => Of(nameof(Seed002.Multiplied))
        .Shows(nameof(Seed002.Pushforward_Multiplied), "df = dA B + A dB")
        .Holds(d => [d.Matrix(d.N, d.M), d.Matrix(d.M, d.P)]);

    [Fact]
    public void The_differential_of_a_transpose() => Of(nameof(Seed002.Transposed))
        .Shows(nameof(Seed002.Pushforward_Transposed), "df = dAᵀ")
        .Holds(d => [d.Matrix(d.N, d.M)]);

    [Fact]
    public void The_differential_and_the_trace_commute() => Of(nameof(Seed002.Trace))
        .Shows(nameof(Seed002.Pushforward_Trace), "df = Tr(dA)")
        .Shows(nameof(Seed002.Gradient_Trace_A), "∂f/∂A = I")
        .Holds(d => [d.Matrix(d.N, d.N)]);

    [Fact]
    public void The_total_differential_sums_the_partials()
    {
        Of(nameof(Seed002.TotalDifferential))
            .Shows(nameof(Seed002.Pushforward_TotalDifferential), "df = exp(x)ᵀ dx")
            .Shows(nameof(Seed002.Gradient_TotalDifferential_x), "∂f/∂x = exp(x)")
            .Holds(d => [d.Vector(d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (x, dx) = (draw.Vector(draw.N), draw.Vector(draw.N));
            var sum = Enumerable.Range(0, draw.N).Sum(i => Seed002.Gradient_TotalDifferential_x(x)[i] * dx[i]);
            Assert.Equal(sum, Seed002.Pushforward_TotalDifferential(x, dx), 1e-12);
        }
    }

    [Fact]
    public void The_differential_is_the_trace_of_the_transposed_gradient_times_dA()
    {
        Of(nameof(Seed002.TraceForm))
            .Shows(nameof(Seed002.Pushforward_TraceForm), "df = 2xᵀAᵀ dA x")
            .Shows(nameof(Seed002.Gradient_TraceForm_A), "∂f/∂A = 2Axxᵀ")
            .Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (a, x, da) = (draw.Matrix(draw.M, draw.N), draw.Vector(draw.N), draw.Matrix(draw.M, draw.N));
            Assert.Equal(Tr(Seed002.Gradient_TraceForm_A(a, x).T * da), Seed002.Pushforward_TraceForm(a, x, da), 1e-12);
        }
    }

    [Fact]
    public void The_differential_of_an_inverse() => Of(nameof(Seed002.Inverse))
        .Shows(nameof(Seed002.Pushforward_Inverse), "df = −X⁻¹ dX X⁻¹")
        .Holds(d => [d.Invertible(d.N)]);

    [Fact]
    public void The_differential_of_a_matrix_times_its_inverse_is_zero()
    {
        Of(nameof(Seed002.InverseProduct))
            .Shows(nameof(Seed002.Pushforward_InverseProduct), "df = 0")
            .Holds(d => [d.Invertible(d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (x, dx) = (draw.Invertible(draw.N), draw.Matrix(draw.N, draw.N));
            Assert.True(FrobeniusNorm(dx * Inv(x) + x * Seed002.Pushforward_Inverse(x, dx)) < 1e-12);
        }
    }

    [Fact]
    public void The_gradient_of_a_determinant_is_the_transposed_adjugate() => Of(nameof(Seed002.Determinant))
        .Shows(nameof(Seed002.Gradient_Determinant_A), "∂f/∂A = adj(A)ᵀ")
        .Shows(nameof(Seed002.Pushforward_Determinant), "df = Tr(adj(A) dA)")
        .Holds(d => [d.Invertible(d.N)]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_gradient_of_a_determinant_needs_no_inverse(int defect) => Of(nameof(Seed002.Determinant))
        .AllocatesByMathNet()
        .Holds(d => [d.OfRank(4, 4 - defect)])
        .Holds(d => [d.OfRank(d.N, Math.Max(0, d.N - defect))]);

    [Fact]
    public void An_entry_of_the_gradient_of_a_determinant_is_its_cofactor()
    {
        foreach (var draw in Draw.Several)
        {
            foreach (var a in new[] { draw.Invertible(4), draw.OfRank(4, 3), draw.OfRank(4, 2) })
            {
                var cofactors = Seed002.Gradient_Determinant_A(a);
                for (var i = 0; i < 4; i++)
                {
                    for (var j = 0; j < 4; j++) Assert.Equal(Cofactor(a, i, j), cofactors[i, j], 1e-9);
                }
            }
        }
    }

    [Fact]
    public void The_differential_of_a_determinant_goes_through_the_inverse_where_there_is_one()
    {
        foreach (var draw in Draw.Several)
        {
            var (a, da) = (draw.Invertible(draw.N), draw.Matrix(draw.N, draw.N));
            var throughInverse = Tr(Det(a) * Inv(a) * da);
            Assert.True(GradientCheck.RelativeError(throughInverse, Seed002.Pushforward_Determinant(a, da)) < 1e-12);
        }
    }

    private static double Cofactor(Matrix a, int i, int j)
    {
        var rows = Enumerable.Range(0, a.RowCount).Where(r => r != i);
        var minor = Matrix.OfRows([.. rows.Select(r => RowVector.Of([.. a.Row(r).ToArray().Where((_, c) => c != j)]))]);
        return ((i + j) % 2 == 0 ? 1 : -1) * Det(minor);
    }

    private static Row Of(string method) => new(typeof(Seed002), method);
}
