using MathNet.Numerics.LinearAlgebra.Double;
using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class InverseTests
{
    private static readonly Matrix A = Matrix.OfArray(new double[,] { { 0, 2, 1 }, { 1, -2, 3 }, { 4, 0, 1 } });
    private static readonly Matrix Singular = Matrix.OfArray(new double[,] { { 1, 2 }, { 2, 4 } });
    private static readonly Matrix Oblong = Ones(2, 3);

    [Fact]
    public void The_determinant()
    {
        Near.Equal(30.0, Det(A));
        Near.Equal(-30.0, Det(A.T * Matrix.OfArray(new double[,] { { 0, 1, 0 }, { 1, 0, 0 }, { 0, 0, 1 } })));
        Assert.Equal(0.0, Det(Singular));
        Assert.Equal(1.0, Det(Zeros(0, 0)));
        Assert.Equal(-7.0, Det(Matrix.OfArray(new double[,] { { -7 } })));
        Near.Equal(Det(Some.Densified(Some.DiagonalStorage(2, 3, -4))), Det(Some.DiagonalStorage(2, 3, -4)));
        for (var n = 1; n <= 8; n++)
        {
            Near.Equal(Some.Matrix(n, n, n).AsMathNet().Determinant(), Det(Some.Matrix(n, n, n)));
        }
    }

    [Fact]
    public void Products_of_pivots_do_not_overflow_on_the_way()
    {
        Near.Equal(1e100, Det(Diag(Vector.Of(1e200, 1e200, 1e-300))));
        Near.Equal(-1e-100, Det(Diag(Vector.Of(1e-200, -1e-200, 1e300))));
        Assert.Equal(double.PositiveInfinity, Det(Diag(Vector.Of(1e200, 1e200))));
        Assert.Equal(0.0, Det(Diag(Vector.Of(1e-200, 1e-200))));
        Near.Equal(3 * 5e-324, Det(Diag(Vector.Of(1.5, 2, 5e-324))));
    }

    [Fact]
    public void The_logarithm_of_the_determinant()
    {
        Near.Equal(Math.Log(30), LogDet(A));
        Near.Equal(Math.Log(30), LogDet(-A));
        Near.Equal(400 * Math.Log(1e10), LogDet(1e10 * Identity(400)));
        Assert.Equal(double.NegativeInfinity, LogDet(Singular));
        Assert.Equal(0.0, LogDet(Zeros(0, 0)));
    }

    [Fact]
    public void The_inverse()
    {
        Near.Equal(Identity(3), A * Inv(A));
        Near.Equal(Identity(3), Inv(A) * A);
        Near.Equal(Matrix.OfArray(new double[,] { { -2, 1 }, { 1.5, -0.5 } }), Inv(Matrix.OfArray(new double[,] { { 1, 2 }, { 3, 4 } })));
        Near.Equal(Some.Matrix(30, 30).AsMathNet().Inverse(), Inv(Some.Matrix(30, 30)), 1e-10);
        Near.Equal(Inv(Some.Densified(Some.Sparse(5, 5) + Identity(5))), Inv(Some.Sparse(5, 5) + Some.DiagonalStorage(1, 1, 1, 1, 1)));
    }

    [Fact]
    public void The_inverse_of_diagonal_storage_stays_diagonal()
    {
        var inverse = Inv(Some.DiagonalStorage(2, -4));
        Assert.IsType<DiagonalMatrix>(inverse.AsMathNet());
        Assert.Equal(Diag(Vector.Of(0.5, -0.25)), inverse);
        Assert.Throws<SingularMatrixException>(() => Inv(Some.DiagonalStorage(2, 0)));
    }

    [Fact]
    public void Linear_systems()
    {
        var (x, y) = (Some.Vector(3), Some.Matrix(3, 4));
        Near.Equal(x, Solve(A, A * x));
        Near.Equal(y, Solve(A, A * y));
        Near.Equal(Some.Matrix(25, 25).AsMathNet().Solve(Some.Vector(25).AsMathNet()), Solve(Some.Matrix(25, 25), Some.Vector(25)), 1e-10);
        var sparse = Some.Sparse(6, 6) + 2 * Identity(6);
        Near.Equal(Some.Densified(Some.SparseVector(6)), Solve(sparse, sparse * Some.SparseVector(6)));
    }

    [Fact]
    public void A_singular_matrix_has_no_inverse()
    {
        Assert.Equal("The 2×2 matrix is singular: pivot 1 is 0.", Assert.Throws<SingularMatrixException>(() => Inv(Singular)).Message);
        Assert.Throws<SingularMatrixException>(() => Solve(Singular, Ones(2)));
        Assert.Throws<SingularMatrixException>(() => Solve(Singular, Ones(2, 3)));
        Assert.Throws<SingularMatrixException>(() => Inv(Zeros(3, 3)));
        Assert.Throws<SingularMatrixException>(() => Inv(Matrix.OfArray(new[,] { { double.NaN, 1 }, { 1, 1 } })));
        Assert.Equal(0, Inv(Zeros(0, 0)).RowCount);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Equal("Det: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => Det(Oblong)).Message);
        Assert.Equal("LogDet: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => LogDet(Oblong)).Message);
        Assert.Equal("Inv: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => Inv(Oblong)).Message);
        Assert.Equal("Adj: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => Adj(Oblong)).Message);
        Assert.Equal("Cholesky: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => Cholesky(Oblong)).Message);
        Assert.Equal("Solve: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => Solve(Oblong, Ones(2))).Message);
        Assert.Equal("Solve: the matrix has 3 rows but the right-hand side has 2 entries", Assert.Throws<ArgumentException>(() => Solve(A, Ones(2))).Message);
        Assert.Equal("Solve: the matrix has 3 rows but the right-hand side has 1 row", Assert.Throws<ArgumentException>(() => Solve(A, Ones(1, 3))).Message);
    }

    [Fact]
    public void The_Cholesky_factor()
    {
        Near.Equal(Matrix.OfArray(new double[,] { { 2, 0 }, { 1, 3 } }), Cholesky(Matrix.OfArray(new double[,] { { 4, 2 }, { 2, 10 } })));
        var a = Some.PositiveDefinite(20);
        var l = Cholesky(a);
        Near.Equal(a, l * l.T);
        Near.Equal(a.AsMathNet().Cholesky().Factor, l);
        Assert.True(l == (Matrix)l.AsMathNet().LowerTriangle());
        Assert.Equal(0, Cholesky(Zeros(0, 0)).RowCount);
    }

    [Fact]
    public void The_Cholesky_factor_reads_the_symmetric_part()
    {
        var (a, skew) = (Some.PositiveDefinite(4), Some.Matrix(4, 4));
        Near.Equal(Cholesky(a), Cholesky(a + skew - skew.T));
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(1, double.PositiveInfinity, 1)]
    public void What_is_not_positive_definite_has_no_Cholesky_factor(double a, double b, double c)
    {
        var matrix = Matrix.OfArray(new[,] { { a, b }, { b, c } });
        Assert.Contains("not positive definite", Assert.Throws<NotPositiveDefiniteException>(() => Cholesky(matrix)).Message);
    }
}
