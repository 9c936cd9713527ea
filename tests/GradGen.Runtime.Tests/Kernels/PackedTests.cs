using System.Collections.ObjectModel;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Tests.Kernels;

public class PackedTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(70)]
    public void Lists_of_every_kind_are_packed(int size)
    {
        Vector sparse = SparseVector.OfVector(Some.Vector(size, 1).AsMathNet());
        Vector[] array = [sparse, .. Enumerable.Range(2, 4).Select(i => Some.Vector(size, i))];
        var (v, expected) = (Some.Vector(size, 9), Matrix.OfColumns(array[..4]));
        foreach (IReadOnlyList<Vector> list in new IReadOnlyList<Vector>[] { array, array.ToList(), new ReadOnlyCollection<Vector>(array) })
        {
            Assert.Equal(expected, Kernel.Packed(list, 4, size));
            Assert.Equal(Kernel.AddToColumns(expected, v), Kernel.PackedSums(list, 4, v));
            Assert.Equal(array[4], Kernel.Item(list, 4));
            Assert.Throws<ArgumentException>(() => Kernel.Packed(list, 4, size + 1));
            Assert.Throws<ArgumentException>(() => Kernel.PackedSums(list, 4, Some.Vector(size + 1, 1)));
            Assert.ThrowsAny<ArgumentException>(() => Kernel.Packed(list, 6, size));
        }

        Near.Equal(expected + (v * MatrixMath.Ones(4).T), Kernel.AddToColumns(expected, v));
    }

    [Fact]
    public void Rows_are_packed_as_columns()
    {
        RowVector[] rows = [Some.Vector(5, 1).T, Some.Vector(5, 2).T];
        var expected = Matrix.OfColumns(rows[0].T, rows[1].T);
        Assert.Equal(expected, Kernel.Packed(rows, 2, 5));
        Assert.Equal(Kernel.AddToColumns(expected, Some.Vector(5, 3)), Kernel.PackedSums(rows, 2, Some.Vector(5, 3)));
    }

    [Fact]
    public void Numbers_are_packed()
    {
        foreach (IReadOnlyList<int> list in new IReadOnlyList<int>[] { [1, 2, 3], new List<int> { 1, 2, 3 }, new ReadOnlyCollection<int>([1, 2, 3]) })
        {
            Assert.Equal(Vector.Of(1, 2), Kernel.Packed(list, 2));
            Assert.Equal(Vector.Of(1, 2), Kernel.Packed(list.Select(x => (double)x).ToList(), 2));
        }

        Assert.ThrowsAny<ArgumentException>(() => Kernel.Packed(new[] { 1.0 }, 2));
    }

    [Fact]
    public void What_a_list_makes_when_it_is_asked_is_not_taken_from_the_arena()
    {
        var list = new Maker();
        using (Arena.Enter())
        {
            Kernel.Packed(list, 2, 3);
            _ = MatrixMath.Zeros(3) + MatrixMath.Ones(3);
        }

        using (Arena.Enter())
        {
            _ = 7.0 * MatrixMath.Ones(3);
            Assert.All(list.Made, x => Assert.Equal(2.0 * MatrixMath.Ones(3), x));
        }
    }

    /// <summary>Makes its items on demand and holds on to them.</summary>
    private sealed class Maker : IReadOnlyList<Vector>
    {
        public List<Vector> Made { get; } = [];

        public int Count => 2;

        public Vector this[int index]
        {
            get
            {
                Made.Add(2.0 * MatrixMath.Ones(3));
                return Made[^1];
            }
        }

        public IEnumerator<Vector> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
