using System.Globalization;
using System.Text.RegularExpressions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>
/// Reads a formula in Unicode as a reader does who knows the names in scope, and gives its tree with every parenthesis.
/// It shares nothing with the writer but the rules.
/// </summary>
internal sealed partial class FormulaParser(string text, ReadNames names)
{
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉";
    private const string LettersBelow = "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
    private const string LettersOfBelow = "aehijklmnoprstuvx";

    private int at;

    // The bar that closes what is being read, if nothing was opened since.
    private char closing;

    public static string Parse(string text, ReadNames names)
    {
        var parser = new FormulaParser(text, names);
        var tree = parser.Formula();
        if (parser.at != text.Length) throw parser.Unexpected();
        return tree;
    }

    private char Next => at < text.Length ? text[at] : '\0';

    private string Formula()
    {
        var body = Relation();
        if (!Take(" where ")) return body;
        var definitions = new List<(string, string)>();
        do
        {
            var name = Name();
            if (!Take(" = ")) throw Unexpected();
            definitions.Add((name, Sum()));
        }
        while (Take(", "));
        return Tree.Where(body, definitions);
    }

    private string Relation()
    {
        var left = Sum();
        if (InfixSymbol().Match(text, at) is not { Success: true } symbol) return left;
        at += symbol.Length;
        return Tree.Infix(symbol.Value.Trim(), left, Sum());
    }

    private string Sum()
    {
        var terms = new List<(bool, string)> { (Take("−"), Term()) };
        while (true)
        {
            if (Take(" + ")) terms.Add((false, Term()));
            else if (Take(" − ")) terms.Add((true, Term()));
            else return terms.Count == 1 ? terms[0].Item1 ? Tree.Negated(terms[0].Item2) : terms[0].Item2 : Tree.Sum(terms);
        }
    }

    private string Term()
    {
        var first = Juxtaposed();
        if (Take("/")) return Tree.Fraction(first, Factor());
        if (SymbolOfProduct().Match(text, at) is not { Success: true } symbol) return first;
        var factors = new List<string> { first };
        while (Take(symbol.Value)) factors.Add(Juxtaposed());
        // A product of another symbol beside it would have no meaning.
        return SymbolOfProduct().Match(text, at).Success ? throw Unexpected() : Tree.Product(symbol.Value.Trim(), factors);
    }

    private string Juxtaposed()
    {
        var factors = new List<string>();
        do factors.Add(Factor());
        while (Continues());
        return Tree.Product("", factors);
    }

    private bool Continues()
    {
        if (at == text.Length || StopsProduct().Match(text, at).Success || Next == closing) return false;
        if (Next is ' ' or '·') at++;
        return true;
    }

    private string Factor()
    {
        if (Take("∑"))
        {
            var index = Take("_") ? Match(Identifier()) : Script(LettersBelow, LettersOfBelow);
            if (!Take(" ")) throw Unexpected();
            return Tree.BigSum(Tree.Name(index), Term());
        }

        if (Next is '√' or '∛')
        {
            var root = text[at++].ToString();
            return Tree.Function(root, [Lowered()]);
        }

        var value = Lowered();
        if (Take("⁻ᵀ")) return Tree.Transposed(Tree.Power(value, Tree.Negated("1")));
        if (Take("ᵀ")) return Tree.Transposed(value);
        if (Next == '⁻' || Above.Contains(Next)) value = Tree.Power(value, WholeAbove());
        else if (Take("^∘")) value = Tree.EntrywisePower(value, Exponent());
        else if (Take("^")) value = Tree.Power(value, Exponent());
        return value;
    }

    private string WholeAbove()
    {
        var negative = Take("⁻");
        var number = Number(Script(Above, "0123456789"));
        return negative ? Tree.Negated(number) : number;
    }

    private string Exponent() => Next == '(' ? Primary() : char.IsDigit(Next) || "½¼¾∞".Contains(Next) ? Primary() : Name();

    private string Lowered()
    {
        var bar = Next is '|' or '‖';
        var value = Primary();
        if (bar) return value;
        if (Take("["))
        {
            var indices = Inside(']', () => List("]"));
            return Tree.Subscript(value, indices);
        }

        var below = Match(ScriptsBelow());
        return below == "" ? value : Tree.Subscript(value, Indices(below));
    }

    /// <summary>xᵢ, xᵢ₊₁, x₁₂, Aᵢⱼ, A₁ᵢ.</summary>
    private static List<string> Indices(string below)
    {
        var parts = PartBelow().Matches(below).Select(p => p.Value).ToList();
        var values = parts.Select(p => p is "₊" or "₋" ? p : Below.Contains(p[0]) ? Number(Translate(p, Below, "0123456789")) : Tree.Name(Translate(p, LettersBelow, LettersOfBelow))).ToList();
        if (!values.Any(v => v is "₊" or "₋")) return values;
        var terms = new List<(bool, string)> { (false, values[0]) };
        for (var i = 1; i < values.Count; i += 2) terms.Add((values[i] == "₋", values[i + 1]));
        return [Tree.Sum(terms)];
    }

    private string Primary()
    {
        if (Take("(")) return Inside(')', () => { var inner = Relation(); return Take(")") ? inner : throw Unexpected(); });
        if (Next is '|' or '‖') return Bars();
        if (Take("{"))
        {
            return Inside('}', () =>
            {
                var then = Relation();
                if (!Take(" if ")) throw Unexpected();
                var condition = Relation();
                if (!Take("; else ")) throw Unexpected();
                var otherwise = Relation();
                return Take("}") ? Tree.Cases(condition, then, otherwise) : throw Unexpected();
            });
        }

        if (Match(Fractions()) is { Length: > 0 } glyph) return glyph switch { "½" => "0.5", "¼" => "0.25", "¾" => "0.75", _ => "∞" };
        if (Match(Digits()) is { Length: > 0 } digits) return Number(digits);
        if (Identifier().Match(text, at) is not { Success: true } run) return Name();
        // A run of letters is a word if it is one in this formula, otherwise its letters are factors.
        var scripted = run.Value + HeadEnd().Match(text, at + run.Length).Value;
        var head = names.Heads.Contains(scripted) ? scripted : names.IsWord(run.Value) ? run.Value : run.Value[..1];
        var after = at + head.Length < text.Length ? text[at + head.Length] : '\0';
        if (!names.Heads.Contains(head) || !(after == '(' || after is '|' or '‖' && after != closing && head.Length > 1)) return Name();
        at += head.Length;
        if (Next != '(') return Tree.Function(head, [Bars()]);
        at++;
        return Tree.Function(head, Inside(')', () => List(")")));
    }

    private string Bars()
    {
        var bar = text[at++];
        var inner = Inside(bar, () => { var value = Relation(); return Take(bar.ToString()) ? value : throw Unexpected(); });
        var inverse = Take("⁻ᵀ");
        var power = inverse ? "ᵀ" : Next == '⁻' || Above.Contains(Next) ? WholeAbove() : Take("ᵀ") ? "ᵀ" : null;
        var kind = Take("_") ? text[at++].ToString() : Script(Below, "0123456789");
        var bars = Tree.Bars(bar.ToString(), inner, kind);
        if (inverse) bars = Tree.Power(bars, Tree.Negated("1"));
        return power is null ? bars : power == "ᵀ" ? Tree.Transposed(bars) : Tree.Power(bars, power);
    }

    private string Name()
    {
        foreach (var bold in new[] { ("𝐈", "I"), ("𝐞", "e"), ("𝐊", "K") })
        {
            if (Take(bold.Item1)) return Tree.Verbatim(bold.Item2);
        }

        var run = Identifier().Match(text, at);
        if (!run.Success) throw Unexpected();
        var word = names.IsWord(run.Value) ? run.Value : run.Value[..1];
        at += word.Length;
        var digits = DigitsBelow().Match(text, at);
        if (digits.Success && names.WithDigits(word, Translate(digits.Value, Below, "0123456789")) is { } numbered)
        {
            at += digits.Length;
            return Tree.Name(numbered);
        }

        return names.Read(word);
    }

    private List<string> List(string end)
    {
        var values = new List<string>();
        if (Take(end)) return values;
        do
        {
            values.Add(Take(":") ? Tree.Verbatim(":") : Relation());
        }
        while (Take(", "));
        return Take(end) ? values : throw Unexpected();
    }

    private T Inside<T>(char close, Func<T> read)
    {
        var outer = closing;
        closing = close;
        var result = read();
        closing = outer;
        return result;
    }

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(text, at, expected, 0, expected.Length) != 0) return false;
        at += expected.Length;
        return true;
    }

    private string Match(Regex pattern)
    {
        var match = pattern.Match(text, at);
        at += match.Length;
        return match.Value;
    }

    private string Script(string forms, string plain)
    {
        var start = at;
        while (at < text.Length && forms.Contains(text[at])) at++;
        return Translate(text[start..at], forms, plain);
    }

    private static string Translate(string text, string from, string to) => string.Concat(text.Select(c => to[from.IndexOf(c)]));

    private static string Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    private FormatException Unexpected() => new($"{text[..at]}⟨here⟩{text[at..]}");

    [GeneratedRegex(@"\G (<|>|≤|≥|=|≠|∧|∨|%) ")] private static partial Regex InfixSymbol();

    [GeneratedRegex(@"\G (∘|⊗|·) ")] private static partial Regex SymbolOfProduct();

    [GeneratedRegex(@"\G( [+−∘⊗·<>≤≥=≠∧∨%] |[/)\]},;]| if | where )")] private static partial Regex StopsProduct();

    // Letters above and below the line are modifier letters, which names do not have.
    [GeneratedRegex(@"\G[\p{L}_-[\p{Lm}]][\p{L}0-9_.-[\p{Lm}]]*")] private static partial Regex Identifier();

    [GeneratedRegex(@"\G[₊₋₀-₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ]*")] private static partial Regex ScriptsBelow();

    [GeneratedRegex("[₀-₉]+|.")] private static partial Regex PartBelow();

    [GeneratedRegex(@"\G[₀-₉]+")] private static partial Regex DigitsBelow();

    [GeneratedRegex(@"\G[₀-₉]+\*?")] private static partial Regex HeadEnd();

    [GeneratedRegex(@"\G[½¼¾∞]")] private static partial Regex Fractions();

    [GeneratedRegex(@"\G[0-9]+(\.[0-9]+)?(e-?[0-9]+)?")] private static partial Regex Digits();
}
