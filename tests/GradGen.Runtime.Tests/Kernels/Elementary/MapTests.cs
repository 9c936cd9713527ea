using Chain = GradGen.Entry.Sum<GradGen.Entry.Product<GradGen.Entry.Tanh<GradGen.Entry.X0>, GradGen.Entry.X1>, GradGen.Entry.Product<GradGen.Entry.C0, GradGen.Entry.Square<GradGen.Entry.X2>>>;
using Four = GradGen.Entry.Difference<GradGen.Entry.Quotient<GradGen.Entry.X0, GradGen.Entry.X3>, GradGen.Entry.Product<GradGen.Entry.X1, GradGen.Entry.Sum<GradGen.Entry.X2, GradGen.Entry.C2>>>;
using Logits = GradGen.Entry.Difference<GradGen.Entry.Sigmoid<GradGen.Entry.X0>, GradGen.Entry.X1>;

namespace GradGen.Tests.Kernels.Elementary;

public class MapTests
{
    private static readonly double[] s_special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, 1e-300, -1e-17, 800.0, -800.0];

    public static TheoryData<int> Sizes => [.. Enumerable.Range(0, 20), 31, 32, 63, 64, 65, 100, 1027];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_chain_computes_every_entry(int n)
    {
        var (x, y, z, w) = (Some.Vector(n, 1), Some.Vector(n, 2), Some.Vector(n, 3), Some.Vector(n, 4) + 3.0);
        Near.Equal(Expected(n, i => (Math.Tanh(x[i]) * y[i]) + (0.5 * z[i] * z[i])), Kernel.Map<Chain>(x, y, z, 0.5));
        Near.Equal(Expected(n, i => (x[i] / w[i]) - (y[i] * (z[i] + 7.0))), Kernel.Map<Four>(x, y, z, w, 1.0, 2.0, 7.0));
        Near.Equal(Expected(n, i => (1.0 / (1.0 + Math.Exp(-x[i]))) - y[i]), Kernel.Map<Logits>(x.T, y.T).T);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_sum_counts_every_entry_once(int n)
    {
        var (x, y, z) = (Some.Vector(n, 1), Some.Vector(n, 2), Some.Vector(n, 3));
        Near.Equal(MatrixMath.Sum(Expected(n, i => (Math.Tanh(x[i]) * y[i]) + (0.5 * z[i] * z[i]))), Kernel.MapSum<Chain>(x, y, z, 0.5), 1e-12);

        // What stands for no entry is not counted, though it is not zero.
        Near.Equal(n, Kernel.MapSum<Entry.Exp<Entry.Product<Entry.X0, Entry.C1>>>(x), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_result_may_take_the_storage_of_any_operand(int n)
    {
        for (var place = 0; place < 3; place++)
        {
            Vector[] operands = [Some.Vector(n, 1), Some.Vector(n, 2), Some.Vector(n, 3)];
            var expected = Kernel.Map<Chain>(operands[0], operands[1], operands[2], 0.5);
            Kernel.MapTo<Chain>(operands[0], operands[1], operands[2], operands[place], 0.5);
            Assert.Equal(expected, operands[place]);
        }

        var (x, y, z) = (Some.Vector(n, 1), Some.Vector(n, 2), Some.Vector(n, 3));
        var inPlace = Kernel.Map<Chain>(x, y, z, 0.5);
        var result = Kernel.MapInPlace<Chain>(x, y, z, 0.5);
        Assert.Same(z.AsMathNet(), result.AsMathNet());
        Assert.Equal(inPlace, z);
        Assert.Equal((Some.Vector(n, 1), Some.Vector(n, 2)), (x, y));
    }

    [Fact]
    public void Matrices_are_mapped_entry_by_entry()
    {
        foreach (var (m, n) in new[] { (0, 3), (1, 1), (3, 5), (8, 8), (7, 33) })
        {
            var (x, y, z) = (Some.Matrix(m, n, 1), Some.Matrix(m, n, 2), Some.Matrix(m, n, 3));
            var expected = MatrixMath.PointwiseMultiply(MatrixMath.Tanh(x), y) + (0.5 * MatrixMath.Square(z));
            Near.Equal(expected, Kernel.Map<Chain>(x, y, z, 0.5));
            Near.Equal(MatrixMath.Sum(expected), Kernel.MapSum<Chain>(x, y, z, 0.5), 1e-12);
            Matrix destination = double.NaN * x;
            Kernel.MapTo<Chain>(x, y, z, destination, 0.5);
            Near.Equal(expected, destination);
            Assert.Same(z.AsMathNet(), Kernel.MapInPlace<Chain>(x, y, z, 0.5).AsMathNet());
        }
    }

    [Fact]
    public void Every_function_is_the_one_of_the_language_bit_by_bit_at_special_values_too()
    {
        var x = Vector.Of([.. s_special, .. s_special, 0.3, -2.5]);
        Same(MatrixMath.Exp(x), Kernel.Map<Entry.Exp<Entry.X0>>(x));
        Same(MatrixMath.Expm1(x), Kernel.Map<Entry.Expm1<Entry.X0>>(x));
        Same(MatrixMath.Tanh(x), Kernel.Map<Entry.Tanh<Entry.X0>>(x));
        Same(MatrixMath.Sigmoid(x), Kernel.Map<Entry.Sigmoid<Entry.X0>>(x));
        Same(MatrixMath.Softplus(x), Kernel.Map<Entry.Softplus<Entry.X0>>(x));
        Same(MatrixMath.Sqrt(x), Kernel.Map<Entry.Sqrt<Entry.X0>>(x));
        Same(MatrixMath.Abs(x), Kernel.Map<Entry.Abs<Entry.X0>>(x));
        Same(MatrixMath.Relu(x), Kernel.Map<Entry.Relu<Entry.X0>>(x));
        Same(MatrixMath.Square(x), Kernel.Map<Entry.Square<Entry.X0>>(x));
        Same(MatrixMath.Reciprocal(x), Kernel.Map<Entry.Reciprocal<Entry.X0>>(x));
        Same(-x, Kernel.Map<Entry.Negative<Entry.X0>>(x));
    }

    [Fact]
    public void Sparse_operands_stay_sparse_where_zeros_give_zero()
    {
        var (x, y) = (Some.Sparse(6, 5), Some.Sparse(6, 5));
        Matrix z = Some.Matrix(6, 5, 3), dense = Matrix.OfArray(x.ToArray());
        var product = Kernel.Map<Entry.Tanh<Entry.Product<Entry.X0, Entry.X1>>>(x, y);
        Assert.False(product.AsMathNet().Storage.IsDense);
        Near.Equal(MatrixMath.Tanh(MatrixMath.PointwiseMultiply(dense, dense)), product);
        Near.Equal(MatrixMath.Exp(2.0 * dense), Kernel.Map<Entry.Exp<Entry.Product<Entry.C0, Entry.X0>>>(x, 2.0));
        Near.Equal(MatrixMath.Sum(MatrixMath.Sigmoid(dense)), Kernel.MapSum<Entry.Sigmoid<Entry.X0>>(x), 1e-12);
        Near.Equal(MatrixMath.PointwiseMultiply(MatrixMath.Tanh(dense), dense) + (0.5 * MatrixMath.Square(z)), Kernel.Map<Chain>(x, y, z, 0.5));
    }

    [Fact]
    public void Shapes_that_differ_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Kernel.Map<Logits>(Some.Vector(3), Some.Vector(4)));
        Assert.Throws<ArgumentException>(() => Kernel.MapSum<Logits>(Some.Matrix(3, 4), Some.Matrix(4, 3)));
        Assert.Throws<ArgumentException>(() => Kernel.MapTo<Logits>(Some.Vector(3), Some.Vector(3), Some.Vector(4)));
        Assert.Throws<ArgumentException>(() => Kernel.MapTo<Logits>(Some.Matrix(3, 2), Some.Matrix(3, 2), Some.Matrix(2, 3)));
    }

    [Fact]
    public void A_warm_chain_in_a_scope_allocates_nothing()
    {
        var (x, y, z) = (Some.Vector(37, 1), Some.Vector(37, 2), Some.Vector(37, 3));
        Assert.Equal(0, Allocation.OfWarm(Run));

        void Run()
        {
            using var arena = Arena.Enter();
            var result = Kernel.Map<Chain>(x, y, z, Kernel.MapSum<Logits>(x, y));
            Kernel.MapTo<Logits>(result, y, Kernel.MapInPlace<Chain>(x, y, result, 1.0));
        }
    }

    private static Vector Expected(int n, Func<int, double> entry) => Vector.Of([.. Enumerable.Range(0, n).Select(entry)]);

    private static void Same(Vector expected, Vector actual) =>
        Assert.Equal(expected.ToArray().Select(BitConverter.DoubleToInt64Bits), actual.ToArray().Select(BitConverter.DoubleToInt64Bits));
}
