using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GradGen.Generator.Tests.Diagnostics;

/// <summary>What users say of diagnostics in <c>#pragma</c> and in .editorconfig holds for those of the generator.</summary>
public sealed class ConfigurationTests
{
    private const string Source = """
        public partial class M
        {
            [Differentiable] public static double Kinked(double a) => Math.Abs(a);
        #pragma warning disable GRAD303
            [Differentiable] public static double Silent(double a) => Math.Abs(a);
        #pragma warning restore GRAD303
            [Differentiable] public static double Solved(Matrix A, Vector b) => Sum(Inv(A) * b);
        }
        """;

    [Fact]
    public void Pragma_silences_where_it_stands()
    {
        var said = GeneratorRun.Of(Source).Diagnostics.Where(d => !d.IsSuppressed);
        Assert.Equal(["GRAD303 3", "GRAD301 7"], said.Select(Where));
    }

    [Fact]
    public void Editorconfig_sets_the_severity()
    {
        var said = On("[*.cs]\ndotnet_diagnostic.GRAD303.severity = error\ndotnet_diagnostic.GRAD301.severity = none\n").Diagnostics.Where(d => !d.IsSuppressed).ToList();
        Assert.Equal(["GRAD303 3"], said.Select(Where));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(said).Severity);
    }

    [Fact]
    public void Editorconfig_of_another_folder_says_nothing()
    {
        var said = On("[elsewhere/*.cs]\ndotnet_diagnostic.GRAD303.severity = none\n").Diagnostics.Where(d => !d.IsSuppressed);
        Assert.Equal(["GRAD303 3", "GRAD301 7"], said.Select(Where));
    }

    [Fact]
    public void Warnings_as_errors_leave_advice_alone()
    {
        var compilation = TestCompilation.Of(Source);
        var run = GeneratorRun.On(compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)));
        Assert.All(run.Diagnostics, d => Assert.Equal(DiagnosticSeverity.Info, d.Severity));
    }

    private static string Where(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}";

    private static GeneratorRun On(string editorconfig)
    {
        var tree = CSharpSyntaxTree.ParseText(Source, TestCompilation.ParseOptions, "/project/Test0.cs");
        var compilation = TestCompilation.Of();
        var configuration = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(SourceText.From("root = true\n" + editorconfig), "/project/.editorconfig") });
        return GeneratorRun.On(compilation.AddSyntaxTrees(tree).WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Options(configuration))));
    }

    /// <summary>What the compiler makes of the .editorconfig files that it is given.</summary>
    private sealed class Options(AnalyzerConfigSet configuration) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configuration.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }
}
