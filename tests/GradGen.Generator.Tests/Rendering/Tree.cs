using System.Globalization;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>A formula's tree as text with every parenthesis, sums and products of one kind opened up.</summary>
internal static class Tree
{
    private static readonly Dictionary<string, string> symbols = new() { ["<="] = "≤", ["=="] = "=", ["&&"] = "∧" };

    public static string Of(Notation notation) => notation switch
    {
        Notation.Name n => Name(n.Text),
        Notation.Number { Value: < 0 } n => Negated(Of(new Notation.Number(-n.Value))),
        Notation.Number n => double.IsInfinity(n.Value) ? "∞" : n.Value.ToString("R", CultureInfo.InvariantCulture),
        Notation.Verbatim n => Verbatim(n.Text),
        Notation.Sum n => Sum(n.Terms.Select(t => (t.Negative, Of(t.Term)))),
        Notation.Product n => Product(n.Symbol, n.Factors.Select(Of)),
        Notation.Negated n => Negated(Of(n.Operand)),
        Notation.Fraction n => Fraction(Of(n.Numerator), Of(n.Denominator)),
        Notation.Superscript { Exponent: Notation.Product { Factors: [Notation.Verbatim { Text: "∘" }, var exponent] } } n => EntrywisePower(Of(n.Base), Of(exponent)),
        Notation.Superscript n => Power(Of(n.Base), Of(n.Exponent)),
        Notation.Transposed n => Transposed(Of(n.Base)),
        // (Xᵀ)⁻¹ is written as X⁻ᵀ.
        Notation.Inverse { Base: Notation.Transposed n } => Transposed(Of(new Notation.Inverse(n.Base))),
        Notation.Inverse n => Power(Of(n.Base), Negated("1")),
        Notation.Subscript n => Subscript(Of(n.Base), n.Indices.Select(Of)),
        Notation.Bars n => Bars(n.Bar, Of(n.Operand), n.Kind),
        Notation.Function n => Function(n.Head, n.Arguments.Select(Of)),
        Notation.BigSum n => n.HasRange ? $"[∑:{Of(n.Index)},{Of(n.From)},{Of(n.Until)},{Of(n.Body)}]" : BigSum(Of(n.Index), Of(n.Body)),
        Notation.Differential { Operand: Notation.Grouped n } => Of(new Notation.Differential(n.Operand)),
        Notation.Differential { Operand: Notation.Subscript { Base: Notation.Grouped n } s } => Of(new Notation.Differential(s with { Base = n.Operand })),
        Notation.Differential { Operand: Notation.Subscript { Base: Notation.Name } n } => Of(n with { Base = new Notation.Differential(n.Base) }),
        Notation.Differential n => $"[d:{Of(n.Operand)}]",
        Notation.Cases n => Cases(Of(n.Condition), Of(n.Then), Of(n.Else)),
        Notation.Grouped n => Of(n.Operand),
        Notation.Least n => $"[least:{Of(n.Index)},{Of(n.From)},{Of(n.Condition)}]",
        Notation.Where n => Where(Of(n.Body), n.Definitions.Select(d => (Of(d.Left), Of(d.Right)))),
        Notation.Infix n => Infix(symbols.GetValueOrDefault(n.Symbol, n.Symbol), Of(n.Left), Of(n.Right)),
        _ => throw new ArgumentException(notation.ToString()),
    };

    public static string Name(string text) => $"‘{text}’";

    public static string Verbatim(string text) => $"“{text}”";

    public static string Sum(IEnumerable<(bool Negative, string Term)> terms)
    {
        var flat = terms.SelectMany(Open).ToList();
        return flat is [(false, var only)] ? only : flat is [(true, var negative)] ? $"[neg:{negative}]" : $"[sum:{string.Concat(flat.Select(t => (t.Negative ? "−" : "+") + t.Term))}]";

        static IEnumerable<(bool Negative, string Term)> Open((bool Negative, string Term) term)
        {
            while (term.Term.StartsWith("[neg:")) term = (!term.Negative, term.Term[5..^1]);
            return !term.Negative && term.Term.StartsWith("[sum:") ? Parts(term.Term[5..^1], "+−").Select(p => (p[0] == '−', p[1..])) : [term];
        }
    }

    public static string Product(string symbol, IEnumerable<string> factors)
    {
        var head = $"[mul{symbol}:";
        var flat = factors.SelectMany(f => f.StartsWith(head) ? Parts(f[head.Length..^1], "*").Select(p => p[1..]) : [f]).ToList();
        return flat is [var only] ? only : head + string.Concat(flat.Select(f => "*" + f)) + "]";
    }

    public static string Negated(string operand) => $"[neg:{operand}]";

    public static string Fraction(string numerator, string denominator) => $"[div:{numerator},{denominator}]";

    public static string Power(string value, string exponent) => $"[pow:{value},{exponent}]";

    public static string EntrywisePower(string value, string exponent) => $"[each:{value},{exponent}]";

    public static string Transposed(string value) => $"[T:{value}]";

    public static string Subscript(string value, IEnumerable<string> indices) => $"[at:{value},{string.Join(",", indices)}]";

    public static string Bars(string bar, string operand, string kind) => $"[bars{bar}{kind}:{operand}]";

    public static string Function(string head, IEnumerable<string> arguments) => $"[call {head}:{string.Join(",", arguments)}]";

    public static string BigSum(string index, string body) => $"[∑:{index},{body}]";

    public static string Cases(string condition, string then, string otherwise) => $"[if:{condition},{then},{otherwise}]";

    public static string Where(string body, IEnumerable<(string Name, string Value)> definitions) => $"[where:{body},{string.Join(",", definitions.Select(d => $"{d.Name}={d.Value}"))}]";

    public static string Infix(string symbol, string left, string right) => $"[infix{symbol}:{left},{right}]";

    /// <summary>The parts of a list, each with the sign before it.</summary>
    private static List<string> Parts(string list, string signs)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            if (i == list.Length || depth == 0 && i > start && signs.Contains(list[i]) && list[i - 1] != 'E')
            {
                parts.Add(list[start..i]);
                start = i;
            }
            else depth += list[i] == '[' ? 1 : list[i] == ']' ? -1 : 0;
        }

        return parts;
    }
}
