namespace GradGen.Tests.Kernels.Products;

public class MatrixVectorProductTests
{
    private static readonly int[] s_sizes = [.. Enumerable.Range(0, 18), 31, 32, 33, 48, 65, 100, 147, 257];

    public static TheoryData<int> Sizes => [.. s_sizes];

    public static TheoryData<int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int>();
            foreach (var size in s_sizes)
            {
                shapes.Add(size, size);
                if (size is not (7 or 12))
                {
                    shapes.Add(size, 7);
                    shapes.Add(12, size);
                }
            }

            shapes.Add(5003, 9);
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_agree_with_the_definition(int m, int n)
    {
        var (a, x, w) = (Some.Matrix(m, n, 1), Some.Vector(n, 2), Some.Vector(m, 3));
        foreach (var (alpha, beta) in new[] { (1.0, 0.0), (-2.0, 1.0), (0.5, 0.25) })
        {
            var y = beta == 0.0 ? double.NaN * Some.Vector(m, 4) : Some.Vector(m, 4);
            var z = beta == 0.0 ? double.NaN * Some.Vector(n, 5) : Some.Vector(n, 5);
            var (product, transposed) = (Expected(alpha, a, false, x, beta, y), Expected(alpha, a, true, w, beta, z));
            MatrixVectorProduct.Multiply(alpha, Whole(a), Entries(x), beta, Entries(y));
            MatrixVectorProduct.MultiplyTranspose(alpha, Whole(a), Entries(w), beta, Entries(z));
            Near.Equal(product, y);
            Near.Equal(transposed, z);
        }
    }

    [Theory]
    [InlineData(0, 512, 520)]
    [InlineData(1, 300, 304)]
    [InlineData(3, 301, 308)]
    [InlineData(6, 270, 512)]
    [InlineData(7, 100, 107)]
    [InlineData(5, 2060, 2072)]
    public void Products_with_a_part_agree_with_the_definition_wherever_in_memory_it_begins(int first, int m, int stride)
    {
        const int n = 11;
        var (whole, x, w) = (Some.Matrix(stride, n, 1), Some.Vector(n, 2), Some.Vector(m, 3));
        var a = Some.Matrix(m, n, (i, j) => whole[first + i, j]);
        var part = Whole(whole).Part(first, m, 0, n);
        var (y, z) = (Some.Vector(m, 4), Some.Vector(n, 5));
        var (product, transposed) = (Expected(-2.0, a, false, x, 0.5, y), Expected(-2.0, a, true, w, 0.5, z));
        MatrixVectorProduct.Multiply(-2.0, part, Entries(x), 0.5, Entries(y));
        MatrixVectorProduct.MultiplyTranspose(-2.0, part, Entries(w), 0.5, Entries(z));
        Near.Equal(product, y);
        Near.Equal(transposed, z);

        MatrixVectorProduct.MultiplyBoth(part, Entries(x), Entries(y), Entries(w), Entries(z));
        Near.Equal(Expected(1.0, a, false, x, 0.0, y), y);
        Near.Equal(Expected(1.0, a, true, w, 0.0, z), z);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Both_products_agree_with_the_definition(int m, int n)
    {
        var (a, x, w) = (Some.Matrix(m, n, 1), Some.Vector(n, 2), Some.Vector(m, 3));
        var (y, z) = (double.NaN * MatrixMath.Ones(m), double.NaN * MatrixMath.Ones(n));
        MatrixVectorProduct.MultiplyBoth(Whole(a), Entries(x), Entries(y), Entries(w), Entries(z));
        Near.Equal(Expected(1.0, a, false, x, 0.0, y), y);
        Near.Equal(Expected(1.0, a, true, w, 0.0, z), z);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_sum_of_the_columns_is_the_product_with_ones(int m, int n)
    {
        var a = Some.Matrix(m, n, 1);
        var y = double.NaN * MatrixMath.Ones(m);
        MatrixVectorProduct.AddColumns(Whole(a), Entries(y));
        Near.Equal(Expected(1.0, a, false, MatrixMath.Ones(n), 0.0, y), y);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_symmetric_product_reads_the_lower_triangle(int n)
    {
        var a = MatrixMath.Symmetrize(Some.Matrix(n, n, 1));
        var (x, y) = (Some.Vector(n, 2), Some.Vector(n, 3));
        var (expected, added) = (Expected(1.0, a, false, x, 0.0, y), Expected(-2.0, a, false, x, 0.5, y));
        var lower = MatrixMath.LowerTriangle(a) + (double.NaN * (MatrixMath.UpperTriangle(MatrixMath.Ones(n, n)) - MatrixMath.Identity(n)));
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                lower.AsMathNet()[i, j] = a[i, j];
            }
        }

        var z = double.NaN * y;
        MatrixVectorProduct.MultiplySymmetric(1.0, Whole(lower), Entries(x), 0.0, Entries(z));
        Near.Equal(expected, z);
        MatrixVectorProduct.MultiplySymmetric(-2.0, Whole(lower), Entries(x), 0.5, Entries(y));
        Near.Equal(added, y);
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(17, 9)]
    [InlineData(0, 3)]
    [InlineData(1031, 1030)]
    public void Outer_products_agree_with_the_definition(int m, int n)
    {
        var (x, y, c) = (Some.Vector(m, 1), Some.Vector(n, 2), Some.Matrix(m, n, 3));
        var sum = Some.Matrix(m, n, (i, j) => c[i, j] + (3.0 * x[i] * y[j]));
        OuterProduct.Add(3.0, Entries(x), Entries(y), Whole(c));
        Near.Equal(sum, c);
        OuterProduct.Write(-1.5, Entries(x), Entries(y), Whole(c));
        Near.Equal(Some.Matrix(m, n, (i, j) => -1.5 * x[i] * y[j]), c);
    }

    private static Block Whole(Matrix x) => new(x.AsMathNet().AsColumnMajorArray(), x.RowCount, x.ColumnCount);

    private static double[] Entries(Vector x) => x.AsMathNet().AsArray();

    private static Vector Expected(double alpha, Matrix a, bool transpose, Vector x, double beta, Vector y)
    {
        var (right, sum) = (Some.Matrix(x.Count, 1, (i, _) => x[i]), Some.Matrix(y.Count, 1, (i, _) => y[i]));
        return Matrix.OfArray(Naive.MultiplyAdd(alpha, a.ToArray(), transpose, right.ToArray(), false, beta, sum.ToArray())).Column(0);
    }
}
