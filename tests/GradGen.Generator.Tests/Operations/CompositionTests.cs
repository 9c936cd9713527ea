using System.Reflection;

namespace GradGen.Generator.Tests.Operations;

/// <summary>
/// Every case of the operation table inside of and around functions of one variable that are drawn at random from the same table. The
/// functions of a kind are dealt like cards, so that each is met before one is met again.
/// </summary>
public sealed class CompositionTests
{
    private const int Choices = 2;
    private const int RandomDraws = 2;

    private static readonly IReadOnlyList<(int Number, Composition Composition)> Dealt = Deal();

    private static readonly Lazy<(IReadOnlyList<(int Number, Composition Composition)> Compositions, Assembly Assembly)> Compiled = new(() =>
    {
        var settled = Dealt.Select(d => (d.Number, Settled(d.Composition))).ToList();
        return (settled, GeneratorRun.Of([.. settled.Select((c, i) => c.Item2.Source($"Composed{i}", HasSecond(i)))]).Load());
    });

    public static TheoryData<int, string> All()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < Dealt.Count; i++) data.Add(i, Dealt[i].Composition.ToString());
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Composed_with_a_random_function(int index, string name)
    {
        var composition = Compiled.Value.Compositions[index].Composition;
        var type = Compiled.Value.Assembly.GetType($"Composed{index}")!;
        var random = Draws.Seeded(name);
        var draws = new List<object[]?> { composition.Draw(random, IsOne, Value) };
        for (var i = 0; i < RandomDraws; i++) draws.Add(composition.Draw(random, s => !Draws.IsEmpty(composition.Outer, s), Value));
        if (HasValueOfNothing(composition)) draws.Add(composition.Draw(random, s => Draws.IsEmpty(composition.Outer, s), Value));
        Assert.Contains(draws, d => d is not null);
        foreach (var arguments in draws.OfType<object[]>())
        {
            var check = new DerivativeCheck(type, "F", arguments, composition.Variables, $"{composition} at {string.Join(", ", arguments)}");
            check.Transposes();
            check.Gradients();
            if (HasSecond(index)) check.Hessians();
        }

        bool IsOne(Sizes sizes) => composition.Outer.Symbols.All(x => sizes[x] == (x.IsOffset ? 0 : 1));
    }

    [Fact]
    public void Every_function_of_one_variable_is_met_inside_and_outside()
    {
        var unary = Unary.ToList();
        Assert.Empty(unary.Except(Dealt.SelectMany(d => d.Composition.Inners.Select(i => i.Case))).Select(c => $"inside: {c}"));
        Assert.Empty(unary.Except(Dealt.Select(d => d.Composition.Outer)).Select(c => $"outside: {c}"));
    }

    [Fact]
    public void Every_case_is_composed_inside_and_outside()
    {
        Assert.Empty(Cases.All.Where((c, i) => Dealt.Count(d => d.Number == i && d.Composition.Outer == c) < Choices).Select(c => c.ToString()));
        Assert.Empty(Cases.All.Where((c, i) => Dealt.Count(d => d.Number == i && d.Composition.Inners.Any(n => n.Case == c)) < Choices).Select(c => c.ToString()));
    }

    private static IEnumerable<Case> Unary => Cases.All.Where(c => c.Variables.Count == 1);

    // Second derivatives cost most: each third composition has them.
    private static bool HasSecond(int index) => index % 3 == 0;

    private static bool HasValueOfNothing(Composition composition) =>
        composition.Inners.Select(i => i.Case).Append(composition.Outer).All(c => c.ThrowsOfNothing is null && c.ValueOfNothing is null);

    private static object Value(Case row, object[] arguments) => OperationTableTests.TypeOf(row).Call("Alone", arguments);

    /// <summary>The composition with a constant added wherever the inner values do not lie in the domain by themselves.</summary>
    private static Composition Settled(Composition composition)
    {
        var random = Draws.Seeded(composition.ToString());
        for (var direct = (1 << composition.Inners.Count) - 1; direct > 0; direct--)
        {
            var tried = composition with { Inners = [.. composition.Inners.Select((inner, i) => inner with { IsShifted = (direct & (1 << i)) == 0 })] };
            if (tried.Draw(random, s => !Draws.IsEmpty(tried.Outer, s), Value) is not null) return tried;
        }

        return composition with { Inners = [.. composition.Inners.Select(inner => inner with { IsShifted = true })] };
    }

    private static List<(int Number, Composition Composition)> Deal()
    {
        var (inside, outside) = (new Deck(Unary, c => c.Returns.Type), new Deck(Unary, c => c.Variables[0].Argument.Type));
        var dealt = new List<(int, Composition)>();
        for (var number = 0; number < Cases.All.Count; number++)
        {
            var row = Cases.All[number];
            for (var choice = 0; choice < Choices; choice++)
            {
                dealt.Add((number, outside.Next(row.Returns.Type, c => new Composition(c, [new(c.Variables[0], row, false)]))));
                var composition = new Composition(row, []);
                foreach (var variable in row.Variables) composition = inside.Next(variable.Argument.Type, c => composition with { Inners = [.. composition.Inners, new(variable, c, false)] });
                dealt.Add((number, composition));
            }
        }

        return dealt;
    }

    /// <summary>Cases by a type, shuffled; they are dealt in turn, and one that does not fit waits for the next that asks.</summary>
    private sealed class Deck(IEnumerable<Case> cards, Func<Case, string> type)
    {
        private readonly Dictionary<string, List<Case>> _piles = cards.GroupBy(type).ToDictionary(g => g.Key, g => Shuffled(g.Key, g));

        public Composition Next(string of, Func<Case, Composition> compose)
        {
            var pile = _piles[of];
            for (var i = 0; i < pile.Count; i++)
            {
                var (card, composition) = (pile[i], compose(pile[i]));
                if (!composition.Fits()) continue;
                pile.RemoveAt(i);
                pile.Add(card);
                return composition;
            }

            throw new InvalidOperationException($"no function of a {of} fits");
        }

        private static List<Case> Shuffled(string key, IEnumerable<Case> cards)
        {
            var shuffled = cards.ToArray();
            Draws.Seeded(key).Shuffle(shuffled);
            return [.. shuffled];
        }
    }
}
