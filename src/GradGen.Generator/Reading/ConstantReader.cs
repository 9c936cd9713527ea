using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>Reads constants: those that the compiler knows become numbers, fields and properties stay C#.</summary>
internal sealed class ConstantReader(ReadingContext context)
{
    /// <summary>A value that the compiler knows.</summary>
    public Expression? Literal(IOperation literal, object? value)
    {
        var type = literal.Type;
        var kind = type is null ? ValueKind.Opaque : LanguageType.Of(type).Kind;
        switch (kind, value)
        {
            case (ValueKind.Scalar, double number): return context.Graph.Number(number);
            case (ValueKind.Integer, int number): return context.Graph.Integer(number);
            case (ValueKind.Boolean, bool truth): return context.Graph.Truth(truth);
        }

        if (type is not null && !CanBeNamed(literal, type)) return null;
        var text = CSharpText.Constant(value, type);
        var precedence = text[0] is '(' or '-' ? Precedence.Unary : Precedence.Primary;
        return context.Graph.Make(Host.Instance, new HostInfo(text, ValueKind.Opaque, precedence, Type: type is null ? "object" : CSharpText.OfNotNull(type)));
    }

    /// <summary>
    /// A field or property that does not change, of a type, of <c>this</c> (<paramref name="isOwn"/>), or of the constant
    /// <paramref name="owner"/>.
    /// </summary>
    public Expression? Member(IOperation reference, ISymbol member, ITypeSymbol type, bool isOwn, Expression? owner)
    {
        if (!IsFixed(member))
        {
            return context.Fail(Descriptors.UnsupportedExpression, reference,
                $"{(member is IFieldSymbol ? "The field" : "The property")} '{member.Name}', which can be assigned,",
                $"make it {(member is IFieldSymbol ? "readonly" : "get-only or init-only")} or pass it as a parameter");
        }

        if (!CanBeNamed(reference, member)) return null;
        if (isOwn && IsHidden(member) || member is { IsStatic: true, IsAbstract: true } or { IsStatic: true, IsVirtual: true })
        {
            return context.Fail(Descriptors.UnsupportedExpression, reference,
                $"'{Places.Quote(reference)}', which means another member in '{context.Method.ContainingType.Name}',", "pass the value as a parameter");
        }

        var name = Literals.Identifier(member.Name);
        if (owner is not null) return context.Operators.OnConstants(reference, $"{{0}}.{name}", type, Precedence.Primary, Precedence.Primary, null, owner);
        return context.Operators.OnConstants(reference, isOwn ? $"this.{name}" : $"{CSharpText.OfNotNull(member.ContainingType)}.{name}", type, Precedence.Primary, Precedence.Primary, null);
    }

    /// <summary>A property of a record that is a variable, which holds the same whatever the record's variables are.</summary>
    public Expression? Held(IOperation reference, IPropertySymbol property, Expression record) =>
        CanBeNamed(reference, property) ? context.Operators.AsWritten(reference, $"{{0}}.{Literals.Identifier(property.Name)}", property.Type, Precedence.Primary, Precedence.Primary, null, record) : null;

    /// <summary>Whether the companion, which stands in the method's type and in another file, can name a type or member.</summary>
    public bool CanBeNamed(IOperation reference, ISymbol symbol)
    {
        var type = symbol as ITypeSymbol ?? symbol.ContainingType;
        if (HiddenType(type) is { } hidden)
        {
            context.Fail(Descriptors.GeneratedOrHidden, reference, hidden.Name, "is local to its file, so that generated code cannot name it; declare it without 'file'");
            return false;
        }

        if (ForeignParameter(type) is { } parameter)
        {
            context.Fail(Descriptors.UnsupportedExpression, reference, $"'{Places.Quote(reference)}', whose type depends on the type parameter '{parameter.Name}' of another declaration,", "pass the value as a parameter");
            return false;
        }

        var read = symbol is IPropertySymbol { GetMethod: { } getter } ? getter : symbol;
        if (context.Compilation.IsSymbolAccessibleWithin(read, context.Method.ContainingType)) return true;
        context.Fail(Descriptors.UnsupportedExpression, reference, $"'{symbol.Name}', which '{context.Method.ContainingType.Name}' cannot access,", "make it internal or pass it as a parameter");
        return false;
    }

    /// <summary>A type within a type that is visible in its own file only, or null.</summary>
    public static INamedTypeSymbol? HiddenType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => HiddenType(array.ElementType),
        INamedTypeSymbol { IsFileLocal: true } named => named,
        INamedTypeSymbol named => HiddenType(named.ContainingType) ?? named.TypeArguments.Select(HiddenType).FirstOrDefault(t => t is not null),
        _ => null,
    };

    // A type parameter that is in scope neither in the method's type nor in the method.
    private ITypeParameterSymbol? ForeignParameter(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return ForeignParameter(array.ElementType);
            case ITypeParameterSymbol parameter:
                for (ISymbol? scope = context.Method; scope is not null; scope = scope.ContainingSymbol)
                    if (SymbolEqualityComparer.Default.Equals(scope.OriginalDefinition, parameter.ContainingSymbol.OriginalDefinition)) return null;
                return parameter;
            case INamedTypeSymbol named:
                return ForeignParameter(named.ContainingType) ?? named.TypeArguments.Select(ForeignParameter).FirstOrDefault(t => t is not null);
            default:
                return null;
        }
    }

    // Whether `this.Name`, said in the method's own type, is another member than it is where it was written.
    private bool IsHidden(ISymbol member)
    {
        for (var type = context.Method.ContainingType; type is not null && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition); type = type.BaseType)
            if (type.GetMembers(member.Name).Any(m => !m.IsOverride)) return true;
        return false;
    }

    private static bool IsFixed(ISymbol member) => member switch
    {
        // A tuple that is a constant cannot be changed through the constant.
        IFieldSymbol field => field.IsReadOnly || field.IsConst || field.ContainingType.IsTupleType,
        IPropertySymbol property => property is { IsIndexer: false, IsWriteOnly: false } && (property.SetMethod is null or { IsInitOnly: true }),
        _ => false,
    };
}
