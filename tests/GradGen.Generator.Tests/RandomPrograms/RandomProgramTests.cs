using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace GradGen.Generator.Tests.RandomPrograms;

/// <summary>
/// Random methods of the language against differences. The build takes a few hundred; <c>GRADGEN_FUZZ=10000</c> in the
/// environment takes that many, from the seed in <c>GRADGEN_FUZZ_START</c> on, and writes what failed, made small, to the file
/// that <c>GRADGEN_FUZZ_REPORT</c> names. See docs/testing.md.
/// </summary>
public sealed class RandomProgramTests(ITestOutputHelper output)
{
    private const int Usual = 240;
    private const int AtOnce = 60;

    [Fact]
    public void Random_programs_have_right_derivatives()
    {
        var count = Setting("GRADGEN_FUZZ", Usual);
        var start = Setting("GRADGEN_FUZZ_START", 1);
        var report = Environment.GetEnvironmentVariable("GRADGEN_FUZZ_REPORT");
        var failures = new List<string>();
        var sorts = new HashSet<(string, int)>();
        var unjudged = new List<int>();
        foreach (var seeds in Enumerable.Range(start, count).Chunk(AtOnce))
        {
            var programs = seeds.Select(ProgramWriter.Of).ToList();
            foreach (var (program, verdict) in programs.Zip(Batch.Check(programs)))
            {
                if (!verdict.Judged) unjudged.Add(program.Seed);
                if (verdict.Failure is null) continue;
                var (small, why) = !verdict.Sort.StartsWith("test", StringComparison.Ordinal) && sorts.Add((verdict.Sort, failures.Count % 3)) && failures.Count < 40 ? Batch.Shrink(program, verdict) : (program, verdict);
                failures.Add($"seed {program.Seed}: {why.Failure}\n{small.Source($"P{program.Seed}")}");
                if (report is not null) File.AppendAllText(report, failures[^1] + "\n");
            }

            if (report is not null) File.AppendAllText(report, $"# seeds {start}..{seeds[^1]}: {failures.Count} failed, {unjudged.Count} unjudged\n");
        }

        output.WriteLine($"{count} programs from seed {start}: {failures.Count} failed; differences could not judge {unjudged.Count}: {string.Join(", ", unjudged)}");
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} random programs failed\n{string.Join("\n", failures.Take(20))}");
        Assert.True(unjudged.Count <= Math.Max(2, count / 10), $"differences could not judge {unjudged.Count} of {count} programs: {string.Join(", ", unjudged)}");
    }

    /// <summary>The same as a property: sets of programs from anywhere in the range of seeds, a set that fails made small by FsCheck.</summary>
    [Fact]
    public void Programs_of_any_seed_have_right_derivatives()
    {
        var sets = Gen.Choose(1_000_000, int.MaxValue).Select(ProgramWriter.Of).ArrayOf(AtOnce / 2);
        var property = Prop.ForAll(Arb.From(sets, Smaller), programs => Batch.Check(programs).All(v => v.Failure is null));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2).WithReplay(20261123, 1), property);
    }

    private static IEnumerable<RandomProgram[]> Smaller(RandomProgram[] programs) =>
        programs.Length > 1 ? programs.Select(p => new[] { p }) : programs[0].Shrinks().Select(p => new[] { p });

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : usual;
}
