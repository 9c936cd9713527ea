using System.Globalization;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>Reads a formula in LaTeX as it is set: letters side by side are factors, words are upright, spaces say nothing.</summary>
internal sealed partial class LatexParser
{
    private static readonly Dictionary<string, string> infixes = new()
    {
        ["<"] = "<", [">"] = ">", [@"\le"] = "≤", [@"\ge"] = "≥", ["="] = "=", [@"\ne"] = "≠", [@"\land"] = "∧", [@"\lor"] = "∨", [@"\bmod"] = "%", [@"\operatorname{div}"] = "div", [":"] = ":",
    };

    private static readonly Dictionary<string, string> products = new() { [@"\odot"] = "∘", [@"\otimes"] = "⊗", [@"\cdot"] = "·", [@"\times"] = "×" };

    private static readonly string[] ends = ["}", @"\}", ")", "]", ",", "&", @"\\", @"\end", @"\rvert", @"\rVert", @"\right", "+", "-", @"\text", @"\quad", ""];

    private readonly List<string> tokens;
    private readonly ReadNames names;
    private int at;

    private LatexParser(string text, ReadNames names)
    {
        this.names = names;
        tokens = [.. Token().Matches(text).Select(m => m.Value).Where(t => t is not (@"\," or @"\ " or " "))];
    }

    public static Notation Parse(string text, ReadNames names)
    {
        var parser = new LatexParser(text, names);
        var formula = parser.Formula();
        return parser.at == parser.tokens.Count ? formula : throw parser.Unexpected();
    }

    private string Next => at < tokens.Count ? tokens[at] : "";

    private Notation Formula()
    {
        var body = Relation();
        if (!Take(@"\quad")) return body;
        Expect(@"\text{where}");
        var definitions = new List<(Notation, Notation)>();
        do
        {
            var left = Factor();
            Expect("=");
            definitions.Add((left, Sum()));
        }
        while (Take(","));
        return Written.Where(body, definitions);
    }

    private Notation Relation()
    {
        var left = Sum();
        if (!infixes.TryGetValue(Next, out var symbol)) return left;
        at++;
        return Written.Infix(symbol, left, Sum());
    }

    private Notation Sum()
    {
        var terms = new List<(bool, Notation)> { (Take("-"), Term()) };
        while (Next is "+" or "-") terms.Add((tokens[at++] == "-", Term()));
        return terms is [(false, var only)] ? only : Written.Sum(terms);
    }

    private Notation Term()
    {
        var first = Juxtaposed();
        if (!products.TryGetValue(Next, out var symbol)) return first;
        var factors = new List<Notation> { first };
        while (products.TryGetValue(Next, out var next) && next == symbol)
        {
            at++;
            factors.Add(Juxtaposed());
        }

        return Written.Product(symbol, factors);
    }

    private Notation Juxtaposed()
    {
        var factors = new List<Notation>();
        do
        {
            // A dot keeps numbers apart.
            if (Next == @"\cdot") at++;
            factors.Add(Factor());
        }
        while (IsDot(factors[^1]) || !ends.Contains(Next) && !infixes.ContainsKey(Next) && !products.ContainsKey(Next) && !Next.StartsWith(@"\text{", StringComparison.Ordinal));
        return Written.Product("", factors);
    }

    private bool IsDot(Notation last) => Next == @"\cdot" && last is (Notation.Number or Notation.Superscript { Base: Notation.Number }) && (char.IsDigit(tokens[at + 1][0]) || tokens[at + 1].StartsWith(@"\tfrac", StringComparison.Ordinal));

    private Notation Factor()
    {
        if (Next == @"\sum")
        {
            at++;
            Expect("_");
            Expect("{");
            var index = Factor();
            Expect("=");
            var from = Sum();
            Expect("}");
            Expect("^");
            Expect("{");
            var last = Sum();
            Expect("}");
            return Written.BigSum(index, from, Written.Sum([(false, last), (false, Written.Number(1))]), Term());
        }

        return Scripts(Primary());
    }

    private Notation Scripts(Notation value)
    {
        if (Take("_")) value = Below(value);
        if (!Take("^")) return value;
        Expect("{");
        if (Take(@"\top")) value = Written.Transposed(value);
        else if (Next == "-" && at + 1 < tokens.Count && tokens[at + 1] == @"\top")
        {
            at += 2;
            value = Written.Transposed(Written.Power(value, Written.Number(-1)));
        }
        else if (Take(@"\circ")) value = Written.EntrywisePower(value, Sum());
        else value = Written.Power(value, Sum());
        Expect("}");
        return value;
    }

    private Notation Below(Notation value)
    {
        if (value is Notation.Bars bars && bars.Bar == "‖")
        {
            var kind = Next == "{" ? string.Concat(Group()) : tokens[at++];
            return bars with { Kind = kind == @"\infty" ? "∞" : kind };
        }

        Expect("{");
        if (value is Notation.Name { Text: var stem } && Next is [>= '0' and <= '9', ..] digits && at + 1 < tokens.Count && tokens[at + 1] == "}" && names.WithDigits(stem, digits) is { } numbered)
        {
            at += 2;
            return Take("_") ? Below(Written.Name(numbered)) : Written.Name(numbered);
        }

        // Letters side by side below the line are indices each.
        var indices = new List<Notation>();
        while (!Take("}"))
        {
            if (Take(",")) continue;
            if (Next == ":")
            {
                at++;
                indices.Add(Written.Verbatim(":"));
                continue;
            }

            var index = Sum();
            if (Next is @"\bmod" or @"\operatorname{div}")
            {
                var symbol = infixes[Next];
                at++;
                index = Written.Infix(symbol, index, Sum());
            }

            if (Next == ":" && tokens[at + 1] is not ("}" or ","))
            {
                at++;
                index = Written.Infix(":", index, Sum());
            }

            indices.AddRange(index is Notation.Product { Symbol: "", Factors: var side } && side.All(f => f is Notation.Name or Notation.Number) ? side : [index]);
        }

        return Written.Subscript(value, indices);
    }

    private Notation Primary()
    {
        var token = Next;
        at++;
        switch (token)
        {
            case "(":
                var inner = Relation();
                Expect(")");
                return inner;
            case @"\left":
                return Delimited();
            case @"\lvert" or @"\lVert":
                return Bars(token);
            case @"\frac":
                return Written.Fraction(Braced(), Braced());
            case @"\sqrt":
                var isCube = Take("[");
                if (isCube) at += 2;
                return Written.Function(isCube ? "∛" : "√", [Braced()]);
            case @"\begin":
                return Environment();
            case @"\lnot":
                return Written.Function("¬", [Primary()]);
            case @"\nabla":
                var place = Take("_") ? string.Concat(Group().Select(c => "₀₁₂₃₄₅₆₇₈₉"[c[0] - '0'])) : "";
                return Primary() is Notation.Function of ? of with { Head = $"∇{place}{of.Head}" } : throw Unexpected();
            case @"\min" when Next == @"\{":
                at++;
                var index = Factor();
                var from = Take(@"\ge") ? Sum() : Written.Number(0);
                Expect(":");
                var condition = Relation();
                Expect(@"\}");
                return Written.Least(index, from, condition);
            case @"\tilde" or @"\hat" or @"\bar":
                return names.Read(Word(Group()[0]) + (token switch { @"\hat" => '\u0302', @"\tilde" => '\u0303', _ => '\u0304' }));
            case @"\infty":
                return Written.Number(double.PositiveInfinity);
            case @"\ldots":
                return Written.Verbatim("…");
            case @"\mathrm{d}":
                return Written.Differential(Next is "(" or @"\left" ? Primary() : Next is @"\lvert" or @"\lVert" || IsHead(Next) ? Factor() : Primary());
        }

        if (token.StartsWith(@"\tfrac", StringComparison.Ordinal)) return Written.Number((double)(token[6] - '0') / (token[7] - '0'));
        if (char.IsDigit(token[0])) return Written.Number(double.Parse(token, CultureInfo.InvariantCulture));
        return Named(token);
    }

    private Notation Named(string token)
    {
        var word = Word(token);
        if (IsHead(token))
        {
            var head = word;
            if (Next == "_" && tokens[at + 1] == "{" && (tokens[at + 4] is "(" or "^"))
            {
                head += string.Concat(tokens[at + 2].Select(c => "₀₁₂₃₄₅₆₇₈₉"[c - '0']));
                at += 4;
            }

            if (Next == "^" && tokens[at + 2] == "*")
            {
                head += "*";
                at += 4;
            }

            if (Next is @"\lvert" or @"\lVert") return Written.Function(head, [Bars(tokens[at++])]);
            var isLeft = Take(@"\left");
            Expect("(");
            var arguments = new List<Notation>();
            do arguments.Add(Relation());
            while (Take(","));
            if (isLeft) Expect(@"\right");
            Expect(")");
            return Written.Function(head, arguments);
        }

        return token.StartsWith(@"\mathbf{", StringComparison.Ordinal) ? Written.Verbatim(word) : names.Read(word);
    }

    private bool IsHead(string token)
    {
        if (token.StartsWith(@"\operatorname{", StringComparison.Ordinal)) return true;
        var word = Word(token);
        var after = Next == token ? at + 1 < tokens.Count ? tokens[at + 1] : "" : Next;
        var opens = after is "(" or @"\left" || word.Length > 1 && after is @"\lvert" or @"\lVert" or "_";
        opens |= after == "_" && names.Heads.Any(h => h.Length > word.Length && h.StartsWith(word, StringComparison.Ordinal) && "₀₁₂₃₄₅₆₇₈₉".Contains(h[word.Length]));
        return token.StartsWith('\\') && names.Heads.Contains(word) && opens || names.Heads.Contains(word) && after is "(" or @"\left" && names.Heads.Contains(word) && !names.IsName(word);
    }

    private static string Word(string token)
    {
        var inside = token.Contains('{') ? CommandsInside().Replace(token[(token.IndexOf('{') + 1)..^1].Replace(@"\_", "_"), m => ReadNames.GreekLetter(m.Groups[1].Value) ?? m.Value) : token.TrimStart('\\');
        return token.StartsWith('\\') && !token.Contains('{') && ReadNames.GreekLetter(inside) is { } letter ? letter : inside is "arcsin" or "arccos" or "arctan" ? "a" + inside[3..] : inside;
    }

    private Notation Delimited()
    {
        var open = tokens[at++];
        if (open is @"\lvert" or @"\lVert") return Bars(open, isLeft: true);
        var inner = Relation();
        Expect(@"\right");
        Expect(")");
        return inner;
    }

    private Notation Bars(string open, bool isLeft = false)
    {
        var inner = Relation();
        if (isLeft) Expect(@"\right");
        Expect(open == @"\lvert" ? @"\rvert" : @"\rVert");
        return Written.Bars(open == @"\lvert" ? "|" : "‖", inner, "");
    }

    private Notation Environment()
    {
        var kind = string.Concat(Group());
        var rows = new List<List<Notation>>();
        do
        {
            var row = new List<Notation>();
            do
            {
                if (!Take(@"\text{if }") && !Take(@"\text{otherwise}")) row.Add(Relation());
                else if (Next is not (@"\\" or @"\end")) row.Add(Relation());
            }
            while (Take("&"));
            rows.Add(row);
        }
        while (Take(@"\\"));
        Expect(@"\end");
        Group();
        if (kind == "cases") return Written.Cases(rows[0][1], rows[0][0], rows[1][0]);
        var parts = rows.Select(r => r.Count == 1 ? r[0] : Written.Bracket(r, vertical: false)).ToList();
        return parts.Count == 1 ? parts[0] is Notation.Bracket only ? only : Written.Bracket(parts, vertical: false) : Written.Bracket(parts, vertical: true);
    }

    private Notation Braced()
    {
        Expect("{");
        var inner = Relation();
        Expect("}");
        return inner;
    }

    private List<string> Group()
    {
        Expect("{");
        var inside = new List<string>();
        while (!Take("}")) inside.Add(tokens[at++]);
        return inside;
    }

    private bool Take(string token)
    {
        if (Next != token) return false;
        at++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token)) throw Unexpected();
    }

    private FormatException Unexpected() => new($"{string.Concat(tokens.Take(at))}⟨here⟩{string.Concat(tokens.Skip(at))}");

    [GeneratedRegex(@"\\([A-Za-z]+)")] private static partial Regex CommandsInside();

    [GeneratedRegex(@"\\(mathrm|mathbf|operatorname|text|texttt)\{([^{}]|\\[{}])*\}|\\tfrac[0-9][0-9]|\\[A-Za-z]+|\\[^A-Za-z]|[0-9]+(\.[0-9]+)?|[\ud800-\udbff].|.")] private static partial Regex Token();
}
