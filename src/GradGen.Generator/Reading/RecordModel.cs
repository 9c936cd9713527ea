using GradGen.Generator.Expressions;

namespace GradGen.Generator.Reading;

/// <summary>A member of a record that is a variable: a number, an array, or a record of them.</summary>
internal sealed record RecordMember(string Name, ValueKind Kind, RecordModel? Nested);

/// <summary>The members of a record that can vary, in the order of their declaration.</summary>
internal sealed record RecordModel(EquatableArray<RecordMember> Members);
