using GradGen.Generator.Expressions;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>What a C# type is in the language.</summary>
/// <param name="Item">For a list, the kind of its items.</param>
/// <param name="Name">For a list or another .NET type, its C# name.</param>
internal readonly record struct LanguageType(ValueKind Kind, ValueKind Item = ValueKind.Opaque, string? Name = null)
{
    public bool CanVary => Kind is ValueKind.Scalar or ValueKind.Vector or ValueKind.RowVector or ValueKind.Matrix;

    /// <summary>Whether it is a list of vectors, rows or matrices, which can be a variable where it is named.</summary>
    public bool IsListOfArrays => Kind == ValueKind.List && Item is ValueKind.Vector or ValueKind.RowVector or ValueKind.Matrix;

    public static LanguageType Of(ITypeSymbol type)
    {
        if (Plain(type) is { } kind) return new(kind);
        return ItemOf(type) is { } item && Plain(item) is { } itemKind
            ? new(ValueKind.List, itemKind, CSharpText.OfNotNull(type))
            : new(ValueKind.Opaque, Name: CSharpText.OfNotNull(type));
    }

    /// <summary>The C# member that counts the items of a list, by the list's C# type.</summary>
    public static string CountMember(string listType) =>
        listType.EndsWith("[]", StringComparison.Ordinal) || listType.StartsWith("global::System.Collections.Immutable.ImmutableArray<", StringComparison.Ordinal) ? "Length" : "Count";

    public static bool IsOfLanguage(ITypeSymbol? type) => type is not null && Plain(type) is ValueKind.Vector or ValueKind.RowVector or ValueKind.Matrix;

    private static ValueKind? Plain(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => ValueKind.Scalar,
        SpecialType.System_Int32 => ValueKind.Integer,
        SpecialType.System_Boolean => ValueKind.Boolean,
        _ => !IsInGradGen(type) ? null : type.Name switch
        {
            "Vector" => ValueKind.Vector,
            "RowVector" => ValueKind.RowVector,
            "Matrix" => ValueKind.Matrix,
            _ => null,
        },
    };

    private static bool IsInGradGen(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Struct, ContainingType: null, ContainingNamespace: { Name: "GradGen", ContainingNamespace.IsGlobalNamespace: true } };

    // Only lists whose items have numbers: a loop reads them by index.
    private static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array) return array.ElementType;
        if (type is not INamedTypeSymbol { TypeArguments.Length: 1 } named) return null;
        return CSharpText.FullName(named) is "System.Collections.Generic.List" or "System.Collections.Generic.IReadOnlyList"
            or "System.Collections.Generic.IList" or "System.Collections.Immutable.ImmutableArray" ? named.TypeArguments[0] : null;
    }
}
