using Gap = GradGen.Entry.Difference<GradGen.Entry.X0, GradGen.Entry.X1>;
using Square = GradGen.Entry.Square<GradGen.Entry.X3>;

namespace GradGen.Tests.Kernels.Products;

/// <summary>Products with a map of a product, of maps that are computed at once and of such as are computed block by block.</summary>
public class ProductsOfMapTests
{
    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, int>();
            foreach (var (m, n, k) in new[] { (0, 3, 2), (3, 0, 2), (3, 2, 0), (0, 0, 0), (1, 1, 1), (8, 8, 2), (4, 9, 3), (12, 6, 16), (5, 7, 9), (16, 16, 17), (16, 17, 5), (20, 20, 20), (150, 230, 3), (230, 150, 64), (200, 210, 65), (9001, 7, 2), (7, 9001, 2), (16_500, 3, 1) })
            {
                shapes.Add(m, n, k);
            }

            return shapes;
        }
    }

    public static TheoryData<ProductWithMap> Forms => [.. Enum.GetValues<ProductWithMap>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void All_results_are_what_separate_kernels_make(int m, int n, int k)
    {
        foreach (var (transposeA, transposeB) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var (a, b) = (transposeA ? Some.Matrix(k, m, 1) : Some.Matrix(m, k, 1), transposeB ? Some.Matrix(n, k, 2) : Some.Matrix(k, n, 2));
            var (y, z, c, d) = (Some.Matrix(m, n, 3), Some.Matrix(m, n, 4), Some.Matrix(n, 4, 5), Some.Matrix(m, 3, 6));
            var product = (transposeA ? a.T : a) * (transposeB ? b.T : b);
            var gap = product - y;

            var (sum, first, second) = Kernel.ProductsOfMap<Gap, Entry.X3, Square>(a, transposeA, b, transposeB, y, default, 2.0, c, ProductWithMap.MC, -0.5, d, ProductWithMap.MtC);
            Near.Equal(MatrixMath.FrobeniusNormSquared(gap), sum, 1e-12);
            Near.Equal(2.0 * gap * c, first);
            Near.Equal(-0.5 * gap.T * d, second);

            var map = (2.0 * z) + MatrixMath.PointwiseMultiply(product, y);
            (first, second) = Kernel.ProductsOfMap<Entry.Sum<Entry.Product<Entry.C0, Entry.X2>, Entry.Product<Entry.X0, Entry.X1>>>(
                a, transposeA, b, transposeB, y, z, 1.0, d, ProductWithMap.CtM, 0.0, c, ProductWithMap.MC, 2.0);
            Near.Equal(d.T * map, first);
            Near.Equal(0.0 * c.T * map.T, second.T);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_factor_stands_where_its_form_says(ProductWithMap form)
    {
        foreach (var (m, n) in new[] { (5, 4), (190, 210) })
        {
            var (a, b) = (Some.Matrix(m, 3, 1), Some.Matrix(3, n, 2));
            var product = a * b;
            var (expected, factor) = form switch
            {
                ProductWithMap.MC => (product * Some.Matrix(n, 2, 3), Some.Matrix(n, 2, 3)),
                ProductWithMap.MtC => (product.T * Some.Matrix(m, 2, 3), Some.Matrix(m, 2, 3)),
                ProductWithMap.MCt => (product * Some.Matrix(2, n, 3).T, Some.Matrix(2, n, 3)),
                ProductWithMap.MtCt => (product.T * Some.Matrix(2, m, 3).T, Some.Matrix(2, m, 3)),
                ProductWithMap.CM => (Some.Matrix(2, m, 3) * product, Some.Matrix(2, m, 3)),
                ProductWithMap.CMt => (Some.Matrix(2, n, 3) * product.T, Some.Matrix(2, n, 3)),
                ProductWithMap.CtM => (Some.Matrix(m, 2, 3).T * product, Some.Matrix(m, 2, 3)),
                ProductWithMap.CtMt => (Some.Matrix(n, 2, 3).T * product.T, Some.Matrix(n, 2, 3)),
                _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
            };
            Near.Equal(expected, Kernel.ProductsOfMap<Entry.X0>(a, false, b, false, default, default, 1.0, factor, form));

            // The same where a factor is sparse and the products are MathNet's.
            var sparse = (Matrix)MathNet.Numerics.LinearAlgebra.Double.SparseMatrix.OfMatrix(factor.AsMathNet());
            Near.Equal(3.0 * expected, Kernel.ProductsOfMap<Entry.X0>(a, false, b, false, default, default, 3.0, sparse, form));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_are_written_where_they_are_wanted(int m, int n, int k)
    {
        var (a, b, y) = (Some.Matrix(m, k, 1), Some.Matrix(n, k, 2), Some.Matrix(m, n, 3));
        var gap = (a * b.T) - y;
        var (expected, first, second) = (MatrixMath.FrobeniusNormSquared(gap), 2.0 * gap * b, -3.0 * gap.T * a);

        // Storage of its own, that of a factor, of the other array (where it fits), and one for both products, of which the second stays.
        var (into, other) = (Some.Matrix(m, k, 4), Some.Matrix(n, k, 5));
        Check(a, b, y, into, other);
        var (a1, b1) = (Kernel.Copy(a), Kernel.Copy(b));
        Check(a1, b1, y, a1, b1);
        if (n == k)
        {
            var y1 = Kernel.Copy(y);
            Check(a, b, y1, y1, other);
        }

        Matrix sparse = MathNet.Numerics.LinearAlgebra.Double.SparseMatrix.OfMatrix(into.AsMathNet());
        Check(a, b, y, sparse, other);
        Matrix sparseFactor = MathNet.Numerics.LinearAlgebra.Double.SparseMatrix.OfMatrix(b.AsMathNet());
        Check(a, sparseFactor, y, into, other);
        if (m == n)
        {
            Kernel.ProductsOfMap<Gap>(a, false, b, true, y, default, 2.0, b, ProductWithMap.MC, -3.0, a, ProductWithMap.MtC, into: into, secondInto: into);
            Near.Equal(second, into);
        }

        void Check(Matrix u, Matrix v, Matrix t, Matrix ofU, Matrix ofV)
        {
            var (sum, one, two) = Kernel.ProductsOfMap<Gap, Entry.X3, Square>(u, false, v, true, t, default, 2.0, v, ProductWithMap.MC, -3.0, u, ProductWithMap.MtC, into: ofU, secondInto: ofV);
            Near.Equal(expected, sum, 1e-12);
            Near.Equal(first, ofU);
            Near.Equal(second, ofV);
            Near.Equal(first, one);
            Near.Equal(second, two);
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(200)]
    public void Matrices_that_are_not_dense_are_read(int n)
    {
        var (a, b, y, c) = (Some.Sparse(n, n), Some.Matrix(n, n), Some.Sparse(n, n), Some.Matrix(n, 2));
        var gap = (a * b) - y;
        var (sum, first) = Kernel.ProductsOfMap<Gap, Entry.X3, Square>(a, false, b, false, y, default, 1.0, c, ProductWithMap.MC);
        Near.Equal(MatrixMath.FrobeniusNormSquared(gap), sum, 1e-12);
        Near.Equal(gap * c, first);
        Near.Equal(((b * b) - y) * c, Kernel.ProductsOfMap<Gap>(b, false, b, false, y, default, 1.0, c, ProductWithMap.MC));
    }

    [Fact]
    public void What_is_not_a_number_reaches_all_that_it_is_part_of()
    {
        var (a, b, c, y) = (Some.Matrix(300, 3, 1), Some.Matrix(200, 3, 2), Some.Matrix(200, 2, 3), Some.Matrix(300, 200, 4));
        a.AsMathNet()[170, 1] = double.NaN;
        var (sum, first) = Kernel.ProductsOfMap<Gap, Entry.X3, Square>(a, false, b, true, y, default, 1.0, c, ProductWithMap.MC);
        Assert.True(double.IsNaN(sum));
        Assert.All(Enumerable.Range(0, 300), i => Assert.Equal(i == 170, double.IsNaN(first[i, 0])));
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(300, 200)]
    public void Shapes_that_do_not_fit_are_refused(int m, int n)
    {
        var (a, b, c, y) = (Some.Matrix(m, 2), Some.Matrix(n, 2), Some.Matrix(n, 3), Some.Matrix(m, n));
        Assert.Throws<ArgumentException>(() => Kernel.ProductsOfMap<Gap>(a, false, b, false, y, default, 1.0, c, ProductWithMap.MC));
        Assert.Throws<ArgumentException>(() => Kernel.ProductsOfMap<Gap>(a, false, b, true, y.T, default, 1.0, c, ProductWithMap.MC));
        Assert.Throws<ArgumentException>(() => Kernel.ProductsOfMap<Gap>(a, false, b, true, y, c, 1.0, c, ProductWithMap.MC));
        Assert.Throws<ArgumentException>(() => Kernel.ProductsOfMap<Gap>(a, false, b, true, y, default, 1.0, c, ProductWithMap.MtC));
        Assert.Throws<ArgumentException>(() => Kernel.ProductsOfMap<Gap>(a, false, b, true, y, default, 1.0, c, ProductWithMap.MC, 1.0, c, ProductWithMap.CM));
        Assert.Throws<ArgumentException>(() => Kernel.ProductsOfMap<Gap>(a, false, b, true, y, default, 1.0, c, ProductWithMap.MC, into: c));
    }

    // A companion that makes nothing else enters no scope.
    [Theory]
    [InlineData(6, 5, 2)]
    [InlineData(210, 170, 3)]
    [InlineData(6, 6, 2)]
    public void Outside_of_a_scope_nothing_is_allocated_once_warm(int m, int n, int k)
    {
        var (u, v, t, ofU, ofV) = (Some.Matrix(m, k, 1), Some.Matrix(n, k, 2), Some.Matrix(m, n, 3), Some.Matrix(m, k, 4), Some.Matrix(n, k, 5));
        Assert.Equal(0, Allocation.OfWarm(Run));

        void Run()
        {
            Write(u, v, ofU, ofV);
            Write(ofU, ofV, ofU, ofV);
            if (m == n) Write(ofU, ofV, ofV, ofU);
        }

        void Write(Matrix a, Matrix b, Matrix into, Matrix secondInto) => Kernel.ProductsOfMap<Gap, Entry.X3, Square>(
            a, false, b, true, t, default, 2.0, b, ProductWithMap.MC, 2.0, a, ProductWithMap.MtC, into: into, secondInto: secondInto);
    }
}
