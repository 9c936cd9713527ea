using GradGen.Generator.Expressions;

namespace GradGen.Generator.Diagnostics;

/// <summary>A place in a source file: path and span, which stay comparable when the compilation is gone.</summary>
internal readonly record struct SourcePlace(string Path, int Start, int Length);

/// <summary>A diagnostic as a value: its descriptor's id, where it lies and what its message says.</summary>
internal sealed record DiagnosticInfo(string Id, SourcePlace Place, EquatableArray<string> Arguments)
{
    public DiagnosticInfo(string id, SourcePlace place, params string[] arguments) : this(id, place, new EquatableArray<string>(arguments))
    {
    }

    /// <summary>Further places that the message speaks of, such as the other side of a shape clash.</summary>
    public EquatableArray<SourcePlace> Related { get; init; } = EquatableArray<SourcePlace>.Empty;
}
