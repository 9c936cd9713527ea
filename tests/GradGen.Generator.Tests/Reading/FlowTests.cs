namespace GradGen.Generator.Tests.Reading;

/// <summary>Loops that carry values, and what leaves a round or a loop early.</summary>
public sealed class FlowTests
{
    [Theory]
    // Carried values.
    [InlineData("foreach (var t in ts) s = s * t; return s;", "p of loop(i in 0..ts.Length: p = 0.0 → ∘(p, ts[i]))")]
    [InlineData("foreach (var t in ts) s *= a; return s;", "p of loop(i in 0..ts.Length: p = 0.0 → ∘(p, a))")]
    [InlineData("foreach (var t in ts) s = t; return s * a;", "∘(p of loop(i in 0..ts.Length: p = 0.0 → ts[i]), a)")]
    [InlineData("foreach (var t in ts) s += Math.Exp(s); return s * a;", "∘(p of loop(i in 0..ts.Length: p = 0.0 → +(p, Exp(p))), a)")]
    [InlineData("foreach (var t in ts) { s += t; if (s > 3) s += a; } return s;",
        "p of loop(i in 0..ts.Length: p = 0.0 → if(+(p, ts[i]) > 3.0, +(+(p, ts[i]), a), +(p, ts[i])))")]
    [InlineData("double r = 1; foreach (var t in ts) { s += r; r *= a; } return s;",
        "p of loop(i in 0..ts.Length: p = 0.0 → +(p, q); q = 1.0 → ∘(q, a))")]
    [InlineData("double r = 1; foreach (var t in ts) { s += a; r *= a; } return s * r;",
        "∘(∑(i in 0..ts.Length: a), p of loop(i in 0..ts.Length: p = 1.0 → ∘(p, a)))")]
    [InlineData("foreach (var t in ts) n++; return n * a;", "∘(real(p of loop(i in 0..ts.Length: p = n → p + 1)), a)")]
    [InlineData("foreach (var t in ts) foreach (var v in xs) a = a * t; return a;",
        "p of loop(i in 0..ts.Length: p = a → q of loop(j in 0..xs.Count: q = p → ∘(q, ts[i])))")]
    [InlineData("var odd = false; foreach (var t in ts) { if (odd) s += t * a; odd = !odd; } return s;",
        "p of loop(i in 0..ts.Length: p = 0.0 → if(q, +(p, ∘(ts[i], a)), p); q = false → !q)")]
    // Conditions.
    [InlineData("while (a > 1) a = a / 2; return a;", "p of loop(i in 0.. while p > 1.0: p = a → ∘(0.5, p))")]
    [InlineData("var k = 0; while (k < n && ts[k] > 0) { s += ts[k] * a; k++; } return s;",
        "p of loop(i in 0.. while if(q < n, ts[q] > 0.0, false): p = 0.0 → +(p, ∘(ts[q], a)); q = 0 → q + 1)")]
    [InlineData("while (1 > 2) a = a / 2; return a;", "a")]
    [InlineData("do a = a / 2; while (a > 1); return a;", "p of loop(i in 0.. while !q: p = a → ∘(0.5, p); q = false → !(∘(0.5, p) > 1.0))")]
    [InlineData("double e; do { e = a * a; a = a / 2; } while (e > 1); return e;",
        "p of loop(i in 0.. while !r: q = a → ∘(0.5, q); p = 0.0 → ∘(q, q); r = false → !(∘(q, q) > 1.0))")]
    [InlineData("for (var i = 0; i < n; i += 2) s += i * a; return s;",
        "p of loop(i in 0.. while q < n: p = 0.0 → +(p, ∘(real(q), a)); q = 0 → q + 2)")]
    [InlineData("for (var i = 0; i != n; i++) s += a; return s;", "p of loop(i in 0.. while q != n: p = 0.0 → +(p, a); q = 0 → q + 1)")]
    [InlineData("for (double t = 0; t < n; t += 0.5) s += t * a; return s;",
        "p of loop(i in 0.. while q < real(n): p = 0.0 → +(p, ∘(q, a)); q = 0.0 → +(q, 0.5))")]
    [InlineData("for (var i = 0; i < n; i++) { s += a; i++; } return s;", "p of loop(i in 0.. while q < n: p = 0.0 → +(p, a); q = 0 → q + 2)")]
    [InlineData("for (var i = 0; i < n; i++) { n--; s += a; } return s;",
        "p of loop(i in 0.. while r < q: q = n → q - 1; p = 0.0 → +(p, a); r = 0 → r + 1)")]
    [InlineData("for (int i = 0, j = n; i < j; i++, j--) s += x[i] * x[j]; return s;",
        "p of loop(i in 0.. while q < r: p = 0.0 → +(p, ∘(entry(x, q), entry(x, r))); q = 0 → q + 1; r = n → r - 1)")]
    // Downwards: in order where the order matters, upwards where it does not.
    [InlineData("for (var i = n - 1; i >= 0; i--) s = s * a + x[i]; return s;", "p of loop(i in 0..n: p = 0.0 → +(∘(p, a), entry(x, (n - 1) - i)))")]
    [InlineData("for (var i = n; i > 2; i--) { if (x[i] > 3) break; s += x[i] * a; } return s;",
        "p of loop(i in 0..n - 2 while !q: p = 0.0 → if(entry(x, n - i) > 3.0, p, +(p, ∘(entry(x, n - i), a))); q = false → entry(x, n - i) > 3.0)")]
    // Break.
    [InlineData("foreach (var t in ts) { if (t > 3) break; s += t * a; } return s;",
        "p of loop(i in 0..ts.Length while !q: p = 0.0 → if(ts[i] > 3.0, p, +(p, ∘(ts[i], a))); q = false → ts[i] > 3.0)")]
    [InlineData("while (true) { if (a < 1) break; a = a / 2; } return a;",
        "p of loop(i in 0.. while !q: p = a → if(p < 1.0, p, ∘(0.5, p)); q = false → p < 1.0)")]
    [InlineData("for (;;) { a = a / 2; if (a < 1) break; } return a;",
        "p of loop(i in 0.. while !q: p = a → ∘(0.5, p); q = false → ∘(0.5, p) < 1.0)")]
    [InlineData("double r; while (true) { r = a * a; if (r < 1) break; a = a / 2; } return r;",
        "p of loop(i in 0.. while !r: q = a → if(∘(q, q) < 1.0, q, ∘(0.5, q)); p = 0.0 → ∘(q, q); r = false → ∘(q, q) < 1.0)")]
    [InlineData("foreach (var t in ts) { if (t > 3) { s += 1; break; } else if (t < 0) { s += 2; break; } s += t * a; } return s;",
        "p of loop(i in 0..ts.Length while !q: p = 0.0 → if(ts[i] > 3.0, +(p, 1.0), if(ts[i] < 0.0, +(p, 2.0), +(p, ∘(ts[i], a)))); q = false → if(ts[i] > 3.0, true, ts[i] < 0.0))")]
    [InlineData("foreach (var t in ts) { if (1 > 2) break; s += t * a; } return s;", "∑(i in 0..ts.Length: ∘(ts[i], a))")]
    [InlineData("foreach (var t in ts) { foreach (var v in xs) { if (t > 3) break; s += a * v[0]; } s += t; } return s;",
        "p of loop(i in 0..ts.Length: p = 0.0 → +(q of loop(j in 0..xs.Count while !r: q = p → if(ts[i] > 3.0, q, +(q, ∘(a, entry(xs[j], 0)))); r = false → ts[i] > 3.0), ts[i]))")]
    // Continue.
    [InlineData("foreach (var t in ts) { if (t > 3) continue; s += t * a; } return s;",
        "∑(i in 0..ts.Length: if(ts[i] > 3.0, 0.0, ∘(ts[i], a)))")]
    [InlineData("foreach (var t in ts) { if (t > 3) { s += 1; continue; } if (t < 0) break; s += t * a; } return s;",
        "p of loop(i in 0..ts.Length while !q: p = 0.0 → if(ts[i] > 3.0, +(p, 1.0), if(ts[i] < 0.0, p, +(p, ∘(ts[i], a)))); q = false → if(ts[i] > 3.0, false, ts[i] < 0.0))")]
    [InlineData("do { a = a / 2; if (a > 5) continue; s += 1; } while (a > 1); return s * a;",
        "∘(p of loop(i in 0.. while !r: q = a → ∘(0.5, q); p = 0.0 → if(∘(0.5, q) > 5.0, p, +(p, 1.0)); r = false → !(∘(0.5, q) > 1.0)), q of loop(i in 0.. while !r: q = a → ∘(0.5, q); p = 0.0 → if(∘(0.5, q) > 5.0, p, +(p, 1.0)); r = false → !(∘(0.5, q) > 1.0)))")]
    [InlineData("for (var i = 0; i < n; i += 2) { if (x[i] < 0) continue; s += a; } return s;",
        "p of loop(i in 0.. while q < n: p = 0.0 → if(entry(x, q) < 0.0, p, +(p, a)); q = 0 → q + 2)")]
    // Return.
    [InlineData("foreach (var t in ts) { if (t > 3) return t * a; s += t; } return s;",
        "if(p of loop(i in 0..ts.Length while !p: q = 0.0 → if(ts[i] > 3.0, q, +(q, ts[i])); p = false → ts[i] > 3.0; r = 0.0 → if(ts[i] > 3.0, ∘(ts[i], a), r)), r of loop(i in 0..ts.Length while !p: q = 0.0 → if(ts[i] > 3.0, q, +(q, ts[i])); p = false → ts[i] > 3.0; r = 0.0 → if(ts[i] > 3.0, ∘(ts[i], a), r)), q of loop(i in 0..ts.Length while !p: q = 0.0 → if(ts[i] > 3.0, q, +(q, ts[i])); p = false → ts[i] > 3.0; r = 0.0 → if(ts[i] > 3.0, ∘(ts[i], a), r)))")]
    [InlineData("while (true) { if (a < 1) return a; a = a / 2; }",
        "p of loop(i in 0.. while !r: q = a → if(q < 1.0, q, ∘(0.5, q)); r = false → q < 1.0; p = 0.0 → if(q < 1.0, q, p))")]
    [InlineData("foreach (var t in ts) { if (t > 3) break; if (t < 0) return a; } return s;",
        "if(p of loop(i in 0..ts.Length while !r: p = false → if(ts[i] > 3.0, false, ts[i] < 0.0); q = 0.0 → if(ts[i] > 3.0, q, if(ts[i] < 0.0, a, q)); r = false → if(ts[i] > 3.0, true, ts[i] < 0.0)), q of loop(i in 0..ts.Length while !r: p = false → if(ts[i] > 3.0, false, ts[i] < 0.0); q = 0.0 → if(ts[i] > 3.0, q, if(ts[i] < 0.0, a, q)); r = false → if(ts[i] > 3.0, true, ts[i] < 0.0)), 0.0)")]
    [InlineData("foreach (var t in ts) foreach (var v in xs) { if (t > v[0]) return a; } return 2 * a;",
        "if(p of loop(i in 0..ts.Length while !p: p = false → r of loop(j in 0..xs.Count while !r: r = false → ts[i] > entry(xs[j], 0); s = 0.0 → if(ts[i] > entry(xs[j], 0), a, s)); q = 0.0 → if(r of loop(j in 0..xs.Count while !r: r = false → ts[i] > entry(xs[j], 0); s = 0.0 → if(ts[i] > entry(xs[j], 0), a, s)), s of loop(j in 0..xs.Count while !r: r = false → ts[i] > entry(xs[j], 0); s = 0.0 → if(ts[i] > entry(xs[j], 0), a, s)), q)), q of loop(i in 0..ts.Length while !p: p = false → r of loop(j in 0..xs.Count while !r: r = false → ts[i] > entry(xs[j], 0); s = 0.0 → if(ts[i] > entry(xs[j], 0), a, s)); q = 0.0 → if(r of loop(j in 0..xs.Count while !r: r = false → ts[i] > entry(xs[j], 0); s = 0.0 → if(ts[i] > entry(xs[j], 0), a, s)), s of loop(j in 0..xs.Count while !r: r = false → ts[i] > entry(xs[j], 0); s = 0.0 → if(ts[i] > entry(xs[j], 0), a, s)), q)), ∘(2.0, a))")]
    // Switch statements.
    [InlineData("switch (n) { case 0: return a; default: return 1; }", "if(n == 0, a, 1.0)")]
    [InlineData("switch (n) { case 0: s = a; break; case 1: case 2: s = 2 * a; break; default: s = 3; break; } return s;",
        "if(n == 0, a, if((n == 1) || (n == 2), ∘(2.0, a), 3.0))")]
    [InlineData("switch (n) { default: s = 3; break; case > 4 when flag: s = a; break; } return s;", "if((n > 4) && flag, a, 3.0)")]
    [InlineData("switch (n) { case 0: if (flag) break; s = a; break; case 1: return a * a; } return s;",
        "if(((!((n == 0) && flag)) && (!(n == 0))) && (n == 1), ∘(a, a), if((n == 0) && flag, 0.0, if(n == 0, a, 0.0)))")]
    [InlineData("switch (a) { case < 0: { return -a; } case 0: break; default: s = a; break; } return s;",
        "if(a < 0.0, ∘(-1.0, a), if(a == 0.0, 0.0, a))")]
    [InlineData("foreach (var t in ts) { switch (n) { case 0: continue; case 1: s += t; break; case 2: return a; } s += a; } return s;",
        "if(p of loop(i in 0..ts.Length while !p: q = 0.0 → if(n == 0, q, if((!(n == 1)) && (n == 2), q, +(if(n == 1, +(q, ts[i]), q), a))); p = false → (!(n == 0)) && ((!(n == 1)) && (n == 2)); r = 0.0 → if(n == 0, r, if((!(n == 1)) && (n == 2), a, r))), r of loop(i in 0..ts.Length while !p: q = 0.0 → if(n == 0, q, if((!(n == 1)) && (n == 2), q, +(if(n == 1, +(q, ts[i]), q), a))); p = false → (!(n == 0)) && ((!(n == 1)) && (n == 2)); r = 0.0 → if(n == 0, r, if((!(n == 1)) && (n == 2), a, r))), q of loop(i in 0..ts.Length while !p: q = 0.0 → if(n == 0, q, if((!(n == 1)) && (n == 2), q, +(if(n == 1, +(q, ts[i]), q), a))); p = false → (!(n == 0)) && ((!(n == 1)) && (n == 2)); r = 0.0 → if(n == 0, r, if((!(n == 1)) && (n == 2), a, r))))")]
    [InlineData("switch (2) { case 1: return Console.Read(); case 2: return a; default: return 3; }", "a")]
    // Deconstruction.
    [InlineData("var (b, c) = (a, 2 * a); return b * c;", "∘(a, ∘(2.0, a))")]
    [InlineData("double b = a, c = 2; (b, c) = (c, b); return b - c;", "+(2.0, ∘(-1.0, a))")]
    [InlineData("(double b, int k) = (1, 2); (b, _) = (b + a, 3); return b * x[k];", "∘(+(1.0, a), entry(x, 2))")]
    [InlineData("double b = 0, c = 1; for (var i = 0; i < n; i++) (b, c) = (c, b + a * c); return b;",
        "p of loop(i in 0..n: p = 0.0 → q; q = 1.0 → +(p, ∘(a, q)))")]
    [InlineData("var ((b, c), (d, _)) = ((a, 2), (3.0, x)); return b * c * d;", "∘(∘(a, 2.0), 3.0)")]
    public void Are_read_as(string body, string graph)
    {
        var reading = Reading.OfBody($"double s = 0; {body}");
        Assert.Empty(reading.Findings);
        Assert.Equal(graph, reading.Body);
    }
}
