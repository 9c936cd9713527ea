using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GradGen.Generator.Tests;

/// <summary>Sources of a test, run through the generator and compiled with what it generates.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(Compilation input, Compilation output, GeneratorDriverRunResult result)
    {
        Input = input;
        Output = output;
        Result = result;
    }

    public Compilation Input { get; }

    /// <summary>The sources together with the generated files.</summary>
    public Compilation Output { get; }

    public GeneratorDriverRunResult Result { get; }

    /// <summary>What the generator reports, in the order of the sources.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. Result.Diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>The generated files by their hint names.</summary>
    public ImmutableArray<GeneratedSourceResult> Files => Result.Results.Single().GeneratedSources;

    /// <summary>Runs the generator on sources of the language version that a new project has.</summary>
    public static GeneratorRun Of(params string[] sources) => On(TestCompilation.Of(sources));

    public static GeneratorRun On(Compilation compilation)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return new(compilation, output, driver.GetRunResult());
    }

    public static GeneratorDriver Driver(bool tracked = false) => CSharpGeneratorDriver.Create(
        [new DifferentiableGenerator().AsSourceGenerator()],
        parseOptions: TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracked));

    /// <summary>Asserts that sources and generated files compile without an error or a warning, and that the generator reports nothing but advice.</summary>
    public GeneratorRun AssertCompiles()
    {
        AssertNothingSaid(Output.GetDiagnostics());
        return this;
    }

    /// <summary>Loads the compiled sources, to call what was generated.</summary>
    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var emitted = Output.Emit(stream);
        AssertNothingSaid(emitted.Diagnostics);
        return Assembly.Load(stream.ToArray());
    }

    /// <summary>The compiled sources as another compilation refers to them, loaded so that what refers to them runs.</summary>
    public MetadataReference Reference(string name)
    {
        using var stream = new MemoryStream();
        AssertNothingSaid(Output.WithAssemblyName(name).Emit(stream).Diagnostics);
        var image = stream.ToArray();
        var loaded = Assembly.Load(image);
        AppDomain.CurrentDomain.AssemblyResolve += (_, asked) => new AssemblyName(asked.Name).Name == name ? loaded : null;
        return MetadataReference.CreateFromImage(image);
    }

    private void AssertNothingSaid(IEnumerable<Diagnostic> byCompiler)
    {
        var wrong = byCompiler.Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Concat(Result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning))
            .Select(d => $"{d}\n    {LineOf(d)}").ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(20)));
    }

    /// <summary>A member's declarations in the output, as a user of the companions sees them.</summary>
    public IReadOnlyList<IMethodSymbol> Companions(string type) =>
        [.. Output.GetTypeByMetadataName(type)!.GetMembers().OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary && m.Locations.Any(l => l.SourceTree is { } tree && !Input.SyntaxTrees.Contains(tree)))];

    private static string LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
}
