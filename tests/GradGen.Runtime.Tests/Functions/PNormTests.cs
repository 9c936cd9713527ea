using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class PNormTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    [InlineData(2.0)]
    [InlineData(7.0)]
    public void The_norm_is_the_root_of_the_sum_of_powers(double p)
    {
        var x = Some.Vector(9);
        var expected = Math.Pow(x.ToArray().Sum(entry => Math.Pow(Math.Abs(entry), p)), 1 / p);
        Near.Equal(expected, NormP(x, p), 1e-14);
        Near.Equal(expected, NormP(x.T, p), 1e-14);
        Near.Equal(NormP(Some.Densified(Some.SparseVector(20)), p), NormP(Some.SparseVector(20), p), 1e-14);
    }

    [Fact]
    public void Known_exponents()
    {
        var x = Some.Vector(9);
        Near.Equal(Norm1(x), NormP(x, 1), 1e-15);
        Near.Equal(Norm(x), NormP(x, 2), 1e-15);
        Assert.Equal(NormInf(x), NormP(x, double.PositiveInfinity));
        Assert.Equal(x.ToArray().Max(Math.Abs), NormInf(x.T));
    }

    [Fact]
    public void Nothing_overflows_or_underflows()
    {
        Near.Equal(1e200 * Math.Pow(2, 1.0 / 3), NormP(Vector.Of(1e200, -1e200), 3), 1e-15);
        Near.Equal(1e-200 * Math.Pow(2, 1.0 / 3), NormP(Vector.Of(1e-200, -1e-200), 3), 1e-15);
        Near.Equal(1.0, NormP(Vector.Of(1, 0.5), 1000), 1e-15);
        var half = Math.Pow(2, -2.0 / 3);
        Near.Equal(Vector.Of(half, -half), Kernel.NormPGradient(Vector.Of(1e200, -1e200), 3), 1e-15);
        Near.Equal(Vector.Of(half, -half), Kernel.NormPGradient(Vector.Of(1e-200, -1e-200), 3), 1e-15);
    }

    [Fact]
    public void Zero_and_what_is_not_finite()
    {
        Assert.Equal(0.0, NormP(Zeros(3), 3));
        Assert.Equal(0.0, NormP(Zeros(0), 3));
        Assert.Equal(Zeros(3), Kernel.NormPGradient(Zeros(3), 1.5));
        Assert.Equal(Zeros(3), Kernel.NormPCurvature(Zeros(3), 1.5));
        Assert.Equal(double.PositiveInfinity, NormP(Vector.Of(1, double.NegativeInfinity), 3));
        Assert.Equal(double.NaN, NormP(Vector.Of(1, double.NaN), 3));
        Assert.Equal(Vector.Of(1, 0, -1), Kernel.NormPGradient(Vector.Of(2, 0, -3), 1));
        Assert.Equal(Vector.Of(0, -1, 0), Kernel.NormPGradient(Vector.Of(2, -3, 3), double.PositiveInfinity));
        Assert.Equal(Zeros(2), Kernel.NormPCurvature(Vector.Of(2, -3), 1));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void What_is_no_norm_says_so(double p)
    {
        var fault = Assert.Throws<ArgumentException>(() => NormP(Ones(2), p));
        Assert.Equal(FormattableString.Invariant($"NormP: the exponent is {p} but at least 1 is needed"), fault.Message);
        Assert.Throws<ArgumentException>(() => Kernel.NormPGradient(Ones(2), p));
        Assert.Equal("NormInf: there are no entries", Assert.Throws<ArgumentException>(() => NormInf(Zeros(0))).Message);
    }
}
