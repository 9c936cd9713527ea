namespace GradGen.Generator.Tests.Planning;

/// <summary>What nothing else reads gives its storage to what is computed of it, and a row that is added to all rows is laid there before a product is added.</summary>
public sealed class InPlaceTests
{
    [Theory]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => NormSquared(B * Tanh(A * x))", "nameof(x)", "MapInPlace<Tanh<X0>>(t")]
    [InlineData("double F([Symmetric] Matrix A, Matrix B, Vector x, RowVector b) => Dot(x, A * x)", "nameof(x)", "ScaleInPlace(2.0, t")]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => FrobeniusNormSquared(A * B + Ones(A.RowCount) * b)", "nameof(b)", "RepeatRow(b, A.RowCount)", "AddProduct(1.0, A, false, B, false, 1.0, t")]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => FrobeniusNormSquared(A * B + x * Ones(B.ColumnCount).T)", "nameof(x)", "RepeatColumn(x, B.ColumnCount)")]
    public void Storage_is_used_again(string method, string variables, params string[] calls)
    {
        var text = CompanionText.Of(method, variables, "Gradient_F");
        Assert.All(calls, call => Assert.Contains(call, text, StringComparison.Ordinal));
        Assert.DoesNotContain("MatrixMath.Ones(", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => Dot(A * x, B * Tanh(A * x))")]
    [InlineData("double F(Matrix A, Matrix B, Vector x, RowVector b) => NormSquared(B * Tanh(x))")]
    public void What_is_read_again_and_arguments_keep_theirs(string method) =>
        Assert.DoesNotContain("MapInPlace<Tanh<X0>>", CompanionText.Of(method, "nameof(x)", "Gradient_F"), StringComparison.Ordinal);

    [Fact]
    public void Sums_of_rows_and_columns_are_written_where_they_are_wanted()
    {
        const string method = "double F(Matrix A, Matrix B, Vector x, RowVector b) => 0.5 * FrobeniusNormSquared(A * B + x * Ones(B.ColumnCount).T + Ones(A.RowCount) * b)";
        var text = CompanionText.Of(method, "nameof(x), nameof(b)", "GradientInto_F");
        Assert.Contains("RowSumsTo(", text, StringComparison.Ordinal);
        Assert.Contains("ColumnSumsTo(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CopyTo(", text, StringComparison.Ordinal);
    }
}
