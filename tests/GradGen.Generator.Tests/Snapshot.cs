using System.Runtime.CompilerServices;
using System.Text;

namespace GradGen.Generator.Tests;

/// <summary>
/// Compares generated files with the ones that were accepted, which lie beside the test as <c>Class.Test#Hint.verified.cs</c> (the
/// names of Verify.SourceGenerators). A difference is written as <c>.received.cs</c>; with GRADGEN_ACCEPT=1 it is accepted.
/// </summary>
internal static class Snapshot
{
    private static bool IsAccepting => Environment.GetEnvironmentVariable("GRADGEN_ACCEPT") == "1";

    /// <summary>Asserts that the run compiles without a warning and that its files are the accepted ones.</summary>
    public static GeneratorRun Match(GeneratorRun run, [CallerFilePath] string test = "", [CallerMemberName] string name = "")
    {
        run.AssertCompiles();
        Assert.NotEmpty(run.Files);
        var prefix = $"{Path.GetFileNameWithoutExtension(test)}.{name}#";
        var expected = new HashSet<string>(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var file in run.Files)
        {
            var path = Path.Combine(Path.GetDirectoryName(test)!, prefix + Hint(file.HintName));
            expected.Add(path + ".verified.cs");
            if (Compare(path, file.SourceText.ToString()) is { } difference) differences.Add(difference);
        }

        // Files that this test had produced and does no more.
        foreach (var stale in Directory.GetFiles(Path.GetDirectoryName(test)!, prefix + "*.verified.cs").Where(f => !expected.Contains(f)))
        {
            if (IsAccepting) File.Delete(stale);
            else differences.Add($"{Path.GetFileName(stale)} is not generated any more");
        }

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
        return run;
    }

    /// <summary>A hint name without the file's ending and without what shells and web pages read as something else.</summary>
    public static string Hint(string hintName) => hintName.EndsWith(".g.cs", StringComparison.Ordinal) ? hintName[..^".g.cs".Length] : hintName;

    private static string? Compare(string path, string text)
    {
        var (verified, received) = (path + ".verified.cs", path + ".received.cs");
        // A checkout may turn line ends; what is generated has LF alone.
        Assert.DoesNotContain('\r', text);
        var accepted = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        if (accepted == text)
        {
            File.Delete(received);
            return null;
        }

        if (IsAccepting)
        {
            File.WriteAllText(verified, text, new UTF8Encoding(false));
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, text, new UTF8Encoding(false));
        return $"{Path.GetFileName(verified)}: {(accepted is null ? "nothing is accepted yet" : FirstDifference(accepted, text))}\n  diff '{verified}' '{received}'; GRADGEN_ACCEPT=1 accepts";
    }

    private static string FirstDifference(string accepted, string text)
    {
        var (left, right) = (accepted.Split('\n'), text.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line]) line++;
        return $"line {line + 1}\n  accepted: {left.ElementAtOrDefault(line)}\n  received: {right.ElementAtOrDefault(line)}";
    }
}
