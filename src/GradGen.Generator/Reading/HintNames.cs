using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>
/// Names for the generated files: readable, fit for any file system, and different for any two methods of a compilation,
/// overloads and names that differ in case alone included.
/// </summary>
internal static class HintNames
{
    private const int LongestReadable = 100;

    public static string Of(IMethodSymbol method)
    {
        var readable = new StringBuilder();
        foreach (var c in $"{CSharpText.FullName(method.ContainingType)}.{method.Name}({string.Join(",", method.Parameters.Select(p => p.Type.Name))})")
            readable.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or ',' or '(' or ')' ? c : '_');
        if (readable.Length > LongestReadable) readable.Length = LongestReadable;
        return $"{readable}-{Hash(method.GetDocumentationCommentId() ?? method.ToDisplayString()).ToString("x16", CultureInfo.InvariantCulture)}";
    }

    // FNV-1a: the same on every machine, which GetHashCode is not.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(text)) hash = unchecked((hash ^ b) * 1099511628211UL);
        return hash;
    }
}
