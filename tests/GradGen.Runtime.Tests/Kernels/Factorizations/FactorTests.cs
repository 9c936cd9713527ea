using static GradGen.MatrixMath;

namespace GradGen.Tests.Kernels.Factorizations;

public class FactorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(31)]
    public void Lu_solves_from_every_side(int n)
    {
        var a = Some.Matrix(n, n, 3);
        var inverse = (Matrix)a.AsMathNet().Inverse();
        var (b, r, x, y) = (Some.Vector(n), Some.Row(n, 2), Some.Matrix(n, 4, 5), Some.Matrix(4, n, 6));
        var lu = Kernel.Lu(a);
        Near.Equal(inverse * b, lu.Solve(b), 1e-10);
        Near.Equal(inverse * x, lu.Solve(x), 1e-10);
        Near.Equal(inverse.T * b, lu.SolveTranspose(b), 1e-10);
        Near.Equal(inverse.T * x, lu.SolveTranspose(x), 1e-10);
        Near.Equal(r * inverse, lu.SolveLeft(r), 1e-10);
        Near.Equal(y * inverse, lu.SolveLeft(y), 1e-10);
        Near.Equal(r * inverse.T, lu.SolveLeftTranspose(r), 1e-10);
        Near.Equal(y * inverse.T, lu.SolveLeftTranspose(y), 1e-10);
        Near.Equal(inverse, lu.Inverse(), 1e-10);
        Near.Equal(a.AsMathNet().Determinant(), lu.Determinant);
        Near.Equal(Math.Log(Math.Abs(a.AsMathNet().Determinant())), lu.LogAbsDeterminant);
        Assert.Equal(Math.Sign(a.AsMathNet().Determinant()), lu.DeterminantSign);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(31)]
    public void Cholesky_solves_from_every_side(int n)
    {
        var a = Some.PositiveDefinite(n, 3);
        var inverse = (Matrix)a.AsMathNet().Inverse();
        var (b, r, x, y) = (Some.Vector(n), Some.Row(n, 2), Some.Matrix(n, 4, 5), Some.Matrix(4, n, 6));
        var cholesky = Kernel.CholeskyFactor(a);
        Near.Equal(inverse * b, cholesky.Solve(b));
        Near.Equal(inverse * x, cholesky.Solve(x));
        Near.Equal(inverse * b, cholesky.SolveTranspose(b));
        Near.Equal(inverse * x, cholesky.SolveTranspose(x));
        Near.Equal(r * inverse, cholesky.SolveLeft(r));
        Near.Equal(y * inverse, cholesky.SolveLeft(y));
        Near.Equal(r * inverse, cholesky.SolveLeftTranspose(r));
        Near.Equal(y * inverse, cholesky.SolveLeftTranspose(y));
        Near.Equal(inverse, cholesky.Inverse());
        Assert.Equal(cholesky.Inverse(), cholesky.Inverse().T);
        Near.Equal(a.AsMathNet().Determinant(), cholesky.Determinant);
        Near.Equal(Math.Log(a.AsMathNet().Determinant()), cholesky.LogAbsDeterminant, 1e-11);
        Assert.Equal((cholesky.LogAbsDeterminant, 1), (cholesky.LogDeterminant, cholesky.DeterminantSign));
        Near.Equal(a, cholesky.Factor * cholesky.Factor.T);
    }

    [Fact]
    public void The_arguments_are_left_alone()
    {
        var (a, b) = (Some.PositiveDefinite(3), Some.Matrix(3, 3));
        var (before, right) = (Kernel.Copy(a), Kernel.Copy(b));
        var (lu, cholesky) = (Kernel.Lu(a), Kernel.CholeskyFactor(a));
        Matrix[] results =
        [
            lu.Solve(b), lu.SolveTranspose(b), lu.SolveLeft(b), lu.SolveLeftTranspose(b), lu.Inverse(), cholesky.Solve(b), cholesky.SolveTranspose(b),
            cholesky.SolveLeft(b), cholesky.SolveLeftTranspose(b), cholesky.Inverse(), cholesky.Factor,
        ];
        Assert.Equal((before, right), (a, b));
        results[10].AsMathNet()[0, 0] = 100;
        Assert.NotEqual(100.0, cholesky.Factor[0, 0]);
    }

    [Fact]
    public void A_singular_matrix_is_factored_but_not_inverted()
    {
        var lu = Kernel.Lu(Matrix.OfArray(new double[,] { { 0, 0, 1 }, { 0, 0, 2 }, { 1, 1, 1 } }));
        Assert.Equal((0.0, double.NegativeInfinity, 0), (lu.Determinant, lu.LogAbsDeterminant, lu.DeterminantSign));
        Assert.Equal(double.NegativeInfinity, lu.LogDeterminant);
        Assert.Throws<SingularMatrixException>(() => lu.Solve(Ones(3)));
        Assert.Throws<SingularMatrixException>(() => lu.Solve(Ones(3, 2)));
        Assert.Throws<SingularMatrixException>(() => lu.SolveTranspose(Ones(3)));
        Assert.Throws<SingularMatrixException>(() => lu.SolveTranspose(Ones(3, 2)));
        Assert.Throws<SingularMatrixException>(() => lu.SolveLeft(Ones(3).T));
        Assert.Throws<SingularMatrixException>(() => lu.SolveLeft(Ones(2, 3)));
        Assert.Throws<SingularMatrixException>(() => lu.SolveLeftTranspose(Ones(3).T));
        Assert.Throws<SingularMatrixException>(() => lu.SolveLeftTranspose(Ones(2, 3)));
        Assert.Throws<SingularMatrixException>(() => lu.Inverse());
    }

    [Fact]
    public void The_logarithm_keeps_its_domain()
    {
        Near.Equal(Math.Log(6), Kernel.Lu(Diag(Vector.Of(-2, -3))).LogDeterminant);
        Near.Equal(1000 * Math.Log(10), Kernel.Lu(Diag(Vector.Of([.. Enumerable.Repeat(1e10, 100)]))).LogDeterminant);
        Assert.Equal("The logarithm of a negative determinant is not real.", Assert.Throws<ArithmeticException>(() => Kernel.Lu(Diag(Vector.Of(-2, 3))).LogDeterminant).Message);
        Near.Equal(Math.Log(6), Kernel.Lu(Diag(Vector.Of(-2, 3))).LogAbsDeterminant);
        Assert.Equal(-1, Kernel.Lu(Diag(Vector.Of(-2, 3))).DeterminantSign);
        Assert.True(double.IsNaN(Kernel.Lu(Matrix.OfArray(new[,] { { double.NaN } })).LogDeterminant));
    }

    [Fact]
    public void Determinants_of_positive_definite_matrices_do_not_overflow_on_the_way()
    {
        var cholesky = Kernel.CholeskyFactor(Diag(Vector.Of(1e200, 1e200, 1e-300)));
        Near.Equal(1e100, cholesky.Determinant);
        Near.Equal(100 * Math.Log(10), cholesky.LogDeterminant);
    }

    [Fact]
    public void Every_storage_is_factored()
    {
        var diagonal = Some.DiagonalStorage(4, 9);
        Near.Equal(Vector.Of(0.5, 1), Kernel.Lu(diagonal).Solve(Vector.Of(2, 9)));
        Near.Equal(Vector.Of(0.5, 1), Kernel.CholeskyFactor(diagonal).Solve(Vector.Of(2, 9)));
        Matrix sparse = MathNet.Numerics.LinearAlgebra.Double.SparseMatrix.OfMatrix(Some.PositiveDefinite(4));
        Near.Equal(Kernel.CholeskyFactor(Some.PositiveDefinite(4)).Inverse(), Kernel.CholeskyFactor(sparse).Inverse());
        Near.Equal(Kernel.Lu(sparse).SolveLeft(Some.Densified(Some.Sparse(3, 4))), Kernel.Lu(sparse).SolveLeft(Some.Sparse(3, 4)));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var (lu, cholesky) = (Kernel.Lu(Identity(3)), Kernel.CholeskyFactor(Identity(3)));
        string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Equal("LU: the matrix has 1 row but the matrix has 2 columns", Message(() => Kernel.Lu(Ones(1, 2))));
        Assert.Equal("Cholesky: the matrix has 1 row but the matrix has 2 columns", Message(() => Kernel.CholeskyFactor(Ones(1, 2))));
        Assert.Equal("Solve: the matrix has 3 rows but the right-hand side has 2 entries", Message(() => lu.Solve(Ones(2))));
        Assert.Equal("Solve: the matrix has 3 rows but the right-hand side has 2 rows", Message(() => cholesky.Solve(Ones(2, 2))));
        Assert.Equal("SolveTranspose: the matrix has 3 columns but the right-hand side has 2 rows", Message(() => lu.SolveTranspose(Ones(2, 2))));
        Assert.Equal("SolveLeft: the left-hand side has 2 columns but the matrix has 3 columns", Message(() => lu.SolveLeft(Ones(2, 2))));
        Assert.Equal("SolveLeft: the left-hand side has 2 columns but the matrix has 3 columns", Message(() => cholesky.SolveLeft(Ones(2, 2))));
        Assert.Equal("SolveLeftTranspose: the left-hand side has 2 columns but the matrix has 3 rows", Message(() => lu.SolveLeftTranspose(Ones(2, 2))));
    }
}
