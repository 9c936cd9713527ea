using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Rendering;

/// <summary>What both writers ask of a notation before they write: its parts, and one form for what reads the same.</summary>
internal static class NotationTree
{
    public static IEnumerable<Notation> Children(Notation notation) => notation switch
    {
        // Most of a formula.
        Notation.Name or Notation.Number or Notation.Verbatim => [],
        Notation.Sum n => n.Terms.Select(t => t.Term),
        Notation.Product n => n.Factors,
        Notation.Negated n => [n.Operand],
        Notation.Grouped n => [n.Operand],
        Notation.Fraction n => [n.Numerator, n.Denominator],
        Notation.Superscript n => [n.Base, n.Exponent],
        Notation.Transposed n => [n.Base],
        Notation.Inverse n => [n.Base],
        Notation.Subscript n => n.Indices.Insert(0, n.Base),
        Notation.Bars n => [n.Operand],
        Notation.Function n => n.Arguments,
        Notation.Differential n => [n.Operand],
        Notation.Bracket n => n.Parts,
        Notation.BigSum n => [n.Index, n.From, n.Until, n.Body],
        Notation.Cases n => [n.Condition, n.Then, n.Else],
        Notation.Infix n => [n.Left, n.Right],
        Notation.Least n => [n.Index, n.From, n.Condition],
        Notation.Where n => n.Definitions.SelectMany(d => new[] { d.Left, d.Right }).Prepend(n.Body),
        _ => [],
    };

    /// <summary>How many symbols the notation has when it is written out, counted up to a limit.</summary>
    public static int Size(Notation notation, int limit)
    {
        var rest = new Stack<Notation>([notation]);
        var size = 0;
        while (rest.Count > 0 && size < limit)
        {
            size++;
            foreach (var child in Children(rest.Pop())) rest.Push(child);
        }

        return size;
    }

    /// <summary>
    /// Sums and products in sums and products of their kind are opened up, signs go to the sum around them, an inverse of a
    /// transposed one is a transposed inverse, and a negative number is a negated one.
    /// </summary>
    public static Notation Tidy(Notation notation) => notation switch
    {
        Notation.Name => notation,
        Notation.Number { Value: < 0 } n => new Notation.Negated(new Notation.Number(-n.Value)),
        Notation.Sum n => Sum(n.Terms.Select(t => (t.Negative, Tidy(t.Term))).SelectMany(Flat).ToImmutableArray()),
        Notation.Product n when IsEntrywise(n) => n with { Factors = n.Factors.Select(Tidy).ToImmutableArray() },
        Notation.Product n => Product(n.Factors.Select(Tidy).SelectMany(f => f is Notation.Product p && p.Symbol == n.Symbol ? p.Factors : [f]).ToImmutableArray(), n.Symbol),
        Notation.Negated n => new Notation.Negated(Tidy(n.Operand)),
        Notation.Grouped n => new Notation.Grouped(Tidy(n.Operand)),
        Notation.Fraction n => new Notation.Fraction(Tidy(n.Numerator), Tidy(n.Denominator)),
        Notation.Superscript n => new Notation.Superscript(Tidy(n.Base), Tidy(n.Exponent)),
        Notation.Transposed n => new Notation.Transposed(Tidy(n.Base)),
        Notation.Inverse { Base: Notation.Transposed n } => new Notation.Transposed(Tidy(new Notation.Inverse(n.Base))),
        Notation.Inverse n => new Notation.Inverse(Tidy(n.Base)),
        Notation.Subscript n => new Notation.Subscript(Tidy(n.Base), n.Indices.Select(Tidy).ToImmutableArray()),
        Notation.Bars n => n with { Operand = Tidy(n.Operand) },
        Notation.Function n => n with { Arguments = n.Arguments.Select(Tidy).ToImmutableArray() },
        // d(xᵢ) is (dx)ᵢ.
        Notation.Differential { Operand: Notation.Subscript { Base: Notation.Name } n } => Tidy(n with { Base = new Notation.Differential(n.Base) }),
        Notation.Differential n => new Notation.Differential(Tidy(n.Operand)),
        Notation.Bracket n => n with { Parts = n.Parts.Select(Tidy).ToImmutableArray() },
        Notation.BigSum n => n with { Index = Tidy(n.Index), From = Tidy(n.From), Until = Tidy(n.Until), Body = Tidy(n.Body) },
        Notation.Cases n => new Notation.Cases(Tidy(n.Condition), Tidy(n.Then), Tidy(n.Else)),
        Notation.Infix n => new Notation.Infix(n.Symbol, Tidy(n.Left), Tidy(n.Right)),
        Notation.Least n => new Notation.Least(Tidy(n.Index), Tidy(n.From), Tidy(n.Condition)),
        Notation.Where n => new Notation.Where(Tidy(n.Body), n.Definitions.Select(d => (Tidy(d.Left), Tidy(d.Right))).ToImmutableArray()),
        _ => notation,
    };

    /// <summary>The exponent of an entrywise power, <c>∘p</c>.</summary>
    public static bool IsEntrywise(Notation notation) => notation is Notation.Product { Factors: { Length: 2 } factors } && factors[0] is Notation.Verbatim { Text: "∘" };

    private static Notation Sum(ImmutableArray<(bool Negative, Notation Term)> terms) => terms.Length switch
    {
        0 => new Notation.Number(0),
        1 => terms[0].Negative ? new Notation.Negated(terms[0].Term) : terms[0].Term,
        _ => new Notation.Sum(terms),
    };

    private static Notation Product(ImmutableArray<Notation> factors, string symbol) => factors.Length switch
    {
        0 => new Notation.Number(1),
        1 => factors[0],
        _ => new Notation.Product(factors, symbol),
    };

    private static IEnumerable<(bool, Notation)> Flat((bool Negative, Notation Term) term)
    {
        while (term.Term is Notation.Negated negated) term = (!term.Negative, negated.Operand);
        return term is { Negative: false, Term: Notation.Sum sum } ? sum.Terms : [term];
    }
}
