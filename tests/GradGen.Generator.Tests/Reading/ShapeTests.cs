namespace GradGen.Generator.Tests.Reading;

/// <summary>Shapes that cannot fit, and dimensions with two names.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Two_names_of_one_dimension_are_said_with_both_places()
    {
        var reading = Reading.OfMethod("""static Vector F([Shape("k", "m")] Matrix A, [Shape("n")] Vector x) => 2 * (A * x);""");
        Assert.Equal(["GRAD102 A * x"], reading.Findings);
        Assert.Equal(["'m' and 'n' would be one dimension: A has m columns but x has n entries"], reading.Messages);
        Assert.Equal(["""Shape("k", "m")""", """Shape("n")"""], reading.Related);
    }

    [Theory]
    [InlineData("static Vector F(Matrix A, Vector x) { var B = Zeros(3, 4); return B * Ones(5) + x; }", "GRAD101 B * Ones(5)", "B has 4 columns but Ones(5) has 5 entries")]
    [InlineData("static Vector F(Vector x) => x + Ones(2) + Ones(3);", "GRAD101 x + Ones(2) + Ones(3)", "x + Ones(2) has 2 entries but Ones(3) has 3 entries")]
    [InlineData("static Matrix F(Vector x) => Unvec(x + Ones(5), 2, 3);", "GRAD101 Unvec(x + Ones(5), 2, 3)", "x + Ones(5) has 5 entries but the other is 6")]
    [InlineData("""static double F([Shape("m", "n")] Matrix A) => Tr(A);""", "GRAD102 Tr(A)", "'m' and 'n' would be one dimension: A has m rows but A has n columns")]
    [InlineData("""static Vector F([Shape("m")] Vector x, [Shape("n")] Vector y, bool b) => b ? x : y;""", "GRAD102 b ? x : y", "'m' and 'n' would be one dimension: x has m entries but y has n entries")]
    [InlineData("""static double F([Shape("m")] Vector x, [Shape("n")] Vector y) => Dot(x, y);""", "GRAD102 Dot(x, y)", "'m' and 'n' would be one dimension: x has m entries but y has n entries")]
    [InlineData("""static Vector F([Shape("m")] Vector x, [Shape("n")] Vector y) { x += y; return x; }""", "GRAD102 x += y", "'m' and 'n' would be one dimension: x has m entries but y has n entries")]
    [InlineData("""static Vector F([Shape("m")] Vector x, [Shape("n")] Vector y, bool b) { if (b) return x; return y; }""", "GRAD102 return y;", "'m' and 'n' would be one dimension: x has m entries but y has n entries")]
    [InlineData("""static double F([Symmetric, Shape("m", "n")] Matrix A) => Sum(A);""", """GRAD102 Shape("m", "n")""", "'A' is square, so 'm' and 'n' would be one dimension; give both the same name")]
    [InlineData("""static double F([Shape("m")] Matrix A) => Sum(A);""", """GRAD101 Shape("m")""", "[Shape] gives 1 name, but 'A' is a Matrix, which has two sizes to name, its rows and its columns")]
    [InlineData("""static double F([Shape("m", "n")] Vector x) => Sum(x);""", """GRAD101 Shape("m", "n")""", "[Shape] gives 2 names, but 'x' is a Vector, which has one size to name, its entries")]
    [InlineData("""static double F(Vector x, [Shape("m")] double a) => Sum(x);""", """GRAD101 Shape("m")""", "[Shape] gives 1 name, but 'a' is a double, which has no size to name")]
    [InlineData("static double F([Symmetric] Vector x) => Sum(x);", "GRAD101 Symmetric", "[Symmetric] promises something of a Matrix, but 'x' is a Vector")]
    public void Clashes_are_said(string method, string finding, string message)
    {
        var reading = Reading.OfMethod(method);
        Assert.Equal([finding], reading.Findings);
        Assert.Equal([message], reading.Messages);
    }

    [Theory]
    [InlineData("static Vector F(Matrix A, Vector x) => A * x;", "A.ColumnCount = x.Count")]
    [InlineData("static double F([Symmetric] Matrix A) => Tr(A);", "A.RowCount = A.ColumnCount")]
    [InlineData("static double F([Orthogonal] Matrix A) => Sum(A);", "A.RowCount = A.ColumnCount")]
    [InlineData("""static Vector F([Shape("m", "n")] Matrix A, [Shape("n")] Vector x) => A * x;""", "A.ColumnCount = x.Count")]
    [InlineData("static Vector F(Vector x, IReadOnlyList<Vector> vs) { var s = x; foreach (var v in vs) s += v; return s; }", "x.Count = vs[i].Count")]
    public void Demands_are_kept(string method, params string[] demands) => Assert.Equal(demands, Reading.OfMethod(method).Demands);
}
