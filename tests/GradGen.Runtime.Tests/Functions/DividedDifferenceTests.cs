using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class DividedDifferenceTests
{
    [Fact]
    public void Quotients_where_values_differ_and_the_limit_where_they_coincide()
    {
        var values = Vector.Of(-1, 2, 2, 5);
        var actual = Kernel.DividedDifferences(values, Pow(values, 3), Diag(3 * Square(values)));
        var expected = Matrix.OfArray(new double[,] { { 0, 3, 3, 21 }, { 3, 0, 12, 39 }, { 3, 12, 0, 39 }, { 21, 39, 39, 0 } });
        Near.Equal(expected, actual, 1e-15);
        // Of a function that is not symmetric only those that differ contribute.
        var third = 1.0 / 3;
        expected = Matrix.OfArray(new[,] { { 0, third, 0, 0 }, { third, 0, 0, -third }, { 0, 0, 0, 0 }, { 0, -third, 0, 0 } });
        Near.Equal(expected, Kernel.DividedDifferences(values, Vector.Of(0, 1, 0, 0), Zeros(4, 4)), 1e-15);
    }

    [Fact]
    public void Close_values_keep_their_digits()
    {
        foreach (var gap in new[] { 1e-15, 1e-13, 1e-10, 1e-7, 1e-5, 1e-4 })
        {
            var values = Vector.Of(1, 1 + gap);
            var step = values[1] - values[0];
            var expected = Math.E * (1 + (step / 2) + (step * step / 6));
            Near.Equal(expected, Kernel.DividedDifferences(values, Exp(values), Diag(Exp(values)))[0, 1], 1e-9);
        }
    }

    [Fact]
    public void A_function_that_is_not_symmetric_keeps_its_quotients_at_close_values() =>
        Near.Equal(-1e9, Kernel.DividedDifferences(Vector.Of(1, 1 + 1e-9), Vector.Of(1, 0), Zeros(2, 2))[0, 1], 1e-6);

    [Fact]
    public void Weights_of_singular_values_have_limits_at_zero()
    {
        var x = Diag(Vector.Of(3, 1, 0, 0));
        var values = SingularValues(x);
        var (f, slopes) = (Pow(values, 3), Diag(3 * Square(values)));
        Near.Equal(Vector.Of(9, 1, 0, 0), Kernel.SingularRatios(x, values, f, slopes), 1e-15);
        Near.Equal(Matrix.OfArray(new double[,] { { 0, 13, 9, 9 }, { 13, 0, 1, 1 }, { 9, 1, 0, 0 }, { 9, 1, 0, 0 } }), Kernel.SingularDifferences(x, values, f, slopes), 1e-15);
        Near.Equal(Matrix.OfArray(new double[,] { { 0, 7, 9, 9 }, { 7, 0, 1, 1 }, { 9, 1, 0, 0 }, { 9, 1, 0, 0 } }), Kernel.SingularSums(x, values, f, slopes), 1e-15);
        var doubled = 2 * Identity(4);
        Assert.Equal(Vector.Of(2, 2, 2, 2), Kernel.SingularRatios(Zeros(4, 5), Zeros(4), Zeros(4), doubled));
        Assert.Equal(2 * Ones(4, 4), Kernel.SingularDifferences(Zeros(4, 5), Zeros(4), Zeros(4), doubled));
    }

    [Fact]
    public void The_left_basis_is_orthonormal_at_every_rank()
    {
        foreach (var x in new[] { Some.Matrix(4, 3), Vector.Of(1, 2, 2) * RowVector.Of(3, 4), Zeros(3, 5), Zeros(4, 2) })
        {
            var u = Kernel.LeftSingularBasis(x);
            Near.Equal(Identity(Math.Min(x.RowCount, x.ColumnCount)), u.T * u, 1e-14);
        }

        Assert.Equal((0, 0), (Kernel.LeftSingularBasis(Zeros(0, 2)).RowCount, Kernel.LeftSingularBasis(Zeros(0, 2)).ColumnCount));
    }
}
