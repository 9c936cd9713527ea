using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

/// <summary>"矩阵微分", sections 2.6 and 2.7, row by row.</summary>
public sealed class Seed002ChainRuleTests
{
    [Fact]
    public void Example_1_linear_regression() => Of(nameof(Seed002.Regression))
        .Shows(nameof(Seed002.Gradient_Regression_theta), "∂f/∂θ = 2Xᵀ(Xθ − y)")
        .Holds(d => [d.Matrix(d.N, d.P), d.Vector(d.P), d.Vector(d.N)]);

    [Fact]
    public void Example_1_linear_regression_by_samples()
    {
        Of(nameof(Seed002.RegressionBySamples))
            .Shows(nameof(Seed002.Gradient_RegressionBySamples_theta), "∂f/∂θ = 2 ∑ᵢ (θᵀxᵢ − yᵢ)xᵢ")
            .Holds(d => [d.Vectors(d.N, d.P), d.Vector(d.P), d.Vector(d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (samples, theta, y) = (draw.Vectors(draw.N, draw.P), draw.Vector(draw.P), draw.Vector(draw.N));
            var stacked = Matrix.OfRows([.. samples.Select(x => x.T)]);
            var gradient = Seed002.Gradient_RegressionBySamples_theta(samples, theta, y);
            Assert.True(GradientCheck.RelativeError(Seed002.Gradient_Regression_theta(stacked, theta, y), gradient) < 1e-12);
        }
    }

    [Fact]
    public void Example_1_the_links_of_the_chain()
    {
        Of(nameof(Seed002.OuterLink))
            .Shows(nameof(Seed002.Gradient_OuterLink_z), "∂f/∂z = 2z")
            .Holds(d => [d.Vector(d.N)]);
        Of(nameof(Seed002.InnerLink))
            .Shows(nameof(Seed002.Gradient_InnerLink_theta), "∂f/∂θ = Xᵀ")
            .Holds(d => [d.Matrix(d.N, d.P), d.Vector(d.P), d.Vector(d.N)]);
        foreach (var draw in Draw.Several)
        {
            var (x, theta, y) = (draw.Matrix(draw.N, draw.P), draw.Vector(draw.P), draw.Vector(draw.N));
            var chained = Seed002.Gradient_InnerLink_theta(x, theta, y) * Seed002.Gradient_OuterLink_z(x * theta - y);
            Assert.True(GradientCheck.RelativeError(chained, Seed002.Gradient_Regression_theta(x, theta, y)) < 1e-12);
        }
    }

    [Fact]
    public void Example_2_a_Mahalanobis_distance() => Of(nameof(Seed002.Mahalanobis))
        .Shows(nameof(Seed002.Gradient_Mahalanobis_mu), "∂f/∂μ = −2Λ(x − μ)")
        .Holds(d => [d.Vector(d.N), d.Vector(d.N), d.Symmetric(d.N)]);

    [Fact]
    public void Example_2_a_Mahalanobis_distance_by_an_inverse() => Of(nameof(Seed002.MahalanobisOfInverse))
        .Shows(nameof(Seed002.Gradient_MahalanobisOfInverse_mu), "∂f/∂μ = −2Σ⁻¹(x − μ)")
        .Holds(d => [d.Vector(d.N), d.Vector(d.N), d.PositiveDefinite(d.N)])
        .Holds(d => [d.Vector(d.N), d.Vector(d.N), d.Symmetric(d.N) - d.N * Identity(d.N)]);

    [Fact]
    public void Example_2_a_Mahalanobis_distance_by_solving() => Of(nameof(Seed002.MahalanobisOfSolve))
        .Shows(nameof(Seed002.Gradient_MahalanobisOfSolve_mu), "∂f/∂μ = −2Σ⁻¹(x − μ)")
        .Holds(d => [d.Vector(d.N), d.Vector(d.N), d.PositiveDefinite(d.N)]);

    [Fact]
    public void Example_2_the_inner_link_of_the_chain() => Of(nameof(Seed002.Centred))
        .Shows(nameof(Seed002.Gradient_Centred_mu), "∂f/∂μ = −I")
        .Holds(d => [d.Vector(d.N), d.Vector(d.N)]);

    [Fact]
    public void Exercise_the_logarithm_of_the_likelihood() => Of(nameof(Seed002.LogLikelihood))
        .Shows(nameof(Seed002.Gradient_LogLikelihood_mu), "∂f/∂μ = Σ⁻¹ ∑ᵢ (xᵢ − μ)")
        .Shows(nameof(Seed002.Gradient_LogLikelihood_Sigma), "∂f/∂Σ = ½(Σ⁻¹(∑ᵢ (xᵢ − μ)(xᵢ − μ)ᵀ)Σ⁻¹ − count(x)Σ⁻¹)")
        .Holds(d => [d.Vectors(d.M + d.N, d.P), d.Vector(d.P), d.PositiveDefinite(d.P)]);

    [Fact]
    public void Exercise_the_gradients_vanish_at_the_mean_and_covariance_of_the_sample()
    {
        foreach (var draw in Draw.Several)
        {
            var x = draw.Vectors(3 * draw.P, draw.P);
            var mean = x.Aggregate((a, b) => a + b) / x.Count;
            var covariance = x.Select(v => (v - mean) * (v - mean).T).Aggregate((a, b) => a + b) / x.Count;
            var (byMean, byCovariance) = Seed002.Gradient_LogLikelihood(x, mean, covariance);
            Assert.True(Norm(byMean) < 1e-10);
            Assert.True(FrobeniusNorm(byCovariance) < 1e-9);

            // The other divisor, N − 1, is no root.
            var unbiased = covariance * x.Count / (x.Count - 1.0);
            Assert.True(FrobeniusNorm(Seed002.Gradient_LogLikelihood_Sigma(x, mean, unbiased)) > 1e-2);
        }
    }

    private static Row Of(string method) => new(typeof(Seed002), method);
}
