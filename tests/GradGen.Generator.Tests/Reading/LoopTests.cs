namespace GradGen.Generator.Tests.Reading;

/// <summary>Loops that accumulate, and those that do not.</summary>
public sealed class LoopTests
{
    [Theory]
    [InlineData("foreach (var v in xs) s += Dot(v, x);", "∑(i in 0..xs.Count: ·(ᵀ(xs[i]), x))")]
    [InlineData("for (int i = 0; i < xs.Count; i++) s += Dot(xs[i], x);", "∑(i in 0..xs.Count: ·(ᵀ(xs[i]), x))")]
    [InlineData("for (var i = 0; xs.Count > i; i += 1) { s = s + Dot(xs[i], x); }", "∑(i in 0..xs.Count: ·(ᵀ(xs[i]), x))")]
    [InlineData("for (var i = 0; i <= xs.Count - 1; ++i) s = Dot(xs[i], x) + s;", "∑(i in 0..xs.Count: ·(ᵀ(xs[i]), x))")]
    [InlineData("for (var i = xs.Count - 1; i >= 0; i--) s += Dot(xs[i], x);", "∑(i in 0..xs.Count: ·(ᵀ(xs[i]), x))")]
    [InlineData("for (var i = xs.Count - 1; i > -1; i = i - 1) s += Dot(xs[i], x);", "∑(i in 0..xs.Count: ·(ᵀ(xs[i]), x))")]
    [InlineData("for (var i = 1; i < n; i++) s += a * x[i];", "∑(i in 1..n: ∘(a, entry(x, i)))")]
    [InlineData("foreach (var t in ts) { var d = t - a; s += d * d; }", "∑(i in 0..ts.Length: ∘(+(ts[i], ∘(-1.0, a)), +(ts[i], ∘(-1.0, a))))")]
    [InlineData("foreach (var t in ts) s -= t * a;", "∑(i in 0..ts.Length: ∘(-1.0, ∘(ts[i], a)))")]
    [InlineData("foreach (var t in ts) if (t > 0) s += t * a;", "∑(i in 0..ts.Length: if(ts[i] > 0.0, ∘(ts[i], a), 0.0))")]
    [InlineData("foreach (var t in ts) if (t > 0) s += t * a; else s -= t;", "∑(i in 0..ts.Length: if(ts[i] > 0.0, ∘(ts[i], a), ∘(-1.0, ts[i])))")]
    [InlineData("foreach (var t in ts) { s += t; s += a; }", "∑(i in 0..ts.Length: +(a, ts[i]))")]
    [InlineData("foreach (var t in ts) s += t > 0 ? a : t;", "∑(i in 0..ts.Length: if(ts[i] > 0.0, a, ts[i]))")]
    [InlineData("foreach (var v in xs) foreach (var t in ts) s += t * Dot(v, x);", "∑(i in 0..xs.Count: ∑(j in 0..ts.Length: ∘(ts[j], ·(ᵀ(xs[i]), x))))")]
    [InlineData("for (var i = 0; i < n; i++) for (var j = 0; j < i; j++) s += A[i, j] * a;", "∑(i in 0..n: ∑(j in 0..i: ∘(entry(A, i, j), a)))")]
    [InlineData("for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) s += A[i, j] * a;", "∑(i in 0..n: ∑(j in 0..n: ∘(entry(A, i, j), a)))")]
    [InlineData("foreach (var t in ts) { }", "0.0")]
    [InlineData("foreach (var t in ts) s += 0;", "0.0")]
    [InlineData("double q; foreach (var t in ts) { q = t * a; s += q; }", "∑(i in 0..ts.Length: ∘(ts[i], a))")]
    [InlineData("foreach (var t in ts) { double q = 0; foreach (var v in xs) q += Dot(v, x); s += q * t; }", "∑(i in 0..ts.Length: ∘(∑(j in 0..xs.Count: ·(ᵀ(xs[j]), x)), ts[i]))")]
    [InlineData("for (var k = 0; k < 3; k++) s += x[k];", "∑(i in 0..3: entry(x, i))")]
    public void Accumulate_to(string loop, string graph) => Accumulates(loop, graph);

    private static void Accumulates(string loop, string graph)
    {
        var reading = Reading.OfBody($"double s = 0; {loop} return s;");
        Assert.Equal(graph, reading.Body);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void What_was_there_before_is_kept() =>
        Assert.Equal("+(a, ∑(i in 0..ts.Length: ts[i]))", Reading.OfBody("foreach (var t in ts) a += t; return a;").Body);

    [Fact]
    public void Sequential_loops_over_one_range_share_their_index() =>
        Assert.Equal("+(∑(i in 0..ts.Length: ts[i]), ∑(i in 0..ts.Length: ∘(a, ts[i])))",
            Reading.OfBody("double s = 0; foreach (var t in ts) s += t; for (var k = 0; k < ts.Length; k++) s += a * ts[k]; return s;").Body);

    [Fact]
    public void A_sum_of_an_earlier_loop_is_a_term_of_the_next() =>
        Assert.Equal("∑(i in 0..ts.Length: ∘(∑(i in 0..ts.Length: ts[i]), ts[i]))",
            Reading.OfBody("double s = 0, r = 0; foreach (var t in ts) s += t; foreach (var t in ts) r += s * t; return r * 1;").Body);

    [Fact]
    public void Several_accumulators_are_fine() =>
        Assert.Equal("∘(∑(i in 0..ts.Length: ts[i]), ∑(i in 0..ts.Length: ∘(a, ts[i])))",
            Reading.OfBody("double s = 0, r = 0; foreach (var t in ts) { s += t; r += a * t; } return s * r;").Body);

    [Theory]
    [InlineData("Vector s = Zeros(x.Count); foreach (var v in xs) s += a * v; return s;", "Vector", "∑(i in 0..xs.Count: scale(a, xs[i]))")]
    [InlineData("var s = A; foreach (var v in xs) s = s + v * v.T; return s;", "Matrix", "+(A, ∑(i in 0..xs.Count: ·(xs[i], ᵀ(xs[i]))))")]
    [InlineData("var s = x.T; foreach (var v in xs) if (flag) s += v.T; return s;", "RowVector", "+(ᵀ(x), ∑(i in 0..xs.Count: if(flag, ᵀ(xs[i]), Zeros(xs[i].Count))))")]
    public void Arrays_accumulate_to(string body, string returns, string graph)
    {
        var text = Reading.OfBody(body, returns: returns).Body;
        Assert.Contains(text, new[] { graph, graph.Replace("Zeros(xs[i].Count)", "Zeros(x.Count)") });
    }

    [Theory]
    [InlineData("foreach (var c in \"text\") s += 1;", "GRAD002 \"text\"")]
    [InlineData("foreach (var t in ts.Select(q => q)) s += 1;", "GRAD004 ts.Select(q => q)")]
    [InlineData("foreach (var (k, v) in new (int, int)[0]) s += 1;", "GRAD003 new (int, int)[0]", "GRAD002 var (k, v)")]
    [InlineData("var zs = ts; foreach (var t in ts) { s += zs[0]; zs = ts; } ", "GRAD011 zs = ts")]
    [InlineData("var word = \"a\"; foreach (var t in ts) { if (word == \"a\") s += t; word = \"b\"; }", "GRAD011 word = \"b\"")]
    [InlineData("var v = x; foreach (var t in ts) { v = VerticalConcat(v, x); s += Sum(v); }", "GRAD011 v = VerticalConcat(v, x)")]
    [InlineData("var v = x; foreach (var t in ts) v = SubVector(v, 0, v.Count - 1); s = Sum(v);", "GRAD011 v = SubVector(v, 0, v.Count - 1)")]
    [InlineData("var v = x; for (var i = 0; i < n; i++) v = SubVector(x, 0, i); s = Sum(v);", "GRAD011 v = SubVector(x, 0, i)")]
    [InlineData("var v = Zeros(2); while (s < 3) { s += 1; v = Ones(3); } s = Sum(v);", "GRAD101 v = Ones(3)")]
    [InlineData("foreach (var t in ts) if (t > 3) goto end; end: s += 1;", "GRAD002 goto end;", "GRAD002 end: s += 1;")]
    [InlineData("double k = 0; while (k < 3) { s += ts[(int)k]; k += a; }", "GRAD202 (int)k")]
    public void Are_refused_at(string loop, params string[] findings) => Assert.Equal(findings, Reading.OfBody($"double s = 0; {loop} return s + a;").Findings);
}
