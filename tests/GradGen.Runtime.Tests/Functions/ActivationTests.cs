using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class ActivationTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1000, 1)]
    [InlineData(-1000, 0)]
    [InlineData(-720, 2.0145512019557626E-313)]
    [InlineData(-40, 4.248354255291589E-18)]
    [InlineData(1, 0.7310585786300049)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void The_sigmoid_is_right_on_both_sides(double x, double expected)
    {
        Near.Equal(expected, Sigmoid(x), 1e-9);
        Near.Equal(expected, Sigmoid(Vector.Of(x, 0, 0, x, 0, x))[3], 1e-9);
        Near.Equal(expected, Sigmoid(Matrix.OfArray(new[,] { { x } }))[0, 0], 1e-9);
    }

    [Theory]
    [InlineData(0, 0.6931471805599453)]
    [InlineData(1000, 1000)]
    [InlineData(-1000, 0)]
    [InlineData(-40, 4.248354255291589E-18)]
    [InlineData(-20, 2.061153620314381E-09)]
    [InlineData(1, 1.3132616875182228)]
    [InlineData(40, 40)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void The_softplus_is_right_on_both_sides(double x, double expected)
    {
        Near.Equal(expected, Softplus(x), 1e-15);
        Near.Equal(expected, Softplus(RowVector.Of(0, x))[1], 1e-15);
    }

    [Fact]
    public void The_rectifier_keeps_what_is_positive()
    {
        Assert.Equal([2.0, 0.0, 0.0], new[] { 2.0, 0.0, -2.0 }.Select(Relu));
        Assert.True(double.IsNaN(Relu(double.NaN)));
    }

    [Fact]
    public void LogSumExp_does_not_overflow()
    {
        Near.Equal(1000 + Math.Log(2), LogSumExp(Vector.Of(1000, 1000)));
        Near.Equal(-1000 + Math.Log(3), LogSumExp(RowVector.Of(-1000, -1000, -1000)));
        Near.Equal(Math.Log(Math.Exp(1) + Math.Exp(2) + Math.Exp(-3)), LogSumExp(Vector.Of(1, 2, -3)));
        Near.Equal(Math.Log(Math.Exp(1) + Math.Exp(2) + Math.Exp(-3) + 1), LogSumExp(Matrix.OfArray(new double[,] { { 1, 2 }, { -3, 0 } })));
        Assert.Equal(1000.0, LogSumExp(Vector.Of(1000, -1000)));
    }

    [Fact]
    public void LogSumExp_of_infinities_is_no_NaN()
    {
        Assert.Equal(double.NegativeInfinity, LogSumExp(Vector.Of(double.NegativeInfinity, double.NegativeInfinity)));
        Assert.Equal(double.PositiveInfinity, LogSumExp(Vector.Of(double.PositiveInfinity, 0)));
        Assert.Equal(double.NegativeInfinity, LogSumExp(Zeros(0)));
        Assert.True(double.IsNaN(LogSumExp(Vector.Of(double.NaN, 0))));
    }

    [Fact]
    public void Sparse_zeros_count_in_LogSumExp_and_Softmax()
    {
        var x = Some.SparseVector(30);
        Near.Equal(LogSumExp(Some.Densified(x)), LogSumExp(x));
        Near.Equal(Softmax(Some.Densified(x)), Softmax(x));
    }

    [Fact]
    public void Softmax_does_not_overflow()
    {
        Assert.Equal(Vector.Of(0.5, 0.5, 0), Softmax(Vector.Of(1000, 1000, -1000)));
        Assert.Equal(RowVector.Of(0.5, 0.5), Softmax(RowVector.Of(-1000, -1000)));
        var sum = Math.Exp(1) + Math.Exp(2) + Math.Exp(3);
        Near.Equal(Vector.Of(Math.Exp(1) / sum, Math.Exp(2) / sum, Math.Exp(3) / sum), Softmax(Vector.Of(1, 2, 3)));
        Assert.Equal(0, Softmax(Zeros(0)).Count);
    }
}
