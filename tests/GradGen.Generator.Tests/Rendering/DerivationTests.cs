using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;
using GradGen.Generator.Tests.Operations;
using Xunit.Abstractions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>Every line of every derivation is a true equation: it is read back and computed on random arguments.</summary>
public sealed class DerivationTests(ITestOutputHelper output)
{
    private const double Tolerance = 2e-5;

    [Fact]
    public void Of_the_acceptance_methods() => Check(Documented.In(ShownFormulaTests.Acceptance.Value.Run, ShownFormulaTests.Acceptance.Value.Assembly));

    [Fact]
    public void Of_the_operation_table() => Check(Documented.In(OperationTableTests.Compiled.Value.Run, OperationTableTests.Compiled.Value.Assembly));

    private void Check(IEnumerable<Documented> documented)
    {
        var companions = documented.Where(d => d.Derivation.Count > 0).ToList();
        Assert.NotEmpty(companions);
        var (wrong, open, lines) = (new List<string>(), new List<string>(), 0);
        foreach (var companion in companions)
        {
            // Of a long formula something is left out.
            if (companion.Derivation.Any(l => l.Contains('…') && !l.StartsWith('…')))
            {
                open.Add($"{companion}: …");
                continue;
            }

            try
            {
                var (_, result, values) = Arguments.Called(companion);
                lines += new DerivationReader(values, result).Read(companion.Derivation, Tolerance);
            }
            catch (UnknownSymbolException e)
            {
                open.Add($"{companion}: {e.Message}");
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException or ArithmeticException)
            {
                (e.Message.Contains("open size") ? open : wrong).Add($"{companion}: {e.GetType().Name} {e.Message}\n    {string.Join("\n    ", companion.Derivation)}");
            }
        }

        output.WriteLine($"{lines} lines of {companions.Count} derivations hold; {open.Count} derivations say something that the test cannot compute:\n{string.Join("\n", open.Take(60))}");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {companions.Count} derivations\n{string.Join("\n", wrong.Take(25))}");
        Assert.True(open.Count * 4 < companions.Count, $"{open.Count} of {companions.Count} derivations cannot be computed");
    }
}

/// <summary>Reads a derivation line by line and computes both sides.</summary>
internal sealed partial class DerivationReader(IReadOnlyDictionary<string, Quantity> arguments, object gradient)
{
    private Meaning meaning = new(arguments, new Dictionary<string, Quantity>());
    private readonly Dictionary<string, Notation> definitions = [];

    /// <summary>Of each part with an index, the places where it is not defined.</summary>
    private readonly Dictionary<string, bool[]> missing = [];

    /// <summary>The number of equations that were found true.</summary>
    public int Read(IReadOnlyList<string> lines, double tolerance)
    {
        var symbol = lines[^1][(lines[^1].IndexOf("/∂", StringComparison.Ordinal) + 2)..lines[^1].IndexOf(" = ", StringComparison.Ordinal)];
        var variable = (Parse(symbol) is Notation.Transposed t ? t.Base : Parse(symbol)) is Notation.Name { Text: var text } ? meaning.Values.ContainsKey(text) ? text : text + "T" : throw new UnknownSymbolException(symbol);
        var direction = Arguments.Direction(meaning.Values[variable], new Random(3));
        meaning = meaning with { Directions = new Dictionary<string, Quantity> { [variable] = direction } };
        // Of what is said of every round and every index, one is taken.
        var rounds = "ijkl".Select(c => c.ToString()).Where(l => !meaning.Values.ContainsKey(l)).ToList();
        foreach (var letter in rounds) meaning = meaning.With(letter, Quantity.Scalar(0));
        var (count, hasLoops, last) = (0, false, (Quantity?)null);
        Quantity? df = null;
        foreach (var line in lines.Where(l => !l.StartsWith('…')))
        {
            var text2 = line.Split("  (")[0];
            if (text2.StartsWith("⟹", StringComparison.Ordinal))
            {
                if (hasLoops) continue;
                var (rows, columns, entries) = Arguments.Entries(gradient);
                var whole = meaning with { Values = meaning.Values.Where(v => !rounds.Contains(v.Key)).ToDictionary() };
                Near(entries, FormulaValue.Of(Parse(text2[(text2.IndexOf(" = ", StringComparison.Ordinal) + 3)..]), whole).Flat(rows, columns), 1e-8, line);
                count++;
                continue;
            }

            // What follows are the rounds of the adjoints, whose equations are no differentials.
            if (hasLoops && df is not null && !text2.StartsWith("= ", StringComparison.Ordinal)) break;
            if (text2.StartsWith("= ", StringComparison.Ordinal))
            {
                var next = FormulaValue.Of(Parse(text2[2..]), meaning);
                Same(last!, next, tolerance, line);
                (last, count) = (next, count + 1);
                continue;
            }

            var isRound = text2.Contains(" ← ");
            hasLoops |= isRound || line.EndsWith("round)", StringComparison.Ordinal);
            var sides = text2.Split(isRound ? " ← " : " = ", 2);
            var right = Parse(sides[1]);
            if (Parse(sides[0]) is Notation.Subscript { Indices: [Notation.Name { Text: var index }] } indexed)
            {
                if (ReadIndexed(indexed, index, right, tolerance, line)) count++;
                continue;
            }

            last = FormulaValue.Of(right, meaning);
            if (sides[0] == "f") definitions["f"] = right;
            else if (sides[0] == "df")
            {
                df = last;
                if (definitions.TryGetValue("f", out var value)) Same(FormulaValue.Of(new Notation.Differential(value), meaning), last, tolerance, line);
            }
            else if (Parse(sides[0]) is Notation.Differential { Operand: Notation.Name { Text: var part } })
            {
                Same(FormulaValue.Of(new Notation.Differential(definitions[part]), meaning), last, tolerance, line);
                if (!isRound) meaning = meaning with { Directions = new Dictionary<string, Quantity>(meaning.Directions) { [part] = Sized(last, meaning.Values[part]) } };
            }
            else if (Parse(sides[0]) is Notation.Name { Text: var name })
            {
                definitions[name] = right;
                if (!isRound) meaning = meaning.With(name, last);
            }
            else throw new UnknownSymbolException("a part with an index");
            count++;
        }

        // df is what the companion's gradient says along dx.
        var isPlain = !Conventions().IsMatch(lines[^1]);
        if (isPlain && !hasLoops && df is { IsScalar: true } && meaning.Directions[variable].Items is null && !(gradient is Matrix && !direction.IsMatrix))
        {
            var (rows, columns, entries) = Arguments.Entries(gradient);
            Near([entries.Zip(direction.Flat(direction.Rows ?? rows, direction.Columns ?? columns), (g, d) => g * d).Sum()], [df.Value], tolerance, "⟨∂f/∂x, dx⟩");
        }

        return count;
    }

    /// <summary>An equation for each value of an index; false where it is defined for none, so that it says nothing.</summary>
    private bool ReadIndexed(Notation.Subscript left, string index, Notation right, double tolerance, string line)
    {
        var count = left.Base is Notation.Differential { Operand: Notation.Name { Text: var whole } } ? meaning.Values[whole].Items!.Count : FormulaValue.SizeBehind(right, index, meaning) ?? 1;
        var found = Enumerable.Range(0, count).Select(At).ToList();
        var values = Quantity.List([.. found.Select((value, i) => value ?? Quantity.Array(1, 1, (_, _) => throw new FormatException($"nothing at {index} = {i}")))]);
        if (left.Base is Notation.Name { Text: var name })
        {
            definitions[name] = right;
            missing[name] = [.. found.Select(v => v is null)];
            meaning = meaning.With(name, values).With(index, Quantity.Scalar(0));
        }
        else if (left.Base is Notation.Differential { Operand: Notation.Name { Text: var part } })
        {
            Assert.Equal(missing[part], found.Select(v => v is null));
            for (var i = 0; i < count; i++)
            {
                if (!missing[part][i]) Same(FormulaValue.Of(new Notation.Differential(definitions[part]), meaning.With(index, Quantity.Scalar(i))), values.Items![i], tolerance, line);
            }

            meaning = meaning with { Directions = new Dictionary<string, Quantity>(meaning.Directions) { [part] = values } };
        }
        else throw new UnknownSymbolException("a part with an index");
        return found.Any(v => v is not null);

        // xᵢ₋₁ begins at 1: a part is defined where what it reads is there.
        Quantity? At(int place)
        {
            try
            {
                return Read(FormulaValue.Of(right, meaning.With(index, Quantity.Scalar(place))));
            }
            catch (FormatException e) when (e.Message.StartsWith("no entry", StringComparison.Ordinal))
            {
                return null;
            }
        }

        // Entries are computed when they are asked for.
        static Quantity Read(Quantity value)
        {
            if (value.IsSized) _ = FormulaFunctions.Entries(value).Count();
            return value;
        }
    }

    private static Quantity Sized(Quantity x, Quantity like) => like.Items is not null || like.IsScalar ? x : Quantity.Zip(x, like.Map(_ => 0), (a, b) => a + b);

    private Notation Parse(string text) => FormulaParser.Parse(text, new ReadNames(meaning.Values.Keys.Concat(definitions.Keys), text));

    private static void Same(Quantity a, Quantity b, double tolerance, string line)
    {
        if (a.Items is not null || b.Items is not null) throw new UnknownSymbolException("a list");
        // A 0 may stand for zeros of any size.
        if (IsZero(a) && IsZero(b)) return;
        var like = a.IsScalar ? b : a;
        var (rows, columns) = (like.Rows ?? b.Rows ?? 1, like.Columns ?? b.Columns ?? 1);
        Near(a.Flat(rows, columns), b.Flat(rows, columns), tolerance, line);
    }

    [GeneratedRegex("symmetric part|above the diagonal|numerator layout")] private static partial Regex Conventions();

    private static bool IsZero(Quantity x) => x.IsSized && FormulaFunctions.Entries(x).All(e => e == 0);

    private static void Near(double[] expected, double[] found, double tolerance, string line)
    {
        if (expected.Concat(found).Any(x => !double.IsFinite(x))) throw new UnknownSymbolException("not finite");
        var scale = Math.Max(1, expected.Concat(found).Max(Math.Abs));
        if (expected.Length != found.Length || expected.Zip(found).Any(p => Math.Abs(p.First - p.Second) > tolerance * scale))
            throw new FormatException($"{line}: [{string.Join(", ", expected.Take(6))}] is not [{string.Join(", ", found.Take(6))}]");
    }
}
