using System.Globalization;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GradGen.Generator.Reading;

/// <summary>Types and constants as C# text that means the same anywhere in the compilation.</summary>
internal static class CSharpText
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat ForMessages = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string Of(ITypeSymbol type) => type.ToDisplayString(Qualified);

    public static string OfNotNull(ITypeSymbol type) => Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>A type as a message names it.</summary>
    public static string Short(ITypeSymbol type) => type.ToDisplayString(ForMessages);

    /// <summary>Namespaces and containing types with dots and without type parameters: <c>System.Collections.Generic.List</c>.</summary>
    public static string FullName(INamedTypeSymbol type)
    {
        var names = new List<string>();
        for (ISymbol? symbol = type; symbol is not null and not INamespaceSymbol { IsGlobalNamespace: true }; symbol = symbol.ContainingSymbol)
            if (symbol is INamedTypeSymbol or INamespaceSymbol) names.Insert(0, symbol.Name);
        return string.Join(".", names);
    }

    public static string NameOf(INamespaceSymbol? space) =>
        space is null or { IsGlobalNamespace: true } ? "" : space.ContainingNamespace is { IsGlobalNamespace: false } outer
            ? $"{NameOf(outer)}.{Literals.Identifier(space.Name)}" : Literals.Identifier(space.Name);

    /// <summary>A constant of the compiler's as C# text, the same in every culture; braces never stand in it, so that it can stand in a template.</summary>
    public static string Constant(object? value, ITypeSymbol? type)
    {
        if (type is { TypeKind: TypeKind.Enum } && value is not null) return $"({OfNotNull(type)})({((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)})";
        return value switch
        {
            null => type is { IsReferenceType: true } ? "null" : "default",
            bool b => b ? "true" : "false",
            int i => Literals.Of(i),
            double d => Literals.Of(d),
            float f => Float(f),
            decimal m => m.ToString(CultureInfo.InvariantCulture) + "m",
            long l => l.ToString(CultureInfo.InvariantCulture) + "L",
            ulong u => u.ToString(CultureInfo.InvariantCulture) + "UL",
            uint u => u.ToString(CultureInfo.InvariantCulture) + "U",
            string s => WithoutBraces(SymbolDisplay.FormatLiteral(s, true)),
            char c => WithoutBraces(SymbolDisplay.FormatLiteral(c, true)),
            IFormattable small when type is not null => $"({OfNotNull(type)})({small.ToString(null, CultureInfo.InvariantCulture)})",
            _ => throw new NotSupportedException($"a constant of type {value.GetType().Name}"),
        };
    }

    private static string Float(float value)
    {
        if (float.IsNaN(value)) return "float.NaN";
        if (float.IsInfinity(value)) return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        return value.ToString("G9", CultureInfo.InvariantCulture) + "f";
    }

    private static string WithoutBraces(string literal) => literal.Replace("{", "\\u007B").Replace("}", "\\u007D");
}
