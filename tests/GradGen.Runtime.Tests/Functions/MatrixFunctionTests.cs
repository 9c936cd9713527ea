using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class MatrixFunctionTests
{
    private static readonly Matrix X = Matrix.OfArray(new double[,] { { 1, 2 }, { 3, 4 } });

    [Fact]
    public void Powers()
    {
        Assert.Equal(Identity(2), MatrixPower(X, 0));
        Assert.Equal(X, MatrixPower(X, 1));
        Assert.NotSame(X.AsMathNet(), MatrixPower(X, 1).AsMathNet());
        Assert.Equal(X * X, MatrixPower(X, 2));
        Assert.Equal(Matrix.OfArray(new double[,] { { 1069, 1558 }, { 2337, 3406 } }), MatrixPower(X, 5));
        Near.Equal(X.AsMathNet().Power(13), MatrixPower(X, 13));
        Near.Equal(Inv(X), MatrixPower(X, -1));
        Near.Equal(Inv(X) * Inv(X) * Inv(X), MatrixPower(X, -3));
        Near.Equal(Diag(Vector.Of(8, 27)), MatrixPower(Some.DiagonalStorage(2, 3), 3));
    }

    [Fact]
    public void The_most_negative_exponent()
    {
        var reflection = Matrix.OfArray(new double[,] { { 0, 1 }, { 1, 0 } });
        Assert.Equal(Identity(2), MatrixPower(reflection, int.MinValue));
        Assert.Equal(reflection, MatrixPower(reflection, int.MinValue + 1));
    }

    [Fact]
    public void What_has_no_power_says_so()
    {
        Assert.Throws<SingularMatrixException>(() => MatrixPower(Ones(2, 2), -1));
        Assert.Equal(4.0, MatrixPower(Ones(2, 2), 3)[0, 0]);
        Assert.Equal("MatrixPower: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => MatrixPower(Ones(2, 3), 2)).Message);
    }

    [Fact]
    public void The_exponential_in_closed_form()
    {
        Assert.Equal(Identity(3), MatrixExp(Zeros(3, 3)));
        Near.Equal(Diag(Vector.Of(Math.E, Math.Exp(-2))), MatrixExp(Diag(Vector.Of(1, -2))), 1e-14);
        Near.Equal(Matrix.OfArray(new double[,] { { 1, 5 }, { 0, 1 } }), MatrixExp(Matrix.OfArray(new double[,] { { 0, 5 }, { 0, 0 } })), 1e-14);
        foreach (var t in new[] { 0.1, 1.0, 3.0, 20.0, 100.0 })
        {
            var rotation = Matrix.OfArray(new[,] { { 0, -t }, { t, 0 } });
            var (c, s) = (Math.Cos(t), Math.Sin(t));
            Near.Equal(Matrix.OfArray(new[,] { { c, -s }, { s, c } }), MatrixExp(rotation));
        }
    }

    [Fact]
    public void The_exponential_by_its_series()
    {
        foreach (var scale in new[] { 1e-9, 0.3, 1.0, 2.5 })
        {
            var x = scale * Some.Matrix(5, 5);
            var (sum, term) = (Identity(5), Identity(5));
            for (var k = 1; k < 60; k++)
            {
                term = term * x / k;
                sum += term;
            }

            Near.Equal(sum, MatrixExp(x), 1e-13);
        }
    }

    [Fact]
    public void The_exponential_of_large_matrices_is_scaled()
    {
        var x = Some.Matrix(6, 6);
        Near.Equal(MatrixPower(MatrixExp(x), 64), MatrixExp(64 * x), 1e-10);
        Near.Equal(Math.Exp(Tr(3 * x)), Det(MatrixExp(3 * x)), 1e-10);
        Near.Equal(Diag(Vector.Of(Math.Exp(-500), Math.Exp(300))), MatrixExp(Some.DiagonalStorage(-500, 300)), 1e-11);
    }

    [Fact]
    public void What_has_no_exponential_says_so()
    {
        Assert.True(double.IsNaN(MatrixExp(Matrix.OfArray(new[,] { { double.PositiveInfinity } }))[0, 0]));
        Assert.Equal(0, MatrixExp(Zeros(0, 0)).RowCount);
        Assert.Equal("MatrixExp: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => MatrixExp(Ones(2, 3))).Message);
    }
}
