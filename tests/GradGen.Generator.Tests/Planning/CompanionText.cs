using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Planning;

/// <summary>The text of one companion of a method F, without the namespaces of the runtime.</summary>
internal static class CompanionText
{
    /// <param name="method">The method, without its modifiers and without a semicolon at its end.</param>
    /// <param name="variables">The arguments of its attribute.</param>
    /// <param name="companion">How the name of the companion begins.</param>
    public static string Of(string method, string variables = "", string companion = "ValueAndGradient_F")
    {
        var run = GeneratorRun.Of($$"""
            using GradGen;
            using static GradGen.MatrixMath;

            public static partial class P
            {
                [Differentiable({{variables}})]
                public static {{method}}{{(method.TrimEnd().EndsWith('}') ? "" : ";")}}
            }
            """);
        var methods = run.Files.SelectMany(f => f.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>());
        return methods.First(m => m.Identifier.Text.StartsWith(companion, StringComparison.Ordinal)).Body!.ToString()
            .Replace("global::GradGen.Entry.", "", StringComparison.Ordinal).Replace("global::GradGen.", "", StringComparison.Ordinal);
    }
}
