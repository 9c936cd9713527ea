using GradGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>The places of syntax, and short quotations of it for messages.</summary>
internal static class Places
{
    private const int LongestQuotation = 60;

    public static SourcePlace Of(SyntaxNode node) => new(node.SyntaxTree.FilePath, node.Span.Start, node.Span.Length);

    public static SourcePlace Of(SyntaxToken token) => new(token.SyntaxTree!.FilePath, token.Span.Start, token.Span.Length);

    public static SourcePlace Of(IOperation operation) => Of(operation.Syntax);

    /// <summary>The source of an operation on one line, cut where it is long.</summary>
    public static string Quote(IOperation operation)
    {
        var text = string.Join(" ", operation.Syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestQuotation ? text : text.Substring(0, LongestQuotation) + "…";
    }
}
