namespace GradGen.Tests.Functions;

public class PolyGammaTests
{
    private const double Apery = 1.2020569031595942854;

    [Fact]
    public void At_one_and_at_a_half_they_are_multiples_of_zeta()
    {
        Near.Equal(Math.PI * Math.PI / 6, Kernel.PolyGamma(1, 1), 1e-15);
        Near.Equal(-2 * Apery, Kernel.PolyGamma(2, 1), 1e-15);
        Near.Equal(Math.Pow(Math.PI, 4) / 15, Kernel.PolyGamma(3, 1), 1e-15);
        Near.Equal(Math.PI * Math.PI / 2, Kernel.PolyGamma(1, 0.5), 1e-15);
        Near.Equal(-14 * Apery, Kernel.PolyGamma(2, 0.5), 1e-15);
        Near.Equal(Math.Pow(Math.PI, 4), Kernel.PolyGamma(3, 0.5), 1e-15);
        Near.Equal(8 * Math.Pow(Math.PI, 6), Kernel.PolyGamma(5, 0.5), 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void The_recurrence_holds_on_both_sides_of_zero(int k)
    {
        var factorial = Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * i);
        var sign = k % 2 == 0 ? 1 : -1;
        foreach (var x in new[] { -7.3, -1.5, -0.25, -1e-3, 1e-3, 0.4, 3.7, 19.9, 21.5, 400 })
        {
            var step = sign * factorial / Math.Pow(x, k + 1);
            var scale = Math.Max(Math.Abs(step), Math.Abs(Kernel.PolyGamma(k, x)));
            Near.Equal(1.0, 1 + ((Kernel.PolyGamma(k, x + 1) - Kernel.PolyGamma(k, x) - step) / scale), 1e-13);
        }
    }

    [Fact]
    public void Each_is_the_derivative_of_the_one_before()
    {
        foreach (var x in new[] { -2.6, -0.3, 0.2, 1.7, 12.5, 60.0 })
        {
            Near.Equal(GradientCheck.Derivative(MathNet.Numerics.SpecialFunctions.DiGamma, x), Kernel.PolyGamma(1, x), 1e-8);
            for (var k = 1; k < 4; k++) Near.Equal(GradientCheck.Derivative(t => Kernel.PolyGamma(k, t), x), Kernel.PolyGamma(k + 1, x), 1e-8);
        }
    }

    [Fact]
    public void Large_and_small_arguments()
    {
        Near.Equal(1e-100, Kernel.PolyGamma(1, 1e100), 1e-15);
        Near.Equal(-1e-200, Kernel.PolyGamma(2, 1e100), 1e-15);
        Near.Equal(1e40, Kernel.PolyGamma(1, 1e-20), 1e-15);
        Near.Equal(-2e60, Kernel.PolyGamma(2, 1e-20), 1e-15);
        Near.Equal(2e60, Kernel.PolyGamma(2, -1e-20), 1e-15);
        Assert.Equal(0.0, Kernel.PolyGamma(1, double.PositiveInfinity));
    }

    [Fact]
    public void At_the_poles_it_is_the_limit_from_above()
    {
        Assert.Equal(double.PositiveInfinity, Kernel.PolyGamma(1, 0));
        Assert.Equal(double.NegativeInfinity, Kernel.PolyGamma(2, -3));
        Assert.Equal(Math.Sign(Kernel.PolyGamma(2, -3 + 1e-9)), Math.Sign(Kernel.PolyGamma(2, -3)));
        Assert.True(double.IsNaN(Kernel.PolyGamma(1, double.NaN)));
        Assert.True(double.IsNaN(Kernel.PolyGamma(1, double.NegativeInfinity)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.PolyGamma(0, 1));
    }
}
