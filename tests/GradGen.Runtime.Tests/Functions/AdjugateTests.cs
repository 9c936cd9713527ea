using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class AdjugateTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Of_a_regular_matrix_it_is_the_determinant_times_the_inverse(int n)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var a = Some.Matrix(n, n, seed);
            Near.Equal(Det(a) * Inv(a), Adj(a));
            Near.Equal(Det(-a) * Inv(-a), Adj(-a));
        }
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(4, 3)]
    [InlineData(4, 2)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    [InlineData(5, 0)]
    public void Of_a_singular_matrix_it_is_the_transposed_matrix_of_cofactors(int n, int rank)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var a = Some.Matrix(n, rank, seed) * Some.Matrix(rank, n, seed + 50);
            var expected = Cofactors(a).T;
            Assert.True(GradientCheck.RelativeError(expected, Adj(a)) < 1e-13);
            if (rank == n - 1)
            {
                Assert.True(FrobeniusNorm(expected) > 1e-6);
                Near.Equal(expected, Adj(a), 1e-9);
            }
            else
            {
                Assert.True(FrobeniusNorm(Adj(a)) < 1e-13);
            }
        }
    }

    [Fact]
    public void Small_integers()
    {
        Near.Equal(Matrix.OfArray(new double[,] { { 4, -2 }, { -3, 1 } }), Adj(Matrix.OfArray(new double[,] { { 1, 2 }, { 3, 4 } })));
        Near.Equal(Matrix.OfArray(new double[,] { { 4, -2 }, { -2, 1 } }), Adj(Matrix.OfArray(new double[,] { { 1, 2 }, { 2, 4 } })));
        Near.Equal(
            Matrix.OfArray(new double[,] { { -3, 6, -3 }, { 6, -12, 6 }, { -3, 6, -3 } }),
            Adj(Matrix.OfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } })));
        Near.Equal(Matrix.OfArray(new double[,] { { 0, 0 }, { 0, 5 } }), Adj(Some.DiagonalStorage(5, 0)));
    }

    [Fact]
    public void The_smallest_sizes()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 1 } }), Adj(Matrix.OfArray(new double[,] { { 7 } })));
        Assert.Equal(Matrix.OfArray(new double[,] { { 1 } }), Adj(Matrix.OfArray(new double[,] { { 0 } })));
        Assert.Equal((0, 0), (Adj(Zeros(0, 0)).RowCount, Adj(Zeros(0, 0)).ColumnCount));
        Assert.Equal(Zeros(2, 2), Adj(Zeros(2, 2)));
    }

    [Fact]
    public void Products_do_not_overflow_on_the_way()
    {
        // adj(cA) = cⁿ⁻¹ adj(A).
        var a = Some.Matrix(3, 3);
        Near.Equal(1e300 * Adj(a), Adj(1e150 * a));
        Near.Equal(1e-300 * Adj(a), Adj(1e-150 * a));
        Near.Equal(Diag(Vector.Of(1e100, 1e-250, 1e-50)), Adj(Diag(Vector.Of(1e-200, 1e150, 1e-50))));
    }

    [Fact]
    public void What_is_not_finite_has_none() =>
        Assert.All(Vec(Adj(Matrix.OfArray(new[,] { { 1, double.NaN }, { 0, 1 } }))).ToArray(), entry => Assert.True(double.IsNaN(entry)));

    private static Matrix Cofactors(Matrix a)
    {
        var storage = a.AsMathNet();
        return Some.Matrix(a.RowCount, a.RowCount, (i, j) =>
            (((i + j) % 2 == 0) ? 1 : -1) * CofactorExpansion(storage.RemoveRow(i).RemoveColumn(j)));
    }

    private static double CofactorExpansion(MathNet.Numerics.LinearAlgebra.Matrix<double> a) => a.RowCount == 1
        ? a[0, 0]
        : Enumerable.Range(0, a.RowCount).Sum(j => (j % 2 == 0 ? 1 : -1) * a[0, j] * CofactorExpansion(a.RemoveRow(0).RemoveColumn(j)));
}
