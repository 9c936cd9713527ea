using AcceptanceTests.Verification;
using GradGen;

namespace AcceptanceTests.Programs;

public sealed class DestinationsTests
{
    private static readonly Vector x = Vector.Of(0.5, -1.0, 2.0, 0.25, 1.5), y = Vector.Of(1.0, 0.75, -0.5, 2.0, -1.25);
    private static readonly Matrix X = Matrix.OfArray(new[,] { { 0.5, 1.0, -0.25 }, { 2.0, -1.0, 0.75 }, { 0.1, 0.3, 1.2 } });
    private static readonly Matrix Y = Matrix.OfArray(new[,] { { 1.5, -1.0, 0.25 }, { 0.2, 1.0, 0.5 }, { -0.7, 0.9, 0.4 } });

    [Fact]
    public void Gradients_agree_with_differences()
    {
        new Row(typeof(Destinations), nameof(Destinations.Squares)).Holds(d => [d.Vector(d.N), d.Vector(d.N)]);
        new Row(typeof(Destinations), nameof(Destinations.Chains)).Holds(d => [d.Vector(d.N), d.Vector(d.N)]);
        new Row(typeof(Destinations), nameof(Destinations.Products)).Holds(d => [d.Matrix(d.N, d.N), d.Matrix(d.N, d.N)]);
        new Row(typeof(Destinations), nameof(Destinations.Rows)).Holds(d => [d.Row(d.N), d.Vector(d.N), d.Matrix(d.N, d.N)]);
    }

    /// <summary>Each result is what it is anywhere else, although a destination is the argument that it is the gradient of, or the other one.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_destination_may_be_an_argument(bool crossed)
    {
        OfVectors(Destinations.Gradient_Squares, Destinations.ValueAndGradientInto_Squares, Destinations.Squares, crossed);
        OfVectors(Destinations.Gradient_Chains, Destinations.ValueAndGradientInto_Chains, Destinations.Chains, crossed);
        var (expectedX, expectedY) = Destinations.Gradient_Products(X, Y);
        var (a, b) = (1.0 * X, 1.0 * Y);
        var value = crossed ? Destinations.ValueAndGradientInto_Products(a, b, b, a) : Destinations.ValueAndGradientInto_Products(a, b, a, b);
        Assert.Equal(Destinations.Products(X, Y), value, 1e-12);
        Equal(expectedX.AsMathNet().ToColumnMajorArray(), (crossed ? b : a).AsMathNet().ToColumnMajorArray());
        Equal(expectedY.AsMathNet().ToColumnMajorArray(), (crossed ? a : b).AsMathNet().ToColumnMajorArray());
    }

    [Fact]
    public void A_row_may_be_the_destination_of_its_own_gradient()
    {
        var (row, column, matrix) = (RowVector.Of(0.5, -1.0, 2.0), Vector.Of(1.0, 0.75, -0.5), 1.0 * X);
        var (expectedRow, expectedColumn, expectedMatrix) = Destinations.Gradient_Rows(row, column, matrix);
        var value = Destinations.Rows(row, column, matrix);
        Assert.Equal(value, Destinations.ValueAndGradientInto_Rows(row, column, matrix, row, column, matrix), 1e-12);
        Equal(expectedRow.ToArray(), row.ToArray());
        Equal(expectedColumn.ToArray(), column.ToArray());
        Equal(expectedMatrix.AsMathNet().ToColumnMajorArray(), matrix.AsMathNet().ToColumnMajorArray());
    }

    private static void OfVectors(Func<Vector, Vector, (Vector, Vector)> gradient, Func<Vector, Vector, Vector, Vector, double> into, Func<Vector, Vector, double> method, bool crossed)
    {
        var (expectedX, expectedY) = gradient(x, y);
        var (a, b) = (1.0 * x, 1.0 * y);
        Assert.Equal(method(x, y), crossed ? into(a, b, b, a) : into(a, b, a, b), 1e-12);
        Equal(expectedX.ToArray(), (crossed ? b : a).ToArray());
        Equal(expectedY.ToArray(), (crossed ? a : b).ToArray());
    }

    private static void Equal(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * (1.0 + Math.Abs(pair.First))));
}
