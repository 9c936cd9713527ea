using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>Reads parameters: what a companion repeats of them, and what their attributes promise of their values.</summary>
internal sealed class ParameterReader(ReadingContext context, SourcePlace methodPlace)
{
    private static readonly IReadOnlyDictionary<string, Structure> Structures = new Dictionary<string, Structure>(StringComparer.Ordinal)
    {
        ["GradGen.SymmetricAttribute"] = Structure.Symmetric,
        ["GradGen.PositiveDefiniteAttribute"] = Structure.PositiveDefinite,
        ["GradGen.DiagonalAttribute"] = Structure.Diagonal,
        ["GradGen.LowerTriangularAttribute"] = Structure.LowerTriangular,
        ["GradGen.OrthogonalAttribute"] = Structure.Orthogonal,
    };

    /// <summary>Reads one parameter; <paramref name="bound"/> is the same parameter in the part of the method that has the body.</summary>
    public ParameterModel Read(IParameterSymbol parameter, IParameterSymbol bound, bool isVariable)
    {
        var type = LanguageType.Of(parameter.Type);
        var place = VariableReader.PlaceOf(parameter, methodPlace, context.Cancellation);
        Check(parameter, place);
        var (structure, convention) = Promises(parameter, type);
        var info = new VariableInfo(parameter.Name, type.Kind, structure, type.Item, type.Name);
        var variable = context.Graph.Make(Variable.Instance, info);
        var record = isVariable ? RecordReader.ModelOf(parameter.Type) : null;
        if (record is not null) context.Records.Declare(variable, record, parameter.Type);
        else if (isVariable) context.DeclareVariable(variable);
        context.Locals.Bind(bound, variable);
        context.Shapes.PlaceParameter(parameter.Name, place);
        if (structure != Structure.None) context.Graph.Dimensions.Unify(variable.Shape.Rows!, variable.Shape.Columns!);
        NameDimensions(parameter, variable.Shape);
        return new ParameterModel(parameter.Name, CSharpText.Of(parameter.Type), ModifiersOf(parameter), DefaultOf(parameter), type.Kind, isVariable, convention) { Record = record, ListItem = type.Item };
    }

    private void Check(IParameterSymbol parameter, SourcePlace place)
    {
        if (IsUnknown(parameter.Type)) context.Invalid();
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
            context.Findings.Report(Descriptors.UnsupportedType, place, parameter.Name, CSharpText.Short(parameter.Type), "a parameter of a differentiable method is passed by value or by 'in'");
        if (parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            context.Findings.Report(Descriptors.UnsupportedType, place, parameter.Name, CSharpText.Short(parameter.Type), "pass data as an array or as a list");
        if (ConstantReader.HiddenType(parameter.Type) is not { } hidden) return;
        var written = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) as Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax;
        context.Findings.Report(Descriptors.GeneratedOrHidden, written?.Type is { } syntax ? Places.Of(syntax) : place, hidden.Name,
            "is local to its file, so that generated code cannot name it; declare it without 'file'");
    }

    // A type that the compiler does not find, alone or within another.
    private static bool IsUnknown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        _ => false,
    };

    private (Structure, SymmetricGradient) Promises(IParameterSymbol parameter, LanguageType type)
    {
        var (structure, convention) = (Structure.None, SymmetricGradient.Plain);
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is not { } known || !Structures.TryGetValue(CSharpText.FullName(known), out var promised)) continue;
            if (type.Kind != ValueKind.Matrix)
            {
                context.Findings.Report(Descriptors.ShapeClash, PlaceOf(attribute), $"[{attribute.AttributeClass.Name.Replace("Attribute", "")}] promises something of a Matrix, but '{parameter.Name}' is a {CSharpText.Short(parameter.Type)}");
                continue;
            }

            structure |= promised;
            if (attribute.NamedArguments.FirstOrDefault(a => a.Key == "Gradient").Value.Value is int chosen) convention = (SymmetricGradient)chosen;
        }

        return (structure, convention);
    }

    private void NameDimensions(IParameterSymbol parameter, Shape shape)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is not { } known || CSharpText.FullName(known) != "GradGen.ShapeAttribute") continue;
            var names = attribute.ConstructorArguments.Select(a => a.Value as string ?? "").ToList();
            var sizes = shape.Dimensions.ToList();
            var place = PlaceOf(attribute);
            if (names.Count != sizes.Count)
            {
                var wanted = shape.Kind switch
                {
                    ValueKind.Matrix => "a Matrix, which has two sizes to name, its rows and its columns",
                    ValueKind.Vector or ValueKind.RowVector => $"a {shape.Kind}, which has one size to name, its entries",
                    _ => $"a {CSharpText.Short(parameter.Type)}, which has no size to name",
                };
                context.Findings.Report(Descriptors.ShapeClash, place, $"[Shape] gives {names.Count} {(names.Count == 1 ? "name" : "names")}, but '{parameter.Name}' is {wanted}");
                continue;
            }

            context.Shapes.PlaceParameter(parameter.Name, place);
            for (var i = 0; i < names.Count; i++)
            {
                if (context.Graph.Dimensions.Label(sizes[i], names[i])) context.Shapes.PlaceName(names[i], place);
                else
                {
                    var message = $"'{parameter.Name}' is square, so '{names[0]}' and '{names[1]}' would be one dimension; give both the same name";
                    context.Findings.Report(Descriptors.NameClash, place, message);
                }
            }
        }
    }

    private SourcePlace PlaceOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(context.Cancellation) is { } syntax ? Places.Of(syntax) : methodPlace;

    private static string ModifiersOf(IParameterSymbol parameter) => parameter.IsParams ? "params " : parameter.RefKind == RefKind.In ? "in " : "";

    private static string? DefaultOf(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue) return null;
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        return parameter.ExplicitDefaultValue is { } value ? CSharpText.Constant(value, type) : "default";
    }
}
