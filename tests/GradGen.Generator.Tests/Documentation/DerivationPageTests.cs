using System.Runtime.CompilerServices;
using System.Text;
using GradGen.Generator.Tests.Operations;

namespace GradGen.Generator.Tests.Documentation;

/// <summary>docs/derivations.md shows what the generator writes; GRADGEN_ACCEPT=1 writes its examples anew below its hand-written head.</summary>
public sealed class DerivationPageTests
{
    private const string Mark = "<!-- From here on the page is written by DerivationPageTests. -->\n";

    private static readonly (string Title, string Name, string Method)[] examples =
    [
        ("A quadratic form", "Quadratic", """
            [Differentiable(Emit = Derivatives.Derivation)]
            public static double Quadratic([Symmetric] Matrix A, Vector x) => x.T * A * x;
            """),
        ("Least squares", "LeastSquares", """
            [Differentiable(nameof(A), nameof(x), Emit = Derivatives.Derivation)]
            public static double LeastSquares(Matrix A, Vector x, Vector y) => 0.5 * NormSquared(A * x - y);
            """),
        ("A determinant", "Volume", """
            [Differentiable(Emit = Derivatives.Derivation)]
            public static double Volume(Matrix X) => LogDet(X.T * X);
            """),
        ("A normal distribution's log-likelihood, a sum over a list", "LogLikelihood", """
            [Differentiable(nameof(mu), nameof(Sigma), Emit = Derivatives.Derivation)]
            public static double LogLikelihood(IReadOnlyList<Vector> xs, Vector mu, [PositiveDefinite] Matrix Sigma)
            {
                var value = -0.5 * xs.Count * LogDet(Sigma);
                foreach (var x in xs) value -= 0.5 * ((x - mu).T * Inv(Sigma) * (x - mu));
                return value;
            }
            """),
        ("A branch", "Huber", """
            [Differentiable(nameof(x), Emit = Derivatives.Derivation)]
            public static double Huber(Vector x, double delta) =>
                Norm(x) < delta ? 0.5 * NormSquared(x) : delta * Norm(x) - 0.5 * delta * delta;
            """),
        ("A network, whose parts have names", "Network", """
            [Differentiable(nameof(W1), Emit = Derivatives.Derivation)]
            public static double Network(Matrix W1, Matrix W2, Vector x, Vector y)
            {
                var h = Tanh(W1 * x);
                var o = Sigmoid(W2 * h);
                return NormSquared(o - y) + 0.1 * FrobeniusNormSquared(W1) + h.T * h / (1 + Norm(o));
            }
            """),
        ("A loop that carries a value", "Recurrence", """
            [Differentiable(nameof(A), Emit = Derivatives.Derivation)]
            public static double Recurrence(Matrix A, Vector x)
            {
                var s = x;
                for (var i = 0; i < 5; i++) s = Tanh(A * s);
                return NormSquared(s);
            }
            """),
        ("A matrix by a matrix", "Sandwich", """
            [Differentiable(nameof(X), Emit = Derivatives.Derivation)]
            public static Matrix Sandwich(Matrix A, Matrix X) => A * X * A.T;
            """),
    ];

    private static readonly Lazy<Type> Compiled = new(() =>
        GeneratorRun.Of($"public static partial class Page\n{{\n{string.Join("\n", examples.Select(e => e.Method))}\n}}").Load().GetType("Page")!);

    [Fact]
    public void The_page_shows_what_is_generated()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/derivations.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var head = page[..(page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)];
        var expected = head + string.Concat(examples.Select(e => $"\n## {e.Title}\n\n```csharp\n{e.Method}\n```\n\n```text\n{Of(e.Name).Unicode}\n```\n"))
            + $"\n## As LaTeX\n\n`Derivation_{examples[0].Name}.Latex` is\n\n```latex\n{Of(examples[0].Name).Latex}\n```\n";
        if (Environment.GetEnvironmentVariable("GRADGEN_ACCEPT") == "1") File.WriteAllText(path, expected, new UTF8Encoding(false));
        else Assert.Equal(expected.Split('\n'), page.Split('\n'));
    }

    [Fact]
    public void A_derivation_has_three_forms()
    {
        foreach (var derivation in examples.Select(e => Of(e.Name)))
        {
            Assert.Equal(derivation.Unicode, derivation.ToString());
            Assert.StartsWith(@"\begin{aligned}", derivation.Latex, StringComparison.Ordinal);
            Assert.EndsWith(@"\end{aligned}", derivation.Latex, StringComparison.Ordinal);
            Assert.StartsWith("$$\n", derivation.Markdown, StringComparison.Ordinal);
            Assert.EndsWith("\n$$", derivation.Markdown, StringComparison.Ordinal);
            Assert.DoesNotContain(derivation.Latex, c => c > 126);
        }
    }

    [Fact]
    public void A_derivation_is_short() => Assert.All(examples, e => Assert.InRange(Of(e.Name).Unicode.Split("\n\n").Max(part => part.Split('\n').Length), 2, 16));

    private static Derivation Of(string name) => (Derivation)Compiled.Value.GetProperty($"Derivation_{name}")!.GetValue(null)!;

    private static string Here([CallerFilePath] string path = "") => path;
}
