using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GradGen.Generator.Reading;

/// <summary>Finds the variables of a method: those that the attribute names, else every parameter that can be one.</summary>
internal static class VariableReader
{
    private const string Possible = "a variable is a double, a Vector, a RowVector, a Matrix, a record of them, or a list of vectors or matrices";

    /// <summary>The variables with their places, in the order of the parameters.</summary>
    public static IReadOnlyDictionary<IParameterSymbol, SourcePlace> Read(IMethodSymbol method, AttributeData attribute, SourcePlace methodPlace, Findings findings, CancellationToken cancellation)
    {
        var variables = new Dictionary<IParameterSymbol, SourcePlace>(SymbolEqualityComparer.Default);
        var candidates = method.Parameters.Where(p => LanguageType.Of(p.Type).CanVary || RecordReader.ModelOf(p.Type) is not null).ToList();
        var named = NamedIn(attribute, methodPlace, cancellation);
        foreach (var (name, place) in named)
        {
            if (method.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
                findings.Report(Descriptors.UnknownVariable, place, name, method.Name, candidates.Count == 0 ? "none" : string.Join(", ", candidates.Select(c => c.Name)));
            else if (!candidates.Contains(parameter, SymbolEqualityComparer.Default) && !LanguageType.Of(parameter.Type).IsListOfArrays)
                findings.Report(Descriptors.UnsupportedType, place, name, CSharpText.Short(parameter.Type), WhyNot(parameter));
            else if (!variables.ContainsKey(parameter))
                variables.Add(parameter, place);
        }

        if (named.Count > 0) return variables;
        foreach (var parameter in candidates) variables.Add(parameter, PlaceOf(parameter, methodPlace, cancellation));
        if (variables.Count == 0) findings.Report(Descriptors.NoVariable, methodPlace, method.Name);
        return variables;
    }

    /// <summary>A parameter's identifier.</summary>
    public static SourcePlace PlaceOf(IParameterSymbol parameter, SourcePlace otherwise, CancellationToken cancellation) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ParameterSyntax syntax ? Places.Of(syntax.Identifier) : otherwise;

    private static string WhyNot(IParameterSymbol parameter)
    {
        if (LanguageType.Of(parameter.Type).Kind == ValueKind.List) return $"a list of numbers is data; {Possible}";
        return parameter.Type.IsRecord ? $"no public property of the record is one that can vary and be set by 'with'; {Possible}" : Possible;
    }

    // The names with the arguments that give them, which may be written one by one or as an array.
    private static IReadOnlyList<(string Name, SourcePlace Place)> NamedIn(AttributeData attribute, SourcePlace methodPlace, CancellationToken cancellation)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false, Values: var values }]) return [];
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        var written = syntax?.ArgumentList?.Arguments.Where(a => a.NameEquals is null).Select(a => a.Expression).ToList() ?? [];
        if (written is [ArrayCreationExpressionSyntax { Initializer: { } items }]) written = items.Expressions.ToList();
        else if (written is [ImplicitArrayCreationExpressionSyntax { Initializer: var implicitItems }]) written = implicitItems.Expressions.ToList();
        var whole = syntax is null ? methodPlace : Places.Of(syntax);
        return values.Select((value, i) => (value.Value as string ?? "", written.Count == values.Length ? Places.Of(written[i]) : whole)).ToList();
    }
}
