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

    [Fact]
    public void The_item_of_a_list_that_does_not_fit_is_named_whatever_the_list_is()
    {
        Vector[] xs = [Ones(2), Ones(2), Ones(3)];
        foreach (var list in new IReadOnlyList<Vector>[] { xs, xs.ToList(), new System.Collections.ObjectModel.ReadOnlyCollection<Vector>(xs) })
        {
            Assert.Equal("F: A has 2 rows but xs[2] has 3 entries", MessageOf(() => Guard.Same("F", "A", "rows", 2, "xs", "entries", list, 0, 3)));
            Assert.Equal("F: xs[0] has 2 entries but 3 are needed", MessageOf(() => Guard.Exactly("F", "xs", "entries", 3, list, 0, 3)));

            // Only what the method reads.
            Guard.Same("F", "A", "rows", 2, "xs", "entries", list, 0, 2);
            Guard.Exactly("F", "xs", "entries", 3, list, 2, 3);
            Guard.Exactly("F", "xs", "entries", 7, list, 3, 3);
        }
    }

    [Fact]
    public void Beyond_its_end_a_list_says_what_it_says_of_itself()
    {
        Vector[] xs = [Ones(2)];
        Assert.Throws<IndexOutOfRangeException>(() => Guard.Exactly("F", "xs", "entries", 2, xs, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Exactly("F", "xs", "entries", 2, xs.ToList(), 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Same("F", "A", "rows", 2, "xs", "entries", new List<Vector>(), 0, 1));
    }

    [Fact]
    public void Rows_and_columns_of_matrices_and_entries_of_rows_are_counted_too()
    {
        Matrix[] matrices = [Ones(2, 3), Ones(2, 4)];
        RowVector[] rows = [Ones(3).T, Ones(1).T];
        Guard.Same("F", "x", "entries", 2, "Ws", "rows", matrices, 0, 2);
        Guard.Exactly("F", "Ws", "rows", 2, matrices, 0, 2);
        Assert.Equal("F: x has 3 entries but Ws[1] has 4 columns", MessageOf(() => Guard.Same("F", "x", "entries", 3, "Ws", "columns", matrices, 0, 2)));
        Assert.Equal("F: Ws[1] has 4 columns but 3 are needed", MessageOf(() => Guard.Exactly("F", "Ws", "columns", 3, matrices, 0, 2)));
        Assert.Equal("F: x has 3 entries but rs[1] has 1 entry", MessageOf(() => Guard.Same("F", "x", "entries", 3, "rs", "entries", rows, 0, 2)));
        Assert.Equal("F: rs[1] has 1 entry but 3 are needed", MessageOf(() => Guard.Exactly("F", "rs", "entries", 3, rows, 0, 2)));
    }

    private static string MessageOf(Action check) => Assert.Throws<ArgumentException>(check).Message;
}
