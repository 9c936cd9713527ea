namespace GradGen.Generator.Tests.Emission;

/// <summary>A method twice as long has companions twice as long: nothing is written, laid out or derived once for each pair of statements.</summary>
public sealed class SizeTests
{
    [Theory]
    [InlineData("a chain of layers", "var v = x;", "v = Tanh(A * v + x);", "return NormSquared(v);")]
    [InlineData("a sum", "var s = 0.0;", "s += Math.Sin(s) * Dot(x, A * x);", "return s;")]
    [InlineData("a scalar chain", "var s = x[0];", "s = s * x[1] + Math.Sin(s);", "return s;")]
    [InlineData("branches", "var s = x[0];", "s = s > 0 ? Math.Sin(s) : s * x[1];", "return s;")]
    public void Companions_grow_as_their_method(string name, string first, string statement, string last)
    {
        var (short_, long_) = (Length(40), Length(80));
        Assert.NotEmpty(name);
        Assert.InRange(long_, short_, 2.3 * short_);

        int Length(int statements)
        {
            var run = GeneratorRun.Of($$"""
                public static partial class Models
                {
                    [Differentiable(Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct | Derivatives.Derivation)]
                    public static double F(Matrix A, Vector x)
                    {
                        {{first}}
                        {{string.Join("\n", Enumerable.Repeat(statement, statements))}}
                        {{last}}
                    }
                }
                """);
            Assert.DoesNotContain(run.Diagnostics, d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
            return Assert.Single(run.Files).SourceText.Length;
        }
    }
}
