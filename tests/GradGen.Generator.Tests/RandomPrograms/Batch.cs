using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>Many programs in one compilation, each checked.</summary>
internal static class Batch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The verdicts in the order of the programs.</summary>
    public static IReadOnlyList<Verdict> Check(IReadOnlyList<RandomProgram> programs)
    {
        var verdicts = new Verdict?[programs.Count];
        Assembly? assembly = null;
        while (assembly is null)
        {
            var left = Enumerable.Range(0, programs.Count).Where(i => verdicts[i] is null).ToArray();
            if (left.Length == 0) break;
            assembly = Compile(programs, left, verdicts);
        }

        Parallel.For(0, programs.Count, i => verdicts[i] ??= new ProgramCheck(programs[i], assembly!.GetType($"P{i}")!).Run());
        return verdicts!;
    }

    // Programs with a fault get their verdict; the others are then compiled again without them.
    private static Assembly? Compile(IReadOnlyList<RandomProgram> programs, int[] left, Verdict?[] verdicts)
    {
        var run = GeneratorRun.Of([.. left.Select(i => programs[i].Source($"P{i}"))]);
        foreach (var diagnostic in run.Result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)) Note(diagnostic, diagnostic.Id);
        if (run.Result.Results.Single().Exception is { } exception) throw new InvalidOperationException("the generator threw", exception);
        using var stream = new MemoryStream();
        var emitted = run.Output.Emit(stream);
        foreach (var diagnostic in emitted.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning))
        {
            var isGenerated = !run.Input.SyntaxTrees.Contains(diagnostic.Location.SourceTree);
            if (isGenerated) Note(diagnostic, "compiles not");
            else if (diagnostic.Severity == DiagnosticSeverity.Error) Note(diagnostic, "test's own fault");
        }

        var failed = left.Any(i => verdicts[i] is not null);
        return emitted.Success && !failed ? Assembly.Load(stream.ToArray()) : null;

        void Note(Diagnostic diagnostic, string sort)
        {
            var path = diagnostic.Location.SourceTree?.FilePath ?? "";
            var name = Path.GetFileName(path);
            var i = name.StartsWith("Test", StringComparison.Ordinal) ? left[int.Parse(name[4..^3], CultureInfo.InvariantCulture)] : ProgramOf(name);
            var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
            // Whether a size stays what it is depends on sizes that only the random program knows.
            verdicts[i] ??= diagnostic.Id == "GRAD011" ? new(null, Judged: false) : new($"{sort}: {diagnostic.Id} {diagnostic.GetMessage()} | {line}");
        }
    }

    private static int ProgramOf(string generatedFile) => int.Parse(generatedFile[1..generatedFile.IndexOf('.')], CultureInfo.InvariantCulture);

    /// <summary>The smallest program found that fails in the same way.</summary>
    public static (RandomProgram Program, Verdict Verdict) Shrink(RandomProgram program, Verdict verdict)
    {
        const int AtOnce = 24;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (clock.Elapsed > Patience) return (program, verdict);
            var smaller = program.Shrinks().OrderBy(p => p.Method.Length).Where(p => p.Method.Length <= program.Method.Length && p != program).Chunk(AtOnce)
                .Select(chunk => chunk.Zip(Check(chunk)).FirstOrDefault(pair => pair.Second.Sort == verdict.Sort))
                .FirstOrDefault(pair => pair.First is not null);
            if (smaller.First is null) return (program, verdict);
            (program, verdict) = smaller;
        }
    }
}
