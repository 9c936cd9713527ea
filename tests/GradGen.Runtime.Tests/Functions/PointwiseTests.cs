using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class PointwiseTests
{
    private static readonly Vector X = Vector.Of(1, -4, 9);
    private static readonly Vector Y = Vector.Of(2, 8, -3);

    [Fact]
    public void Products_and_quotients_of_entries()
    {
        Assert.Equal(Vector.Of(2, -32, -27), PointwiseMultiply(X, Y));
        Assert.Equal(RowVector.Of(2, -32, -27), PointwiseMultiply(X.T, Y.T));
        Assert.Equal(Vector.Of(0.5, -0.5, -3), PointwiseDivide(X, Y));
        Assert.Equal(RowVector.Of(0.5, -0.5, -3), PointwiseDivide(X.T, Y.T));
        Assert.Equal(X * Y.T, PointwiseMultiply(X * Ones(3).T, Ones(3) * Y.T));
        Assert.Equal(Matrix.OfArray(new double[,] { { 2, 3 } }), PointwiseDivide(Matrix.OfArray(new double[,] { { 4, 9 } }), Matrix.OfArray(new double[,] { { 2, 3 } })));
    }

    [Fact]
    public void A_quotient_by_zero_is_that_of_numbers()
    {
        var quotient = PointwiseDivide(Vector.Of(1, -1, 0), Zeros(3));
        Assert.Equal([double.PositiveInfinity, double.NegativeInfinity, double.NaN], quotient.ToArray());
    }

    [Fact]
    public void Every_pair_of_storages_gives_the_same()
    {
        Matrix[] kinds = [Some.Sparse(4, 4), Some.DiagonalStorage(1, -2, 3, -4), Some.Matrix(4, 4, 7)];
        foreach (var x in kinds)
        {
            foreach (var y in kinds)
            {
                Near.Equal(PointwiseMultiply(Some.Densified(x), Some.Densified(y)), PointwiseMultiply(x, y));
            }

            Near.Equal(PointwiseDivide(Some.Densified(x), kinds[2]), PointwiseDivide(x, kinds[2]));
        }

        Vector[] vectors = [Some.SparseVector(15), Some.Vector(15, 3)];
        foreach (var x in vectors)
        {
            foreach (var y in vectors)
            {
                Near.Equal(PointwiseMultiply(Some.Densified(x), Some.Densified(y)), PointwiseMultiply(x, y));
            }

            Near.Equal(PointwiseDivide(Some.Densified(x), vectors[1]), PointwiseDivide(x, vectors[1]));
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Equal("PointwiseMultiply: the left vector has 3 entries but the right vector has 1 entry", Assert.Throws<ArgumentException>(() => PointwiseMultiply(X, Vector.Of(1))).Message);
        Assert.Equal("PointwiseDivide: the left row has 3 entries but the right row has 1 entry", Assert.Throws<ArgumentException>(() => PointwiseDivide(X.T, RowVector.Of(1))).Message);
        Assert.Equal("PointwiseMultiply: the left matrix has 1 row but the right matrix has 2 rows", Assert.Throws<ArgumentException>(() => PointwiseMultiply(Ones(1, 2), Ones(2, 2))).Message);
        Assert.Equal("PointwiseDivide: the left matrix has 2 columns but the right matrix has 1 column", Assert.Throws<ArgumentException>(() => PointwiseDivide(Ones(1, 2), Ones(1, 1))).Message);
    }
}
