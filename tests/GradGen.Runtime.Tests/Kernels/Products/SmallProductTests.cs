namespace GradGen.Tests.Kernels.Products;

public class SmallProductTests
{
    private static readonly int[] s_sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16];

    public static TheoryData<bool, bool> Transposes => new() { { false, false }, { true, false }, { false, true }, { true, true } };

    [Theory]
    [MemberData(nameof(Transposes))]
    public void Blocks_of_larger_matrices_agree_with_the_definition_and_leave_the_rest(bool transposeA, bool transposeB)
    {
        foreach (var m in s_sizes)
        {
            foreach (var n in s_sizes)
            {
                foreach (var k in s_sizes)
                {
                    Check(m, n, k, transposeA, transposeB, alpha: 1.5, beta: (m + n + k) % 3 * 0.5);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Transposes))]
    public void What_is_not_a_number_passes_through_to_its_row_and_column_alone(bool transposeA, bool transposeB)
    {
        foreach (var size in s_sizes.Where(size => size > 2))
        {
            var (a, b, c) = (Some.Matrix(size, size, 1), Some.Matrix(size, size, 2), double.NaN * Some.Matrix(size, size, 3));
            a.AsMathNet()[transposeA ? 1 : size - 1, transposeA ? size - 1 : 1] = double.NaN;
            b.AsMathNet()[transposeB ? 0 : 1, transposeB ? 1 : 0] = double.PositiveInfinity;
            SmallProduct.Multiply(1.0, Whole(a), transposeA, Whole(b), transposeB, 0.0, Whole(c));
            for (var j = 0; j < size; j++)
            {
                Assert.True(double.IsNaN(c[size - 1, j]));
                for (var i = 0; i < size - 1; i++)
                {
                    Assert.Equal(j == 0, double.IsInfinity(c[i, j]));
                    Assert.Equal(j != 0, double.IsFinite(c[i, j]));
                }
            }
        }
    }

    [Fact]
    public void Large_products_are_not_small()
    {
        Assert.True(SmallProduct.IsSmall(16, 16));
        Assert.False(SmallProduct.IsSmall(17, 1));
        Assert.False(SmallProduct.IsSmall(1, 17));
    }

    private static Block Whole(Matrix x) => new(x.AsMathNet().AsColumnMajorArray(), x.RowCount, x.ColumnCount);

    private static void Check(int m, int n, int k, bool transposeA, bool transposeB, double alpha, double beta)
    {
        var (rows, depth) = transposeA ? (k, m) : (m, k);
        var (inner, columns) = transposeB ? (n, k) : (k, n);
        var (a, b, c) = (Some.Matrix(20, 20, 1), Some.Matrix(21, 21, 2), Some.Matrix(22, 22, 3));
        Matrix left = a.AsMathNet().SubMatrix(1, rows, 2, depth);
        Matrix right = b.AsMathNet().SubMatrix(3, inner, 1, columns);
        var before = c.ToArray();
        Matrix start = c.AsMathNet().SubMatrix(2, m, 3, n);
        var expected = Naive.MultiplyAdd(alpha, left.ToArray(), transposeA, right.ToArray(), transposeB, beta, start.ToArray());
        SmallProduct.Multiply(alpha, Whole(a).Part(1, rows, 2, depth), transposeA, Whole(b).Part(3, inner, 1, columns), transposeB, beta, Whole(c).Part(2, m, 3, n));
        for (var i = 0; i < 22; i++)
        {
            for (var j = 0; j < 22; j++)
            {
                var inside = i >= 2 && i < 2 + m && j >= 3 && j < 3 + n;
                Near.Equal(inside ? expected[i - 2, j - 3] : before[i, j], c[i, j], 1e-12);
            }
        }
    }
}
