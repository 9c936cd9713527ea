using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.Tests.Kernels.Memory;

public sealed class LoopRecordTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Every_value_of_every_round_is_read_back(int rounds)
    {
        var record = Arena.NewRecord();
        Vector[][] lists = [.. Enumerable.Range(0, rounds).Select(i => new[] { i * MatrixMath.Ones(1) })];
        for (var i = 0; i < rounds; i++)
        {
            record.Begin();
            record.Add(0.5 * i);
            record.Add(i * Some.Vector(3));
            record.Add(lists[i]);
            record.Add(i * Some.Matrix(2, 3));
            record.Add(-i);
            record.Add(i * Some.Row(4));
            record.Add(i % 2 == 1);
        }

        foreach (var i in Enumerable.Range(0, rounds).Reverse())
        {
            Assert.Equal(0.5 * i, record.Scalar(0, i));
            Assert.Equal(i * Some.Vector(3), record.Vector(1, i));
            Assert.Same(lists[i], record.List<Vector[]>(2, i));
            Assert.Equal(i * Some.Matrix(2, 3), record.Matrix(3, i));
            Assert.Equal(-i, record.Integer(4, i));
            Assert.Equal(i * Some.Row(4), record.RowVector(5, i));
            Assert.Equal(i % 2 == 1, record.Boolean(6, i));
        }
    }

    [Fact]
    public void What_is_recorded_and_what_is_read_are_copies()
    {
        var record = Arena.NewRecord();
        var entries = new[] { 1.0, 2.0 };
        record.Begin();
        record.Add((Vector)new DenseVector(entries));
        entries[0] = 5;
        var first = record.Vector(0, 0);
        Assert.Equal(Vector.Of(1, 2), first);
        Assert.NotSame(first.AsMathNet(), record.Vector(0, 0).AsMathNet());
    }

    [Fact]
    public void Sparse_values_are_recorded()
    {
        var record = Arena.NewRecord();
        for (var i = 0; i < 3; i++)
        {
            record.Begin();
            record.Add((Vector)SparseVector.OfEnumerable([0, i, 0]));
            record.Add((Matrix)SparseMatrix.OfArray(new[,] { { 0.0, i } }));
        }

        Assert.Equal(Vector.Of(0, 2, 0), record.Vector(0, 2));
        Assert.Equal(Matrix.OfArray(new[,] { { 0.0, 1 } }), record.Matrix(1, 1));
    }

    [Fact]
    public void A_value_that_changes_its_shape_is_an_error_that_names_both()
    {
        var record = Arena.NewRecord();
        record.Begin();
        record.Add(MatrixMath.Ones(2, 3));
        record.Begin();
        var error = Assert.Throws<ArgumentException>(() => record.Add(MatrixMath.Ones(3, 2)));
        Assert.Contains("2×3", error.Message, StringComparison.Ordinal);
        Assert.Contains("3×2", error.Message, StringComparison.Ordinal);
    }
}
