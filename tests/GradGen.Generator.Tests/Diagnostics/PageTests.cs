using System.Text.RegularExpressions;
using GradGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Tests.Diagnostics;

/// <summary>The pages in docs/diagnostics show code that is wrong, and code that is right.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Ids() => [.. Descriptors.All.Keys.Except([Descriptors.InternalFault.Id])];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_wrong_code_is_reported_and_the_right_code_is_not(string id)
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, $"../../../docs/diagnostics/{id}.md")).ReplaceLineEndings("\n");
        Assert.Equal(["Wrong", "Why", "Right"], Regex.Matches(page, "^## (.*)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value));
        var code = Regex.Matches(page, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, code.Count);

        var wrong = GeneratorRun.Of(code[0]);
        Assert.All(wrong.Diagnostics, d => Assert.Equal(id, d.Id));
        Assert.NotEmpty(wrong.Diagnostics);

        var right = GeneratorRun.Of(code[1]).AssertCompiles();
        Assert.DoesNotContain(right.Diagnostics, d => d.Id == id || d.Severity == DiagnosticSeverity.Error);
        Assert.NotEmpty(right.Files);
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
