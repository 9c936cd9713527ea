namespace GradGen.Generator.Tests.Reading;

/// <summary>Locals, branches and early returns.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("return a;", "a")]
    [InlineData("var b = a * 2; return b + b;", "+(∘(a, 2.0), ∘(a, 2.0))")]
    [InlineData("double b = a, c = b; b = 2; return b * c;", "∘(2.0, a)")]
    [InlineData("const double c = 3; ; return c * a;", "∘(3.0, a)")]
    [InlineData("double c; c = a; return c;", "a")]
    [InlineData("a = a * a; return a;", "∘(a, a)")]
    [InlineData("a += 2; a *= n; return a;", "∘(+(a, 2.0), real(n))")]
    [InlineData("a -= x[0]; a /= 2; return a;", "∘(0.5, +(a, ∘(-1.0, entry(x, 0))))")]
    [InlineData("x += y; x *= 2; x -= y; return Sum(x);", "Sum(+(scale(2.0, +(x, y)), scale(-1.0, y)))")]
    [InlineData("A *= A; return Tr(A);", "Tr(·(A, A))")]
    [InlineData("var k = 1; k++; ++k; k += 2; k--; return x[k];", "entry(x, 4)")]
    [InlineData("var k = n; k++; k--; return x[k];", "entry(x, n)")]
    [InlineData("{ var b = 2 * a; { return b; } }", "∘(2.0, a)")]
    [InlineData("_ = Math.Exp(a); return a;", "a")]
    // Branches.
    [InlineData("var b = a; if (flag) b = 2 * a; return b;", "if(flag, ∘(2.0, a), a)")]
    [InlineData("var b = a; if (flag) { b = 2 * a; } else { b = 3; n = 4; } return b * n;", "∘(if(flag, ∘(2.0, a), 3.0), real(flag ? n : 4))")]
    [InlineData("double b; if (flag) b = 2 * a; else b = 3; return b;", "if(flag, ∘(2.0, a), 3.0)")]
    [InlineData("if (flag) { var b = 2 * a; a = b; } return a;", "if(flag, ∘(2.0, a), a)")]
    [InlineData("if (flag) return a; return 2 * a;", "if(flag, a, ∘(2.0, a))")]
    [InlineData("if (flag) return a; else return 2 * a;", "if(flag, a, ∘(2.0, a))")]
    [InlineData("if (flag) { a = a * a; } else return 1; return a;", "if(flag, ∘(a, a), 1.0)")]
    [InlineData("if (a < 0) return 0; if (a > 1) return 1; return a;", "if(a < 0.0, 0.0, if(a > 1.0, 1.0, a))")]
    [InlineData("if (a > 0) { if (flag) return a; a = 2; } return a + 1;", "if((a > 0.0) && flag, a, +(if(a > 0.0, 2.0, a), 1.0))")]
    [InlineData("if (a > 0) { if (flag) return a; } else { if (n > 2) return 2; } return 3;", "if((a > 0.0) && flag, a, if((!(a > 0.0)) && (n > 2), 2.0, 3.0))")]
    [InlineData("if (a > 0) return a; else { if (n > 2) return 2; a = 5; } return a;", "if(a > 0.0, a, if(n > 2, 2.0, 5.0))")]
    [InlineData("const bool fast = true; if (fast) return a; return Console.Read();", "a")]
    [InlineData("if (1 > 2) return Console.Read(); return a;", "a")]
    public void Are_read_as(string body, string graph)
    {
        var reading = Reading.OfBody(body);
        Assert.Equal(graph, reading.Body);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("if (flag) throw new Exception(); return a;", "GRAD002 throw new Exception();")]
    [InlineData("try { return a; } finally { }", "GRAD002 try { return a; } finally { }")]
    [InlineData("Console.WriteLine(a); return a;", "GRAD004 Console.WriteLine(a)")]
    [InlineData("Math.Exp(a); return a;", "GRAD002 Math.Exp(a)")]
    [InlineData("ts[0] = a; return a;", "GRAD010 ts[0] = a")]
    [InlineData("ref var b = ref a; return a;", "GRAD002 b = ref a")]
    [InlineData("n += (int)ts[0]; double b = (int)a; return b;", "GRAD202 (int)a")]
    [InlineData("using var s = new System.IO.MemoryStream(); return a;", "GRAD002 using var s = new System.IO.MemoryStream();")]
    [InlineData("lock (ts) { } return a;", "GRAD002 lock (ts) { }")]
    [InlineData("goto end; end: return a;", "GRAD002 goto end;", "GRAD002 end: return a;")]
    [InlineData("var b = new object(); var c = b; return Console.Read();", "GRAD003 new object()", "GRAD004 Console.Read()")]
    [InlineData("if (Console.Read() > 0) a = Console.Read(); return a;", "GRAD004 Console.Read()", "GRAD004 Console.Read()")]
    [InlineData("n += 0.5 > a ? 1 : 2; double k = 1; k++; n = n; return k * a;")]
    public void Are_refused_at(string body, params string[] findings) => Assert.Equal(findings, Reading.OfBody(body).Findings);

    [Fact]
    public void An_expression_body_is_read() => Assert.Equal("∘(a, a)", Reading.OfMethod("static double F(double a) => a * a;").Body);

    [Fact]
    public void A_message_says_what_to_write_instead()
    {
        var message = Assert.Single(Reading.OfBody("if (a < 0) throw new Exception(); return a;").Messages);
        Assert.Equal("A throw is not in the language of a differentiable method; return a value on every path, and check arguments in the caller, since a companion by itself only checks that shapes fit", message);
    }
}
