using Both = GradGen.Entry.Product<GradGen.Entry.X1, GradGen.Entry.Tanh<GradGen.Entry.X0>>;
using Decay = GradGen.Entry.Decay<GradGen.Entry.X0>;
using Logits = GradGen.Entry.Difference<GradGen.Entry.SigmoidByDecay<GradGen.Entry.X0, GradGen.Entry.X3>, GradGen.Entry.X1>;
using Softplus = GradGen.Entry.SoftplusByDecay<GradGen.Entry.X0, GradGen.Entry.X3>;

namespace GradGen.Tests.Kernels.Elementary;

public class MapWithSumTests
{
    private static readonly double[] s_special = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, 1e-300, -1e-17, 1000.0, -1000.0, 40.0, -40.0];

    public static TheoryData<int> Sizes => [.. Enumerable.Range(0, 20), 63, 64, 65, 1027];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Both_are_what_two_passes_make(int n)
    {
        var (x, y) = (Some.Vector(n, 1), Some.Vector(n, 2));
        var (map, sum) = Kernel.MapWithSum<Decay, Logits, Softplus>(x, y);
        Assert.Equal(MatrixMath.Sigmoid(x) - y, map);
        Near.Equal(MatrixMath.Sum(MatrixMath.Softplus(x)), sum, 1e-12);

        var (row, square) = Kernel.MapWithSum<Both, Entry.X3, Entry.Square<Entry.X3>>(x.T, y.T);
        Assert.Equal(MatrixMath.PointwiseMultiply(MatrixMath.Tanh(x), y), row.T);
        Near.Equal(MatrixMath.NormSquared(row), square, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Three_arrays_and_three_scalars_reach_every_place(int n)
    {
        var (x, y, z) = (Some.Vector(n, 1), Some.Vector(n, 2), Some.Vector(n, 3));
        var (map, sum) = Kernel.MapWithSum<
            Entry.Sum<Entry.Product<Entry.C0, Entry.X0>, Entry.X2>,
            Entry.Product<Entry.X3, Entry.Sum<Entry.X1, Entry.C1>>,
            Entry.Sum<Entry.X3, Entry.Product<Entry.C2, Entry.X2>>>(x, y, z, 2.0, 3.0, 4.0);
        Near.Equal(MatrixMath.PointwiseMultiply((2.0 * x) + z, y + 3.0), map);
        Near.Equal(MatrixMath.Sum((2.0 * x) + (5.0 * z)), sum, 1e-12);

        // What stands for no entry is not counted, though it is not zero.
        Near.Equal(n, Kernel.MapWithSum<Entry.X0, Entry.X3, Entry.Exp<Entry.Product<Entry.X3, Entry.C0>>>(x).Sum, 1e-12);
    }

    [Fact]
    public void From_a_shared_exponential_sigmoid_and_softplus_are_the_same_bit_by_bit()
    {
        var x = Vector.Of([.. s_special, 0.3, -2.5]);
        var decay = Kernel.Map<Decay>(x);
        Same(MatrixMath.Sigmoid(x), Kernel.Map<Entry.SigmoidByDecay<Entry.X0, Entry.X1>>(x, decay));
        Same(MatrixMath.Softplus(x), Kernel.Map<Entry.SoftplusByDecay<Entry.X0, Entry.X1>>(x, decay));
        foreach (var entry in x.ToArray())
        {
            Assert.Equal(MatrixMath.Sigmoid(entry), Kernel.SigmoidByDecay(entry, Kernel.Decay(entry)));
            Assert.Equal(MatrixMath.Softplus(entry), Kernel.SoftplusByDecay(entry, Kernel.Decay(entry)));
            var (map, sum) = Kernel.MapWithSum<Decay, Logits, Softplus>(Vector.Of(entry), Vector.Of(0.0));
            Same(MatrixMath.Sigmoid(Vector.Of(entry)), map);
            Same(MatrixMath.Softplus(Vector.Of(entry)), Vector.Of(sum));
        }
    }

    [Fact]
    public void Sparse_vectors_are_read_and_other_lengths_are_refused()
    {
        var (x, y) = (Some.SparseVector(9), Some.Vector(9));
        var (map, sum) = Kernel.MapWithSum<Decay, Logits, Softplus>(x, y);
        Near.Equal(MatrixMath.Sigmoid(Vector.Of(x.ToArray())) - y, map);
        Near.Equal(MatrixMath.Sum(MatrixMath.Softplus(Vector.Of(x.ToArray()))), sum, 1e-12);
        Assert.Throws<ArgumentException>(() => Kernel.MapWithSum<Decay, Logits, Softplus>(x, Some.Vector(8)));
        Assert.Throws<ArgumentException>(() => Kernel.MapWithSum<Decay, Logits, Softplus>(x, Some.Vector(0)));
    }

    private static void Same(Vector expected, Vector actual) =>
        Assert.Equal(expected.ToArray().Select(BitConverter.DoubleToInt64Bits), actual.ToArray().Select(BitConverter.DoubleToInt64Bits));
}
