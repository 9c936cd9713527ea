using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>What was found wrong or worth advice while one method was read; each finding once, in the order found.</summary>
internal sealed class Findings
{
    private readonly List<DiagnosticInfo> items = new();
    private readonly HashSet<DiagnosticInfo> known = new();

    public bool HasErrors { get; private set; }

    /// <summary>Whether the C# itself does not compile; the compiler says so, and what else was found may follow from it.</summary>
    public bool IsInvalid { get; private set; }

    public EquatableArray<DiagnosticInfo> All => new(items);

    public void Report(DiagnosticDescriptor descriptor, SourcePlace place, params string[] arguments) =>
        Report(descriptor, new DiagnosticInfo(descriptor.Id, place, arguments));

    public void Report(DiagnosticDescriptor descriptor, DiagnosticInfo finding)
    {
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        if (known.Add(finding)) items.Add(finding);
    }

    public void Invalid() => IsInvalid = true;

    /// <summary>
    /// Of C# that does not compile, only what the compiler cannot say is kept: what was found before the body, and calls of
    /// companions that are not generated yet.
    /// </summary>
    public void KeepOnlyOwn(int foundBefore)
    {
        var kept = items.Where((finding, i) => i < foundBefore || finding.Id == Descriptors.GeneratedOrHidden.Id).ToList();
        items.Clear();
        items.AddRange(kept);
    }

    public int Count => items.Count;
}
