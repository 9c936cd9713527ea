using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Tests;

public class MatrixTests
{
    private static readonly Matrix A = Matrix.OfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
    private static readonly Matrix B = Matrix.OfArray(new double[,] { { 1, 0, -1 }, { 2, 7, 3 } });

    [Fact]
    public void Conversions_share_the_storage()
    {
        Matrix<double> storage = DenseMatrix.OfArray(new double[,] { { 1, 2 }, { 3, 4 } });
        Matrix matrix = storage;
        Matrix<double> back = matrix;
        Assert.Same(storage, back);
        Assert.Same(storage, matrix.AsMathNet());
        storage[0, 1] = 9;
        Assert.Equal(9.0, matrix[0, 1]);
    }

    [Fact]
    public void A_null_storage_is_refused() => Assert.Throws<ArgumentNullException>(() => (Matrix)(Matrix<double>)null!);

    [Fact]
    public void Sums_are_entrywise()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 2, 2, 2 }, { 6, 12, 9 } }), A + B);
        Assert.Equal(Matrix.OfArray(new double[,] { { 0, 2, 4 }, { 2, -2, 3 } }), A - B);
        Assert.Equal(Matrix.OfArray(new double[,] { { -1, -2, -3 }, { -4, -5, -6 } }), -A);
    }

    [Fact]
    public void Scalars_act_on_every_entry()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { 11, 12, 13 }, { 14, 15, 16 } }), A + 10.0);
        Assert.Equal(A + 10.0, 10.0 + A);
        Assert.Equal(Matrix.OfArray(new double[,] { { -9, -8, -7 }, { -6, -5, -4 } }), A - 10.0);
        Assert.Equal(Matrix.OfArray(new double[,] { { 9, 8, 7 }, { 6, 5, 4 } }), 10.0 - A);
        Assert.Equal(Matrix.OfArray(new double[,] { { 2, 4, 6 }, { 8, 10, 12 } }), 2 * A);
        Assert.Equal(2 * A, A * 2);
        Assert.Equal(Matrix.OfArray(new double[,] { { 0.5, 1, 1.5 }, { 2, 2.5, 3 } }), A / 2);
    }

    [Fact]
    public void A_quotient_divides_instead_of_multiplying_by_a_rounded_reciprocal() => Assert.Equal(7.0 / 49.0, (Matrix.OfArray(new double[,] { { 7 } }) / 49.0)[0, 0]);

    [Fact]
    public void Products_are_those_of_linear_algebra()
    {
        Assert.Equal(Matrix.OfArray(new double[,] { { -2, 25 }, { -2, 61 } }), A * B.T);
        Assert.Equal(Vector.Of(-4, -4), A * Vector.Of(1, 2, -3));
        Assert.Equal(RowVector.Of(-2, -1, 0), RowVector.Of(2, -1) * A);
        Assert.Equal(-3.0, RowVector.Of(2, -1) * A * Vector.Of(1, 1, 0));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 4, 5)]
    [InlineData(17, 9, 33)]
    [InlineData(0, 3, 2)]
    [InlineData(3, 0, 2)]
    public void Products_agree_with_MathNet(int m, int n, int p)
    {
        var (a, b) = (Some.Matrix(m, n, 1), Some.Matrix(n, p, 2));
        Near.Equal(a.AsMathNet() * b.AsMathNet(), a * b);
        Near.Equal(a.AsMathNet() * Some.Vector(n).AsMathNet(), a * Some.Vector(n));
        Near.Equal(a.AsMathNet().LeftMultiply(Some.Vector(m).AsMathNet()), (Some.Row(m) * a).T);
    }

    [Fact]
    public void The_transpose_swaps_rows_and_columns() =>
        Assert.Equal(Matrix.OfArray(new double[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }), A.T);

    [Fact]
    public void Entries_rows_and_columns_are_read()
    {
        Assert.Equal((2, 3), (A.RowCount, A.ColumnCount));
        Assert.Equal(6.0, A[1, 2]);
        Assert.Equal(RowVector.Of(4, 5, 6), A.Row(1));
        Assert.Equal(Vector.Of(2, 5), A.Column(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => A[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => A.Row(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => A.Column(3));
    }

    [Fact]
    public void A_row_has_storage_of_its_own()
    {
        Matrix x = Some.Matrix(2, 2);
        var before = x.Row(0);
        x.AsMathNet()[0, 0] = 100;
        Assert.NotEqual(100.0, before[0]);
    }

    [Fact]
    public void Matrices_are_built_from_parts()
    {
        Assert.Equal(A, Matrix.OfRows(RowVector.Of(1, 2, 3), RowVector.Of(4, 5, 6)));
        Assert.Equal(A, Matrix.OfColumns(Vector.Of(1, 4), Vector.Of(2, 5), Vector.Of(3, 6)));
        Assert.Equal(A, Matrix.OfArray(A.ToArray()));
    }

    [Fact]
    public void Parts_that_do_not_fit_are_named()
    {
        Assert.Equal(
            "Matrix.OfRows: row 0 has 1 entry but row 2 has 2 entries",
            Assert.Throws<ArgumentException>(() => Matrix.OfRows(RowVector.Of(1), RowVector.Of(1), RowVector.Of(1, 2))).Message);
        Assert.Equal(
            "Matrix.OfColumns: column 0 has 2 entries but column 1 has 1 entry",
            Assert.Throws<ArgumentException>(() => Matrix.OfColumns(Vector.Of(1, 2), Vector.Of(1))).Message);
        Assert.Equal("Matrix.OfRows: at least one row is needed", Assert.Throws<ArgumentException>(() => Matrix.OfRows()).Message);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var (x, y) = (Vector.Of(1, 2, 3, 4), Some.Matrix(3, 3));
        Assert.Equal(
            "Matrix * Vector: the matrix has 3 columns but the vector has 4 entries",
            Assert.Throws<ArgumentException>(() => A * x).Message);
        Assert.Equal(
            "RowVector * Matrix: the row has 4 entries but the matrix has 2 rows",
            Assert.Throws<ArgumentException>(() => x.T * A).Message);
        Assert.Equal(
            "Matrix * Matrix: the left matrix has 3 columns but the right matrix has 2 rows",
            Assert.Throws<ArgumentException>(() => A * B).Message);
        Assert.Equal(
            "Matrix + Matrix: the left matrix has 2 rows but the right matrix has 3 rows",
            Assert.Throws<ArgumentException>(() => A + y).Message);
        Assert.Equal(
            "Matrix - Matrix: the left matrix has 3 columns but the right matrix has 2 columns",
            Assert.Throws<ArgumentException>(() => A - Some.Matrix(2, 2)).Message);
    }

    [Fact]
    public void Equality_is_by_value_whatever_the_storage()
    {
        Matrix sparse = SparseMatrix.OfMatrix(A);
        Assert.True(A == sparse && sparse == A && !(A != sparse) && A.Equals((object)sparse));
        Assert.Equal(A.GetHashCode(), sparse.GetHashCode());
        Assert.True(A != B && A != A.T && !A.Equals((object?)null) && !A.Equals("A"));
        Assert.True(Matrix.OfArray(new[,] { { double.NaN } }) == Matrix.OfArray(new[,] { { double.NaN } }));
    }

    [Fact]
    public void A_default_value_says_so()
    {
        Matrix none = default;
        Assert.Contains("default Matrix", Assert.Throws<InvalidOperationException>(() => none.RowCount).Message);
        Assert.Throws<InvalidOperationException>(() => none * A);
        Assert.Throws<InvalidOperationException>(() => A + none);
        Assert.Throws<InvalidOperationException>(() => none.T);
        Assert.Throws<InvalidOperationException>(() => none[0, 0]);
        Assert.True(none == default && none != A && A != none);
        Assert.Equal(0, none.GetHashCode());
        Assert.Equal("default(Matrix)", none.ToString());
    }

    [Fact]
    public void The_text_is_by_rows_and_invariant()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("sv-SE");
            Assert.Equal("[1, -2.5; 3, 4]", Matrix.OfArray(new[,] { { 1, -2.5 }, { 3, 4 } }).ToString());
            Assert.Equal("[1, 1, 1, 1, 1, 1, 1, 1, … (9)]", MatrixMath.Ones(1, 9).ToString());
            Assert.Equal("[1; 1; 1; 1; 1; 1; 1; 1; … (9)]", MatrixMath.Ones(9, 1).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
