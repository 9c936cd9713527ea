using AcceptanceTests.Verification;
using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

public sealed class ObjectivesTests
{
    [Fact]
    public void Softmax_regression() => Of(nameof(Objectives.SoftmaxRegression))
        .Holds(d => [d.Matrix(d.P, d.N), d.Vector(d.P), d.Vectors(d.M, d.N), Enumerable.Range(0, d.M).Select(i => i % d.P).ToArray(), 0.1]);

    [Fact]
    public void Logistic_regression() => Of(nameof(Objectives.LogisticRegression))
        .Holds(d => [d.Matrix(d.M, d.N), Signs(d.M), d.Vector(d.N), 0.1]);

    [Fact]
    public void A_mixture_of_gaussians() => Of(nameof(Objectives.GaussianMixture))
        .Holds(d => [d.Vector(d.P), d.Matrix(d.N, d.P), d.Vector(d.P), d.Vectors(d.M, d.N)]);

    [Fact]
    public void A_gaussian_process() => Of(nameof(Objectives.MarginalLikelihood))
        .Holds(d => [Distances(d.Vectors(d.N, 2)), d.Vector(d.N), 1 + 0.2 * d.Scalar(), 1 + 0.2 * d.Scalar(), 0.5]);

    [Fact]
    public void A_factorization_with_a_mask() => Of(nameof(Objectives.MaskedFactorization))
        .Holds(d => [d.Matrix(d.M, d.P), d.Matrix(d.N, d.P), d.Matrix(d.M, d.N), Mask(d.M, d.N), 0.1]);

    [Fact]
    public void Two_layers() => Of(nameof(Objectives.TwoLayers))
        .Holds(d => [d.Matrix(d.P, d.N), d.Vector(d.P), d.Matrix(d.M, d.P), d.Vector(d.M), d.Vectors(3, d.N), d.Vectors(3, d.M)]);

    [Fact]
    public void Sharpe()
    {
        Of(nameof(Objectives.Sharpe)).Holds(d => [d.Vector(d.N), d.Vector(d.N), d.PositiveDefinite(d.N), 0.01]);
        Of(nameof(Objectives.SampleSharpe)).Holds(d => [d.Vector(d.N), d.Vectors(6, d.N)]);
    }

    [Fact]
    public void Canonical_correlations()
    {
        Of(nameof(Objectives.CanonicalCorrelation)).Holds(d => [d.Vector(d.M), d.Vector(d.N), d.PositiveDefinite(d.M), d.PositiveDefinite(d.N), d.Matrix(d.M, d.N), 0.1]);
        Of(nameof(Objectives.CanonicalCorrelations)).Holds(d => [d.Matrix(4, 2), d.Matrix(5, 2), d.PositiveDefinite(4), d.PositiveDefinite(5), d.Matrix(4, 5), 0.1]);
    }

    [Fact]
    public void Reprojection()
    {
        Of(nameof(Objectives.Reprojection)).Holds(d => [d.Vector(3), d.Vector(3) + Vector.Of(0, 0, 5), 2.0, d.Vectors(d.M, 3), d.Vectors(d.M, 2)]);
        Of(nameof(Objectives.Reprojection)).Holds(d => [1.5 * d.Vector(3), d.Vector(3) + Vector.Of(0, 0, 5), 2.0, d.Vectors(d.M, 3), d.Vectors(d.M, 2)]);
    }

    [Fact]
    public void A_camera_that_is_not_turned_has_no_nan()
    {
        var gradient = Objectives.Gradient_Reprojection_r(Zeros(3), Vector.Of(0, 0, 5), 2, [Vector.Of(1, 0.5, 0)], [Vector.Of(0, 0)]);
        var expected = GradientCheck.Gradient(r => Objectives.Reprojection(r, Vector.Of(0, 0, 5), 2, [Vector.Of(1, 0.5, 0)], [Vector.Of(0, 0)]), Zeros(3));
        Assert.True(GradientCheck.RelativeError(expected, gradient) < 1e-6);
    }

    private static Vector Signs(int n) => Vector.Of([.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1.0 : -1.0)]);

    private static Matrix Mask(int m, int n) => Unvec(Vector.Of([.. Enumerable.Range(0, m * n).Select(i => i % 3 == 0 ? 0.0 : 1.0)]), m, n);

    private static Matrix Distances(IReadOnlyList<Vector> points) =>
        Unvec(Vector.Of([.. points.SelectMany(a => points.Select(b => NormSquared(a - b)))]), points.Count, points.Count);

    private static Row Of(string method) => new(typeof(Objectives), method);
}
