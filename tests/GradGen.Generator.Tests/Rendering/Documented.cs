using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>A companion with what its documentation comment says.</summary>
/// <param name="Formulas">The lines of the summary, such as <c>∂f/∂x = Aᵀ(Ax − y)</c>.</param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="Shapes">The sizes of the arguments by their names.</param>
/// <param name="Derivation">The lines of the derivation.</param>
internal sealed partial record Documented(MethodInfo Method, IReadOnlyList<string> Formulas, IReadOnlyList<string> Latex, IReadOnlyDictionary<string, string> Shapes, IReadOnlyList<string> Derivation)
{
    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>The companions of a run that return one value.</summary>
    public static IEnumerable<Documented> In(GeneratorRun run, Assembly assembly)
    {
        foreach (var tree in run.Output.SyntaxTrees.Except(run.Input.SyntaxTrees))
        {
            var model = run.Output.GetSemanticModel(tree);
            foreach (var declaration in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                var symbol = (IMethodSymbol)model.GetDeclaredSymbol(declaration)!;
                if (symbol.ReturnsVoid || symbol.ReturnType.IsTupleType || symbol.IsGenericMethod || symbol.ContainingType.IsGenericType) continue;
                if (assembly.GetType(NameOf(symbol.ContainingType)) is not { } type) continue;
                var method = type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .FirstOrDefault(m => m.Name == symbol.Name && m.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}").SequenceEqual(symbol.Parameters.Select(p => $"{ClrName(p.Type)} {p.Name}")));
                if (method is not null) yield return Of(method, declaration.GetLeadingTrivia().ToFullString());
            }
        }
    }

    private static string NameOf(INamedTypeSymbol type) => type.ContainingType is { } outer ? $"{NameOf(outer)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";

    private static string ClrName(ITypeSymbol type) => type is IArrayTypeSymbol array ? ClrName(array.ElementType) + "[]" : type.MetadataName;

    private static Documented Of(MethodInfo method, string comment)
    {
        var text = string.Join("\n", comment.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("///", StringComparison.Ordinal)).Select(l => l[3..].TrimStart()));
        var shapes = Shape().Match(text) is { Success: true } found
            ? Decode(found.Groups[1].Value).Split("; ").Select(s => s.Split(": ", 2)).Where(s => s.Length == 2).GroupBy(s => s[0]).ToDictionary(g => g.Key, g => g.First()[1])
            : [];
        return new(method, Lines(Summary().Match(text).Groups[1].Value), [.. LatexLine().Matches(text).Select(m => Decode(m.Groups[1].Value))], shapes, Lines(DerivationLines().Match(text).Groups[1].Value));
    }

    private static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n').Select(l => Decode(l.Replace("<br/>", "")).Trim()).Where(l => l.Length > 0)];

    private static string Decode(string text) => WebUtility.HtmlDecode(text);

    [GeneratedRegex("<summary>(.*?)</summary>", RegexOptions.Singleline)] private static partial Regex Summary();

    [GeneratedRegex("LaTeX: <c>(.*?)</c>", RegexOptions.Singleline)] private static partial Regex LatexLine();

    [GeneratedRegex("<para>Shapes: (.*?)\\.</para>", RegexOptions.Singleline)] private static partial Regex Shape();

    [GeneratedRegex("<para>Derivation:<br/>(.*?)</para>", RegexOptions.Singleline)] private static partial Regex DerivationLines();
}
