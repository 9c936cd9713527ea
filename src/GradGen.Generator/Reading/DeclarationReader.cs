using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Reading;

/// <summary>Reads what a companion repeats of the method's declaration: containers, modifiers, type parameters.</summary>
internal static class DeclarationReader
{
    /// <summary>Reports what keeps generated code from standing beside the method.</summary>
    public static void Check(IMethodSymbol method, SyntaxNode declaration, SourcePlace place, Findings findings)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            findings.Report(Descriptors.GeneratedOrHidden, place, method.Name, "is a local function, which generated code cannot call; make it a method");
        else if (method.MethodKind != MethodKind.Ordinary)
            findings.Report(Descriptors.GeneratedOrHidden, place, method.Name, "is no ordinary method, so that generated code cannot name it; write a method that calls it");

        foreach (var type in declaration.Ancestors().OfType<BaseTypeDeclarationSyntax>())
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword)) findings.Report(Descriptors.NotPartial, Places.Of(type.Identifier), type.Identifier.ValueText, method.Name);
            if (type.Modifiers.Any(SyntaxKind.FileKeyword))
                findings.Report(Descriptors.GeneratedOrHidden, Places.Of(type.Identifier), type.Identifier.ValueText, "is local to its file, so that generated code cannot add to it; declare it without 'file'");
        }

        if (!method.ReturnsByRef && !method.ReturnsByRefReadonly && LanguageType.Of(method.ReturnType).CanVary || method.ReturnType is IErrorTypeSymbol) return;
        var returned = (declaration as MethodDeclarationSyntax)?.ReturnType;
        findings.Report(Descriptors.UnsupportedType, returned is null ? place : Places.Of(returned), method.Name, CSharpText.Short(method.ReturnType), "return a double, Vector, RowVector or Matrix");
    }

    /// <summary>The types around the method, outermost first.</summary>
    public static IEnumerable<ContainerModel> Containers(IMethodSymbol method)
    {
        var types = new List<INamedTypeSymbol>();
        for (var type = method.ContainingType; type is not null; type = type.ContainingType) types.Insert(0, type);
        return types.Select(type => new ContainerModel($"partial {KeywordOf(type)} {Literals.Identifier(type.Name)}{ListOf(type.TypeParameters)}"));
    }

    public static string Modifiers(IMethodSymbol method)
    {
        var accessibility = method.DeclaredAccessibility switch
        {
            Accessibility.Public => "public",
            Accessibility.Internal => "internal",
            Accessibility.Protected => "protected",
            Accessibility.ProtectedOrInternal => "protected internal",
            Accessibility.ProtectedAndInternal => "private protected",
            _ => "private",
        };
        return method.IsStatic ? accessibility + " static" : accessibility;
    }

    /// <summary>Such as <c>&lt;in T, U&gt;</c>, or empty.</summary>
    public static string ListOf(IReadOnlyCollection<ITypeParameterSymbol> parameters)
    {
        static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch { VarianceKind.In => "in ", VarianceKind.Out => "out ", _ => "" };
        return parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(p => Variance(p) + Literals.Identifier(p.Name)))}>";
    }

    /// <summary>Such as <c>where T : class, new() where U : struct</c>, or empty.</summary>
    public static string ConstraintsOf(IMethodSymbol method) => string.Join(" ", method.TypeParameters.Select(ConstraintOf).Where(c => c.Length > 0));

    private static string ConstraintOf(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint) constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint) constraints.Add("struct");
        else if (parameter.HasReferenceTypeConstraint) constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        else if (parameter.HasNotNullConstraint) constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(CSharpText.Of));
        if (parameter.HasConstructorConstraint) constraints.Add("new()");
        if (parameter.AllowsRefLikeType) constraints.Add("allows ref struct");
        return constraints.Count == 0 ? "" : $"where {Literals.Identifier(parameter.Name)} : {string.Join(", ", constraints)}";
    }

    private static string KeywordOf(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct, IsRefLikeType: true } => "ref struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };
}
