using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Rendering;

/// <summary>A place in a sequence as a sum of letters and a number, which adds up as a reader does: n − 1 − (n − 1 − i) is i.</summary>
internal sealed class Position
{
    private readonly ImmutableArray<(Notation Term, int Times)> terms;
    private readonly int number;

    private Position(ImmutableArray<(Notation, int)> terms, int number)
    {
        this.terms = terms;
        this.number = number;
    }

    /// <summary>Whether the place is said by names and numbers alone.</summary>
    public bool IsShort => terms.All(t => t.Term is Notation.Name && Math.Abs(t.Times) == 1) && terms.Length <= 2;

    public static Position Of(Notation notation) => notation switch
    {
        Notation.Number n when n.Value == (int)n.Value => Of((int)n.Value),
        Notation.Negated n => Of(0) - Of(n.Operand),
        Notation.Sum n => n.Terms.Aggregate(Of(0), (sum, t) => t.Negative ? sum - Of(t.Term) : sum + Of(t.Term)),
        _ => new([(notation, 1)], 0),
    };

    public static Position Of(int number) => new([], number);

    public static Position operator +(Position a, Position b) => Add(a, b, 1);

    public static Position operator -(Position a, Position b) => Add(a, b, -1);

    public static Position operator +(Position a, int b) => Add(a, Of(b), 1);

    public static Position operator -(Position a, int b) => Add(a, Of(b), -1);

    public Notation ToNotation()
    {
        var added = terms.Where(t => t.Times > 0).SelectMany(t => Enumerable.Repeat((false, t.Term), t.Times));
        var taken = terms.Where(t => t.Times < 0).SelectMany(t => Enumerable.Repeat((true, t.Term), -t.Times));
        var all = added.Concat(number == 0 ? [] : [(number < 0, new Notation.Number(Math.Abs(number)))]).Concat(taken).ToImmutableArray();
        return all.Length switch { 0 => new Notation.Number(0), 1 when !all[0].Item1 => all[0].Item2, _ => new Notation.Sum(all) };
    }

    private static Position Add(Position a, Position b, int sign)
    {
        var sum = a.terms;
        foreach (var (term, times) in b.terms)
        {
            var at = sum.Select(t => t.Term).ToList().IndexOf(term);
            sum = at < 0 ? sum.Add((term, sign * times)) : sum.SetItem(at, (term, sum[at].Times + (sign * times)));
        }

        return new(sum.RemoveAll(t => t.Times == 0), a.number + (sign * b.number));
    }
}
