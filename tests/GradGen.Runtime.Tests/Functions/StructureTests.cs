using static GradGen.MatrixMath;

namespace GradGen.Tests.Functions;

public class StructureTests
{
    [Fact]
    public void Cross_products()
    {
        var (a, b) = (Some.Vector(3, 1), Some.Vector(3, 2));
        Assert.Equal(Vector.Of(0, 0, 1), Cross(Vector.Of(1, 0, 0), Vector.Of(0, 1, 0)));
        Assert.Equal(-Cross(b, a), Cross(a, b));
        Assert.True(Math.Abs(Dot(a, Cross(a, b))) < 1e-15);
        Near.Equal(Skew(a) * b, Cross(a, b), 1e-15);
        Assert.Equal(-Skew(a), Skew(a).T);
        Near.Equal(Inner(Skew(a), Some.Matrix(3, 3)), Dot(a, Kernel.Axial(Some.Matrix(3, 3))), 1e-14);
    }

    [Fact]
    public void Cross_products_are_of_three_entries()
    {
        Assert.Equal("Cross: the left vector has 2 entries but 3 are needed", Assert.Throws<ArgumentException>(() => Cross(Ones(2), Ones(3))).Message);
        Assert.Equal("Cross: the right vector has 4 entries but 3 are needed", Assert.Throws<ArgumentException>(() => Cross(Ones(3), Ones(4))).Message);
        Assert.Equal("Skew: the vector has 1 entry but 3 are needed", Assert.Throws<ArgumentException>(() => Skew(Ones(1))).Message);
    }

    [Fact]
    public void Symmetric_parts()
    {
        var x = Matrix.OfArray(new double[,] { { 1, 2 }, { 4, 3 } });
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 3 }, { 3, 3 } }), Symmetrize(x));
        Assert.Equal("Symmetrize: the matrix has 2 rows but the matrix has 3 columns", Assert.Throws<ArgumentException>(() => Symmetrize(Zeros(2, 3))).Message);
    }

    [Fact]
    public void Triangles()
    {
        var tall = Matrix.OfArray(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } });
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 0 }, { 3, 4 }, { 5, 6 } }), LowerTriangle(tall));
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 2 }, { 0, 4 }, { 0, 0 } }), UpperTriangle(tall));
        Assert.Equal(UpperTriangle(tall).T, LowerTriangle(tall.T));
        Assert.Equal(LowerTriangle(tall).T, UpperTriangle(tall.T));
        Assert.Equal((0, 3), (LowerTriangle(Zeros(0, 3)).RowCount, UpperTriangle(Zeros(0, 3)).ColumnCount));
        var nan = Matrix.OfArray(new[,] { { 1, double.NaN }, { 3, 4 } });
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 0 }, { 3, 4 } }), LowerTriangle(nan));
        var sparse = Some.Sparse(5, 7);
        Assert.Equal(LowerTriangle(Some.Densified(sparse)), LowerTriangle(sparse));
        Assert.Equal(Diag(Vector.Of(1, 2)), UpperTriangle(Some.DiagonalStorage(1, 2)));
    }
}
