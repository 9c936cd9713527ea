namespace GradGen.Tests.Kernels.Products;

public class TranspositionTests
{
    [Fact]
    public void Every_size_agrees_with_the_definition()
    {
        foreach (var m in Enumerable.Range(0, 22).Append(70))
        {
            foreach (var n in Enumerable.Range(0, 22).Append(70))
            {
                var x = Some.Matrix(m, n);
                Assert.Equal(Some.Matrix(n, m, (i, j) => x[j, i]), x.T);
            }
        }
    }

    [Fact]
    public void Blocks_are_read_and_written_alone()
    {
        var (x, result) = (Some.Matrix(30, 40), MatrixMath.Zeros(50, 35));
        Transposition.Write(new Block(Entries(x), 30, 40).Part(2, 19, 3, 33), new Block(Entries(result), 50, 35).Part(4, 33, 5, 19));
        for (var i = 0; i < 50; i++)
        {
            for (var j = 0; j < 35; j++)
            {
                Assert.Equal(i is >= 4 and < 37 && j is >= 5 and < 24 ? x[j - 3, i - 1] : 0.0, result[i, j]);
            }
        }
    }

    [Fact]
    public void A_lower_triangle_is_mirrored()
    {
        foreach (var n in new[] { 0, 1, 3, 15, 16, 17, 40, 70 })
        {
            var x = Some.Matrix(n, n);
            var expected = Some.Matrix(n, n, (i, j) => i >= j ? x[i, j] : x[j, i]);
            Transposition.MirrorLower(new Block(Entries(x), n, n));
            Assert.Equal(expected, x);
        }
    }

    private static double[] Entries(Matrix x) => x.AsMathNet().AsColumnMajorArray();
}
