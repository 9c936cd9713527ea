namespace GradGen.Tests.Kernels.Products;

public class GramTileTests
{
    private const double Untouched = 7.5;

    private delegate void Write(Block c);

    private static readonly int[] s_rows = [1, 7, 16, 25, 256, 257, 700];

    [Fact]
    public void Every_size_agrees_with_the_definition()
    {
        foreach (var rows in s_rows)
        {
            for (var columns = 1; columns <= 21; columns++)
            {
                var (x, w) = (Some.Matrix(rows, columns, 1), Some.Vector(rows, 2));
                var expected = Naive.MultiplyAdd(1.0, x.ToArray(), true, (MatrixMath.Diag(w) * x).ToArray(), false, 0.0, new double[columns, columns]);
                CheckLower(expected, columns, c => GramTile.Write(Whole(x), w.AsMathNet().AsArray(), c));
                expected = Naive.MultiplyAdd(-2.0, x.ToArray(), true, x.ToArray(), false, 0.0, new double[columns, columns]);
                CheckLower(expected, columns, c => GramTile.Write(-2.0, Whole(x), c));
            }
        }
    }

    [Theory]
    [InlineData(300, 130)]
    [InlineData(50, 90)]
    [InlineData(300, 9)]
    [InlineData(20, 3)]
    public void Products_of_a_matrix_and_its_transpose_are_symmetric(int rows, int columns)
    {
        var x = Some.Matrix(rows, columns, 1);
        foreach (var alpha in new[] { 1.5, 0.0 })
        {
            var c = Some.Matrix(columns, columns, 2);
            MatrixProduct.Multiply(alpha, Whole(x), true, Whole(x), false, 0.0, Whole(c));
            Near.Equal(Matrix.OfArray(Naive.MultiplyAdd(alpha, x.ToArray(), true, x.ToArray(), false, 0.0, new double[columns, columns])), c);
            Assert.Equal(c, c.T);
        }
    }

    [Fact]
    public void What_is_not_a_number_passes_through()
    {
        var x = Some.Matrix(40, 6, 1);
        x.AsMathNet()[3, 4] = double.NaN;
        var gram = Kernel.WeightedGram(x, Some.Vector(40, 2));
        Assert.All(Enumerable.Range(0, 6), i => Assert.True(double.IsNaN(gram[i, 4])));
        Assert.True(double.IsFinite(gram[2, 3]));
    }

    /// <summary>Within a larger matrix, of which nothing beside the product may change.</summary>
    private static void CheckLower(double[,] expected, int n, Write write)
    {
        const int margin = 2;
        var entries = new double[(n + (2 * margin)) * (n + (2 * margin))];
        Array.Fill(entries, Untouched);
        var all = new Block(entries, n + (2 * margin), n + (2 * margin));
        write(all.Part(margin, n, margin, n));
        for (var j = 0; j < all.Columns; j++)
        {
            for (var i = 0; i < all.Rows; i++)
            {
                var (row, column) = (i - margin, j - margin);
                var inside = row >= 0 && row < n && column >= 0 && column < n;
                if (!inside) Assert.Equal(Untouched, all[i, j]);
                else if (row >= column) Near.Equal(expected[row, column], all[i, j], 1e-11);
            }
        }
    }

    private static Block Whole(Matrix x) => new(x.AsMathNet().AsColumnMajorArray(), x.RowCount, x.ColumnCount);
}
