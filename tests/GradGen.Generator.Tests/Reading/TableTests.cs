namespace GradGen.Generator.Tests.Reading;

/// <summary>How arguments reach the functions of the operation table.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("Sum(Vector.Of(a, 2, x[0]))")]
    [InlineData("Sum(Vector.Of([a, 2]))")]
    [InlineData("Sum(Vector.Of(new double[] { a, 2 }))")]
    [InlineData("Tr(Matrix.OfRows(x.T, y.T))")]
    [InlineData("Sum(Where(flag, x, y))")]
    [InlineData("a * Math.Floor(StopGradient(a))")]
    [InlineData("Math.Max(a, 0)")]
    [InlineData("Tr(MatrixPower(A, n))")]
    [InlineData("Sum(SubVector(x, 1, n - 1) - SubVector(y, 0, n - 1))")]
    public void Is_read(string expression) => Assert.DoesNotContain(Reading.OfExpression(expression).Result.Diagnostics, d => d.Id[4] != '3');

    [Theory]
    [InlineData("Sum(Vector.Of(ts))", "GRAD003 ts")]
    [InlineData("Sum(Vector.Of())", "GRAD003 Vector.Of()")]
    public void Is_refused_at(string expression, string finding) => Assert.Equal([finding], Reading.OfExpression(expression).Findings);
}
