namespace GradGen.Generator.Tests.Reading;

/// <summary>Expressions of the language and the graphs that they are read as.</summary>
public sealed class ExpressionTests
{
    [Theory]
    // Numbers and operators.
    [InlineData("2 * a + 1", "+(∘(2.0, a), 1.0)")]
    [InlineData("1.0 / 4 + a", "+(0.25, a)")]
    [InlineData("-a", "∘(-1.0, a)")]
    [InlineData("+a", "a")]
    [InlineData("a / 2", "∘(0.5, a)")]
    [InlineData("a / 3", "∘(power(3.0, -1.0), a)")]
    [InlineData("(a)", "a")]
    [InlineData("a * n", "∘(a, real(n))")]
    [InlineData("a * (n + 1)", "∘(a, real(n + 1))")]
    [InlineData("a * (double)n", "∘(a, real(n))")]
    [InlineData("checked(a * n)", "∘(a, real(n))")]
    [InlineData("a * Math.PI", "∘(a, 3.141592653589793)")]
    [InlineData("0.5 * NormSquared(A * x - y)", "∘(0.5, NormSquared(+(·(A, x), scale(-1.0, y))))")]
    [InlineData("x.T * A * x", "·(·(ᵀ(x), A), x)")]
    [InlineData("x.T * y", "·(ᵀ(x), y)")]
    [InlineData("Tr(x * y.T)", "Tr(·(x, ᵀ(y)))")]
    [InlineData("Sum(x + a)", "Sum(+(x, scale(a, Ones(x.Count))))")]
    [InlineData("Sum(x - a)", "Sum(+(x, scale(∘(-1.0, a), Ones(x.Count))))")]
    [InlineData("Sum(a - x)", "Sum(+(scale(-1.0, x), scale(a, Ones(x.Count))))")]
    [InlineData("Sum(x / a)", "Sum(scale(power(a, -1.0), x))")]
    [InlineData("Sum(x * 2)", "Sum(scale(2.0, x))")]
    [InlineData("x[0] + A[n, n - 1]", "+(entry(x, 0), entry(A, n, n - 1))")]
    [InlineData("A.Row(0) * A.Column(n)", "·(Row(A, 0), Column(A, n))")]
    [InlineData("x.Count * a", "∘(real(x.Count), a)")]
    [InlineData("A.RowCount + A.ColumnCount * a", "+(real(A.RowCount), ∘(real(A.ColumnCount), a))")]
    [InlineData("(A * x).Count * a", "∘(real(A.RowCount), a)")]
    [InlineData("xs.Count * a + ts.Length", "+(∘(real(xs.Count), a), real(ts.Length))")]
    [InlineData("ts[n] * a", "∘(ts[n], a)")]
    [InlineData("Dot(x, xs[2])", "·(ᵀ(x), xs[2])")]
    // Calls.
    [InlineData("Math.Exp(a)", "Exp(a)")]
    [InlineData("Math.Pow(a, 2)", "power(a, 2.0)")]
    [InlineData("Sum(Exp(x))", "Sum(Exp(x))")]
    [InlineData("Tr(Inv(A))", "Tr(Inv(A))")]
    [InlineData("Sum(Solve(b: y, a: A))", "Sum(·(Inv(A), y))")]
    [InlineData("a * Math.Floor(2.5 * ts[0])", "∘(a, global::System.Math.Floor(∘(2.5, ts[0])))")]
    [InlineData("a * Math.Max(n, 3)", "∘(a, real(global::System.Math.Max(n, 3)))")]
    [InlineData("a * Math.Abs(n)", "∘(a, real(global::System.Math.Abs(n)))")]
    // Whole numbers.
    [InlineData("a * (n - 1 + 1)", "∘(a, real(n))")]
    [InlineData("a * (n * 2 - n % 3)", "∘(a, real(integer product(n, 2) - (n % 3)))")]
    [InlineData("a * (7 / 2)", "∘(a, 3.0)")]
    [InlineData("a * (n / 2)", "∘(a, real(n / 2))")]
    [InlineData("a * (n << 1)", "∘(a, real(n << 1))")]
    [InlineData("a * -n", "∘(a, real(-n))")]
    [InlineData("x[(int)ts[0]]", "entry(x, (int)ts[0])")]
    [InlineData("a * (long)n", "∘(a, (double)((long)n))")]
    // Conditions.
    [InlineData("flag ? a : 2", "if(flag, a, 2.0)")]
    [InlineData("!flag ? a : 2", "if(flag, 2.0, a)")]
    [InlineData("a > 0 && flag ? a : -a", "if((a > 0.0) && flag, a, ∘(-1.0, a))")]
    [InlineData("n == 3 || !(a < x[0]) ? a : 1", "if(if(n == 3, true, !(a < entry(x, 0))), a, 1.0)")]
    [InlineData("1 < 2 ? a : 1 / a", "a")]
    [InlineData("a * (flag ? n : 2)", "∘(a, real(flag ? n : 2))")]
    [InlineData("a is > 0 and < 1 ? a : 0", "if((a > 0.0) && (a < 1.0), a, 0.0)")]
    [InlineData("n switch { 0 => a, 1 or 2 => 2 * a, _ => 1 }", "if(n == 0, a, if((n == 1) || (n == 2), ∘(2.0, a), 1.0))")]
    [InlineData("n switch { > 3 => a, not 0 => 2 * a, _ => 1 }", "if(n > 3, a, if(n == 0, 1.0, ∘(2.0, a)))")]
    [InlineData("flag switch { true => a, false => 1 }", "if(flag, a, 1.0)")]
    [InlineData("a switch { < 0 => 0, _ when flag => 1, _ => a }", "if(a < 0.0, 0.0, if(flag, 1.0, a))")]
    // LINQ.
    [InlineData("xs.Sum(v => Dot(v, x))", "∑(i in 0..xs.Count: ·(ᵀ(xs[i]), x))")]
    [InlineData("ts.Sum() * a", "∘(∑(i in 0..ts.Length: ts[i]), a)")]
    [InlineData("xs.Sum(v => ts.Sum(t => t * Dot(v, x)))", "∑(i in 0..xs.Count: ∑(j in 0..ts.Length: ∘(ts[j], ·(ᵀ(xs[i]), x))))")]
    [InlineData("xs.Sum(v => { var d = Dot(v, x); return d * d; })", "∑(i in 0..xs.Count: ∘(·(ᵀ(xs[i]), x), ·(ᵀ(xs[i]), x)))")]
    [InlineData("xs.Count() * a", "∘(real(xs.Count), a)")]
    public void Is_read_as(string expression, string graph)
    {
        var reading = Reading.OfExpression(expression);
        Assert.Equal(graph, reading.Body);
        Assert.DoesNotContain(reading.Result.Diagnostics, d => d.Id[4] != '3');
    }

    [Theory]
    [InlineData("A * x", "Vector", "·(A, x)")]
    [InlineData("x.T", "RowVector", "ᵀ(x)")]
    [InlineData("flag ? x : y", "Vector", "if(flag, x, y)")]
    [InlineData("-A", "Matrix", "scale(-1.0, A)")]
    [InlineData("1 + A", "Matrix", "+(A, scale(1.0, Ones(A.RowCount, A.ColumnCount)))")]
    public void Arrays_are_read_as(string expression, string returns, string graph)
    {
        Assert.Contains(Reading.OfExpression(expression, returns).Body, new[] { graph, graph.Replace("scale(1.0, Ones(A.RowCount, A.ColumnCount))", "Ones(A.RowCount, A.ColumnCount)") });
    }

    [Theory]
    [InlineData("new Random().NextDouble()", "GRAD004 new Random().NextDouble()")]
    [InlineData("a + Console.Read()", "GRAD004 Console.Read()")]
    [InlineData("a + new[] { 1.0, 2.0 }[0]", "GRAD003 new[] { 1.0, 2.0 }")]
    [InlineData("a + (double)(object)a", "GRAD202 (object)a")]
    [InlineData("a + (int)a", "GRAD202 (int)a")]
    [InlineData("x[(int)(2 * a)]", "GRAD202 (int)(2 * a)")]
    [InlineData("a + Math.Floor(a)", "GRAD202 Math.Floor(a)")]
    [InlineData("a % 2", "GRAD202 a % 2")]
    [InlineData("x == y ? a : 1", "GRAD003 x == y")]
    [InlineData("x[^1]", "GRAD003 x[^1]")]
    [InlineData("a + (n = 3)", "GRAD003 n = 3")]
    [InlineData("n switch { 0 => a, 1 => 2 * a }", "GRAD003 n switch { 0 => a, 1 => 2 * a }")]
    [InlineData("n switch { 0 => a, _ => throw new Exception() }", "GRAD002 throw new Exception()")]
    [InlineData("n switch { var k => k * a }", "GRAD003 var k")]
    [InlineData("flag ? a : Console.Read()", "GRAD004 Console.Read()")]
    [InlineData("xs.Average(v => v[0])", "GRAD004 xs.Average(v => v[0])")]
    [InlineData("xs.Where(v => v[0] > 0).Sum(v => v[0])", "GRAD004 xs.Where(v => v[0] > 0)")]
    [InlineData("a + default(Vector)[0]", "GRAD003 default(Vector)")]
    public void Is_refused_at(string expression, params string[] findings) => Assert.Equal(findings, Reading.OfExpression(expression).Findings);

    [Fact]
    public void Errors_that_are_independent_are_all_reported() =>
        Assert.Equal(["GRAD004 Console.Read()", "GRAD202 (int)a"], Reading.OfExpression("Console.Read() + Math.Exp((int)a)").Findings);

    [Fact]
    public void Code_that_does_not_compile_is_left_to_the_compiler()
    {
        var reading = Reading.OfExpression("a + nothing + Console.Read()");
        Assert.Null(reading.Result.Model);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("a + Sum(Gradient_G_x(x))", "GRAD012 Gradient_G_x(x)")]
    [InlineData("M.ValueAndGradient_G(x).Value", "GRAD012 M.ValueAndGradient_G(x)")]
    public void A_companion_of_the_same_compilation_is_refused(string expression, string finding) => Assert.Equal([finding], Reading.OfExpression(expression).Findings);

    [Theory]
    [InlineData("Sum(Inv(A) * x)", "Inv(A) * x")]
    [InlineData("Tr(Inv(A + A) * A * A)", "Inv(A + A) * A")]
    public void Solving_is_advised_for(string expression, string marked)
    {
        var reading = Reading.OfExpression(expression);
        Assert.NotNull(reading.Result.Model);
        Assert.Equal([$"GRAD301 {marked}"], reading.Findings);
    }

    [Theory]
    [InlineData("Math.Abs(a)", "GRAD303 Math.Abs(a)")]
    [InlineData("Norm1(x)", "GRAD303 Norm1(x)")]
    [InlineData("Sum(Abs(x))", "GRAD303 Abs(x)")]
    [InlineData("2 * Norm(A * x)", "GRAD303 Norm(A * x)")]
    [InlineData("a * Math.Abs(ts[0])")]
    public void Kinks_are_said(string expression, params string[] findings) => Assert.Equal(findings, Reading.OfExpression(expression).Findings);
}
