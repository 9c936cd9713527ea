using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;
using GradGen.Generator.Tests.Operations;
using Xunit.Abstractions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>Every formula that documentation shows is the companion's number: it is read back and computed on random arguments.</summary>
public sealed partial class ShownFormulaTests(ITestOutputHelper output)
{
    private static readonly string acceptance = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../GradGen.Acceptance.Tests"));

    [Fact]
    public void Of_the_acceptance_methods() => Check(Documented.In(Acceptance.Value.Run, Acceptance.Value.Assembly));

    [Fact]
    public void Of_the_operation_table() => Check(Documented.In(OperationTableTests.Compiled.Value.Run, OperationTableTests.Compiled.Value.Assembly)
        .Where(d => d.Method.Name.StartsWith("Gradient_", StringComparison.Ordinal) || d.Method.Name.EndsWith("_Alone", StringComparison.Ordinal) || d.Method.Name.Contains("_Alone_") || d.Method.Name.Contains("_Scalarised_")));

    /// <summary>The acceptance methods, which call the library's companions as those of another assembly.</summary>
    internal static Lazy<(GeneratorRun Run, Assembly Assembly)> Acceptance { get; } = new(() =>
    {
        var run = GeneratorRun.On(TestCompilation.Of([.. Methods()]).AddReferences(GeneratorRun.Of(Library()).Reference("AcceptanceLibrary")));
        return (run, run.Load());
    });

    /// <summary>The acceptance methods with the library's, as the sources of one assembly.</summary>
    internal static IEnumerable<string> Sources() => Methods().Append(Library());

    private static string Library() => File.ReadAllText(Path.Combine(acceptance, "../GradGen.Acceptance.Library/Shared.cs"));

    private static IEnumerable<string> Methods() => Directory.GetFiles(acceptance, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("Tests.cs") && !f.Contains("/obj/") && !f.Contains("/bin/") && !f.Contains("Verification"))
        .Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(t => !t.StartsWith("global using", StringComparison.Ordinal));

    private void Check(IEnumerable<Documented> documented)
    {
        var companions = documented.Where(d => d.Formulas.Count > 0 && !d.Method.Name.Contains("Into_", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(companions);
        var (wrong, computed) = (new List<string>(), 0);
        foreach (var companion in companions)
        {
            // LaTeX is set by any engine only as ASCII.
            if (companion.Latex.FirstOrDefault(l => l.Any(c => c > 126)) is { } foreign) wrong.Add($"{companion}: {foreign}");
            try
            {
                wrong.AddRange(Wrong(companion));
                computed++;
            }
            catch (Exception e) when (e is UnknownSymbolException or FormatException or InvalidOperationException or ArgumentException or OverflowException or InsufficientExecutionStackException)
            {
                wrong.Add($"{companion}: {e.GetType().Name} {e.Message} | {companion.Formulas[0]}");
            }
        }

        output.WriteLine($"{computed} of {companions.Count} companions are computed by their formulas");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {companions.Count} are wrong\n{string.Join("\n", wrong.Select(u => u[..Math.Min(u.Length, 400)]))}");
        Assert.Equal(companions.Count, computed);
    }

    /// <summary>The formulas of a companion, in Unicode and in LaTeX, that are not its numbers.</summary>
    private static IEnumerable<string> Wrong(Documented companion)
    {
        var (target, result, values) = Arguments.Called(companion);
        foreach (var (unicode, latex) in companion.Formulas.Zip(companion.Latex))
        {
            var names = new ReadNames(values.Keys, unicode);
            var part = result is double or Vector or RowVector or Matrix or IList ? result : Member(result, FormulaParser.Parse(Variable().Match(unicode).Groups[1].Value, names));
            foreach (var (line, formula) in new[] { (unicode, FormulaParser.Parse(RightSide(unicode), names)), (latex, LatexParser.Parse(RightSide(latex), names)) })
            {
                var meaning = new Meaning(values, new Dictionary<string, Quantity>()) { Given = new GivenCalls(companion.Method.DeclaringType!, target).Call };
                if (Difference(part, FormulaValue.Of(formula, meaning)) is { } difference) yield return $"{companion}: {line}\n  {difference}";
            }
        }
    }

    /// <summary>The member of a record of derivatives that a formula's left side names: ∂f/∂net.W.</summary>
    private static object Member(object result, Notation variable)
    {
        var path = variable is Notation.Transposed { Base: var row } ? row : variable;
        var text = path switch { Notation.Name n => n.Text, Notation.Verbatim n => n.Text, _ => throw new FormatException($"a derivative by {path}") };
        return text.Split('.').Skip(1).Aggregate(result, (value, member) => value.GetType().GetProperty(member)!.GetValue(value)!);
    }

    private static string? Difference(object result, Quantity found)
    {
        if (result is IList list)
        {
            // Items behind the last that the formula says are zeros.
            var items = found.Items ?? [];
            return list.Cast<object>().Select((item, i) => Difference(item, i < items.Count ? items[i] : Quantity.Scalar(0))).FirstOrDefault(d => d is not null);
        }

        var (rows, columns, entries) = Arguments.Entries(result);
        var values = found.Flat(rows, columns);
        return entries.Zip(values).All(p => Math.Abs(p.First - p.Second) <= 1e-9 * Math.Max(1, Math.Abs(p.First))) ? null
            : $"companion {string.Join(", ", entries)}\n  formula   {string.Join(", ", values)}";
    }

    private static string RightSide(string line) => line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..];

    [GeneratedRegex("/∂(.*?) = ")] private static partial Regex Variable();

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
