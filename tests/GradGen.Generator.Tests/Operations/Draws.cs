namespace GradGen.Generator.Tests.Operations;

/// <summary>Arguments of a case at one choice of its sizes.</summary>
/// <param name="Name">What is special about the sizes.</param>
internal sealed record Draw(string Name, Sizes Sizes, object[] Arguments)
{
    public override string ToString() => Sizes.ToString() is { Length: > 0 } sizes ? $"{Name}: {sizes}" : Name;
}

/// <summary>
/// The sizes at which a case is called, and its arguments there: drawn from a generator whose seed is the case's text, so that they are
/// the same on every run and stay when other cases are added.
/// </summary>
internal static class Draws
{
    public const string Given = "as given";
    public const string Ones = "one entry";
    public const string Random = "random";
    public const string Empty = "empty";

    private const int Trials = 2000;
    private const int Points = 3;

    // Unlike sizes, so that no transposition goes unseen.
    private static readonly IReadOnlyDictionary<string, int> GivenSizes = new Dictionary<string, int> { ["m"] = 2, ["n"] = 3, ["k"] = 4, ["l"] = 2, ["a"] = 1, ["b"] = 1, ["c"] = 0, ["d"] = 1 };

    /// <summary>Draws with entries: the given sizes, random ones, and one row and column of everything.</summary>
    /// <param name="row">The case.</param>
    /// <param name="accepts">What the variables must fulfil beside their domains.</param>
    public static IReadOnlyList<Draw> Of(Case row, Func<Varying, object, bool>? accepts = null) => [.. SizesOf(row).Select(s => Seeded(row, s.Name, s.Sizes, accepts))];

    /// <summary>Draws in which an array has no entries: each size 0 alone, and all.</summary>
    public static IReadOnlyList<Draw> OfNothing(Case row) => [.. EmptySizesOf(row).Select(s => Seeded(row, Empty, s))];

    /// <summary>Draws in which two arguments have one shape and are one value.</summary>
    public static IReadOnlyList<Draw> OfShared(Case row, Varying kept, Varying replaced)
    {
        var random = Seeded($"{row} {kept.Name} {replaced.Name}");
        var fitting = Sizes.UpTo(4, row.Symbols, least: 0).Where(s => kept.Argument.Sized.In(s) == replaced.Argument.Sized.In(s)).ToList();
        var sizes = new List<(string Name, Sizes Sizes)>();
        if (row.Symbols.Count == 0) sizes.AddRange(Enumerable.Range(1, Points).Select(i => ($"point {i}", fitting[0])));
        else
        {
            var one = fitting.First(s => row.Symbols.All(x => s[x] == (x.IsOffset ? 0 : 1)));
            sizes.Add((Ones, one));
            sizes.AddRange(Some(fitting.Where(s => !IsEmpty(row, s) && s != one), Points).Select(s => (Random, s)));
            sizes.AddRange(Some(fitting.Where(s => IsEmpty(row, s)), 2).Select(s => (Empty, s)));
        }

        return [.. sizes.Select(s => Shared(s.Name, s.Sizes))];

        IEnumerable<Sizes> Some(IEnumerable<Sizes> all, int count)
        {
            var shuffled = all.ToArray();
            random.Shuffle(shuffled);
            return shuffled.Take(count);
        }

        Draw Shared(string name, Sizes at)
        {
            for (var trial = 0; trial < Trials; trial++)
            {
                var arguments = row.Arguments.Select(x => x.Argument.Draw(random, at)).ToArray();
                var value = arguments[trial % 2 == 0 ? kept.Position : replaced.Position];
                if (!kept.Argument.Domain.Contains(value) || !replaced.Argument.Domain.Contains(value)) continue;
                arguments[kept.Position] = arguments[replaced.Position] = value;
                if (row.Together(arguments)) return new(name, at, arguments);
            }

            throw new InvalidOperationException($"{row}: no argument found that {kept.Name} and {replaced.Name} share at {at}");
        }
    }

    /// <summary>A generator of random numbers for a text, the same on every machine.</summary>
    public static Random Seeded(string text) => new(text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));

    /// <summary>Arguments at given sizes.</summary>
    public static object[] At(Case row, Random random, Sizes sizes, Func<Varying, object, bool>? accepts = null)
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var arguments = row.Arguments.Select(x => x.Argument.Draw(random, sizes)).ToArray();
            if (row.Together(arguments) && row.Variables.All(v => accepts?.Invoke(v, arguments[v.Position]) != false)) return arguments;
        }

        throw new InvalidOperationException($"{row}: no arguments found at {sizes}");
    }

    /// <summary>Whether an argument has no entries.</summary>
    public static bool IsEmpty(Case row, Sizes sizes) => row.Arguments.Any(x => x.Argument is RealArgument real && real.Sized.In(sizes) is (0, _) or (_, 0));

    private static Draw Seeded(Case row, string name, Sizes sizes, Func<Varying, object, bool>? accepts = null) =>
        new(name, sizes, At(row, Seeded($"{row} {name} {sizes}"), sizes, accepts));

    private static IEnumerable<(string Name, Sizes Sizes)> SizesOf(Case row)
    {
        var symbols = row.Symbols;
        if (symbols.Count == 0)
        {
            for (var i = 1; i <= Points; i++) yield return ($"point {i}", new([]));
            yield break;
        }

        var random = Seeded($"sizes of {row}");
        var given = Choose(x => GivenSizes[x.Name]);
        yield return (Given, given);
        // Sizes that give the arguments other shapes.
        var seen = new HashSet<string> { Shapes(given), Shapes(AllOne()) };
        var largest = LargestOf(row);
        for (var trial = 0; trial < Trials && seen.Count < Points + 2; trial++)
        {
            var sizes = Choose(x => x.IsOffset ? random.Next(3) : random.Next(1, largest + 1));
            if (seen.Add(Shapes(sizes))) yield return ($"{Random} {seen.Count - 2}", sizes);
        }

        yield return (Ones, AllOne());

        Sizes Choose(Func<SizeSymbol, int> value) => new(symbols.Select(x => (x, value(x))));
        string Shapes(Sizes sizes) => string.Join(", ", row.Arguments.Select(x => x.Argument).OfType<RealArgument>().Select(x => x.Sized.In(sizes)));
        Sizes AllOne() => Choose(x => x.IsOffset ? 0 : 1);
    }

    /// <summary>Vectors reach the lengths at which kernels take several entries at once; matrices would cost too much.</summary>
    private static int LargestOf(Case row) =>
        row.Arguments.Any(x => x.Argument.Type == "Matrix") || row.Returns.Type == "Matrix" ? row.Symbols.Count(x => !x.IsOffset) == 1 ? 5 : 4 : 12;

    private static IEnumerable<Sizes> EmptySizesOf(Case row)
    {
        var letters = row.Symbols.Where(x => !x.IsOffset).ToList();
        if (letters.Count == 0) yield break;
        foreach (var letter in letters) yield return new(row.Symbols.Select(x => (x, x == letter ? 0 : GivenSizes[x.Name])));
        if (letters.Count > 1) yield return new(row.Symbols.Select(x => (x, x.IsOffset ? GivenSizes[x.Name] : 0)));
        yield return new(row.Symbols.Select(x => (x, 0)));
    }
}
