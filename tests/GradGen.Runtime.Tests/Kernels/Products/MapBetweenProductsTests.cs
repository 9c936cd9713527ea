using Gap = GradGen.Entry.Difference<GradGen.Entry.X0, GradGen.Entry.X1>;
using Square = GradGen.Entry.Square<GradGen.Entry.X3>;

namespace GradGen.Tests.Kernels.Products;

/// <summary>Both products and the chain between them, of matrices that are read at once and of such as are read by panels.</summary>
public class MapBetweenProductsTests
{
    public static TheoryData<int, int, bool> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, bool>();
            foreach (var (m, n) in new[] { (0, 0), (0, 3), (4, 0), (3, 0), (1, 1), (4, 3), (12, 1), (12, 16), (16, 8), (14, 9), (40, 70), (331, 300), (2003, 50), (50, 2003), (1000, 100), (96, 2048), (96, 2049), (12_300, 8), (9, 12_300), (1201, 1000), (120_000, 9), (100, 21_000) })
            {
                shapes.Add(m, n, false);
                shapes.Add(m, n, true);
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void All_results_are_what_separate_kernels_make(int m, int n, bool transpose)
    {
        var a = Some.Matrix(m, n, 1);
        var (x, y, z) = transpose ? (Some.Vector(m, 2), Some.Vector(n, 3), Some.Vector(n, 4)) : (Some.Vector(n, 2), Some.Vector(m, 3), Some.Vector(m, 4));
        var expected = transpose ? a.T * x : a * x;

        var (product, map, sum, transposeProduct) = Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(a, x, y, default, transpose);
        Near.Equal(expected, product);
        Near.Equal(expected - y, map);
        Near.Equal(MatrixMath.NormSquared(expected - y), sum, 1e-12);
        Near.Equal(transpose ? a * (expected - y) : a.T * (expected - y), transposeProduct);

        (product, map, transposeProduct) = Kernel.MapBetweenProducts<Entry.Sum<Entry.Product<Entry.C0, Entry.X2>, Entry.Product<Entry.X0, Entry.X1>>>(a, x, y, z, transpose, 2.0);
        var chained = (2.0 * z) + MatrixMath.PointwiseMultiply(expected, y);
        Near.Equal(expected, product);
        Near.Equal(chained, map);
        Near.Equal(transpose ? a * chained : a.T * chained, transposeProduct);

        Near.Equal(expected - y, Kernel.MapBetweenProducts<Gap>(a, x, y, default, transpose).Map);
        (map, sum, transposeProduct) = Kernel.MapThenTransposeProduct<Gap, Entry.X3, Square>(a, x, y, default, transpose);
        Near.Equal(expected - y, map);
        Near.Equal(MatrixMath.NormSquared(expected - y), sum, 1e-12);
        Near.Equal(transpose ? a * (expected - y) : a.T * (expected - y), transposeProduct);
        (map, transposeProduct) = Kernel.MapThenTransposeProduct<Gap>(a, x, y, default, transpose);
        Near.Equal(expected - y, map);
        Near.Equal(transpose ? a * (expected - y) : a.T * (expected - y), transposeProduct);
        Near.Equal(transpose ? a * expected : a.T * expected, Kernel.MapBetweenProducts<Entry.X0>(a, x, default, default, transpose).TransposeProduct);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Matrices_and_vectors_that_are_not_dense_are_read(bool transpose)
    {
        var (a, x, y) = (Some.Sparse(7, 7), Some.SparseVector(7), Some.Vector(7));
        var product = transpose ? a.T * x : a * x;
        var of = Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(a, x, y, default, transpose);
        Near.Equal(product - y, of.Map);
        Near.Equal(transpose ? a * (product - y) : a.T * (product - y), of.TransposeProduct);

        // A sparse array beside a matrix that is read by panels.
        var (large, right, few) = (Some.Matrix(1000, 100), Some.Vector(100), Some.SparseVector(1000));
        var dense = Vector.Of(few.ToArray());
        Near.Equal((large * right) - dense, Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(large, right, few, default, false).Map);
    }

    [Fact]
    public void What_is_not_a_number_reaches_all_that_it_is_part_of()
    {
        var (a, x, y) = (Some.Matrix(1000, 100, 1), Some.Vector(100, 2), Some.Vector(1000, 3));
        a.AsMathNet()[700, 40] = double.NaN;
        var (product, map, sum, transposeProduct) = Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(a, x, y, default, false);
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Equal(i == 700, double.IsNaN(product[i])));
        Assert.True(double.IsNaN(map[700]) && double.IsNaN(sum));
        Assert.All(transposeProduct.ToArray(), entry => Assert.True(double.IsNaN(entry)));
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(1000, 100)]
    public void Shapes_that_do_not_fit_are_refused(int m, int n)
    {
        var (a, x, y) = (Some.Matrix(m, n), Some.Vector(n), Some.Vector(m));
        Assert.Throws<ArgumentException>(() => Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(a, y, y, default, false));
        Assert.Throws<ArgumentException>(() => Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(a, x, y, default, true));
        Assert.Throws<ArgumentException>(() => Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(a, x, x, default, false));
        Assert.Throws<ArgumentException>(() => Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(a, x, y, x, false));
        Assert.Throws<ArgumentException>(() => Kernel.MapBetweenProducts<Gap, Entry.X3, Square>(a, x, Vector.Of(), default, false));
    }
}
