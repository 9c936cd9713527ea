using GradGen.Generator.Expressions;

namespace GradGen.Generator.Reading;

/// <summary>What the attribute asks for; the values are those of the runtime's enums.</summary>
[Flags]
internal enum Derivatives
{
    None = 0,
    Gradient = 1,
    Jacobian = 2,
    Pushforward = 4,
    Pullback = 8,
    Hessian = 16,
    HessianVectorProduct = 32,
    Derivation = 64,
    HessianOperator = 128,
    LogAbsDetJacobian = 256,
}

internal enum SymmetricGradient
{
    Plain,
    Projected,
    SharedEntries,
}

/// <summary>A parameter of the method, as its companions repeat it.</summary>
/// <param name="Name">The identifier without <c>@</c>.</param>
/// <param name="Type">The C# type with <c>global::</c> and nullability.</param>
/// <param name="Modifiers"><c>params </c>, <c>in </c>, or empty; with the trailing space.</param>
/// <param name="Default">The default value as C# text, or null.</param>
internal sealed record ParameterModel(string Name, string Type, string Modifiers, string? Default, ValueKind Kind, bool IsVariable, SymmetricGradient Convention)
{
    /// <summary>For a record that is a variable, its members.</summary>
    public RecordModel? Record { get; init; }

    /// <summary>For a list, the kind of its items.</summary>
    public ValueKind ListItem { get; init; } = ValueKind.Opaque;

    /// <summary>The kinds of what is differentiated by: of a record its numbers and arrays, of a list its items.</summary>
    public IEnumerable<ValueKind> LeafKinds => Record is null ? [Kind == ValueKind.List ? ListItem : Kind] : KindsOf(Record);

    private static IEnumerable<ValueKind> KindsOf(RecordModel record) => record.Members.SelectMany(m => m.Nested is { } nested ? KindsOf(nested) : [m.Kind == ValueKind.List ? m.Item : m.Kind]);
}

/// <summary>A type declaration around the method, outermost first: what must be repeated to reopen it as partial.</summary>
/// <param name="Declaration">Such as <c>partial class Box&lt;T&gt;</c>, <c>readonly partial record struct P</c> is written <c>partial record struct P</c>.</param>
internal sealed record ContainerModel(string Declaration);

/// <summary>
/// A method that was read: everything that the rooms behind need, and nothing of the compiler. Two readings of the same
/// mathematics are equal, whatever changed in comments, layout or names of locals.
/// </summary>
internal sealed class MethodModel : IEquatable<MethodModel>
{
    public required string Name { get; init; }

    /// <summary>The namespace, or empty.</summary>
    public required string Namespace { get; init; }

    public required EquatableArray<ContainerModel> Containers { get; init; }

    /// <summary>Unique in the compilation and stable: container and method with parameter types, fit for a file name.</summary>
    public required string HintName { get; init; }

    /// <summary>Such as <c>public static</c>, with the companion's accessibility.</summary>
    public required string Modifiers { get; init; }

    /// <summary>The method's own type parameters, such as <c>&lt;T&gt;</c>, or empty, and their constraints.</summary>
    public required string TypeParameters { get; init; }

    public required string Constraints { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required Derivatives Emit { get; init; }

    public required bool NumeratorLayout { get; init; }

    /// <summary>The value of the method.</summary>
    public required Expression Body
    {
        get => body;
        init
        {
            body = value;
            Fingerprint = Expressions.Fingerprint.Of(value);
        }
    }

    private readonly Expression body = null!;

    // Taken when the method has been read, so that what later rooms add to the graph does not count.
    private string Fingerprint { get; init; } = "";

    public bool Equals(MethodModel? other) => other is not null
        && (Name, Namespace, Containers, HintName, Modifiers, TypeParameters) == (other.Name, other.Namespace, other.Containers, other.HintName, other.Modifiers, other.TypeParameters)
        && (Constraints, Parameters, Emit, NumeratorLayout) == (other.Constraints, other.Parameters, other.Emit, other.NumeratorLayout)
        && Fingerprint == other.Fingerprint;

    public override bool Equals(object? obj) => Equals(obj as MethodModel);

    public override int GetHashCode() => (Name, HintName, Fingerprint).GetHashCode();
}
