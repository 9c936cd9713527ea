namespace GradGen.Tests.Kernels;

public class ArithmeticTests
{
    private static readonly Vector X = Vector.Of(1, -2, 3);
    private static readonly Vector Y = Vector.Of(10, 20, 30);
    private static readonly Matrix A = Matrix.OfRows(X.T, Y.T);
    private static readonly Matrix B = Matrix.OfRows(Y.T, X.T);

    [Fact]
    public void On_columns()
    {
        Assert.Equal(Vector.Of(11, 18, 33), Kernel.Add(X, Y));
        Assert.Equal(Vector.Of(-9, -22, -27), Kernel.Subtract(X, Y));
        Assert.Equal(Vector.Of(-19, -42, -57), Kernel.AddScaled(X, -2, Y));
        Assert.Equal(Vector.Of(3, -6, 9), Kernel.Scale(3, X));
        Assert.Equal(Vector.Of(0.25, -0.5, 0.75), Kernel.Divide(X, 4));
        Assert.Equal(Vector.Of(-1, 2, -3), Kernel.Negate(X));
        Assert.Equal(Vector.Of(5, 2, 7), Kernel.AddScalar(X, 4));
        Assert.Equal(Vector.Of(3, 6, 1), Kernel.SubtractFromScalar(4, X));
    }

    [Fact]
    public void On_rows()
    {
        Assert.Equal(RowVector.Of(11, 18, 33), Kernel.Add(X.T, Y.T));
        Assert.Equal(RowVector.Of(-9, -22, -27), Kernel.Subtract(X.T, Y.T));
        Assert.Equal(RowVector.Of(-19, -42, -57), Kernel.AddScaled(X.T, -2, Y.T));
        Assert.Equal(RowVector.Of(3, -6, 9), Kernel.Scale(3, X.T));
        Assert.Equal(RowVector.Of(0.25, -0.5, 0.75), Kernel.Divide(X.T, 4));
        Assert.Equal(RowVector.Of(-1, 2, -3), Kernel.Negate(X.T));
        Assert.Equal(RowVector.Of(5, 2, 7), Kernel.AddScalar(X.T, 4));
        Assert.Equal(RowVector.Of(3, 6, 1), Kernel.SubtractFromScalar(4, X.T));
    }

    [Fact]
    public void On_matrices()
    {
        Assert.Equal(Matrix.OfRows(RowVector.Of(11, 18, 33), RowVector.Of(11, 18, 33)), Kernel.Add(A, B));
        Assert.Equal(Matrix.OfRows(RowVector.Of(-9, -22, -27), RowVector.Of(9, 22, 27)), Kernel.Subtract(A, B));
        Assert.Equal(Matrix.OfRows(RowVector.Of(-19, -42, -57), RowVector.Of(8, 24, 24)), Kernel.AddScaled(A, -2, B));
        Assert.Equal(Matrix.OfRows(RowVector.Of(3, -6, 9), RowVector.Of(30, 60, 90)), Kernel.Scale(3, A));
        Assert.Equal(Matrix.OfRows(RowVector.Of(0.25, -0.5, 0.75), RowVector.Of(2.5, 5, 7.5)), Kernel.Divide(A, 4));
        Assert.Equal(Matrix.OfRows(RowVector.Of(-1, 2, -3), RowVector.Of(-10, -20, -30)), Kernel.Negate(A));
        Assert.Equal(Matrix.OfRows(RowVector.Of(5, 2, 7), RowVector.Of(14, 24, 34)), Kernel.AddScalar(A, 4));
        Assert.Equal(Matrix.OfRows(RowVector.Of(3, 6, 1), RowVector.Of(-6, -16, -26)), Kernel.SubtractFromScalar(4, A));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var one = Vector.Of(1);
        string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Equal("Vector + c * Vector: the left vector has 3 entries but the right vector has 1 entry", Message(() => Kernel.AddScaled(X, 1, one)));
        Assert.Equal("RowVector + c * RowVector: the left row has 3 entries but the right row has 1 entry", Message(() => Kernel.AddScaled(X.T, 1, one.T)));
        Assert.Equal("Matrix + c * Matrix: the left matrix has 2 rows but the right matrix has 3 rows", Message(() => Kernel.AddScaled(A, 1, A.T)));
    }
}
