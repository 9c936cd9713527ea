namespace GradGen.Tests.Kernels.Products;

/// <summary>Products into a destination, of every storage and of destinations that are operands too.</summary>
public class MultiplyAddTests
{
    public static TheoryData<bool, bool, double> Cases
    {
        get
        {
            var cases = new TheoryData<bool, bool, double>();
            foreach (var beta in new[] { 0.0, 1.0, -0.5 })
            {
                cases.Add(false, false, beta);
                cases.Add(true, false, beta);
                cases.Add(false, true, beta);
                cases.Add(true, true, beta);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_matrices(bool transposeA, bool transposeB, double beta)
    {
        foreach (var (a, b, c) in Storages())
        {
            var expected = Expected(1.5, a, transposeA, b, transposeB, beta, c);
            Kernel.MultiplyAdd(1.5, a, transposeA, b, transposeB, beta, c);
            Near.Equal(expected, c);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Into_an_operand(bool transposeA, bool transposeB, double beta)
    {
        var (a, b) = (Some.Matrix(5, 5, 1), Some.Matrix(5, 5, 2));
        var expected = Expected(1.5, a, transposeA, b, transposeB, beta, a);
        Kernel.MultiplyAdd(1.5, a, transposeA, b, transposeB, beta, a);
        Near.Equal(expected, a);
        expected = Expected(1.5, a, transposeA, b, transposeB, beta, b);
        Kernel.MultiplyAdd(1.5, a, transposeA, b, transposeB, beta, b);
        Near.Equal(expected, b);
    }

    [Theory]
    [InlineData(false, 0.0)]
    [InlineData(true, 0.0)]
    [InlineData(false, 0.5)]
    [InlineData(true, 0.5)]
    public void Of_a_matrix_and_a_vector(bool transpose, double beta)
    {
        foreach (var (a, x) in new[] { (Some.Matrix(4, 6), Some.Vector(transpose ? 4 : 6)), (Some.Sparse(4, 6), Some.SparseVector(transpose ? 4 : 6)) })
        {
            var (y, row) = (Some.Vector(transpose ? 6 : 4, 3), Some.Row(transpose ? 6 : 4, 4));
            var product = transpose ? a.T * x : a * x;
            var (expected, expectedRow) = ((2.0 * product) + (beta * y), (2.0 * product.T) + (beta * row));
            Kernel.MultiplyAdd(2.0, a, transpose, x, beta, y);
            Near.Equal(expected, y);
            Kernel.MultiplyAdd(2.0, x.T, a, !transpose, beta, row);
            Near.Equal(expectedRow, row);
        }
    }

    [Fact]
    public void A_vector_into_itself()
    {
        var (a, x) = (Some.Matrix(4, 4), Some.Vector(4));
        var expected = x - (a * x);
        Kernel.MultiplyAdd(-1.0, a, false, x, 1.0, x);
        Near.Equal(expected, x);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(0.5)]
    public void Of_an_outer_product(double beta)
    {
        foreach (var x in new[] { Some.Vector(4), Some.SparseVector(4) })
        {
            var (y, c) = (Some.Vector(6, 2), Some.Matrix(4, 6, 3));
            var expected = (2.0 * (x * y.T)) + (beta * c);
            Kernel.OuterAdd(2.0, x, y, beta, c);
            Near.Equal(expected, c);
        }
    }

    [Fact]
    public void A_destination_is_not_read_where_beta_is_zero()
    {
        var (a, x, nan) = (Some.Matrix(4, 4), Some.Vector(4), double.NaN);
        var (y, c, o) = (nan * MatrixMath.Ones(4), nan * MatrixMath.Ones(4, 4), nan * MatrixMath.Ones(4, 4));
        Kernel.MultiplyAdd(1.0, a, false, x, 0.0, y);
        Kernel.MultiplyAdd(1.0, a, false, a, false, 0.0, c);
        Kernel.OuterAdd(1.0, x, x, 0.0, o);
        Near.Equal(a * x, y);
        Near.Equal(a * a, c);
        Near.Equal(x * x.T, o);
    }

    [Fact]
    public void Both_products_and_the_symmetric_one_of_any_storage()
    {
        foreach (var a in new[] { Some.Matrix(5, 5), Some.Sparse(5, 5), MatrixMath.Symmetrize(Some.Matrix(5, 5)) })
        {
            var (x, y) = (Some.Vector(5, 2), Some.Vector(5, 3));
            var (product, transposed) = Kernel.MultiplyBoth(a, x, y);
            Near.Equal(a * x, product);
            Near.Equal(a.T * y, transposed);
            Near.Equal(MatrixMath.Symmetrize(a) * x, Kernel.MultiplySymmetric(MatrixMath.Symmetrize(a), x));
        }
    }

    [Theory]
    [InlineData(40, 33)]
    [InlineData(33, 100)]
    [InlineData(7, 70)]
    [InlineData(17, 5)]
    [InlineData(20, 7)]
    [InlineData(30, 13)]
    [InlineData(50, 3)]
    [InlineData(100, 15)]
    [InlineData(3, 90)]
    public void A_matrix_by_itself_is_symmetric(int m, int n)
    {
        var a = Some.Matrix(m, n);
        var (gram, rows) = (Kernel.TransposeMultiply(a, a), Kernel.MultiplyTranspose(a, a));
        Near.Equal(Kernel.TransposeMultiply(a, Kernel.Copy(a)), gram);
        Near.Equal(Kernel.MultiplyTranspose(a, Kernel.Copy(a)), rows);
        Assert.Equal(gram, gram.T);
        Assert.Equal(rows, rows.T);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            Kernel.MultiplyAdd(1.0, Some.Matrix(2, 3), false, Some.Matrix(2, 3), false, 0.0, Some.Matrix(2, 3)));
        Assert.Equal("MultiplyAdd: the left factor has 3 columns but the right factor has 2 rows", exception.Message);
        Assert.Throws<ArgumentException>(() => Kernel.MultiplyAdd(1.0, Some.Matrix(2, 3), true, Some.Matrix(2, 3), false, 0.0, Some.Matrix(2, 3)));
        Assert.Throws<ArgumentException>(() => Kernel.MultiplyAdd(1.0, Some.Matrix(2, 3), false, Some.Vector(3), 0.0, Some.Vector(3)));
        Assert.Throws<ArgumentException>(() => Kernel.OuterAdd(1.0, Some.Vector(2), Some.Vector(3), 0.0, Some.Matrix(3, 2)));
    }

    private static (Matrix A, Matrix B, Matrix C)[] Storages() =>
    [
        (Some.Matrix(5, 5, 1), Some.Matrix(5, 5, 2), Some.Matrix(5, 5, 3)),
        (Some.Sparse(5, 5, 1), Some.Matrix(5, 5, 2), Some.Matrix(5, 5, 3)),
        (Some.Matrix(5, 5, 1), Some.Sparse(5, 5, 2), Some.Sparse(5, 5, 3)),
        (Some.DiagonalStorage(1.0, 2.0, 3.0, 4.0, 5.0), Some.Matrix(5, 5, 2), Some.Matrix(5, 5, 3)),
    ];

    private static Matrix Expected(double alpha, Matrix a, bool transposeA, Matrix b, bool transposeB, double beta, Matrix c) =>
        Matrix.OfArray(Naive.MultiplyAdd(alpha, a.ToArray(), transposeA, b.ToArray(), transposeB, beta, c.ToArray()));
}
