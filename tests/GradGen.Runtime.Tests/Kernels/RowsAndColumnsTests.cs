namespace GradGen.Tests.Kernels;

public class RowsAndColumnsTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(1, 1)]
    [InlineData(5, 8)]
    [InlineData(33, 2)]
    public void A_repeated_row_and_column_are_outer_products_with_ones(int m, int n)
    {
        var (row, column) = (Some.Vector(n, 1).T, Some.Vector(m, 2));
        Assert.Equal(Some.Matrix(m, n, (_, j) => row[j]), Kernel.RepeatRow(row, m));
        Assert.Equal(Some.Matrix(m, n, (i, _) => column[i]), Kernel.RepeatColumn(column, n));
    }

    [Fact]
    public void Sparse_ones_are_repeated_too()
    {
        var sparse = Some.SparseVector(6);
        Assert.Equal(Kernel.RepeatRow(Vector.Of(sparse.ToArray()).T, 3), Kernel.RepeatRow(sparse.T, 3));
        Assert.Equal(Kernel.RepeatColumn(Vector.Of(sparse.ToArray()), 3), Kernel.RepeatColumn(sparse, 3));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    [InlineData(7, 5)]
    [InlineData(70, 9)]
    public void Sums_are_written_where_they_are_wanted(int m, int n)
    {
        var x = Some.Matrix(m, n);
        var (rows, columns) = (double.NaN * MatrixMath.Ones(m), double.NaN * MatrixMath.Ones(n).T);
        Kernel.RowSumsTo(x, rows);
        Kernel.ColumnSumsTo(x, columns);
        Near.Equal(x * MatrixMath.Ones(n), rows);
        Near.Equal(MatrixMath.Ones(m).T * x, columns);
    }

    [Fact]
    public void Of_any_storage_into_any_storage()
    {
        var (x, dense) = (Some.Sparse(6, 6), Some.Matrix(6, 6));
        var (rows, columns) = (Some.Vector(6), Some.Vector(6).T);
        Kernel.RowSumsTo(x, rows);
        Kernel.ColumnSumsTo(x, columns);
        Near.Equal(x * MatrixMath.Ones(6), rows);
        Near.Equal(MatrixMath.Ones(6).T * x, columns);

        var (sparseRows, sparseColumns) = (Some.SparseVector(6), Some.SparseVector(6).T);
        Kernel.RowSumsTo(dense, sparseRows);
        Kernel.ColumnSumsTo(dense, sparseColumns);
        Near.Equal(dense * MatrixMath.Ones(6), sparseRows);
        Near.Equal(MatrixMath.Ones(6).T * dense, sparseColumns);
    }

    [Fact]
    public void A_destination_in_the_storage_of_the_matrix_takes_the_sums()
    {
        double[] storage = [1, 2, 3, 4, 5, 6];
        Matrix column = new MathNet.Numerics.LinearAlgebra.Double.DenseMatrix(6, 1, storage);
        Kernel.RowSumsTo(column, new MathNet.Numerics.LinearAlgebra.Double.DenseVector(storage));
        Assert.Equal([1, 2, 3, 4, 5, 6], storage);

        Matrix row = new MathNet.Numerics.LinearAlgebra.Double.DenseMatrix(1, 6, storage);
        Kernel.ColumnSumsTo(row, new RowVector(new MathNet.Numerics.LinearAlgebra.Double.DenseVector(storage)));
        Assert.Equal([1, 2, 3, 4, 5, 6], storage);
    }

    [Fact]
    public void Other_lengths_are_refused()
    {
        var x = Some.Matrix(3, 4);
        Assert.Contains("3", Assert.Throws<ArgumentException>(() => Kernel.RowSumsTo(x, Some.Vector(4))).Message, StringComparison.Ordinal);
        Assert.Contains("4", Assert.Throws<ArgumentException>(() => Kernel.ColumnSumsTo(x, Some.Vector(3).T)).Message, StringComparison.Ordinal);
    }
}
