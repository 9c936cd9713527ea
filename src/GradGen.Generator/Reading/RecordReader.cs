using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>Reads a record as one variable: each of its numbers is a variable named by its path, such as <c>w.Hidden.Weights</c>.</summary>
internal sealed class RecordReader(ReadingContext context)
{
    private readonly Dictionary<Expression, Dictionary<string, Expression>> members = new();

    /// <summary>The members of a record type that can vary; null where there is none, or where a record holds itself.</summary>
    public static RecordModel? ModelOf(ITypeSymbol type) => ModelOf(type, []);

    private static RecordModel? ModelOf(ITypeSymbol type, IReadOnlyList<ITypeSymbol> around)
    {
        if (!type.IsRecord || around.Contains(type, SymbolEqualityComparer.Default)) return null;
        var found = new List<RecordMember>();
        foreach (var property in Properties(type))
        {
            var member = LanguageType.Of(property.Type);
            if (member.CanVary) found.Add(new(property.Name, member.Kind, null));
            else if (ModelOf(property.Type, [.. around, type]) is { } nested) found.Add(new(property.Name, ValueKind.Opaque, nested));
        }

        return found.Count == 0 ? null : new RecordModel(new(found));
    }

    // What a `with` expression may set, base records first.
    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type)
    {
        var inherited = type.BaseType is { IsRecord: true } parent ? Properties(parent) : [];
        return inherited.Concat(type.GetMembers().OfType<IPropertySymbol>()
            .Where(p => p is { IsStatic: false, IsIndexer: false, GetMethod: not null, SetMethod: not null, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }));
    }

    /// <summary>Declares the variables of a record parameter.</summary>
    public void Declare(Expression record, RecordModel model, ITypeSymbol type)
    {
        var own = members[record] = new(StringComparer.Ordinal);
        foreach (var member in model.Members)
        {
            var memberType = Properties(type).First(p => p.Name == member.Name).Type;
            var info = new VariableInfo($"{Variable.Info(record).Name}.{member.Name}", member.Kind, Type: member.Nested is null ? null : CSharpText.OfNotNull(memberType));
            var variable = own[member.Name] = context.Graph.Make(Variable.Instance, info);
            if (member.Nested is { } nested) Declare(variable, nested, memberType);
            else context.DeclareVariable(variable);
        }
    }

    /// <summary>The member of a record that is a variable; null for another record or another member.</summary>
    public Expression? Member(Expression owner, string name) =>
        members.TryGetValue(owner, out var own) && own.TryGetValue(name, out var member) ? member : null;
}
