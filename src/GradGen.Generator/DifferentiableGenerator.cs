using System.Text;
using GradGen.Generator.Diagnostics;
using GradGen.Generator.Emission;
using GradGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GradGen.Generator;

/// <summary>Generates the companions of methods that are tagged <c>[Differentiable]</c>.</summary>
[Generator]
public sealed class DifferentiableGenerator : IIncrementalGenerator
{
    private const string Attribute = "GradGen.DifferentiableAttribute";

    /// <summary>The names of the steps, for tests of what is cached.</summary>
    internal static class Steps
    {
        public const string Read = nameof(Read);
        public const string Model = nameof(Model);
        public const string Generate = nameof(Generate);
        public const string Report = nameof(Report);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var read = context.SyntaxProvider
            .ForAttributeWithMetadataName(Attribute, (node, _) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax, Read)
            .WithTrackingName(Steps.Read);

        var reviewed = read.Select((result, _) => Review.Of(result));

        var collisions = read.Collect()
            .Select((results, _) => CompanionCollisions.Of(results.Select(r => (Review.Of(r).Model, r.MethodPlace)).Where(m => m.Model is not null)!));

        var files = reviewed.Select((review, _) => review.Model).WithTrackingName(Steps.Model)
            .Combine(collisions)
            .Select((pair, _) => pair.Left is { } model && pair.Right.All(c => c.HintName != model.HintName) ? SourceFile.Generate(model) : null)
            .WithTrackingName(Steps.Generate);

        var diagnostics = reviewed.Select((review, _) => review.Diagnostics).WithTrackingName(Steps.Report);

        context.RegisterSourceOutput(files, static (output, file) => Add(output, file));
        context.RegisterSourceOutput(diagnostics.Combine(context.CompilationProvider), static (output, pair) =>
        {
            foreach (var diagnostic in pair.Left) diagnostic.Report(output, pair.Right);
        });
        context.RegisterSourceOutput(collisions.Combine(context.CompilationProvider), static (output, pair) =>
        {
            foreach (var collision in pair.Left) collision.Diagnostic.Report(output, pair.Right);
        });
    }

    private static void Add(SourceProductionContext output, GeneratedFile? file)
    {
        if (file is null) return;
        if (file.Fault is { } fault) output.ReportDiagnostic(Diagnostic.Create(Descriptors.InternalFault, Location.None, file.HintName, fault));
        else output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
    }

    private static ReadResult Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        MethodReader.Read((IMethodSymbol)context.TargetSymbol, context.TargetNode, context.Attributes[0], context.SemanticModel.Compilation, cancellation);
}
