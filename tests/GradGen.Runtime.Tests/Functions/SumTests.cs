using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class SumTests
{
    private static readonly Matrix X = Matrix.OfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 7 } });
    private static readonly Vector V = Vector.Of(1, -2, 4);

    [Fact]
    public void Sums_and_means_of_entries()
    {
        Assert.Equal((22.0, 3.0, 3.0), (Sum(X), Sum(V), Sum(V.T)));
        Assert.Equal((22.0 / 6, 1.0, 1.0), (Mean(X), Mean(V), Mean(V.T)));
        Assert.Equal(0.0, Sum(Zeros(0)));
        Assert.True(double.IsNaN(Mean(Zeros(0))));
    }

    [Fact]
    public void Sums_of_rows_and_of_columns()
    {
        Assert.Equal(Vector.Of(6, 16), RowSums(X));
        Assert.Equal(RowVector.Of(5, 7, 10), ColumnSums(X));
        Near.Equal(X * Ones(3), RowSums(X));
        Near.Equal(Ones(2).T * X, ColumnSums(X));
    }

    [Fact]
    public void Inner_products()
    {
        var w = Vector.Of(3, 1, 2);
        Assert.Equal((9.0, 9.0, 9.0, 9.0), (Dot(V, w), Dot(V.T, w.T), Inner(V, w), Inner(V.T, w.T)));
        var y = Some.Matrix(2, 3);
        Near.Equal(Tr(X.T * y), Inner(X, y));
        Near.Equal(Dot(Vec(X), Vec(y)), Inner(X, y));
    }

    [Fact]
    public void The_trace_sums_the_diagonal()
    {
        Assert.Equal(12.0, Tr(Matrix.OfArray(new double[,] { { 3, 8 }, { 8, 9 } })));
        Assert.Equal("Tr: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => Tr(X)).Message);
    }

    [Fact]
    public void Every_storage_gives_the_same()
    {
        var (x, v) = (Some.Sparse(6, 6), Some.SparseVector(20));
        var (dense, w) = (Some.Densified(x), Some.Densified(v));
        var diagonal = Some.DiagonalStorage(1, 2, 3, 4, 5, 6);
        Near.Equal(Sum(dense), Sum(x));
        Near.Equal(Mean(dense), Mean(x));
        Near.Equal(Mean(w), Mean(v));
        Near.Equal(Tr(dense), Tr(x));
        Near.Equal(RowSums(dense), RowSums(x));
        Near.Equal(ColumnSums(dense), ColumnSums(x));
        Near.Equal(Inner(dense, dense), Inner(x, x));
        Near.Equal(Inner(dense, dense), Inner(x, dense));
        Near.Equal(Inner(dense, dense), Inner(dense, x));
        Near.Equal(Inner(Some.Densified(diagonal), dense), Inner(diagonal, x));
        Near.Equal(Inner(Some.Densified(diagonal), dense), Inner(diagonal, dense));
        Near.Equal(Inner(Some.Densified(diagonal), dense), Inner(dense, diagonal));
        Near.Equal(Dot(w, w), Dot(v, v));
        Near.Equal(Dot(w, w), Dot(v, w));
        Near.Equal(Dot(w, w), Dot(w, v));
        Assert.Equal(21.0, Sum(diagonal));
        Assert.Equal(Vector.Of(1, 2, 3, 4, 5, 6), RowSums(diagonal));
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_named()
    {
        Assert.Equal("Dot: the left vector has 3 entries but the right vector has 2 entries", Assert.Throws<ArgumentException>(() => Dot(V, Vector.Of(1, 2))).Message);
        Assert.Equal("Dot: the left row has 3 entries but the right row has 2 entries", Assert.Throws<ArgumentException>(() => Dot(V.T, RowVector.Of(1, 2))).Message);
        Assert.Equal("Inner: the left matrix has 2 rows but the right matrix has 3 rows", Assert.Throws<ArgumentException>(() => Inner(X, X.T)).Message);
    }
}
