namespace GradGen.Tests.Kernels;

public class MultiplyTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 4)]
    [InlineData(7, 5, 3)]
    [InlineData(40, 17, 33)]
    [InlineData(2, 0, 3)]
    [InlineData(0, 2, 3)]
    public void Products_with_transposes_are_the_plain_ones(int m, int n, int p)
    {
        Matrix a = Some.Matrix(m, n, 1);
        Near.Equal(a * Some.Matrix(n, p, 2), Kernel.Multiply(a, Some.Matrix(n, p, 2)));
        Near.Equal(a.T * Some.Matrix(m, p, 2), Kernel.TransposeMultiply(a, Some.Matrix(m, p, 2)));
        Near.Equal(a * Some.Matrix(p, n, 2).T, Kernel.MultiplyTranspose(a, Some.Matrix(p, n, 2)));
        Near.Equal(a.T * Some.Matrix(p, m, 2).T, Kernel.TransposeMultiplyTranspose(a, Some.Matrix(p, m, 2)));
        Near.Equal(a.T * Some.Vector(m), Kernel.TransposeMultiply(a, Some.Vector(m)));
        Near.Equal(Some.Row(n) * a.T, Kernel.MultiplyTranspose(Some.Row(n), a));
        Near.Equal(Some.Row(m) * a, Kernel.Multiply(Some.Row(m), a));
        Near.Equal(a * Some.Vector(n), Kernel.Multiply(a, Some.Vector(n)));
    }

    [Fact]
    public void Inner_and_outer_products()
    {
        var (x, y) = (Vector.Of(1, 2, 3), Vector.Of(-1, 0, 5));
        Assert.Equal((14.0, 14.0, 14.0), (Kernel.Inner(x, y), Kernel.Inner(x.T, y.T), Kernel.Multiply(x.T, y)));
        Assert.Equal(14.0, Kernel.Inner(Matrix.OfColumns(x, x), Matrix.OfColumns(y, 0 * y)));
        var outer = Some.Matrix(3, 2, (i, j) => x[i] * (j + 4));
        Assert.Equal(outer, Kernel.Outer(x, Vector.Of(4, 5)));
        Assert.Equal(outer, Kernel.Multiply(x, RowVector.Of(4, 5)));
    }

    [Fact]
    public void An_infinite_entry_is_not_hidden_by_a_zero() =>
        Assert.True(double.IsNaN((Matrix.OfArray(new[,] { { double.PositiveInfinity, 1 } }) * Vector.Of(0, 1))[0]));

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var a = Some.Matrix(2, 3);
        string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Equal("TransposeMultiply: the left matrix has 2 rows but the right matrix has 3 rows", Message(() => Kernel.TransposeMultiply(a, a.T)));
        Assert.Equal("TransposeMultiply: the matrix has 2 rows but the vector has 3 entries", Message(() => Kernel.TransposeMultiply(a, Some.Vector(3))));
        Assert.Equal("MultiplyTranspose: the left matrix has 3 columns but the right matrix has 2 columns", Message(() => Kernel.MultiplyTranspose(a, a.T)));
        Assert.Equal("MultiplyTranspose: the row has 2 entries but the matrix has 3 columns", Message(() => Kernel.MultiplyTranspose(Some.Row(2), a)));
        Assert.Equal("TransposeMultiplyTranspose: the left matrix has 2 rows but the right matrix has 3 columns", Message(() => Kernel.TransposeMultiplyTranspose(a, a)));
        Assert.Equal("Inner: the left vector has 3 entries but the right vector has 2 entries", Message(() => Kernel.Inner(Some.Vector(3), Some.Vector(2))));
        Assert.Equal("Inner: the left row has 3 entries but the right row has 2 entries", Message(() => Kernel.Inner(Some.Row(3), Some.Row(2))));
    }
}
