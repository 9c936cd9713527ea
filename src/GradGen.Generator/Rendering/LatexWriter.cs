using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Rendering;

/// <summary>Writes a notation as LaTeX for math mode, with the commands of amsmath: <c>\tfrac12 (Ax - y)^{\top}</c>.</summary>
internal sealed class LatexWriter
{
    private static readonly Regex endsInCommand = new(@"\\[A-Za-z]+(_[A-Z])?$", RegexOptions.CultureInvariant);
    private static readonly Regex endsInNumber = new(@"([0-9]|(^|\s)10\^\{-?[0-9]+\})$", RegexOptions.CultureInvariant);
    private static readonly Regex special = new(@"[\\{}_^#$%&~]", RegexOptions.CultureInvariant);
    private static readonly Regex path = new(@"^[\p{L}\p{Nd}_.…:]+$", RegexOptions.CultureInvariant);
    private static readonly HashSet<string> commands = new(["exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min", "det", "arcsin", "arccos", "arctan"], StringComparer.Ordinal);

    private static readonly Dictionary<string, (string Latex, bool IsRelation)> symbols = new(StringComparer.Ordinal)
    {
        ["<"] = ("<", true), [">"] = (">", true), ["<="] = (@"\le", true), [">="] = (@"\ge", true), ["=="] = ("=", true), ["!="] = (@"\ne", true),
        ["&&"] = (@"\land", true), ["||"] = (@"\lor", true), ["≤"] = (@"\le", true), ["≥"] = (@"\ge", true), ["="] = ("=", true), ["≠"] = (@"\ne", true),
        ["∧"] = (@"\land", true), ["∨"] = (@"\lor", true), ["∘"] = (@"\odot", false), ["⊗"] = (@"\otimes", false), ["·"] = (@"\cdot", false), ["×"] = (@"\times", false),
        ["%"] = (@"\bmod", false), ["div"] = (@"\operatorname{div}", false), ["−"] = ("-", false),
    };

    private readonly NameTable names;

    private LatexWriter(NameTable names) => this.names = names;

    public static string Write(Notation notation)
    {
        var tidy = NotationTree.Tidy(notation);
        return new LatexWriter(new NameTable(tidy)).Text(tidy);
    }

    private string Text(Notation notation) => Piece(notation).Text;

    private WrittenPiece Piece(Notation notation) => notation switch
    {
        Notation.Name n => Name(names[n.Text]),
        Notation.Number n => Number(n.Value),
        Notation.Verbatim n => Verbatim(n.Text),
        Notation.Sum n => Sum(n, " "),
        Notation.Product { Symbol: "" } n => Juxtaposed(n.Factors),
        Notation.Product n => Symbolic(n),
        Notation.Negated n => Negated(n),
        Notation.Grouped n => Piece(n.Operand).Parenthesised(),
        // The bar of a fraction is its parentheses.
        Notation.Fraction n => new($@"\frac{{{Text(n.Numerator)}}}{{{Text(n.Denominator)}}}", Binding.Prefix),
        Notation.Superscript n => Raised(n.Base, Exponent(n.Exponent)),
        Notation.Transposed { Base: Notation.Inverse n } => Raised(n.Base, @"-\top"),
        Notation.Transposed n => Raised(n.Base, @"\top"),
        Notation.Inverse n => Raised(n.Base, "-1"),
        Notation.Subscript n => Subscript(n),
        Notation.Bars n => Bars(n),
        Notation.Function n => Function(n),
        Notation.Differential n => Differential(n),
        Notation.Bracket n => new($@"\begin{{bmatrix}} {Parts(n)} \end{{bmatrix}}", Binding.Primary),
        Notation.BigSum n => BigSum(n),
        Notation.Cases n => new($@"\begin{{cases}} {Text(n.Then)} & \text{{if }} {Text(n.Condition)} \\ {Text(n.Else)} & \text{{otherwise}} \end{{cases}}", Binding.Prefix),
        Notation.Infix n => Infix(n),
        Notation.Least n => new($@"\min\{{{Text(n.Index)}{(n.From is Notation.Number { Value: 0 } ? "" : $@" \ge {AtLeast(Binding.Sum, n.From)}")} : {Text(n.Condition)}\}}", Binding.Primary, IsWord: true),
        Notation.Where n => new($@"{Text(n.Body)} \quad\text{{where}}\ {string.Join(@",\ ", n.Definitions.Select(d => $"{Text(d.Left)} = {AtLeast(Binding.Sum, d.Right)}"))}", Binding.Relation),
        _ => throw new InvalidOperationException($"No way to write {notation.GetType().Name}."),
    };

    private static WrittenPiece Name(WrittenName name) => name.Digits == ""
        ? new(Identifier(name.Stem), Binding.Primary, IsWord: name.IsWord)
        : new($"{Identifier(name.Stem)}_{{{name.Digits}}}", Binding.Lowered);

    private static WrittenPiece Number(double value)
    {
        var text = Alphabet.Number(value);
        var exponent = text.IndexOf('e');
        return value switch
        {
            0.5 => new(@"\tfrac12", Binding.Raised),
            0.25 => new(@"\tfrac14", Binding.Raised),
            0.75 => new(@"\tfrac34", Binding.Raised),
            double.PositiveInfinity => new(@"\infty", Binding.Primary),
            double.NaN => new(@"\mathrm{NaN}", Binding.Primary),
            _ when exponent < 0 => new(text, Binding.Primary),
            _ when text.StartsWith("1e", StringComparison.Ordinal) => new($"10^{{{text.Substring(2)}}}", Binding.Raised),
            _ => new($@"{text.Substring(0, exponent)} \cdot 10^{{{text.Substring(exponent + 1)}}}", Binding.Prefix),
        };
    }

    private WrittenPiece Verbatim(string text)
    {
        if (text == "π") return names.IsName("pi") ? Number(Math.PI) : new(@"\pi", Binding.Primary);
        if (names.IsName(text)) return new(text is "I" or "e" or "K" or "E" ? $@"\mathbf{{{text}}}" : $@"\mathrm{{this.{Escaped(text)}}}", Binding.Primary);
        return text switch
        {
            "…" => new(@"\ldots", Binding.Primary),
            "∘" => new(@"\circ", Binding.Primary),
            _ when path.IsMatch(text) => new(Identifier(text), Binding.Primary, IsWord: text.Length > 1),
            _ => new($@"\texttt{{{Escaped(text)}}}", Binding.Relation),
        };
    }

    private WrittenPiece Sum(Notation.Sum sum, string space)
    {
        var text = new StringBuilder();
        foreach (var (negative, term) in sum.Terms)
        {
            var sign = text.Length > 0 ? $"{space}{(negative ? "-" : "+")}{space}" : negative ? "-" : "";
            text.Append(sign).Append(AtLeast(Binding.SymbolProduct, term));
        }

        return new(text.ToString(), Binding.Sum);
    }

    private WrittenPiece Negated(Notation.Negated negated)
    {
        var operand = Piece(negated.Operand).AtLeast(Binding.SymbolProduct);
        return new("-" + operand.Text, Binding.Negation, operand.Tail);
    }

    private WrittenPiece Symbolic(Notation.Product product)
    {
        var symbol = symbols.TryGetValue(product.Symbol, out var known) ? known.Latex : product.Symbol;
        var pieces = product.Factors.Select(Piece).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            var swallows = pieces[i].Tail == Tail.BigSum && i < pieces.Count - 1;
            pieces[i] = swallows ? pieces[i].Parenthesised() : pieces[i].AtLeast(Binding.Juxtaposition);
        }

        return new(string.Join($" {symbol} ", pieces.Select(p => p.Text)), Binding.SymbolProduct, pieces[pieces.Count - 1].Tail);
    }

    private WrittenPiece Juxtaposed(ImmutableArray<Notation> factors)
    {
        var text = new StringBuilder();
        WrittenPiece last = default;
        for (var i = 0; i < factors.Length; i++)
        {
            var piece = Piece(factors[i]);
            var fits = i == factors.Length - 1 ? piece.Binding >= Binding.Prefix || factors[i] is Notation.BigSum : piece is { Binding: >= Binding.Prefix, Tail: Tail.Closed };
            if (!fits) piece = piece.Parenthesised();
            if (i > 0) text.Append(Separator(last, piece));
            text.Append(piece.Text);
            last = piece;
        }

        return new(text.ToString(), Binding.Juxtaposition, last.Tail);
    }

    private static string Separator(WrittenPiece left, WrittenPiece right)
    {
        if (endsInNumber.IsMatch(left.Text) && (char.IsDigit(right.Text[0]) || right.Text.StartsWith(@"\tfrac", StringComparison.Ordinal))) return @" \cdot ";
        if (left.IsWord && left.Text[left.Text.Length - 1] != ')' || right.IsWord) return @"\,";
        return right.Text.StartsWith(@"\sum", StringComparison.Ordinal) || NeedsSpace(left.Text, right.Text) ? " " : "";
    }

    /// <summary>A letter after a command would belong to the command's name.</summary>
    private static bool NeedsSpace(string left, string right) => char.IsLetter(right[0]) && endsInCommand.IsMatch(left);

    /// <summary>What cannot have something above it is parenthesised; so no two things are ever above one another.</summary>
    private WrittenPiece Raised(Notation operand, string above)
    {
        var piece = Piece(operand).AtLeast(Binding.Lowered);
        return new($"{piece.Text}^{{{above}}}", Binding.Raised, IsWord: piece.IsWord);
    }

    private string Exponent(Notation exponent) => NotationTree.IsEntrywise(exponent)
        ? $@"\circ {AtLeast(Binding.Lowered, ((Notation.Product)exponent).Factors[1])}"
        : exponent is Notation.Sum sum ? Sum(sum, "").Text : Text(exponent);

    private WrittenPiece Subscript(Notation.Subscript subscript)
    {
        var piece = Piece(subscript.Base).AtLeast(Binding.Primary);
        var indices = subscript.Indices.Select(i => i is Notation.Sum sum ? Sum(sum, "").Text : Text(i)).ToList();
        var separator = indices.All(i => i.Length == 1) && !indices.Zip(indices.Skip(1), (a, b) => char.IsDigit(a[0]) && char.IsDigit(b[0])).Any(both => both) ? "" : ", ";
        return new($"{piece.Text}_{{{string.Join(separator, indices)}}}", Binding.Lowered, IsWord: piece.IsWord);
    }

    private WrittenPiece Bars(Notation.Bars bars)
    {
        var (left, right) = bars.Bar == "‖" ? (@"\lVert", @"\rVert") : (@"\lvert", @"\rvert");
        var operand = Text(bars.Operand);
        var size = IsTall(operand);
        return new($"{(size ? @"\left" : "")}{left} {operand} {(size ? @"\right" : "")}{right}{(bars.Kind == "" ? "" : "_" + Kind(bars.Kind))}", Binding.Lowered);

        static string Kind(string kind) => kind switch { "∞" => @"{\infty}", { Length: 1 } => kind, _ => $"{{{Escaped(kind)}}}" };
    }

    private string Parts(Notation.Bracket bracket) => string.Join(bracket.Vertical ? @" \\ " : " & ",
        bracket.Parts.Select(p => bracket.Vertical && p is Notation.Bracket { Vertical: false } row ? Parts(row) : Text(p)));

    private WrittenPiece Function(Notation.Function function)
    {
        var head = function.Head;
        if (function.Arguments.Length == 1)
        {
            var only = function.Arguments[0];
            if (head is "√" or "∛") return new($@"\sqrt{(head == "∛" ? "[3]" : "")}{{{Text(only)}}}", Binding.Lowered);
            if (only is Notation.Bars && head.Length > 1 && Alphabet.IsLetter(head[0])) return new($"{Head(head)} {Text(only)}", Binding.Prefix, Tail.Prefix, true);
        }

        return new(Head(head) + Parenthesised(string.Join(", ", function.Arguments.Select(Text))), Binding.Primary, IsWord: head.Length > 1);
    }

    private WrittenPiece Differential(Notation.Differential differential)
    {
        var operand = Piece(differential.Operand);
        if (names.HasDifferential(differential.Operand)) return operand with { Text = @"\mathrm{d}" + operand.Text, IsWord = true };
        var isCall = operand.Text.StartsWith(@"\lVert", StringComparison.Ordinal) && operand.Binding >= Binding.Raised || differential.Operand is Notation.Function && operand.IsWord;
        return isCall ? new(@"\mathrm{d}" + operand.Text, Binding.Prefix, Tail.Prefix, true) : new(@"\mathrm{d}" + operand.Parenthesised().Text, Binding.Primary, IsWord: true);
    }

    private static string Head(string head)
    {
        if (commands.Contains(head)) return "\\" + head;
        if (head == "¬") return @"\lnot ";
        if (head[0] == '∇')
        {
            var name = head.TrimStart("∇₀₁₂₃₄₅₆₇₈₉".ToCharArray());
            var place = string.Concat(head.Substring(1, head.Length - 1 - name.Length).Select(c => (char)(c - '₀' + '0')));
            return $@"\nabla{(place == "" ? "" : $"_{{{place}}}")} {Head(name)}";
        }

        var stem = head.TrimEnd("₀₁₂₃₄₅₆₇₈₉*".ToCharArray());
        var rest = head.Substring(stem.Length);
        var below = string.Concat(rest.Where(c => c != '*').Select(c => (char)(c - '₀' + '0')));
        var written = stem.Length == 1 ? Identifier(stem) : commands.Contains(stem) ? "\\" + stem
            : $@"\operatorname{{{string.Concat(stem.Select(c => Alphabet.Command(c.ToString()) ?? Escaped(c.ToString())))}}}";
        return written + (below == "" ? "" : $"_{{{below}}}") + (rest.Contains('*') ? "^{*}" : "");
    }

    private WrittenPiece BigSum(Notation.BigSum sum)
    {
        var index = Text(sum.Index);
        var last = NotationTree.Tidy(sum.Until is Notation.Number until
            ? new Notation.Number(until.Value - 1)
            : new Notation.Sum(ImmutableArray.Create((false, sum.Until), (true, new Notation.Number(1)))));
        var end = last is Notation.Sum upper ? Sum(Folded(upper), "").Text : Text(last);
        var start = sum.From is Notation.Sum lower ? Sum(lower, "").Text : Text(sum.From);
        return new($@"\sum_{{{index}={start}}}^{{{end}}} {AtLeast(Binding.SymbolProduct, sum.Body)}", Binding.Juxtaposition, Tail.BigSum);
    }

    /// <summary>The numbers of a sum added up: n rather than n + 1 − 1.</summary>
    private static Notation.Sum Folded(Notation.Sum sum)
    {
        var number = sum.Terms.Sum(t => t.Term is Notation.Number n ? t.Negative ? -n.Value : n.Value : 0);
        var terms = sum.Terms.RemoveAll(t => t.Term is Notation.Number);
        return new(number == 0 && terms.Length > 0 ? terms : terms.Add((number < 0, new Notation.Number(Math.Abs(number)))));
    }

    private WrittenPiece Infix(Notation.Infix infix)
    {
        var (symbol, relation) = symbols.TryGetValue(infix.Symbol, out var known) ? known : (special.IsMatch(infix.Symbol) ? $@"\mathbin{{\texttt{{{Escaped(infix.Symbol)}}}}}" : infix.Symbol, false);
        var demand = relation ? Binding.Sum : Binding.Prefix;
        return new($"{AtLeast(demand, infix.Left)} {symbol} {AtLeast(demand, infix.Right)}", Binding.Relation);
    }

    /// <summary>A word inside <c>\text</c>.</summary>
    public static string InText(string word) => Alphabet.Command(word) is { } command ? $"${command}$" : Escaped(word);

    /// <summary>A letter as it is, Greek as its command, a word upright.</summary>
    private static string Identifier(string text)
    {
        if (Alphabet.Command(text) is { } command) return command;
        if (Alphabet.IsAccented(text)) return $"{Alphabet.Accents.First(a => a.Mark == text[1]).Command}{{{Identifier(text.Substring(0, 1))}}}";
        return text.Length == 1 && text != "_" ? text : char.IsSurrogate(text[0]) ? text : $@"\mathrm{{{Escaped(text)}}}";
    }

    private static string Escaped(string text) => special.Replace(text, m => m.Value switch
    {
        "\\" => @"\textbackslash{}",
        "^" => @"\textasciicircum{}",
        "~" => @"\textasciitilde{}",
        _ => "\\" + m.Value,
    });

    private string AtLeast(Binding demand, Notation notation) => Piece(notation).AtLeast(demand).Text;

    private static bool IsTall(string text) => text.Contains(@"\frac") || text.Contains(@"\sum") || text.Contains(@"\begin");

    private static string Parenthesised(string text) => IsTall(text) ? $@"\left({text}\right)" : $"({text})";

    /// <summary>A part of the formula as text, with what its surroundings have to know.</summary>
    /// <param name="IsWord">Whether it begins with upright letters, which a thin space sets off.</param>
    private readonly record struct WrittenPiece(string Text, Binding Binding, Tail Tail = Tail.Closed, bool IsWord = false)
    {
        public WrittenPiece AtLeast(Binding demand) => Binding < demand ? Parenthesised() : this;

        public WrittenPiece Parenthesised() => new(LatexWriter.Parenthesised(Text), Binding.Primary);
    }
}
