using static GradGen.MatrixMath;

namespace GradGen.Tests.Kernels;

public class GuardTests
{
    [Theory]
    [InlineData("columns", 3, "entries", 4, "LeastSquares: A has 3 columns but x has 4 entries")]
    [InlineData("columns", 1, "entries", 0, "LeastSquares: A has 1 column but x has 0 entries")]
    [InlineData("rows", 2, "entries", 1, "LeastSquares: A has 2 rows but x has 1 entry")]
    [InlineData("elements", 1, "rows", 2, "LeastSquares: A has 1 element but x has 2 rows")]
    public void Both_dimensions_are_named(string firstAxis, int first, string secondAxis, int second, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Guard.Same("LeastSquares", "A", firstAxis, first, "x", secondAxis, second)).Message);

    [Theory]
    [InlineData(3, 2, "F: A has 3 columns but 2 are needed")]
    [InlineData(1, 2, "F: A has 1 column but 2 are needed")]
    [InlineData(2, 1, "F: A has 2 columns but 1 is needed")]
    public void The_needed_size_is_named(int count, int required, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Guard.Exactly("F", "A", "columns", count, required)).Message);

    [Fact]
    public void A_matrix_that_is_not_square_is_named() =>
        Assert.Equal("F: A has 3 rows but A has 2 columns", Assert.Throws<ArgumentException>(() => Guard.Square("F", "A", Ones(3, 2))).Message);

    [Fact]
    public void What_fits_passes()
    {
        Guard.Same("F", "A", "rows", 2, "B", "columns", 2);
        Guard.Exactly("F", "A", "rows", 2, 2);
        Guard.Square("F", "A", Ones(2, 2));
        Guard.NotNull(new List<Vector>(), "xs");
        Guard.Assigned(Ones(1), "x");
        Guard.Assigned(Ones(1).T, "x");
        Guard.Assigned(Ones(1, 1), "x");
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal("xs", Assert.Throws<ArgumentNullException>(() => Guard.NotNull(null, "xs")).ParamName);
        Assert.Equal("x", Assert.Throws<ArgumentException>(() => Guard.Assigned(default(Vector), "x")).ParamName);
        Assert.StartsWith("x is a default RowVector, which has no entries", Assert.Throws<ArgumentException>(() => Guard.Assigned(default(RowVector), "x")).Message);
        Assert.StartsWith("A is a default Matrix, which has no entries", Assert.Throws<ArgumentException>(() => Guard.Assigned(default(Matrix), "A")).Message);
    }
}
