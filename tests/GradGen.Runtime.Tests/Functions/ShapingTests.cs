using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class ShapingTests
{
    private static readonly Matrix X = Matrix.OfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    [Fact]
    public void Constants()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 0 }, { 0, 1 } }), Identity(2));
        Assert.Equal(Vector.Of(1, 1, 1), Ones(3));
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 1, 1 }, { 1, 1, 1 } }), Ones(2, 3));
        Assert.Equal(Vector.Of(0, 0), Zeros(2));
        Assert.Equal(Matrix.OfArray(new double[,] { { 0 }, { 0 } }), Zeros(2, 1));
        Assert.Equal((0, 0), (Identity(0).RowCount, Identity(0).ColumnCount));
    }

    [Fact]
    public void Diagonals()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 0 }, { 0, -2 } }), Diag(Vector.Of(1, -2)));
        Assert.Equal(Vector.Of(1, 5), Diagonal(X));
        Assert.Equal(Vector.Of(1, 5), Diagonal(X.T));
        Assert.Equal(Vector.Of(3, 4), Diagonal(Some.DiagonalStorage(3, 4)));
        Assert.Equal(Diag(Some.Densified(Some.SparseVector(9))), Diag(Some.SparseVector(9)));
    }

    [Fact]
    public void Vec_goes_by_columns_and_Unvec_back()
    {
        Assert.Equal(Vector.Of(1, 4, 2, 5, 3, 6), Vec(X));
        Assert.Equal(X, Unvec(Vec(X), 2, 3));
        Assert.Equal("Unvec: the vector has 6 entries but 8 are needed", Assert.Throws<ArgumentException>(() => Unvec(Vec(X), 2, 4)).Message);
        var sparse = Some.Sparse(3, 5);
        Assert.Equal(Vec(Some.Densified(sparse)), Vec(sparse));
        Assert.Equal(sparse, Unvec(Vec(sparse), 3, 5));
        Assert.Equal(Vector.Of(2, 0, 0, 3), Vec(Some.DiagonalStorage(2, 3)));
    }

    [Fact]
    public void Vec_has_storage_of_its_own()
    {
        var x = Some.Matrix(2, 2);
        Assert.NotSame(x.AsMathNet().AsColumnMajorArray(), Vec(x).AsMathNet().AsArray());
        Assert.NotSame(Vec(x).AsMathNet().AsArray(), Unvec(Vec(x), 2, 2).AsMathNet().AsColumnMajorArray());
    }

    [Fact]
    public void The_Kronecker_product_is_the_block_matrix()
    {
        var (a, b) = (Some.Matrix(2, 3, 1), Some.Matrix(4, 2, 2));
        Near.Equal(Some.Matrix(8, 6, (i, j) => a[i / 4, j / 2] * b[i % 4, j % 2]), Kron(a, b));
        var y = Some.Matrix(2, 3, 3);
        Near.Equal(Vec(b * y * a.T), Kron(a, b) * Vec(y));
        Near.Equal(Kron(Some.Densified(Some.Sparse(3, 3)), Identity(2)), Kron(Some.Sparse(3, 3), Some.DiagonalStorage(1, 1)));
        Near.Equal(Kron(Diag(Vector.Of(2, 3)), b), Kron(Some.DiagonalStorage(2, 3), b));
    }

    [Fact]
    public void Matrices_are_joined()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 2, 3, 7, 1 }, { 4, 5, 6, 8, 1 } }), HorizontalConcat(X, Matrix.OfArray(new double[,] { { 7 }, { 8 } }), Ones(2, 1)));
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 1, 1, 1 } }), VerticalConcat(X, Ones(1, 3)));
        Assert.Equal(X, HorizontalConcat(X));
        Assert.Equal(X, VerticalConcat(X));
        Assert.Equal(X, HorizontalConcat(Zeros(2, 0), X));
        Assert.Equal(X, VerticalConcat(Zeros(0, 3), X, Zeros(0, 3)));
        Assert.NotSame(X.AsMathNet(), HorizontalConcat(X).AsMathNet());
    }

    [Fact]
    public void Vectors_are_joined()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 3 }, { 2, 4 } }), HorizontalConcat(Vector.Of(1, 2), Vector.Of(3, 4)));
        Assert.Equal(Vector.Of(1, 2, 3), VerticalConcat(Vector.Of(1, 2), Vector.Of(3)));
        Assert.Equal(Vector.Of(1), VerticalConcat(Zeros(0), Vector.Of(1)));
    }

    [Fact]
    public void Every_storage_is_joined()
    {
        Matrix[] kinds = [Some.Sparse(4, 4), Some.DiagonalStorage(1, -2, 3, -4), Some.Matrix(4, 4, 7)];
        Matrix[] dense = [.. kinds.Select(Some.Densified)];
        Near.Equal(HorizontalConcat(dense), HorizontalConcat(kinds));
        Near.Equal(VerticalConcat(dense), VerticalConcat(kinds));
        Near.Equal(HorizontalConcat(dense[0], dense[1]), HorizontalConcat(kinds[0], kinds[1]));
        Near.Equal(VerticalConcat(dense[1], dense[0]), VerticalConcat(kinds[1], kinds[0]));
    }

    [Fact]
    public void Parts_that_do_not_fit_are_named()
    {
        Assert.Equal("HorizontalConcat: matrix 0 has 2 rows but matrix 1 has 3 rows", Assert.Throws<ArgumentException>(() => HorizontalConcat(X, X.T)).Message);
        Assert.Equal("VerticalConcat: matrix 0 has 3 columns but matrix 1 has 2 columns", Assert.Throws<ArgumentException>(() => VerticalConcat(X, X.T)).Message);
        Assert.Equal("HorizontalConcat: vector 0 has 1 entry but vector 1 has 2 entries", Assert.Throws<ArgumentException>(() => HorizontalConcat(Ones(1), Ones(2))).Message);
        Assert.Equal("VerticalConcat: at least one vector is needed", Assert.Throws<ArgumentException>(() => VerticalConcat(Array.Empty<Vector>())).Message);
        Assert.Equal("HorizontalConcat: at least one matrix is needed", Assert.Throws<ArgumentException>(() => HorizontalConcat(Array.Empty<Matrix>())).Message);
        Assert.Throws<ArgumentNullException>(() => HorizontalConcat((Matrix[])null!));
    }

    [Fact]
    public void Parts_are_cut_out()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 5, 6 } }), SubMatrix(X, 1, 1, 1, 2));
        Assert.Equal(X, SubMatrix(X, 0, 2, 0, 3));
        Assert.Equal((0, 2), (SubMatrix(X, 2, 0, 0, 2).RowCount, SubMatrix(X, 2, 0, 0, 2).ColumnCount));
        Assert.Equal(Vector.Of(4, 2), SubVector(Vec(X), 1, 2));
        Assert.Equal(0, SubVector(Vec(X), 6, 0).Count);
        Assert.Equal("SubMatrix: columns 2 to 4 (excluded) of 3 columns do not exist", Assert.Throws<ArgumentException>(() => SubMatrix(X, 0, 1, 2, 2)).Message);
        Assert.Equal("SubVector: entries -1 to 1 (excluded) of 6 entries do not exist", Assert.Throws<ArgumentException>(() => SubVector(Vec(X), -1, 2)).Message);
    }
}
