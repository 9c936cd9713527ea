using System.Collections.ObjectModel;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Tests.Kernels;

public class MomentsTests
{
    // Blocks of 128 columns, of fewer and longer ones, and of 256 of the longest.
    public static TheoryData<int, int> Sizes => new() { { 0, 3 }, { 1, 1 }, { 3, 7 }, { 5, 128 }, { 16, 129 }, { 16, 400 }, { 45, 200 }, { 128, 70 }, { 129, 40 }, { 130, 260 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Moments_are_those_of_all_items_side_by_side(int size, int count)
    {
        Vector[] items = [.. Enumerable.Range(1, count + 1).Select(i => Some.Vector(size, i))];
        var (v, first) = (Some.Vector(size, 0), items[..count]);
        if (size > 0) items[0] = SparseVector.OfVector(items[0].AsMathNet());
        var (plain, shifted) = (Kernel.Packed(first, count, size), Kernel.PackedSums(first, count, v));
        foreach (IReadOnlyList<Vector> list in new IReadOnlyList<Vector>[] { items, items.ToList(), new ReadOnlyCollection<Vector>(items) })
        {
            Holds(plain, Kernel.Moments(list, count, size));
            Holds(shifted, Kernel.Moments(list, count, v));
        }

        RowVector[] rows = [.. items.Select(x => x.T)];
        Holds(plain, Kernel.Moments(rows, count, size));
        Holds(shifted, Kernel.Moments(rows, count, v));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public void Of_no_items_both_are_zero(int size)
    {
        var (first, second) = Kernel.Moments(Array.Empty<Vector>(), 0, size);
        Assert.Equal(MatrixMath.Zeros(size), first);
        Assert.Equal(MatrixMath.Zeros(size, size), second);
    }

    [Fact]
    public void Items_of_other_sizes_and_lists_that_are_too_short_are_refused()
    {
        Vector[] list = [Some.Vector(4, 1), Some.Vector(5, 2)];
        Assert.Contains("4 entries", Assert.Throws<ArgumentException>(() => Kernel.Moments(list, 1, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Kernel.Moments(list, 2, Some.Vector(4, 3)));
        Assert.ThrowsAny<ArgumentException>(() => Kernel.Moments(list[..1], 2, 4));
    }

    private static void Holds(Matrix x, (Vector First, Matrix Second) moments)
    {
        Near.Equal(MatrixMath.RowSums(x), moments.First);
        Near.Equal(x * x.T, moments.Second);
        Assert.Equal(moments.Second.T, moments.Second);
    }
}
