using GradGen.Generator.Expressions;

namespace GradGen.Generator.Reading;

/// <summary>A member of a record that is a variable: a number, an array, a list of arrays, or a record of them.</summary>
/// <param name="Item">Of a list, the kind of its items.</param>
/// <param name="Type">Of a list, its C# type.</param>
internal sealed record RecordMember(string Name, ValueKind Kind, RecordModel? Nested, ValueKind Item = ValueKind.Opaque, string? Type = null);

/// <summary>The members of a record that can vary, in the order of their declaration.</summary>
internal sealed record RecordModel(EquatableArray<RecordMember> Members);
