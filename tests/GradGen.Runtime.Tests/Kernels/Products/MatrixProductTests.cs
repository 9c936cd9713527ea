namespace GradGen.Tests.Kernels.Products;

public class MatrixProductTests
{
    private static readonly int[] s_sizes = [.. Enumerable.Range(0, 18), 24, 31, 32, 33, 65, 100];

    public static TheoryData<bool, bool> Transposes => new() { { false, false }, { true, false }, { false, true }, { true, true } };

    [Theory]
    [MemberData(nameof(Transposes))]
    public void Every_size_agrees_with_the_definition(bool transposeA, bool transposeB)
    {
        foreach (var size in s_sizes)
        {
            Check(size, size, size, transposeA, transposeB, 1.0, 0.0);
            Check(size, 5, 33, transposeA, transposeB, -2.0, 1.0);
            Check(27, size, 8, transposeA, transposeB, 1.0, 1.0);
            Check(40, 24, size, transposeA, transposeB, 0.5, 0.25);
            Check(size, 1, 65, transposeA, transposeB, 1.0, 0.0);
            Check(1, size, 65, transposeA, transposeB, 1.0, 0.0);
            Check(3, 33, size, transposeA, transposeB, 0.0, 0.5);
        }
    }

    [Theory]
    [MemberData(nameof(Transposes))]
    public void Operands_that_are_packed_agree_with_the_definition(bool transposeA, bool transposeB)
    {
        Check(60, 530, 270, transposeA, transposeB, 1.5, 0.0);
        Check(301, 40, 140, transposeA, transposeB, 1.0, 1.0);
        Check(270, 7, 600, transposeA, transposeB, 1.0, 0.5);
        Check(10, 22, 1500, transposeA, transposeB, 1.0, 1.0);
    }

    // A that no cache holds, and columns of it that compete for its lines.
    [Theory]
    [InlineData(730, 729)]
    [InlineData(761, 703)]
    [InlineData(512, 131)]
    [InlineData(256, 3000)]
    public void Narrow_products_of_large_matrices_agree_with_the_definition(int m, int k)
    {
        foreach (var columns in new[] { 2, 3, 4, 5, 7, 11, 16 })
        {
            Assert.Equal(columns <= 7 || m * k > 512 * 1024, NarrowProduct.IsBetter(Whole(Some.Matrix(m, k)), columns));
            Check(m, columns, k, false, false, 1.5, 0.0);
            Check(m, columns, k, false, true, -1.0, 1.0);
            Check(m, columns, k, false, false, 1.0, 0.5);
        }
    }

    [Fact]
    public void A_narrow_product_of_blocks_writes_nothing_beside_its_own()
    {
        var (a, b, c) = (Some.Matrix(760, 750, 1), Some.Matrix(760, 9, 2), Some.Matrix(761, 8, 3));
        var untouched = c.ToArray();
        MatrixProduct.Multiply(2.0, Whole(a).Part(3, 750, 4, 741), false, Whole(b).Part(5, 741, 2, 6), false, 0.0, Whole(c).Part(7, 750, 1, 6));
        Matrix left = a.AsMathNet().SubMatrix(3, 750, 4, 741);
        Matrix right = b.AsMathNet().SubMatrix(5, 741, 2, 6);
        var expected = 2.0 * left * right;
        for (var i = 0; i < 761; i++)
        {
            for (var j = 0; j < 8; j++)
            {
                var inside = i is >= 7 and < 757 && j is >= 1 and < 7;
                Near.Equal(inside ? expected[i - 7, j - 1] : untouched[i, j], c[i, j], 1e-10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Transposes))]
    public void The_lower_triangle_agrees_with_the_definition(bool transposeA, bool transposeB)
    {
        foreach (var n in s_sizes)
        {
            var (a, b, c) = Operands(n, n, 37, transposeA, transposeB);
            var expected = Naive.MultiplyAdd(-1.0, a.ToArray(), transposeA, b.ToArray(), transposeB, 1.0, c.ToArray());
            MatrixProduct.MultiplyLower(-1.0, Whole(a), transposeA, Whole(b), transposeB, 1.0, Whole(c));
            Near.Equal(MatrixMath.LowerTriangle(Matrix.OfArray(expected)), MatrixMath.LowerTriangle(c));
        }
    }

    [Fact]
    public void Blocks_of_larger_matrices_are_read_and_written_alone()
    {
        var (a, b, c) = (Some.Matrix(50, 60, 1), Some.Matrix(70, 40, 2), Some.Matrix(45, 55, 3));
        var untouched = c.ToArray();
        MatrixProduct.Multiply(2.0, Whole(a).Part(3, 29, 4, 31), false, Whole(b).Part(5, 31, 6, 17), false, 0.0, Whole(c).Part(7, 29, 8, 17));
        Matrix left = a.AsMathNet().SubMatrix(3, 29, 4, 31);
        Matrix right = b.AsMathNet().SubMatrix(5, 31, 6, 17);
        var expected = Naive.MultiplyAdd(2.0, left.ToArray(), false, right.ToArray(), false, 0.0, new double[29, 17]);
        for (var i = 0; i < 45; i++)
        {
            for (var j = 0; j < 55; j++)
            {
                var inside = i is >= 7 and < 36 && j is >= 8 and < 25;
                Near.Equal(inside ? expected[i - 7, j - 8] : untouched[i, j], c[i, j], 1e-10);
            }
        }
    }

    [Fact]
    public void What_is_not_a_number_passes_through()
    {
        var (a, b) = (Some.Matrix(20, 20, 1), Some.Matrix(20, 20, 2));
        a.AsMathNet()[3, 4] = double.NaN;
        b.AsMathNet()[7, 8] = double.PositiveInfinity;
        var product = a * b;
        Assert.All(Enumerable.Range(0, 20), j => Assert.True(double.IsNaN(product[3, j])));
        Assert.All(Enumerable.Range(0, 20).Where(i => i != 3), i => Assert.True(double.IsInfinity(product[i, 8])));
        Assert.True(double.IsFinite(product[5, 5]));
    }

    private static Block Whole(Matrix x) => new(x.AsMathNet().AsColumnMajorArray(), x.RowCount, x.ColumnCount);

    private static (Matrix A, Matrix B, Matrix C) Operands(int m, int n, int k, bool transposeA, bool transposeB) => (
        transposeA ? Some.Matrix(k, m, 1) : Some.Matrix(m, k, 1),
        transposeB ? Some.Matrix(n, k, 2) : Some.Matrix(k, n, 2),
        Some.Matrix(m, n, 3));

    private static void Check(int m, int n, int k, bool transposeA, bool transposeB, double alpha, double beta)
    {
        var (a, b, c) = Operands(m, n, k, transposeA, transposeB);
        if (beta == 0.0)
        {
            c = double.NaN * c;
        }

        var expected = Matrix.OfArray(Naive.MultiplyAdd(alpha, a.ToArray(), transposeA, b.ToArray(), transposeB, beta, c.ToArray()));
        MatrixProduct.Multiply(alpha, Whole(a), transposeA, Whole(b), transposeB, beta, Whole(c));
        Near.Equal(expected, c);
    }
}
