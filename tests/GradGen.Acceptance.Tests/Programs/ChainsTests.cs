using GradGen;
using AcceptanceTests.Verification;

namespace AcceptanceTests.Programs;

public sealed class ChainsTests
{
    [Fact]
    public void More_than_one_pass_takes() => new Row(typeof(Chains), nameof(Chains.Wide))
        .Holds(d => [d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.Vector(d.N), d.Scalar(), d.Scalar()]);

    [Fact]
    public void In_rounds() => new Row(typeof(Chains), nameof(Chains.Rounds)).Holds(d => [d.Matrix(d.M, d.N), d.Matrix(d.M, d.N), 3]);

    [Fact]
    public void In_a_branch()
    {
        new Row(typeof(Chains), nameof(Chains.Branch)).Holds(d => [d.Row(d.N), d.Row(d.N), -100.0]);
        new Row(typeof(Chains), nameof(Chains.Branch)).Holds(d => [d.Row(d.N), d.Row(d.N), 100.0]);
    }

    [Fact]
    public void What_is_read_twice() => new Row(typeof(Chains), nameof(Chains.Shared)).Holds(d => [d.Vector(d.N), d.Vector(d.N)]);

    [Fact]
    public void A_sum_with_a_chain() => new Row(typeof(Chains), nameof(Chains.Logits)).Holds(d => [d.Matrix(d.M, d.N), d.Vector(d.N), d.Vector(d.M)]);

    [Fact]
    public void Functions_that_share_an_inner_one() => new Row(typeof(Chains), nameof(Chains.Gates)).Holds(d => [d.Matrix(d.M, d.N), d.Row(d.N), d.Scalar()]);

    [Fact]
    public void Passes_that_need_each_other() => new Row(typeof(Chains), nameof(Chains.Entangled)).Holds(d => [d.Vector(d.N), d.Vector(d.N)]);

    [Fact]
    public void A_sum_in_a_branch()
    {
        new Row(typeof(Chains), nameof(Chains.SumInBranch)).Holds(d => [d.Vector(d.N), d.Vector(d.N), true]);
        new Row(typeof(Chains), nameof(Chains.SumInBranch)).Holds(d => [d.Vector(d.N), d.Vector(d.N), false]);
    }

    [Fact]
    public void Residuals_in_rounds() => new Row(typeof(Chains), nameof(Chains.Residuals))
        .Holds(d => [d.Matrix(d.N, d.N), d.Vector(d.N), new[] { d.Vector(d.N), d.Vector(d.N), d.Vector(d.N) }]);

    // Large enough to be read by panels, of rows and of columns.
    [Theory]
    [InlineData(1000, 100)]
    [InlineData(100, 1000)]
    public void Of_a_large_matrix_the_gradients_are_those_of_plain_operators(int m, int n)
    {
        var (X, w, y) = (Filled(m, n), Filled(n, 1).Column(0), Filled(m, 1).Column(0));
        var (z, v) = (X * w, MatrixMath.Sigmoid(w));
        var (value, ofX, ofW, ofY) = Chains.ValueAndGradient_Logits(X, w, y);
        var residual = MatrixMath.Sigmoid(z) - y;
        Assert.Equal(Chains.Logits(X, w, y), value, 1e-10 * Math.Abs(value));
        Near(residual * w.T, ofX);
        NearVector((X.T * residual + 2.0 * MatrixMath.PointwiseMultiply(v - 0.5, MatrixMath.PointwiseMultiply(v, 1.0 - v))), ofW);
        NearVector(-z, ofY);

        static Matrix Filled(int m, int n)
        {
            var entries = new double[m, n];
            for (var i = 0; i < m; i++) for (var j = 0; j < n; j++) entries[i, j] = Math.Sin(1.7 * i + 0.6 * j) / Math.Sqrt(n);
            return Matrix.OfArray(entries);
        }

        static void Near(Matrix expected, Matrix actual) => Assert.True(MatrixMath.FrobeniusNorm(actual - expected) <= 1e-12 * MatrixMath.FrobeniusNorm(expected));

        static void NearVector(Vector expected, Vector actual) => Assert.True(MatrixMath.NormSquared(actual - expected) <= 1e-24 * MatrixMath.NormSquared(expected));
    }

    [Fact]
    public void Far_out_the_shared_exponential_keeps_its_digits()
    {
        var w = Vector.Of(-1000.0, -40.0, -1e-300, 0.0, 1e-17, 40.0, 1000.0);
        var (X, y) = (MatrixMath.Identity(w.Count), MatrixMath.Zeros(w.Count));
        var plain = MatrixMath.Sigmoid(w);
        var (value, ofX, _, _) = Chains.ValueAndGradient_Logits(X, w, y);
        Assert.Equal(MatrixMath.Sum(MatrixMath.Softplus(w)) + MatrixMath.NormSquared(plain - 0.5), value, 1e-12);
        for (var i = 0; i < w.Count; i++) Assert.Equal(plain[i] * w[i], ofX[i, i]);
        Assert.All(Chains.Gradient_Logits_w(X, double.NaN * w, y).ToArray(), g => Assert.Equal(double.NaN, g));
    }
}
