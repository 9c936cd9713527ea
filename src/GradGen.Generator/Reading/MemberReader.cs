using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads properties, fields and entries of vectors, matrices, lists and constant data.</summary>
internal sealed class MemberReader(ReadingContext context)
{
    public Expression? Read(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (IsOwn(reference.Instance))
        {
            // Of an overridden property, `base.Name` is another than `this.Name`.
            return property.IsIndexer || reference.Instance is { Syntax: BaseExpressionSyntax }
                ? context.Expressions.Refuse(reference)
                : context.Constants.Member(reference, property, property.Type, reference.Instance is not null, null);
        }

        if (context.Expressions.Read(reference.Instance!) is not { } owner) return null;
        if (context.Records.IsVariable(owner)) return context.Records.Member(reference, owner);
        if (owner.Shape.IsArray) return OfArray(reference, owner);
        if (owner.Shape.Kind == ValueKind.List && property.IsIndexer) return Item(reference, owner, reference.Arguments.Select(a => a.Value));
        if (owner.Shape.Kind == ValueKind.List && property.Name is "Count" or "Length") return context.Loops.CountOf(owner);
        return property.IsIndexer
            ? context.Expressions.Refuse(reference)
            : context.Constants.Member(reference, property, property.Type, false, owner);
    }

    public Expression? Read(IFieldReferenceOperation reference)
    {
        var isOwn = IsOwn(reference.Instance);
        var owner = isOwn ? null : context.Expressions.Read(reference.Instance!);
        if (owner is null && !isOwn) return null;
        return context.Constants.Member(reference, reference.Field, reference.Field.Type, isOwn && reference.Instance is not null, owner);
    }

    // A static member, or one of the value that the companion is called on too.
    private bool IsOwn(IOperation? instance) => instance is null || (instance is IInstanceReferenceOperation && context.This is null);

    public Expression? Read(IArrayElementReferenceOperation reference)
    {
        if (context.Expressions.Read(reference.ArrayReference) is not { } array) return null;
        if (array.Shape.Kind == ValueKind.List) return Item(reference, array, reference.Indices);
        if (ReadIndices(reference.Indices) is not { } indices || reference.Type is null) return null;
        var places = string.Join(", ", indices.Select((_, i) => $"{{{i + 1}}}"));
        return context.Operators.OnConstants(reference, $"{{0}}[{places}]", reference.Type, Precedence.Primary, Precedence.Primary, null, [array, .. indices]);
    }

    private Expression? OfArray(IPropertyReferenceOperation reference, Expression owner)
    {
        if (reference.Property.IsIndexer)
            return ReadIndices(reference.Arguments.Select(a => a.Value)) is { } indices ? Entry.Of(owner, indices) : null;
        return reference.Property.Name switch
        {
            "T" => Algebra.Transpose(owner),
            "Count" when !owner.Shape.IsMatrix => owner.Shape.Count,
            "RowCount" when owner.Shape.IsMatrix => owner.Shape.Rows,
            "ColumnCount" when owner.Shape.IsMatrix => owner.Shape.Columns,
            _ => context.Expressions.Refuse(reference),
        };
    }

    private Expression? Item(IOperation reference, Expression list, IEnumerable<IOperation> indices) => ReadIndices(indices) switch
    {
        null => null,
        [var index] => ListItem.Of(list, index),
        _ => context.Expressions.Refuse(reference),
    };

    private Expression[]? ReadIndices(IEnumerable<IOperation> indices)
    {
        var sources = indices.ToList();
        if (context.Expressions.ReadAll(sources) is not { } read) return null;
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i].Shape.Kind == ValueKind.Integer) continue;
            if (read[i].Shape.Kind != ValueKind.Opaque || sources[i].Type is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None })
            {
                context.Fail(Descriptors.UnsupportedExpression, sources[i], $"The index '{Places.Quote(sources[i])}'", "use an int");
                return null;
            }

            read[i] = context.Graph.Make(Host.Instance, new HostInfo("(int){0}", ValueKind.Integer, Precedence.Unary, Precedence.Primary), read[i]);
        }

        return read;
    }
}
