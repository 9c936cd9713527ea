using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>
/// Reads a record as one variable: each of its numbers, arrays and lists of arrays is a variable named by its path, such as
/// <c>w.Hidden.Weights</c>.
/// </summary>
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
            if (member.CanVary || member.IsListOfArrays) found.Add(new(property.Name, member.Kind, null, member.Item, member.Name));
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
        context.DeclareVariable(record);
        foreach (var member in model.Members)
        {
            var memberType = Properties(type).First(p => p.Name == member.Name).Type;
            var info = new VariableInfo($"{Variable.Info(record).Name}.{member.Name}", member.Kind, Item: member.Item, Type: member.Nested is null ? member.Type : CSharpText.OfNotNull(memberType));
            var variable = own[member.Name] = context.Graph.Make(Variable.Instance, info);
            if (member.Nested is { } nested) Declare(variable, nested, memberType);
            else context.DeclareVariable(variable);
        }
    }

    /// <summary>Whether a value is a record that is a variable, or one in it.</summary>
    public bool IsVariable(Expression value) => members.ContainsKey(value);

    /// <summary>
    /// A property of a record that is a variable: a variable itself; what it is computed from; else data, which the record holds
    /// beside its variables.
    /// </summary>
    public Expression? Member(IPropertyReferenceOperation reference, Expression record)
    {
        var property = reference.Property;
        if (members[record].TryGetValue(property.Name, out var member)) return member;
        if (property.IsIndexer) return context.Expressions.Refuse(reference);
        var type = LanguageType.Of(property.Type);
        if (IsStored(property) || !(type.CanVary || type.Kind == ValueKind.List || ModelOf(property.Type) is not null)) return context.Constants.Held(reference, property, record);
        return context.Following.Property(reference, property.GetMethod!, record);
    }

    private static bool IsStored(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));
}
