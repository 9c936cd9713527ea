using System.Globalization;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>
/// Reads a formula in Unicode as a reader does who knows the names in scope, and gives its layout. It shares nothing with the
/// writer but the rules.
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

    public static Notation Parse(string text, ReadNames names)
    {
        var parser = new FormulaParser(text, names);
        var tree = parser.Formula();
        if (parser.at != text.Length) throw parser.Unexpected();
        return tree;
    }

    private char Next => at < text.Length ? text[at] : '\0';

    private Notation Formula()
    {
        var body = Relation();
        if (!Take(" where ")) return body;
        var definitions = new List<(Notation, Notation)>();
        do
        {
            var left = Lowered();
            if (!Take(" = ")) throw Unexpected();
            definitions.Add((left, Sum()));
        }
        while (Take(", "));
        return Written.Where(body, definitions);
    }

    private Notation Relation()
    {
        var left = Sum();
        if (InfixSymbol().Match(text, at) is not { Success: true } symbol) return left;
        at += symbol.Length;
        return Written.Infix(symbol.Value.Trim(), left, Sum());
    }

    private Notation Sum()
    {
        var terms = new List<(bool, Notation)> { (Take("−"), Term()) };
        while (true)
        {
            if (Take(" + ")) terms.Add((false, Term()));
            else if (Take(" − ")) terms.Add((true, Term()));
            else return terms.Count == 1 ? terms[0].Item1 ? Written.Negated(terms[0].Item2) : terms[0].Item2 : Written.Sum(terms);
        }
    }

    private Notation Term()
    {
        var first = Juxtaposed();
        if (Take("/")) return Written.Fraction(first, Factor());
        if (SymbolOfProduct().Match(text, at) is not { Success: true } symbol) return first;
        var factors = new List<Notation> { first };
        while (Take(symbol.Value)) factors.Add(Juxtaposed());
        // A product of another symbol beside it would have no meaning.
        return SymbolOfProduct().Match(text, at).Success ? throw Unexpected() : Written.Product(symbol.Value.Trim(), factors);
    }

    private Notation Juxtaposed()
    {
        var factors = new List<Notation>();
        do factors.Add(Factor());
        while (Continues());
        return Written.Product("", factors);
    }

    private bool Continues()
    {
        if (at == text.Length || StopsProduct().Match(text, at).Success || Next == closing) return false;
        if (Next is ' ' or '·') at++;
        return true;
    }

    private Notation Factor()
    {
        if (Take("∑_("))
        {
            var from = Sum();
            if (!Take(" ≤ ")) throw Unexpected();
            var runs = Name();
            if (!Take(" < ")) throw Unexpected();
            var until = Sum();
            if (!Take(") ")) throw Unexpected();
            return Written.BigSum(runs, from, until, Term());
        }

        if (Take("∑"))
        {
            var index = Take("_") ? Match(Identifier()) : Script(LettersBelow, LettersOfBelow);
            if (!Take(" ")) throw Unexpected();
            return Written.BigSum(Written.Name(index), Term());
        }

        if (Next is '√' or '∛')
        {
            var root = text[at++].ToString();
            return Written.Function(root, [Lowered()]);
        }

        var value = Lowered();
        if (Take("⁻ᵀ")) return Written.Transposed(Written.Power(value, Written.Number(-1)));
        if (Take("ᵀ")) return Written.Transposed(value);
        if (Next == '⁻' || Above.Contains(Next)) value = Written.Power(value, WholeAbove());
        else if (Take("^∘")) value = Written.EntrywisePower(value, Exponent());
        else if (Take("^")) value = Written.Power(value, Exponent());
        return value;
    }

    private Notation WholeAbove()
    {
        var negative = Take("⁻");
        var number = Number(Script(Above, "0123456789"));
        return negative ? Written.Negated(number) : number;
    }

    private Notation Exponent() => Next == '(' ? Primary() : char.IsDigit(Next) || "½¼¾∞".Contains(Next) ? Primary() : Name();

    private Notation Lowered()
    {
        var bar = Next is '|' or '‖';
        var value = Primary();
        if (bar) return value;
        if (Take("["))
        {
            var indices = Inside(']', () => List("]"));
            return Written.Subscript(value, indices);
        }

        var below = Match(ScriptsBelow());
        return below == "" ? value : Written.Subscript(value, Indices(below));
    }

    /// <summary>xᵢ, xᵢ₊₁, x₁₂, Aᵢⱼ, A₁ᵢ.</summary>
    private static List<Notation> Indices(string below)
    {
        var parts = PartBelow().Matches(below).Select(p => p.Value).ToList();
        Notation Value(string p) => Below.Contains(p[0]) ? Number(Translate(p, Below, "0123456789")) : Written.Name(Translate(p, LettersBelow, LettersOfBelow));
        if (!parts.Any(p => p is "₊" or "₋")) return [.. parts.Select(Value)];
        var terms = new List<(bool, Notation)> { (false, Value(parts[0])) };
        for (var i = 1; i < parts.Count; i += 2) terms.Add((parts[i] == "₋", Value(parts[i + 1])));
        return [Written.Sum(terms)];
    }

    private Notation Primary()
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
                return Take("}") ? Written.Cases(condition, then, otherwise) : throw Unexpected();
            });
        }

        if (Take("min{"))
        {
            return Inside('}', () =>
            {
                var index = Name();
                var from = Take(" ≥ ") ? Sum() : Written.Number(0);
                if (!Take(" : ")) throw Unexpected();
                var condition = Relation();
                return Take("}") ? Written.Least(index, from, condition) : throw Unexpected();
            });
        }

        if (Take("[")) return Inside(']', Bracket);
        if (Take("¬(")) return Written.Function("¬", Inside(')', () => List(")")));
        if (Take("∇"))
        {
            var gradient = "∇" + Match(DigitsBelow()) + Match(Identifier());
            return Take("(") ? Written.Function(gradient, Inside(')', () => List(")"))) : throw Unexpected();
        }

        if (Match(Fractions()) is { Length: > 0 } glyph) return Written.Number(glyph switch { "½" => 0.5, "¼" => 0.25, "¾" => 0.75, _ => double.PositiveInfinity });
        if (Match(Digits()) is { Length: > 0 } digits) return Number(digits);
        if (Identifier().Match(text, at) is not { Success: true } run) return Name();
        var scripted = run.Value + HeadEnd().Match(text, at + run.Length).Value;
        if (run.Value[0] == 'd' && !names.IsWord(run.Value) && (scripted == run.Value || !names.Heads.Contains(scripted)) && Differential(run.Value) is { } differential) return differential;
        // A run of letters is a word if it is one in this formula, otherwise its letters are factors.
        var head = names.Heads.Contains(scripted) ? scripted : names.IsWord(run.Value) ? run.Value : run.Value[..1];
        var after = at + head.Length < text.Length ? text[at + head.Length] : '\0';
        if (!names.Heads.Contains(head) || !(after == '(' || after is '|' or '‖' && after != closing && head.Length > 1)) return Name();
        at += head.Length;
        if (Next != '(') return Written.Function(head, [Bars()]);
        at++;
        return Written.Function(head, Inside(')', () => List(")")));
    }

    /// <summary>Parts side by side, and such rows one below the other.</summary>
    private Notation Bracket()
    {
        var rows = new List<Notation>();
        do
        {
            var row = new List<Notation>();
            do row.Add(Relation());
            while (Take(", "));
            rows.Add(row.Count == 1 ? row[0] : Written.Bracket(row, vertical: false));
        }
        while (Take("; "));
        if (!Take("]")) throw Unexpected();
        return rows.Count == 1 ? rows[0] is Notation.Bracket only ? only : Written.Bracket(rows, vertical: false) : Written.Bracket(rows, vertical: true);
    }

    /// <summary>dx, dxᵢ, d(Ax), d Tr(X), d‖x‖²; null where d is no differential here.</summary>
    private Notation? Differential(string run)
    {
        if (run.Length > 1)
        {
            if (!names.IsName(run[1..])) return null;
            at++;
            var name = Name();
            var indices = Match(ScriptsBelow());
            return indices == "" ? Written.Differential(name) : Written.Subscript(Written.Differential(name), Indices(indices));
        }

        if (!names.Heads.Contains("d") || at + 1 == text.Length || text[at + 1] == closing) return null;
        if (text[at + 1] == '(')
        {
            at += 2;
            return Written.Differential(Inside(')', () => { var inner = Relation(); return Take(")") ? inner : throw Unexpected(); }));
        }

        var isCall = text[at + 1] == ' ' && Identifier().Match(text, at + 2) is { Success: true } head
            && (names.Heads.Contains(head.Value) || names.Heads.Contains(head.Value + HeadEnd().Match(text, at + 2 + head.Length).Value));
        if (!isCall && text[at + 1] is not ('|' or '‖')) return null;
        at += isCall ? 2 : 1;
        return Written.Differential(Factor());
    }

    private Notation Bars()
    {
        var bar = text[at++];
        var inner = Inside(bar, () => { var value = Relation(); return Take(bar.ToString()) ? value : throw Unexpected(); });
        var inverse = Take("⁻ᵀ");
        var power = !inverse && (Next == '⁻' || Above.Contains(Next)) ? WholeAbove() : null;
        var transposed = inverse || power is null && Take("ᵀ");
        var kind = Take("_") ? text[at++].ToString() : LettersBelow.Contains(Next) ? Script(LettersBelow, LettersOfBelow) : Script(Below, "0123456789");
        var bars = Written.Bars(bar.ToString(), inner, kind);
        if (inverse) bars = Written.Power(bars, Written.Number(-1));
        return transposed ? Written.Transposed(bars) : power is null ? bars : Written.Power(bars, power);
    }

    private Notation Name()
    {
        foreach (var bold in new[] { ("𝐈", "I"), ("𝐞", "e"), ("𝐊", "K"), ("𝐄", "E") })
        {
            if (Take(bold.Item1)) return Written.Verbatim(bold.Item2);
        }

        var run = Identifier().Match(text, at);
        if (!run.Success) throw Unexpected();
        var word = names.IsNameOfLetters(run.Value) ? run.Value : run.Value[..1];
        at += word.Length;
        if (word.Length == 1 && IsAccent(Next)) word += text[at++];
        var digits = DigitsBelow().Match(text, at);
        if (digits.Success && names.WithDigits(word, Translate(digits.Value, Below, "0123456789")) is { } numbered)
        {
            at += digits.Length;
            return Written.Name(numbered);
        }

        return names.Read(word);
    }

    private static bool IsAccent(char c) => c is '\u0302' or '\u0303' or '\u0304';

    private List<Notation> List(string end)
    {
        var values = new List<Notation>();
        if (Take(end)) return values;
        do
        {
            var value = Take(":") ? Written.Verbatim(":") : Relation();
            values.Add(Take(" : ") ? Written.Infix(":", value, Relation()) : value);
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

    private static Notation Number(string digits) => Written.Number(double.Parse(digits, CultureInfo.InvariantCulture));

    private FormatException Unexpected() => new($"{text[..at]}⟨here⟩{text[at..]}");

    [GeneratedRegex(@"\G (<|>|≤|≥|=|≠|∧|∨|%|div) ")] private static partial Regex InfixSymbol();

    [GeneratedRegex(@"\G (∘|⊗|·|×) ")] private static partial Regex SymbolOfProduct();

    [GeneratedRegex(@"\G( ([+−∘⊗·×<>≤≥=≠∧∨%:]|div) |[/)\]},;]| if | where )")] private static partial Regex StopsProduct();

    // Letters above and below the line are modifier letters, which names do not have.
    [GeneratedRegex(@"\G[\p{L}_-[\p{Lm}]][\p{L}0-9_.-[\p{Lm}]]*")] private static partial Regex Identifier();

    [GeneratedRegex(@"\G[₊₋₀-₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ]*")] private static partial Regex ScriptsBelow();

    [GeneratedRegex("[₀-₉]+|.")] private static partial Regex PartBelow();

    [GeneratedRegex(@"\G[₀-₉]+")] private static partial Regex DigitsBelow();

    [GeneratedRegex(@"\G[₀-₉]*\*?")] private static partial Regex HeadEnd();

    [GeneratedRegex(@"\G[½¼¾∞]")] private static partial Regex Fractions();

    [GeneratedRegex(@"\G[0-9]+(\.[0-9]+)?(e-?[0-9]+)?")] private static partial Regex Digits();
}
