namespace GradGen.Generator.Tests.Reading;

/// <summary>Calls of methods of the same compilation, of local functions and of lambdas.</summary>
public sealed class CallTests
{
    [Theory]
    [InlineData("static double F(double a) => G(a) + G(2 * a); static double G(double t) => t * t;", "+(∘(a, a), ∘(∘(2.0, a), ∘(2.0, a)))")]
    [InlineData("static double F(double a) => G(scale: 2, t: a); static double G(double t, double scale = 1, double shift = 3) => scale * t + shift;", "+(∘(2.0, a), 3.0)")]
    [InlineData("static double F(double a) => G(3); double _f; static double G(int k) => k * 0.5; [Differentiable] static double H(double a) => a;", "1.5")]
    [InlineData("double F(double a) => G(a); double G(double t) { if (t > 0) return t; return 0; }", "if(a > 0.0, a, 0.0)")]
    [InlineData("double F(double a) => this.G(a); private double G(double t) { var a = 2.0; return a * t; }", "∘(2.0, a)")]
    [InlineData("static double F(double a) => N.G(a); static class N { public static double G(double t) => t + 1; }", "+(a, 1.0)")]
    [InlineData("static double F(double a) => G<double>(a, 2); static double G<T>(double t, T other) => t;", "a")]
    [InlineData("static double F(double a) => G(a); [Differentiable] static double G(double t) => t * t;", "∘(a, a)")]
    [InlineData("static double F(Vector a) => G(2, a, 2 * a); static double G(double c, Vector u, Vector v) => c * Dot(u, v);", "∘(2.0, ·(ᵀ(a), scale(2.0, a)))")]
    [InlineData("static double F(double a) { double G(double t) => t * a; return G(a + 1); }", "∘(+(a, 1.0), a)")]
    [InlineData("static double F(double a) { static double G(double t) { return t * t; } var b = G(a); return G(b); }", "∘(∘(a, a), ∘(a, a))")]
    [InlineData("static double F(double a) { var c = 1.0; double G(double t) => t * c; c = 3; return G(a); }", "∘(a, 3.0)")]
    [InlineData("static double F(double a) { Func<double, double> g = t => t * a; return g(2); }", "∘(2.0, a)")]
    [InlineData("static double F(double a) { var g = (double t) => { var u = t * t; return u; }; return g(a); }", "∘(a, a)")]
    [InlineData("static double F(double a) { Func<double, double> g = Math.Abs; return a; }", "a")]
    [InlineData("static double F(double a, double[] ts) => ts.Sum(G) * a; static double G(double t) => t * t;", "∘(∑(i in 0..ts.Length: ∘(ts[i], ts[i])), a)")]
    [InlineData("static double F(double a, double[] ts) => a * G(ts); static double G(IReadOnlyList<double> us) { double s = 0; for (var i = 0; i < us.Count; i++) s += us[i]; return s; }", "∘(a, ∑(i in 0..ts.Length: ts[i]))")]
    [InlineData("static double F(double a, double[] ts) { var s = 0.0; foreach (var t in ts) s += G(t, a); return s; } static double G(double t, double a) { if (t > 0) return t * a; return a; }", "∑(i in 0..ts.Length: if(ts[i] > 0.0, ∘(ts[i], a), a))")]
    [InlineData("static double F(double a) { var g = (double t) => { var u = t; u += 1; foreach (var q in D) u += q; t = u; return t; }; return g(a); } static readonly double[] D = [];", "+(+(a, 1.0), ∑(i in 0..global::M.D.Length: global::M.D[i]))")]
    [InlineData("static double F(double a, double[] ts) { double G(double t) { var s = t; s += 1; foreach (var q in ts) s += q * t; return s; } return G(a); }", "+(+(a, 1.0), ∑(i in 0..ts.Length: ∘(ts[i], a)))")]
    [InlineData("static double F(double a, double[] ts) { var s = 0.0; foreach (var t in ts) { double G(double q) => q * t; s += G(a); } return s; }", "∑(i in 0..ts.Length: ∘(a, ts[i]))")]
    [InlineData("static double F(double a) => a.Twice(); ", "∘(2.0, a)")]
    // On a value.
    [InlineData("double F(double a, M other) => other.G(a) * c; readonly double c = 2; double G(double t) => H(t) * c; double H(double t) { double K(double u) => u + c; return K(t); }", "∘(∘(+(a, other.c), other.c), this.c)")]
    [InlineData("static double F(double a, D other) => other.G(a); class B { public readonly double c = 2; public double G(double t) => t * c; } class D : B { public new readonly double c = 3; }", "∘(a, ((global::M.B)other).c)")]
    [InlineData("static double F(P p) => p.G(p.A) + p.B; record P(double A, int N) { public double B { get { return A * N; } } public double G(double t) => t * B; }", "+(∘(p.A, ∘(p.A, real(p.N))), ∘(p.A, real(p.N)))")]
    // Functions handed over.
    [InlineData("static double F(double a) => G(t => t * a, 3) + G(H, a); static double G(Func<double, double> g, double t) => g(t); static double H(double t) => t + 1;", "+(∘(3.0, a), +(a, 1.0))")]
    [InlineData("static double F(double a) => G(t => t * a, 2); static double G(Func<double, double> g, double t) => K(g, g(t)); static double K(Func<double, double> f, double t) => f(t);", "∘(∘(2.0, a), a)")]
    [InlineData("static double F(double a, double[] ts) => Total(ts, t => t * a); static double Total(double[] us, Func<double, double> f) { var s = 0.0; foreach (var u in us) s += f(u); return s; }", "∑(i in 0..ts.Length: ∘(ts[i], a))")]
    [InlineData("static double F(double a) { double G(Func<double, double> g) => g(a); return G(t => t * t); }", "∘(a, a)")]
    public void Are_followed(string members, string graph)
    {
        var reading = Reading.Of($"public partial class M {{ [Differentiable] {members} }} static class X {{ public static double Twice(this double t) => 2 * t; }}");
        Assert.Equal(graph, reading.Body);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("static double F(double a) => a > 1 ? F(a / 2) : a;", "GRAD005 F(a / 2)")]
    [InlineData("static double F(double a) => G(a); static double G(double t) => F(t);", "GRAD005 F(t)")]
    [InlineData("static double F(double a) { double G(double t) => G(t); return G(a); }", "GRAD005 G(t)")]
    [InlineData("static double F(double a) => G(a) + 1; static double G(double t) => t + Console.Read();", "GRAD004 Console.Read()")]
    [InlineData("double F(double a) => G(a); protected virtual double G(double t) => t;", "GRAD004 G(a)")]
    [InlineData("double F(double a, M other) => other.G(a); protected virtual double G(double t) => t;", "GRAD004 other.G(a)")]
    [InlineData("double F(double a, M other) => other.G(a); double c; double G(double t) => t * c;", "GRAD003 c")]
    [InlineData("static double F(double a, List<double> other) => other.Max() * other.IndexOf(a);", "GRAD004 other.Max()", "GRAD004 other.IndexOf(a)")]
    [InlineData("static double F(double a) { G(a, out var r); return r; } static void G(double t, out double r) => r = t;", "GRAD004 G(a, out var r)")]
    [InlineData("static double F(double a) { G(a); return a; } static void G(double t) { }", "GRAD004 G(a)")]
    [InlineData("static double F(double a) { void G() { a = 2; } G(); return a; }", "GRAD004 G()")]
    [InlineData("static double F(double a) { double G() { a = 2; return a; } return G(); }", "GRAD002 a = 2")]
    [InlineData("static double F(double a, Func<double, double> g) => g(a);", "GRAD004 g(a)")]
    [InlineData("static double F(double a, Func<double, double> h) => G(t => t, a) + G(h, a); static double G(Func<double, double> g, double t) => g(t);", "GRAD004 g(t)")]
    [InlineData("static double F(double a) => G(t => t, a); static double G(Func<double, double> g, double t) => g == null ? t : 1;", "GRAD003 g")]
    [InlineData("static double F(double a) => G(t => F(t), a); static double G(Func<double, double> g, double t) => g(t);", "GRAD005 F(t)")]
    [InlineData("static extern double G(double t); static double F(double a) => G(a);")]
    public void Are_refused_at(string members, params string[] findings)
    {
        var source = members.StartsWith("static extern", StringComparison.Ordinal) ? "" : members;
        if (source.Length > 0) Assert.Equal(findings, Reading.Of($"public partial class M {{ [Differentiable] {source} }}").Findings);
    }

    [Fact]
    public void A_method_without_a_body_is_refused() =>
        Assert.Equal(["GRAD004 G(a)"], Reading.Of("public partial class M { static extern double G(double t); [Differentiable] static double F(double a) => G(a); }").Findings);

    [Fact]
    public void The_cycle_of_a_recursion_is_named() =>
        Assert.Contains("F → G → F", Assert.Single(Reading.OfMethod("static double F(double a) => G(a); static double G(double t) => F(t);").Messages));

    [Fact]
    public void A_partial_method_is_read_from_the_part_with_the_body() =>
        Assert.Equal("∘(2.0, t)", Reading.Of(
            "public partial class M { [Differentiable] public static partial double F(double t); }",
            "public partial class M { public static partial double F(double u) => 2 * u; }").Body);

    [Fact]
    public void Deep_calls_take_no_exponential_time()
    {
        var chain = string.Join(" ", Enumerable.Range(1, 60).Select(k => $"static double G{k}(double t) => G{k - 1}(t) + G{k - 1}(t);"));
        Assert.NotNull(Reading.OfMethod($"static double F(double a) => G60(a); static double G0(double t) => t; {chain}").Result.Model);
    }
}
