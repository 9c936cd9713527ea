using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GradGen.Generator.Tests;

/// <summary>The same input gives the same bytes, whatever the culture, the line ends and the order of files.</summary>
public sealed class StabilityTests
{
    private static readonly string[] Sources =
    [
        """
        /// <summary>Numbers, İi, and many variables.</summary>
        public static partial class Models
        {
            [Differentiable(Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.Pullback)]
            public static double Titled(Matrix I, Vector i, double rate = -1.5e-7)
            {
                var r = I * i;
                r -= 0.1 * i;
                return -2.25 * NormSquared(r) * rate + Math.Exp(-1e10 * rate);
            }

            [Differentiable]
            public static double Looped(Vector mu, [PositiveDefinite] Matrix Sigma, IReadOnlyList<Vector> xs)
            {
                var s = LogDet(Sigma);
                foreach (var x in xs)
                {
                    s += (x - mu).T * Inv(Sigma) * (x - mu);
                }

                return s;
            }
        }
        """,
        """
        public static partial class Others
        {
            [Differentiable] public static double Index(Vector x, bool flip) => flip ? -0.5 * x[0] : LogSumExp(x);
            [Differentiable] public static double Wrong(double a) => Math.Floor(a);
        }
        """,
    ];

    private static readonly IReadOnlyList<string> Expected = Text(GeneratorRun.Of(Sources));

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Culture(string name)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
            // The culture does say something here: a comma, another minus sign, another i.
            Assert.True((-1.5).ToString(CultureInfo.CurrentCulture) != "-1.5" || name == "tr-TR");
            Assert.Equal(Expected, Text(GeneratorRun.Of(Sources)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    [Fact]
    public void Line_ends()
    {
        var lf = Sources.Select(s => s.ReplaceLineEndings("\n")).ToArray();
        var crlf = Sources.Select(s => s.ReplaceLineEndings("\r\n")).ToArray();
        Assert.NotEqual(lf[0], crlf[0]);
        Assert.Equal(Files(GeneratorRun.Of(lf)), Files(GeneratorRun.Of(crlf)));
        Assert.All(GeneratorRun.Of(crlf).Files, f => Assert.DoesNotContain('\r', f.SourceText.ToString()));
    }

    [Fact]
    public void Order_of_files()
    {
        var compilation = TestCompilation.Of(Sources);
        var trees = compilation.SyntaxTrees.Reverse().ToArray();
        Assert.Equal(Expected, Text(GeneratorRun.On(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees))));
    }

    [Fact]
    public void Order_of_methods()
    {
        var first = GeneratorRun.Of("partial class M { [Differentiable] static double F(double a) => a * a; [Differentiable] static double G(Vector x) => Sum(Exp(x)); }");
        var second = GeneratorRun.Of("partial class M { [Differentiable] static double G(Vector x) => Sum(Exp(x)); [Differentiable] static double F(double a) => a * a; }");
        Assert.Equal(Files(first), Files(second));
    }

    [Fact]
    public void Many_at_once()
    {
        var runs = new IReadOnlyList<string>[8];
        Parallel.For(0, runs.Length, i => runs[i] = Text(GeneratorRun.Of(Sources)));
        Assert.All(runs, run => Assert.Equal(Expected, run));
    }

    [Fact]
    public void Files_are_utf8_and_normalised()
    {
        var file = GeneratorRun.Of(Sources).Files[0];
        Assert.Equal(System.Text.Encoding.UTF8, file.SourceText.Encoding);
        Assert.True(file.SourceText.ToString().IsNormalized());
        Assert.EndsWith("}\n", file.SourceText.ToString());
    }

    private static IReadOnlyList<string> Text(GeneratorRun run) =>
        [.. Files(run), .. run.Diagnostics.Select(d => $"{d.Id} {d.Location.SourceSpan} {d.GetMessage(CultureInfo.InvariantCulture)}")];

    private static IReadOnlyList<string> Files(GeneratorRun run) =>
        [.. run.Files.OrderBy(f => f.HintName, StringComparer.Ordinal).Select(f => f.HintName + "\n" + f.SourceText)];
}
