using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

public sealed class StatisticsTests
{
    [Fact]
    public void Poisson_regression() => Of(nameof(Statistics.PoissonRegression)).Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.M), d.Vector(d.N), d.Scalar()]);

    [Fact]
    public void Normal_likelihood() => Of(nameof(Statistics.Normal)).Holds(d => [d.Vectors(5, d.N), d.Vector(d.N), d.PositiveDefinite(d.N)]);

    [Fact]
    public void Quadratic_form_of_rows() => Of(nameof(Statistics.FormOfRows)).Holds(d => [d.Vectors(4, d.N).Select(x => x.T).ToList(), d.Matrix(d.N, d.N)]);

    [Fact]
    public void Multivariate_t() => Of(nameof(Statistics.StudentT)).Holds(d => [d.Vectors(3, d.N), d.Vector(d.N), d.PositiveDefinite(d.N), d.Scalar()]);

    [Fact]
    public void Divergence_of_normal_distributions() => Of(nameof(Statistics.NormalDivergence)).Holds(d => [d.Vector(d.N), d.PositiveDefinite(d.N), d.Vector(d.N), d.PositiveDefinite(d.N)]);

    [Fact]
    public void Bures_distance() => Of(nameof(Statistics.Bures)).AllocatesByMathNet().Holds(d => [d.PositiveDefinite(d.N), d.PositiveDefinite(d.N)]);

    [Fact]
    public void Dirichlet_likelihood() => Of(nameof(Statistics.Dirichlet)).Holds(d => [d.Vector(d.N), d.Vectors(2, d.N).Select(Softmax).ToList()]);

    [Fact]
    public void Wishart_density() => Of(nameof(Statistics.Wishart)).Holds(d => [d.PositiveDefinite(d.N), d.PositiveDefinite(d.N), d.N + 2]);

    [Fact]
    public void Whitening() => Of(nameof(Statistics.Whitened)).Holds(d => [d.PositiveDefinite(d.N), d.Vector(d.N)]);

    [Fact]
    public void Quantile_loss() => Of(nameof(Statistics.Pinball)).Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.M), d.Vector(d.N), 0.3]);

    [Fact]
    public void Squared_hinge() => Of(nameof(Statistics.SquaredHinge)).Holds(d => [d.Matrix(d.M, d.N), Sign(d.Vector(d.M)), d.Vector(d.N), d.Scalar()]);

    [Fact]
    public void Non_negative_factors() => Of(nameof(Statistics.NonNegativeFactors)).Holds(d => [Exp(d.Matrix(d.M, d.N)), d.Matrix(d.M, d.P), d.Matrix(d.N, d.P)]);

    [Fact]
    public void Hidden_states() => Of(nameof(Statistics.Forward)).Holds(d => [Exp(d.Matrix(d.N, d.N)), d.Vector(d.N), d.Vectors(4, d.N)]);

    [Fact]
    public void Autoregression() => Of(nameof(Statistics.Autoregression)).Holds(d => [d.Vector(2), d.Scalar(), d.Vector(7)]);

    [Fact]
    public void Volatility() => Of(nameof(Statistics.Garch)).Holds(d => [d.Scalar(), d.Scalar(), d.Scalar(), d.Vector(6).ToArray()]);

    [Fact]
    public void Discriminant() => Of(nameof(Statistics.Discriminant)).Holds(d => [d.Matrix(5, 2), d.Symmetric(5), d.PositiveDefinite(5)]);

    [Fact]
    public void Smoothness_over_a_graph() => Of(nameof(Statistics.Smoothness)).Holds(d => [d.Symmetric(d.N), d.Matrix(d.N, d.M)]);

    private static Row Of(string method) => new(typeof(Statistics), method);
}
