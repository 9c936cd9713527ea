using static GradGen.MatrixMath;

namespace GradGen.Tests.Kernels;

public class PlaceTests
{
    [Fact]
    public void Units()
    {
        Assert.Equal(Vector.Of(0, 1, 0), Kernel.Unit(3, 1));
        Assert.Equal(RowVector.Of(0, 0, 1), Kernel.UnitRow(3, 2));
        Assert.Equal(Kernel.Unit(2, 1) * Kernel.UnitRow(3, 0), Kernel.UnitMatrix(2, 3, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.Unit(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.UnitRow(3, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.UnitMatrix(2, 3, 2, 0));
    }

    [Fact]
    public void Rows_and_columns()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 0, 0 }, { 5, 6 }, { 0, 0 } }), Kernel.PlaceRow(3, 2, 1, RowVector.Of(5, 6)));
        Assert.Equal(Matrix.OfArray(new double[,] { { 0, 5 }, { 0, 6 } }), Kernel.PlaceColumn(2, 2, 1, Vector.Of(5, 6)));
        Assert.Equal(Kernel.Unit(3, 2) * Some.Densified(Some.SparseVector(4)).T, Kernel.PlaceRow(3, 4, 2, Some.SparseVector(4).T));
        Assert.Equal("PlaceRow: the row has 2 entries but 3 are needed", Assert.Throws<ArgumentException>(() => Kernel.PlaceRow(3, 3, 1, RowVector.Of(5, 6))).Message);
        Assert.Equal("PlaceColumn: the column has 2 entries but 1 is needed", Assert.Throws<ArgumentException>(() => Kernel.PlaceColumn(1, 3, 1, Vector.Of(5, 6))).Message);
        Assert.ThrowsAny<ArgumentException>(() => Kernel.PlaceRow(3, 2, 3, RowVector.Of(5, 6)));
    }

    [Fact]
    public void Blocks_and_parts()
    {
        var block = Some.Matrix(2, 2);
        var placed = Kernel.PlaceSubMatrix(4, 5, 1, 3, block);
        Assert.Equal(block, SubMatrix(placed, 1, 2, 3, 2));
        Near.Equal(Sum(block), Sum(placed));
        Near.Equal(FrobeniusNorm(block), FrobeniusNorm(placed));
        Assert.Equal(placed, Kernel.PlaceSubMatrix(4, 5, 1, 3, MathNet.Numerics.LinearAlgebra.Double.SparseMatrix.OfMatrix(block)));
        Assert.Equal(Vector.Of(0, 0, 7, 8, 0), Kernel.PlaceSubVector(5, 2, Vector.Of(7, 8)));
        Assert.Throws<ArgumentException>(() => Kernel.PlaceSubMatrix(4, 5, 3, 3, block));
        Assert.Throws<ArgumentException>(() => Kernel.PlaceSubVector(5, 4, Vector.Of(7, 8)));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    public void The_commutation_matrix_transposes(int m, int n)
    {
        var x = Some.Matrix(m, n);
        Assert.Equal(Vec(x.T), Kernel.Commutation(m, n) * Vec(x));
        Assert.Equal(Identity(m * n), Kernel.Commutation(n, m) * Kernel.Commutation(m, n));
    }
}
