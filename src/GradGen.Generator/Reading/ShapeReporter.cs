using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>Builds expressions and says, in terms of the source, which shapes do not fit when they do not.</summary>
internal sealed class ShapeReporter(ReadingContext context)
{
    private readonly Dictionary<string, SourcePlace> parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePlace> names = new(StringComparer.Ordinal);

    /// <summary>Notes where a parameter is declared, or better, where its dimensions are named.</summary>
    public void PlaceParameter(string parameter, SourcePlace place) => parameters[parameter] = place;

    /// <summary>Notes where a dimension is named first.</summary>
    public void PlaceName(string name, SourcePlace place)
    {
        if (!names.ContainsKey(name)) names.Add(name, place);
    }

    public SourcePlace? PlaceOfName(string name) => names.TryGetValue(name, out var place) ? place : null;

    /// <summary>Builds what an operation of the source means, and reports a clash of shapes at it.</summary>
    public Expression? Build(IOperation operation, Func<Expression> make, params (IOperation? Source, Expression Value)[] operands) =>
        Build(Places.Of(operation), make, operands);

    public Expression? Build(SourcePlace place, Func<Expression> make, params (IOperation? Source, Expression Value)[] operands)
    {
        try
        {
            return make();
        }
        catch (ShapeClashException clash)
        {
            Report(place, clash, operands);
            return null;
        }
    }

    private void Report(SourcePlace place, ShapeClashException clash, (IOperation? Source, Expression Value)[] operands)
    {
        if (clash is not { Left: { } left, Right: { } right })
        {
            context.Findings.Report(Descriptors.ShapeClash, place, Sentence(clash.Message));
            return;
        }

        // Two sizes clash because they are different numbers, or else because they have different names.
        var dimensions = context.Graph.Dimensions;
        var ofNames = !dimensions.Find(left).Is<IntegerConstant>() || !dimensions.Find(right).Is<IntegerConstant>();
        var message = $"{Describe(left, operands, -1, "one size", out var found)} but {Describe(right, operands, found, "the other", out _)}";
        if (ofNames) message = $"'{dimensions.NameOf(left)}' and '{dimensions.NameOf(right)}' would be one dimension: {message}";
        var descriptor = ofNames ? Descriptors.NameClash : Descriptors.ShapeClash;
        var related = new[] { PlaceOf(left), PlaceOf(right) }.OfType<SourcePlace>().Distinct().Where(p => p != place);
        context.Findings.Report(descriptor, new DiagnosticInfo(descriptor.Id, place, message) { Related = new(related) });
    }

    // `A has m columns`: by the operand that has the dimension, so that a product is named as it is written.
    private string Describe(Expression dimension, (IOperation? Source, Expression Value)[] operands, int except, string otherwise, out int found)
    {
        for (found = 0; found < operands.Length; found++)
        {
            var (source, value) = operands[found];
            if (found == except || source is null || RoleOf(dimension, value.Shape) is not { } role) continue;
            return $"{Places.Quote(source)} has {SizeOf(dimension)} {role}";
        }

        found = -1;
        return OwnerOf(dimension) is var (owner, member) ? $"{owner} has {SizeOf(dimension)} {member}" : $"{otherwise} is {SizeOf(dimension)}";
    }

    private static string? RoleOf(Expression dimension, Shape shape)
    {
        if (shape.IsVector || shape.IsRowVector) return ReferenceEquals(shape.Count, dimension) ? "entries" : null;
        if (ReferenceEquals(shape.Columns, dimension)) return "columns";
        return ReferenceEquals(shape.Rows, dimension) ? "rows" : null;
    }

    private string SizeOf(Expression dimension)
    {
        var dimensions = context.Graph.Dimensions;
        var known = dimensions.Find(dimension);
        if (known.Is<IntegerConstant>()) return Literals.Of((int)known.Payload!);
        return dimensions.NameOf(dimension) ?? (OwnerOf(known) is var (owner, member) ? $"as many as {owner} has {member}" : "other");
    }

    private static (string Owner, string Members)? OwnerOf(Expression dimension)
    {
        if (dimension.Operation != Extent.Instance) return null;
        var info = (ExtentInfo)dimension.Payload!;
        if (info.OwnerPayload is not VariableInfo variable) return null;
        return (variable.Name, info.Member switch { "RowCount" => "rows", "ColumnCount" => "columns", _ => "entries" });
    }

    private SourcePlace? PlaceOf(Expression dimension)
    {
        if (OwnerOf(dimension) is var (owner, _) && parameters.TryGetValue(owner, out var place)) return place;
        return context.Graph.Dimensions.NameOf(dimension) is { } name ? PlaceOfName(name) : null;
    }

    private static string Sentence(string message) => char.ToUpperInvariant(message[0]) + message.Substring(1) + " do not fit";
}
