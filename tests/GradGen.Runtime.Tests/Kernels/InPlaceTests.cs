using static GradGen.MatrixMath;

namespace GradGen.Tests.Kernels;

public class InPlaceTests
{
    [Fact]
    public void A_copy_has_storage_of_its_own()
    {
        var (x, a) = (Vector.Of(1, 2), Some.Matrix(2, 2));
        var (column, row, matrix) = (Kernel.Copy(x), Kernel.Copy(x.T), Kernel.Copy(a));
        Assert.Equal((x, x.T, a), (column, row, matrix));
        column.AsMathNet()[0] = row.AsMathNet()[0] = 9;
        matrix.AsMathNet()[0, 0] = 9;
        Assert.Equal(Vector.Of(1, 2), x);
        Assert.NotEqual(9.0, a[0, 0]);
    }

    [Fact]
    public void CopyTo_writes_into_the_destination()
    {
        var (x, a) = (Zeros(2), Zeros(2, 2));
        var row = RowVector.Of(0, 0);
        Kernel.CopyTo(Vector.Of(1, 2), x);
        Kernel.CopyTo(RowVector.Of(3, 4), row);
        Kernel.CopyTo(Matrix.OfArray(new double[,] { { 1, 2 }, { 3, 4 } }), a);
        Assert.Equal(Vector.Of(1, 2), x);
        Assert.Equal(RowVector.Of(3, 4), row);
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 2 }, { 3, 4 } }), a);
        var sparse = Kernel.Copy(Some.Sparse(2, 2));
        Kernel.CopyTo(a, sparse);
        Assert.Equal(a, sparse);
        Kernel.CopyTo(Some.DiagonalStorage(5, 6), a);
        Assert.Equal(Diag(Vector.Of(5, 6)), a);
    }

    [Fact]
    public void Accumulate_adds_to_every_kind_of_storage()
    {
        foreach (var term in new[] { Some.Matrix(3, 3), Some.Sparse(3, 3), Some.DiagonalStorage(1, 2, 3) })
        {
            foreach (var start in new[] { Some.Matrix(3, 3, 5), Some.Sparse(3, 3, 5) })
            {
                var sum = Kernel.Copy(start);
                Kernel.Accumulate(sum, -2.5, term);
                Near.Equal(Some.Densified(start) - (2.5 * Some.Densified(term)), sum);
            }
        }

        foreach (var term in new[] { Some.Vector(7), Some.SparseVector(7) })
        {
            foreach (var start in new[] { Some.Vector(7, 5), Some.SparseVector(7, 5) })
            {
                var (sum, row) = (Kernel.Copy(start), Kernel.Copy(start.T));
                Kernel.Accumulate(sum, -2.5, term);
                Kernel.Accumulate(row, -2.5, term.T);
                Near.Equal(Some.Densified(start) - (2.5 * Some.Densified(term)), sum);
                Near.Equal(sum.T, row);
            }
        }
    }

    [Fact]
    public void Accumulate_can_add_a_matrix_to_itself()
    {
        var x = Matrix.OfArray(new double[,] { { 1, 2 } });
        Kernel.Accumulate(x, 2, x);
        Assert.Equal(Matrix.OfArray(new double[,] { { 3, 6 } }), x);
    }

    [Fact]
    public void AddToRow_and_AddToColumn_add_to_one_line()
    {
        var a = Matrix.OfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Kernel.AddToRow(a, 1, -2, Vector.Of(1, 0, 3));
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 2, 3 }, { 2, 5, 0 } }), a);
        Kernel.AddToColumn(a, 2, 0.5, Vector.Of(2, -4));
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 2, 4 }, { 2, 5, -2 } }), a);
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.AddToRow(a, 2, 1, Vector.Of(1, 2, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.AddToColumn(a, -1, 1, Vector.Of(1, 2)));
        Assert.Throws<ArgumentException>(() => Kernel.AddToRow(a, 0, 1, Vector.Of(1, 2)));
        Assert.Throws<ArgumentException>(() => Kernel.AddToColumn(a, 0, 1, Vector.Of(1, 2, 3)));
    }

    [Fact]
    public void AddAt_adds_to_one_entry()
    {
        var (x, row, a) = (Vector.Of(1, 2), RowVector.Of(1, 2), Ones(2, 2));
        Kernel.AddAt(x, 1, 5);
        Kernel.AddAt(row, 0, -1);
        Kernel.AddAt(a, 1, 0, 0.5);
        Assert.Equal(Vector.Of(1, 7), x);
        Assert.Equal(RowVector.Of(0, 2), row);
        Assert.Equal(Matrix.OfArray(new[,] { { 1, 1 }, { 1.5, 1 } }), a);
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.AddAt(x, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.AddAt(row, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.AddAt(a, 0, 2, 1));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Equal("CopyTo: the source has 1 entry but the destination has 2 entries", Message(() => Kernel.CopyTo(Ones(1), Ones(2))));
        Assert.Equal("CopyTo: the source has 1 entry but the destination has 2 entries", Message(() => Kernel.CopyTo(Ones(1).T, Ones(2).T)));
        Assert.Equal("CopyTo: the source has 1 row but the destination has 2 rows", Message(() => Kernel.CopyTo(Ones(1, 2), Ones(2, 2))));
        Assert.Equal("CopyTo: the source has 2 columns but the destination has 1 column", Message(() => Kernel.CopyTo(Ones(2, 2), Ones(2, 1))));
        Assert.Equal("Accumulate: the accumulator has 2 entries but the term has 1 entry", Message(() => Kernel.Accumulate(Ones(2), 1, Ones(1))));
        Assert.Equal("Accumulate: the accumulator has 2 rows but the term has 1 row", Message(() => Kernel.Accumulate(Ones(2, 2), 1, Ones(1, 2))));
    }
}
