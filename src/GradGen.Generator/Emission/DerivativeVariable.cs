using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Reading;

namespace GradGen.Generator.Emission;

/// <summary>
/// What a method is differentiated by: a number or an array, a list, or the numbers, arrays and lists of a record. The leaves are
/// the variables of calculus; their derivatives together make a value of the parameter's type.
/// </summary>
internal sealed record DerivativeVariable(ParameterModel Parameter, Expression Node, ImmutableArray<Expression> Leaves)
{
    /// <summary>A number or an array, which has a vec and can be written into a destination.</summary>
    public bool IsPlain => Parameter.Record is null && Node.Shape.IsReal;

    /// <param name="named">The variables of the method that exist, by name; one that it never reads is made.</param>
    public static DerivativeVariable Of(ParameterModel parameter, Graph graph, Func<string, Expression?> named)
    {
        var node = Make(parameter.Name, parameter.Kind, parameter.ListItem, parameter.Type);
        return new(parameter, node, parameter.Record is { } record ? Leaves(parameter.Name, record) : [node]);

        Expression Make(string name, ValueKind kind, ValueKind item = ValueKind.Opaque, string? type = null) =>
            named(name) ?? graph.Make(Variable.Instance, new VariableInfo(name, kind, Item: item, Type: type));

        ImmutableArray<Expression> Leaves(string path, RecordModel model) => model.Members
            .SelectMany(m => m.Nested is { } nested ? Leaves($"{path}.{m.Name}", nested) : [Make($"{path}.{m.Name}", m.Kind, m.Item, m.Type)]).ToImmutableArray();
    }

    /// <summary>The derivatives by the leaves as one value of the parameter's type.</summary>
    public Expression Together(IReadOnlyList<Expression> derivatives)
    {
        if (Parameter.Record is { } record)
        {
            var place = 0;
            return RecordValue.Of(Node, With("{0}", record, ref place), Leaves.Select((leaf, i) => Whole(derivatives[i], Variable.Info(leaf).Type)));
        }

        return Whole(derivatives[0], Parameter.Type);

        Expression Whole(Expression derivative, string? type) => derivative.Shape.Kind == ValueKind.List ? ListResult.Of(derivative, type!) : derivative;
    }

    private static string With(string record, RecordModel model, ref int place)
    {
        var members = new List<string>();
        foreach (var member in model.Members)
        {
            var name = Literals.Identifier(member.Name);
            members.Add($"{name} = {(member.Nested is { } nested ? With($"{record}.{name}", nested, ref place) : $"{{{++place}}}")}");
        }

        return $"{record} with {{ {string.Join(", ", members)} }}";
    }
}
