using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GradGen.Generator.Tests;

/// <summary>C# of a test, compiled in memory against .NET 8, GradGen.Runtime and MathNet.Numerics.</summary>
internal static class TestCompilation
{
    private static readonly MetadataReference[] References =
    [
        .. Net80.References.All,
        MetadataReference.CreateFromFile(typeof(global::GradGen.Matrix).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(MathNet.Numerics.SpecialFunctions).Assembly.Location),
    ];

    /// <summary>The usings that every test has; they stand in a tree of their own, so that places count from the test's text.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using GradGen;
        global using static GradGen.MatrixMath;
        """;

    // That a library was built against an older framework is no news: the .NET SDK silences the same two.
    private static readonly Dictionary<string, ReportDiagnostic> Unified = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13);

    public static CSharpCompilation Of(params string[] sources) => CSharpCompilation.Create(
        "Tests",
        [.. sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Test{i}.cs")), CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.cs")],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, specificDiagnosticOptions: Unified));
}
