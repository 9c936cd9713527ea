using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Tests;

public class VectorTests
{
    private static readonly Vector X = Vector.Of(1, -2, 3);
    private static readonly Vector Y = Vector.Of(4, 5, -6);

    [Fact]
    public void Conversions_share_the_storage()
    {
        Vector<double> storage = new DenseVector([1, 2, 3]);
        Vector vector = storage;
        Vector<double> back = vector;
        Assert.Same(storage, back);
        Assert.Same(storage, vector.AsMathNet());
        Assert.Same(storage, vector.T.AsMathNet());
        Assert.Same(storage, vector.T.T.AsMathNet());
    }

    [Fact]
    public void A_null_storage_is_refused() => Assert.Throws<ArgumentNullException>(() => (Vector)(Vector<double>)null!);

    [Fact]
    public void Columns_add_subtract_and_scale()
    {
        Assert.Equal(Vector.Of(5, 3, -3), X + Y);
        Assert.Equal(Vector.Of(-3, -7, 9), X - Y);
        Assert.Equal(Vector.Of(-1, 2, -3), -X);
        Assert.Equal(Vector.Of(2, -1, 4), X + 1.0);
        Assert.Equal(Vector.Of(2, -1, 4), 1.0 + X);
        Assert.Equal(Vector.Of(0, -3, 2), X - 1.0);
        Assert.Equal(Vector.Of(0, 3, -2), 1.0 - X);
        Assert.Equal(Vector.Of(2, -4, 6), 2 * X);
        Assert.Equal(Vector.Of(2, -4, 6), X * 2);
        Assert.Equal(Vector.Of(0.5, -1, 1.5), X / 2);
    }

    [Fact]
    public void Rows_add_subtract_and_scale()
    {
        var (x, y) = (X.T, Y.T);
        Assert.Equal(RowVector.Of(5, 3, -3), x + y);
        Assert.Equal(RowVector.Of(-3, -7, 9), x - y);
        Assert.Equal(RowVector.Of(-1, 2, -3), -x);
        Assert.Equal(RowVector.Of(2, -1, 4), x + 1.0);
        Assert.Equal(RowVector.Of(2, -1, 4), 1.0 + x);
        Assert.Equal(RowVector.Of(0, -3, 2), x - 1.0);
        Assert.Equal(RowVector.Of(0, 3, -2), 1.0 - x);
        Assert.Equal(RowVector.Of(2, -4, 6), 2 * x);
        Assert.Equal(RowVector.Of(2, -4, 6), x * 2);
        Assert.Equal(RowVector.Of(0.5, -1, 1.5), x / 2);
    }

    [Fact]
    public void A_row_by_a_column_is_a_number_and_a_column_by_a_row_a_matrix()
    {
        Assert.Equal(-24.0, X.T * Y);
        Assert.Equal(
            Matrix.OfArray(new double[,] { { 4, 5, -6 }, { -8, -10, 12 }, { 12, 15, -18 } }),
            X * Y.T);
        Assert.Equal(Matrix.OfArray(new double[,] { { 7, 14 } }), Vector.Of(7) * RowVector.Of(1, 2));
    }

    [Fact]
    public void Entries_are_read()
    {
        Assert.Equal(3, X.Count);
        Assert.Equal(-2.0, X[1]);
        Assert.Equal(3, X.T.Count);
        Assert.Equal(-2.0, X.T[1]);
        Assert.Equal([1.0, -2.0, 3.0], X.ToArray());
        Assert.Equal([1.0, -2.0, 3.0], X.T.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => X[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => X.T[-1]);
    }

    [Fact]
    public void The_array_that_a_vector_is_made_of_is_copied()
    {
        double[] entries = [1, 2];
        var (column, row) = (Vector.Of(entries), RowVector.Of(entries));
        entries[0] = 5;
        Assert.Equal(1.0, column[0]);
        Assert.Equal(1.0, row[0]);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_named()
    {
        var z = Vector.Of(1);
        Assert.Equal("Vector + Vector: the left vector has 3 entries but the right vector has 1 entry", Assert.Throws<ArgumentException>(() => X + z).Message);
        Assert.Equal("Vector - Vector: the left vector has 1 entry but the right vector has 3 entries", Assert.Throws<ArgumentException>(() => z - X).Message);
        Assert.Equal("RowVector + RowVector: the left row has 3 entries but the right row has 1 entry", Assert.Throws<ArgumentException>(() => X.T + z.T).Message);
        Assert.Equal("RowVector - RowVector: the left row has 3 entries but the right row has 1 entry", Assert.Throws<ArgumentException>(() => X.T - z.T).Message);
        Assert.Equal("RowVector * Vector: the row has 3 entries but the vector has 1 entry", Assert.Throws<ArgumentException>(() => X.T * z).Message);
    }

    [Fact]
    public void Equality_is_by_value_whatever_the_storage()
    {
        Vector sparse = SparseVector.OfVector(X);
        Assert.True(X == sparse && X.T == sparse.T && !(X != sparse) && !(X.T != sparse.T));
        Assert.Equal(X.GetHashCode(), sparse.GetHashCode());
        Assert.Equal(X.T.GetHashCode(), sparse.T.GetHashCode());
        Assert.True(X != Y && X.T != Y.T && X != Vector.Of(1, -2) && X.Equals((object)sparse) && X.T.Equals((object)sparse.T));
        Assert.False(X.Equals((object)X.T));
    }

    [Fact]
    public void A_default_value_says_so()
    {
        Vector column = default;
        RowVector row = default;
        Assert.Contains("default Vector", Assert.Throws<InvalidOperationException>(() => column.Count).Message);
        Assert.Contains("default RowVector", Assert.Throws<InvalidOperationException>(() => row.Count).Message);
        Assert.Throws<InvalidOperationException>(() => column + X);
        Assert.Throws<InvalidOperationException>(() => row * X);
        Assert.Throws<InvalidOperationException>(() => column.T);
        Assert.Throws<InvalidOperationException>(() => row.T);
        Assert.True(column == default && row == default && column != X && row != X.T);
        Assert.Equal("default(Vector)", column.ToString());
        Assert.Equal("default(RowVector)", row.ToString());
    }

    [Fact]
    public void The_text_shows_the_orientation()
    {
        Assert.Equal("[1, -2, 3]ᵀ", X.ToString());
        Assert.Equal("[1, -2, 3]", X.T.ToString());
    }
}
