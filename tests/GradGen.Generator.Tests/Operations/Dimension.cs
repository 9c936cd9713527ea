namespace GradGen.Generator.Tests.Operations;

/// <summary>A letter for a size, such as the m of an m×n matrix.</summary>
/// <param name="Name">The letter.</param>
/// <param name="IsOffset">Whether it counts what lies beside the part that is meant, so that it is 0 where an array has one entry.</param>
internal sealed record SizeSymbol(string Name, bool IsOffset = false);

/// <summary>A number of rows, columns or entries in terms of letters: m, a + m, m · n.</summary>
/// <param name="Text">As it is shown.</param>
/// <param name="Symbols">The letters.</param>
/// <param name="In">The number where the letters have values.</param>
internal sealed record Dimension(string Text, IReadOnlyList<SizeSymbol> Symbols, Func<Sizes, int> In)
{
    public static implicit operator Dimension(SizeSymbol symbol) => new(symbol.Name, [symbol], s => s[symbol]);

    public static implicit operator Dimension(int number) => new($"{number}", [], _ => number);

    public static Dimension operator +(Dimension x, Dimension y) => new($"{x.Text} + {y.Text}", [.. x.Symbols.Union(y.Symbols)], s => x.In(s) + y.In(s));

    public static Dimension operator *(Dimension x, Dimension y) => new($"{x.Text}·{y.Text}", [.. x.Symbols.Union(y.Symbols)], s => x.In(s) * y.In(s));

    public static Dimension Smaller(Dimension x, Dimension y) => new($"min({x.Text}, {y.Text})", [.. x.Symbols.Union(y.Symbols)], s => Math.Min(x.In(s), y.In(s)));

    public override string ToString() => Text;
}

/// <summary>Values of the letters.</summary>
internal sealed class Sizes(IEnumerable<(SizeSymbol Symbol, int Value)> values)
{
    private readonly Dictionary<SizeSymbol, int> _values = values.ToDictionary(v => v.Symbol, v => v.Value);

    public int this[SizeSymbol symbol] => _values[symbol];

    public override string ToString() => string.Join(", ", _values.Select(v => $"{v.Key.Name} = {v.Value}"));

    /// <summary>All values of some letters up to a largest one.</summary>
    public static IEnumerable<Sizes> UpTo(int largest, IReadOnlyList<SizeSymbol> symbols, int least = 1)
    {
        IEnumerable<IReadOnlyList<(SizeSymbol, int)>> all = [[]];
        foreach (var symbol in symbols)
        {
            var first = symbol.IsOffset ? 0 : least;
            all = all.SelectMany(some => Enumerable.Range(first, largest - first + 1).Select(value => (IReadOnlyList<(SizeSymbol, int)>)[.. some, (symbol, value)]));
        }

        return all.Select(values => new Sizes(values));
    }
}

/// <summary>A type of the language with sizes in letters.</summary>
/// <param name="Type">The C# type.</param>
internal sealed record Sized(string Type, Dimension Rows, Dimension Columns)
{
    public static readonly Sized Scalar = new("double", 1, 1);

    public bool IsScalar => Type == "double";

    public IEnumerable<SizeSymbol> Symbols => Rows.Symbols.Union(Columns.Symbols);

    /// <summary>Whether it has as many rows as columns whatever the letters are.</summary>
    public bool IsSquare => Type == "Matrix" && Rows.Text == Columns.Text;

    public (int Rows, int Columns) In(Sizes sizes) => (Rows.In(sizes), Columns.In(sizes));

    public override string ToString() => Type switch
    {
        "double" => Type,
        "Matrix" => $"Matrix {Rows}×{Columns}",
        "RowVector" => $"RowVector {Columns}",
        _ => $"{Type} {Rows}",
    };
}
