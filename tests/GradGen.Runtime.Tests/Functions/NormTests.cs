using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class NormTests
{
    [Fact]
    public void Norms_of_vectors()
    {
        var x = Vector.Of(3, -4, 12);
        Assert.Equal((13.0, 169.0, 19.0), (Norm(x), NormSquared(x), Norm1(x)));
        Assert.Equal((13.0, 169.0, 19.0), (Norm(x.T), NormSquared(x.T), Norm1(x.T)));
        Assert.Equal((0.0, 0.0, 0.0), (Norm(Zeros(3)), NormSquared(Zeros(0)), Norm(Zeros(0))));
    }

    [Fact]
    public void Norms_of_matrices()
    {
        var x = Matrix.OfArray(new double[,] { { 3, -4 }, { 0, 12 } });
        Assert.Equal((13.0, 169.0, 19.0), (FrobeniusNorm(x), FrobeniusNormSquared(x), Norm1(x)));
        var y = Some.Matrix(4, 3);
        Near.Equal(Math.Sqrt(Tr(y.T * y)), FrobeniusNorm(y));
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    [InlineData(1e308)]
    [InlineData(5e-324)]
    public void Squares_do_not_overflow_or_underflow(double scale)
    {
        // At the smallest subnormal number the result itself has no more digits.
        var tolerance = scale == 5e-324 ? 0.5 : 1e-15;
        Near.Equal(scale * Math.Sqrt(2), Norm(Vector.Of(scale, scale)), tolerance);
        Near.Equal(scale * Math.Sqrt(2), Norm(RowVector.Of(-scale, scale)), tolerance);
        Near.Equal(scale * Math.Sqrt(2), FrobeniusNorm(Matrix.OfArray(new[,] { { scale, scale } })), tolerance);
        Near.Equal(scale, SpectralNorm(Matrix.OfArray(new[,] { { scale, 0 }, { 0, scale } })), 1e-14);
    }

    [Fact]
    public void Large_and_small_entries_go_together() => Near.Equal(1e200, Norm(Vector.Of(1e200, 1, 1e-200)), 1e-15);

    [Fact]
    public void What_is_not_finite_stays_so()
    {
        Assert.Equal(double.PositiveInfinity, Norm(Vector.Of(1, double.NegativeInfinity)));
        Assert.True(double.IsNaN(Norm(Vector.Of(1, double.NaN))));
        Assert.True(double.IsNaN(NuclearNorm(Matrix.OfArray(new[,] { { double.NaN } }))));
        Assert.Equal(double.PositiveInfinity, SpectralNorm(Matrix.OfArray(new[,] { { 1, double.NegativeInfinity } })));
    }

    [Fact]
    public void Norms_of_singular_values()
    {
        // A rotation of diag(3, 2) from both sides has the singular values 3 and 2.
        var (c, s) = (Math.Cos(0.3), Math.Sin(0.3));
        var rotation = Matrix.OfArray(new[,] { { c, -s }, { s, c } });
        var x = rotation * Diag(Vector.Of(3, -2)) * rotation;
        Near.Equal(5.0, NuclearNorm(x));
        Near.Equal(3.0, SpectralNorm(x));
        Near.Equal(5e-200, NuclearNorm(1e-200 * x));
        var row = Matrix.OfArray(new double[,] { { 3, 4 } });
        Near.Equal(5.0, NuclearNorm(row));
        Near.Equal(5.0, SpectralNorm(row.T));
        Assert.Equal((0.0, 0.0), (NuclearNorm(Zeros(2, 3)), SpectralNorm(Zeros(0, 0))));
    }

    [Fact]
    public void The_norms_of_singular_values_bound_the_Frobenius_norm()
    {
        var x = Some.Matrix(6, 4);
        var eigenvalues = (x.T * x).AsMathNet().Evd().EigenValues.Select(value => Math.Sqrt(value.Real)).ToArray();
        Near.Equal(eigenvalues.Sum(), NuclearNorm(x));
        Near.Equal(eigenvalues.Max(), SpectralNorm(x));
    }

    [Fact]
    public void Every_storage_gives_the_same()
    {
        var (x, v) = (Some.Sparse(6, 5), Some.SparseVector(20));
        var diagonal = Some.DiagonalStorage(1, -2, 3);
        Near.Equal(FrobeniusNorm(Some.Densified(x)), FrobeniusNorm(x));
        Near.Equal(FrobeniusNormSquared(Some.Densified(x)), FrobeniusNormSquared(x));
        Near.Equal(Norm1(Some.Densified(x)), Norm1(x));
        Near.Equal(NuclearNorm(Some.Densified(x)), NuclearNorm(x));
        Near.Equal(Norm(Some.Densified(v)), Norm(v));
        Near.Equal(NormSquared(Some.Densified(v)), NormSquared(v));
        Near.Equal(6.0, NuclearNorm(diagonal));
        Near.Equal(Math.Sqrt(14), FrobeniusNorm(diagonal));
    }
}
