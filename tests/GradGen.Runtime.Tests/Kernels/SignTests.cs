using static GradGen.MatrixMath;

namespace GradGen.Tests.Kernels;

public class SignTests
{
    [Fact]
    public void Directions()
    {
        Near.Equal(Vector.Of(0.6, -0.8), Kernel.Normalize(Vector.Of(3, -4)), 1e-15);
        Near.Equal(RowVector.Of(0.6, -0.8), Kernel.Normalize(RowVector.Of(3, -4)), 1e-15);
        Near.Equal(Matrix.OfArray(new[,] { { 0.6 }, { -0.8 } }), Kernel.Normalize(Matrix.OfArray(new double[,] { { 3 }, { -4 } })), 1e-15);
    }

    [Fact]
    public void Zero_has_the_direction_zero()
    {
        Assert.Equal(Zeros(3), Kernel.Normalize(Zeros(3)));
        Assert.Equal(Zeros(3).T, Kernel.Normalize(Zeros(3).T));
        Assert.Equal(Zeros(2, 2), Kernel.Normalize(Zeros(2, 2)));
        Assert.Equal(Zeros(2, 2), Kernel.Normalize(Some.DiagonalStorage(0, 0)));
        Assert.Equal(0, Kernel.Normalize(Zeros(0)).Count);
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1.7e308)]
    [InlineData(1e-200)]
    [InlineData(1e-310)]
    public void Directions_do_not_overflow_or_underflow(double scale)
    {
        Near.Equal(Vector.Of(Math.Sqrt(0.5), -Math.Sqrt(0.5)), Kernel.Normalize(Vector.Of(scale, -scale)), 1e-15);
        Near.Equal(Diag(Vector.Of(Math.Sqrt(0.5), -Math.Sqrt(0.5))), Kernel.Normalize(Some.DiagonalStorage(scale, -scale)), 1e-15);
        Vector sparse = MathNet.Numerics.LinearAlgebra.Double.SparseVector.OfVector(Vector.Of(scale, 0, -scale));
        Near.Equal(Vector.Of(Math.Sqrt(0.5), 0, -Math.Sqrt(0.5)), Kernel.Normalize(sparse), 1e-15);
    }

    [Fact]
    public void Signs_and_steps()
    {
        var x = Vector.Of(-2, 0, 3, double.NaN, -0.0);
        Assert.Equal(Vector.Of(-1, 0, 1, double.NaN, 0), MatrixMath.Sign(x));
        Assert.Equal(RowVector.Of(-1, 0, 1, double.NaN, 0), MatrixMath.Sign(x.T));
        Assert.Equal(Matrix.OfColumns(Vector.Of(-1, 0, 1, double.NaN, 0)), MatrixMath.Sign(Matrix.OfColumns(x)));
        Assert.Equal(Vector.Of(0, 0, 1, double.NaN, 0), Kernel.StepOf(x));
        Assert.Equal(RowVector.Of(0, 0, 1, double.NaN, 0), Kernel.StepOf(x.T));
        Assert.Equal(Matrix.OfColumns(Vector.Of(0, 0, 1, double.NaN, 0)), Kernel.StepOf(Matrix.OfColumns(x)));
        Assert.Equal((1.0, -1.0, 0.0), (Kernel.Sign(double.PositiveInfinity), Kernel.Sign(double.NegativeInfinity), Kernel.Sign(0)));
        Assert.Equal((1.0, 0.0, 0.0), (Kernel.Step(double.PositiveInfinity), Kernel.Step(double.NegativeInfinity), Kernel.Step(0)));
    }
}
