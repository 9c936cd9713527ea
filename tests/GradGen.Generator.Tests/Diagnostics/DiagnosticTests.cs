using System.Globalization;
using GradGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic: where its squiggle lies, what it says, and what is still generated.</summary>
public sealed class DiagnosticTests
{
    // Another file of the project, whose companions must not suffer.
    private const string Neighbour = "public static partial class Neighbour { [Differentiable] public static double Good(Vector x) => NormSquared(x); }";

    public static TheoryData<int, string> All()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Examples.All.Count; i++) data.Add(i, Examples.All[i].ToString());
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Squiggle_and_message(int number, string name)
    {
        var example = Examples.All[number];
        var source = MarkedSource.Parse(example.Source);
        var run = GeneratorRun.Of(source.Text, Neighbour);
        Assert.True(run.Diagnostics.All(d => d.Id == example.Id), $"{name}: {string.Join("\n", run.Diagnostics)}");
        Assert.Equal(source.Places, run.Diagnostics.Select(d => d.Location.SourceSpan));
        Assert.All(run.Diagnostics, d => Assert.Equal("Test0.cs", d.Location.SourceTree!.FilePath));
        Assert.Equal(source.Related, run.Diagnostics.SelectMany(d => d.AdditionalLocations).Select(l => l.SourceSpan).Order());
        Assert.Equal(example.Messages, run.Diagnostics.Select(d => d.GetMessage(CultureInfo.InvariantCulture)));
        Assert.All(run.Diagnostics, d => Assert.Equal(Descriptors.All[d.Id].DefaultSeverity, d.Severity));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Errors_keep_only_their_own_method_from_being_generated(int number, string name)
    {
        var example = Examples.All[number];
        var run = GeneratorRun.Of(MarkedSource.Parse(example.Source).Text, Neighbour);
        var own = run.Files.Where(f => !f.HintName.StartsWith("Neighbour.", StringComparison.Ordinal)).Select(f => f.HintName).ToList();
        Assert.Contains(run.Companions("Neighbour"), m => m.Name == "Gradient_Good_x");
        var isError = Descriptors.All[example.Id].DefaultSeverity == DiagnosticSeverity.Error;
        var methods = run.Input.SyntaxTrees.First().GetText().ToString().Split("[Differentiable").Length - 1;
        Assert.True(own.Count == (isError ? methods - example.Methods : methods), $"{name}: {string.Join(", ", own)}");
    }

    [Fact]
    public void Every_descriptor_has_an_example() =>
        Assert.Equal(Descriptors.All.Keys.Order(), Examples.All.Select(e => e.Id).Append(Descriptors.InternalFault.Id).Distinct().Order());

    [Fact]
    public void Every_descriptor_is_in_the_table() => Assert.Equal(
        typeof(Descriptors).GetFields().Where(f => f.FieldType == typeof(DiagnosticDescriptor)).Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id).Order(),
        Descriptors.All.Keys.Order());

    [Fact]
    public void Severities_go_by_the_hundreds() => Assert.All(Descriptors.All.Values,
        d => Assert.Equal(d.Id.StartsWith("GRAD3", StringComparison.Ordinal) ? DiagnosticSeverity.Info : DiagnosticSeverity.Error, d.DefaultSeverity));

    [Fact]
    public void Several_methods_are_reported_each_at_its_place()
    {
        var source = MarkedSource.Parse("""
            public partial class M
            {
                [Differentiable] public static double A(double a) => a + [|Math.Floor(a)|];
                [Differentiable] public static double B(double a) => a * a;
                [Differentiable] public static double C(double a) { [|lock (a.ToString()) { }|] return [|Math.Ceiling(a)|]; }
            }
            """);
        var run = GeneratorRun.Of(source.Text, Neighbour);
        Assert.Equal(source.Places, run.Diagnostics.Select(d => d.Location.SourceSpan));
        Assert.Equal(["GRAD202", "GRAD002", "GRAD202"], run.Diagnostics.Select(d => d.Id));
        Assert.Equal(["GradientInto_B", "Gradient_B", "Gradient_B_a", "ValueAndGradientInto_B", "ValueAndGradient_B"], run.Companions("M").Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[Differentiable] public static double F(double a) => a +;")]
    [InlineData("[Differentiable] public static double F(double a) => b;")]
    [InlineData("[Differentiable] public static double F(double a) => Missing(a);")]
    [InlineData("[Differentiable] public static double F(Missing a, double b) => b;")]
    [InlineData("[Differentiable] public static double F(double b, List<Missing[]> a) => b;")]
    [InlineData("[Differentiable] public static Missing F(double a) => a;")]
    [InlineData("[Differentiable] public static double F(Vector x, Vector y) => x * y;")]
    [InlineData("[Differentiable] public static double F(double a) { return \"text\"; }")]
    [InlineData("[Differentiable] public static double F(double a) { }")]
    [InlineData("[Differentiable] public static double F(double a) { double b; return b; }")]
    [InlineData("[Differentiable] public static double F(double a) { foreach (var x in ) a += x; return a; }")]
    [InlineData("[Differentiable] public static double F(double a) { for (;;) { } }")]
    [InlineData("[Differentiable(Emit = )] public static double F(double a) => a;")]
    [InlineData("[Differentiable(3)] public static double F(double a) => a;")]
    [InlineData("[Differentiable] public static double F(double a, double a) => a;")]
    [InlineData("[Differentiable] public static double (double a) => a;")]
    [InlineData("[Differentiable] public static double F(double a")]
    public void Code_that_does_not_compile_never_makes_the_generator_fail(string method)
    {
        var run = GeneratorRun.Of($"public partial class M {{ {method} }}", Neighbour);
        Assert.Null(run.Result.Results.Single().Exception);
        Assert.DoesNotContain(run.Diagnostics, d => d.Id == Descriptors.InternalFault.Id);
        Assert.Contains(run.Companions("Neighbour"), m => m.Name == "Gradient_Good_x");
        // What the compiler says once is not said again by generated code.
        Assert.All(run.Output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), d => Assert.Contains(d.Location.SourceTree, run.Input.SyntaxTrees));
    }

    [Fact]
    public void Every_descriptor_has_a_page_and_a_row_in_the_index()
    {
        var docs = Path.Combine(Root, "docs/diagnostics");
        Assert.Equal(Descriptors.All.Keys.Order(), Directory.GetFiles(docs, "GRAD*.md").Select(Path.GetFileNameWithoutExtension).Order());
        var index = File.ReadAllText(Path.Combine(docs, "README.md"));
        foreach (var descriptor in Descriptors.All.Values)
        {
            var title = descriptor.Title.ToString(CultureInfo.InvariantCulture);
            Assert.Contains($"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.DefaultSeverity} | {title} |", index, StringComparison.Ordinal);
            Assert.StartsWith($"# {descriptor.Id}: {title}\n", File.ReadAllText(Path.Combine(docs, descriptor.Id + ".md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_descriptor_is_in_the_release_notes()
    {
        var notes = new[] { "Shipped", "Unshipped" }.SelectMany(n => File.ReadAllLines(Path.Combine(Root, $"src/GradGen.Generator/AnalyzerReleases.{n}.md"))).Where(l => l.StartsWith("GRAD", StringComparison.Ordinal));
        Assert.Equal(Descriptors.All.Values.Select(d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title.ToString(CultureInfo.InvariantCulture)}").Order(), notes.Order());
    }

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
