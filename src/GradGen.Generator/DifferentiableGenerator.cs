using System.Text;
using GradGen.Generator.Diagnostics;
using GradGen.Generator.Emission;
using GradGen.Generator.Expressions;
using GradGen.Generator.Reading;
using Microsoft.CodeAnalysis;
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
            .ForAttributeWithMetadataName(Attribute, (_, _) => true, Read)
            .WithTrackingName(Steps.Read);

        var reviewed = read.Select((result, _) => Review.Of(result));

        var collisions = read.Collect()
            .Select((results, _) => CompanionCollisions.Of(results.Select(r => (Review.Of(r).Model, r.MethodPlace)).Where(m => m.Model is not null)!));

        var files = reviewed.Select((review, _) => review.Model).WithTrackingName(Steps.Model)
            .Combine(collisions)
            .Select((pair, _) => pair.Left is { } model && pair.Right.All(c => c.HintName != model.HintName) ? SourceFile.Generate(model) : null)
            .WithTrackingName(Steps.Generate);

        // A helper that two methods call is read twice; what is wrong in it is said once.
        var diagnostics = reviewed.SelectMany((review, _) => review.Diagnostics).Collect()
            .Select((all, _) => new EquatableArray<DiagnosticInfo>(all.Distinct())).WithTrackingName(Steps.Report);

        var faults = files.Where(file => file?.Fault is not null).Combine(read.Collect())
            .Select((pair, _) => pair.Left!.Fault! with { Place = pair.Right.First(r => r.Model?.HintName == pair.Left.HintName).MethodPlace });

        context.RegisterSourceOutput(files, static (output, file) =>
        {
            if (file is { Fault: null }) output.AddSource(file.FileName, SourceText.From(file.Text, Encoding.UTF8));
        });
        context.RegisterSourceOutput(diagnostics.Combine(context.CompilationProvider), static (output, pair) =>
        {
            foreach (var diagnostic in pair.Left) diagnostic.Report(output, pair.Right);
        });
        context.RegisterSourceOutput(collisions.Combine(context.CompilationProvider), static (output, pair) =>
        {
            foreach (var collision in pair.Left) collision.Diagnostic.Report(output, pair.Right);
        });
        context.RegisterSourceOutput(faults.Combine(context.CompilationProvider), static (output, pair) => pair.Left.Report(output, pair.Right));
    }

    private static ReadResult Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        MethodReader.Read((IMethodSymbol)context.TargetSymbol, context.TargetNode, context.Attributes[0], context.SemanticModel.Compilation, cancellation);
}
