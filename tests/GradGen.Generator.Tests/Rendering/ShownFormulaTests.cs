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
    public void Of_the_acceptance_methods()
    {
        var run = GeneratorRun.Of([.. Sources()]);
        Check(Documented.In(run, run.Load()));
    }

    [Fact]
    public void Of_the_operation_table() => Check(Documented.In(OperationTableTests.Compiled.Value.Run, OperationTableTests.Compiled.Value.Assembly)
        .Where(d => d.Method.Name.StartsWith("Gradient_", StringComparison.Ordinal) || d.Method.Name.EndsWith("_Alone", StringComparison.Ordinal) || d.Method.Name.Contains("_Alone_") || d.Method.Name.Contains("_Scalarised_")));

    internal static IEnumerable<string> Sources() => Directory.GetFiles(acceptance, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("Tests.cs") && !f.Contains("/obj/") && !f.Contains("/bin/") && !f.Contains("Verification"))
        .Append(Path.Combine(acceptance, "../GradGen.Acceptance.Library/Shared.cs")).Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(t => !t.StartsWith("global using", StringComparison.Ordinal));

    private void Check(IEnumerable<Documented> documented)
    {
        var companions = documented.Where(d => d.Formulas.Count > 0 && !d.Method.Name.Contains("Into_", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(companions);
        var wrong = new List<string>();
        var unknown = new List<string>();
        var judged = 0;
        foreach (var companion in companions)
        {
            // LaTeX is set by any engine only as ASCII.
            if (companion.Latex.FirstOrDefault(l => l.Any(c => c > 126)) is { } foreign) wrong.Add($"{companion}: {foreign}");
            if (Left().IsMatch(companion.Formulas[0]))
            {
                unknown.Add($"{companion}: | {companion.Formulas[0]}");
                continue;
            }

            try
            {
                var (arguments, result, values) = Arguments.Called(companion);
                var (rows, columns, entries) = Arguments.Entries(result);
                var names = new ReadNames(values.Keys, companion.Formulas[0]);
                Compare("Unicode", companion.Formulas[0], FormulaParser.Parse(RightSide(companion.Formulas[0]), names));
                Compare("LaTeX", companion.Latex[0], LatexParser.Parse(RightSide(companion.Latex[0]), names));

                void Compare(string form, string line, Notation formula)
                {
                    var found = FormulaValue.Of(formula, new Meaning(values, new Dictionary<string, Quantity>())).Flat(rows, columns);
                    if (!entries.Zip(found).All(p => Math.Abs(p.First - p.Second) <= 1e-9 * Math.Max(1, Math.Abs(p.First))))
                        wrong.Add($"{companion} in {form}: {line}\n  companion {string.Join(", ", entries)}\n  formula   {string.Join(", ", found)}");
                }

                judged++;
            }
            catch (FormatException e) when (e.Message.Contains("open size"))
            {
                unknown.Add($"{companion}: {e.Message} | {companion.Formulas[0]}");
            }
            catch (UnknownSymbolException e)
            {
                unknown.Add($"{companion}: {e.Message} | {companion.Formulas[0]}");
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException or OverflowException)
            {
                wrong.Add($"{companion}: {e.GetType().Name} {e.Message} | {companion.Formulas[0]}");
            }
        }

        output.WriteLine($"{judged} formulas of {companions.Count} are right or wrong; symbols that are not known here:\n{string.Join("\n", unknown.Select(u => u[..Math.Min(u.Length, 250)]))}");
        Assert.Empty(unknown.Where(u => !Unreadable().IsMatch(u)).Select(u => u[..Math.Min(u.Length, 300)]));
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {companions.Count} are wrong, {unknown.Count} unknown\n{string.Join("\n", wrong.Select(u => u[..Math.Min(u.Length, 400)]))}");
    }

    private static string RightSide(string line) => line[(line.IndexOf(" = ", StringComparison.Ordinal) + 3)..];

    // What a formula does not say: what a loop does, what is left out of a long one, what a given method computes, how large an I
    // is beside a ⊗; and functions that are defined by words alone. And arguments that the test draws none of.
    [GeneratedRegex(@"loop\(|…|open size|no arguments|(Adjoint|Differential|Force|Clipped|SquareRoot|Steep)\(|dyad₁|axial|eigvec|svec|∇\(|curv|Dadj\(|D²adj|u₁v₁ᵀ|a result of type|blocks|: LinearOperator |: [mnp] \|")] private static partial Regex Unreadable();

    [GeneratedRegex(@"loop\(|…")] private static partial Regex Left();

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
