using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class ExtremaTests
{
    private static readonly Vector X = Vector.Of(1, -5, 3);
    private static readonly Vector Y = Vector.Of(2, -6, 3);

    [Fact]
    public void The_largest_and_the_smallest_entry()
    {
        var matrix = Matrix.OfArray(new double[,] { { 4, 9 }, { -7, 0 } });
        Assert.Equal((3.0, 3.0, 9.0), (Max(X), Max(X.T), Max(matrix)));
        Assert.Equal((-5.0, -5.0, -7.0), (Min(X), Min(X.T), Min(matrix)));
        Assert.True(double.IsNaN(Max(Vector.Of(1, double.NaN))) && double.IsNaN(Min(Vector.Of(double.NaN, 1))));
    }

    [Fact]
    public void There_is_none_without_entries()
    {
        Assert.Equal("Max: there are no entries", Assert.Throws<ArgumentException>(() => Max(Zeros(0))).Message);
        Assert.Equal("Min: there are no entries", Assert.Throws<ArgumentException>(() => Min(Zeros(0, 2))).Message);
    }

    [Fact]
    public void Entries_that_sparse_storage_does_not_hold_count()
    {
        Assert.Equal((0.0, -2.0), (Max(Some.DiagonalStorage(-1, -2)), Min(Some.DiagonalStorage(-1, -2))));
        Assert.Equal((2.0, 0.0), (Max(Some.DiagonalStorage(1, 2)), Min(Some.DiagonalStorage(1, 2))));
        Vector nothingHeld = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Sparse(3);
        Assert.Equal((0.0, 0.0), (Max(nothingHeld), Min(nothingHeld)));
    }

    [Fact]
    public void The_larger_and_the_smaller_of_two()
    {
        Assert.Equal(Vector.Of(2, -5, 3), Max(X, Y));
        Assert.Equal(Vector.Of(1, -6, 3), Min(X, Y));
        Assert.Equal(RowVector.Of(2, -5, 3), Max(X.T, Y.T));
        Assert.Equal(RowVector.Of(1, -6, 3), Min(X.T, Y.T));
        Assert.Equal(Matrix.OfColumns(Max(X, Y)), Max(Matrix.OfColumns(X), Matrix.OfColumns(Y)));
        Assert.Equal(Matrix.OfColumns(Min(X, Y)), Min(Matrix.OfColumns(X), Matrix.OfColumns(Y)));
        Assert.True(double.IsNaN(Max(Vector.Of(double.NaN), Vector.Of(1))[0]));
    }

    [Fact]
    public void Every_pair_of_storages_gives_the_same()
    {
        Matrix[] kinds = [Some.Sparse(4, 4), Some.DiagonalStorage(1, -2, 3, -4), Some.Matrix(4, 4, 7)];
        foreach (var x in kinds)
        {
            foreach (var y in kinds)
            {
                Near.Equal(Max(Some.Densified(x), Some.Densified(y)), Max(x, y));
                Near.Equal(Min(Some.Densified(x), Some.Densified(y)), Min(x, y));
            }
        }

        Vector[] vectors = [Some.SparseVector(15), Some.SparseVector(15, 2), Some.Vector(15, 3)];
        foreach (var x in vectors)
        {
            foreach (var y in vectors)
            {
                Near.Equal(Max(Some.Densified(x), Some.Densified(y)), Max(x, y));
                Near.Equal(Min(Some.Densified(x), Some.Densified(y)), Min(x, y));
            }
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Equal("Max: the left vector has 3 entries but the right vector has 1 entry", Assert.Throws<ArgumentException>(() => Max(X, Vector.Of(1))).Message);
        Assert.Equal("Min: the left row has 3 entries but the right row has 1 entry", Assert.Throws<ArgumentException>(() => Min(X.T, RowVector.Of(1))).Message);
        Assert.Equal("Max: the left matrix has 2 columns but the right matrix has 3 columns", Assert.Throws<ArgumentException>(() => Max(Zeros(1, 2), Zeros(1, 3))).Message);
    }
}
