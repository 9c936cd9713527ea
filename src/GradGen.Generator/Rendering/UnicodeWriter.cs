using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Rendering;

/// <summary>
/// Writes a notation as one line of plain Unicode that can be read back in one way only: <c>½(Ax − y)ᵀ∑ᵢ xᵢ</c>.
/// Letters side by side are factors; a word among them stands apart.
/// </summary>
internal sealed class UnicodeWriter
{
    private const string Minus = "−";

    private static readonly Regex path = new(@"^[\p{L}_][\p{L}\p{Nd}_]*(\.[\p{L}_][\p{L}\p{Nd}_]*)*$", RegexOptions.CultureInvariant);

    private static readonly Dictionary<string, string> relations = new(StringComparer.Ordinal)
    {
        ["<"] = "<", [">"] = ">", ["<="] = "≤", [">="] = "≥", ["=="] = "=", ["!="] = "≠", ["&&"] = "∧", ["||"] = "∨",
        ["≤"] = "≤", ["≥"] = "≥", ["="] = "=", ["≠"] = "≠", ["∧"] = "∧", ["∨"] = "∨",
    };

    private readonly NameTable names;

    private UnicodeWriter(NameTable names) => this.names = names;

    public static string Write(Notation notation)
    {
        var tidy = NotationTree.Tidy(notation);
        return new UnicodeWriter(new NameTable(tidy)).Text(tidy);
    }

    private string Text(Notation notation) => Piece(notation).Text;

    private WrittenPiece Piece(Notation notation) => notation switch
    {
        Notation.Name n => Name(names[n.Text]),
        Notation.Number n => Number(n.Value),
        Notation.Verbatim n => Verbatim(n.Text),
        Notation.Sum n => Sum(n),
        Notation.Product { Symbol: "" } n => Juxtaposed(n.Factors),
        Notation.Product n => Symbolic(n),
        Notation.Negated n => Negated(n),
        Notation.Grouped n => Piece(n.Operand).Parenthesised(),
        Notation.Fraction n => Fraction(n),
        Notation.Superscript n => Superscript(n),
        Notation.Transposed { Base: Notation.Inverse n } => Raised(n.Base, "⁻ᵀ"),
        Notation.Transposed n => Raised(n.Base, "ᵀ"),
        Notation.Inverse n => Raised(n.Base, "⁻¹"),
        Notation.Subscript n => Subscript(n),
        Notation.Bars n => Bars(n, ""),
        Notation.Function n => Function(n),
        Notation.Differential n => Differential(n),
        Notation.Bracket n => new($"[{Parts(n)}]", Binding.Primary),
        Notation.BigSum n => BigSum(n),
        Notation.Cases n => new($"{{{Text(n.Then)} if {Text(n.Condition)}; else {Text(n.Else)}}}", Binding.Primary),
        Notation.Infix n => Infix(n),
        Notation.Least n => new($"min{{{Text(n.Index)}{(n.From is Notation.Number { Value: 0 } ? "" : $" ≥ {AtLeast(Binding.Sum, n.From)}")} : {Text(n.Condition)}}}", Binding.Primary, Word: Word.AtStart),
        Notation.Where n => new($"{Text(n.Body)} where {string.Join(", ", n.Definitions.Select(d => $"{Text(d.Left)} = {AtLeast(Binding.Sum, d.Right)}"))}", Binding.Relation),
        _ => throw new InvalidOperationException($"No way to write {notation.GetType().Name}."),
    };

    private static WrittenPiece Name(WrittenName name)
    {
        var word = name.IsWord ? Word.Whole : Word.None;
        return name.Digits == "" ? new(name.Stem, Binding.Primary, Word: word) : new(name.Stem + Alphabet.Subscript(name.Digits), Binding.Lowered, Word: word);
    }

    private static WrittenPiece Number(double value)
    {
        var text = value switch { 0.5 => "½", 0.25 => "¼", 0.75 => "¾", _ => Alphabet.Number(value) };
        if (text == "NaN") return new(text, Binding.Primary, Word: Word.Whole);
        var exponential = text.Contains('e');
        return new(text, exponential || "½¼¾".Contains(text) ? Binding.Raised : Binding.Primary, Spaced: exponential);
    }

    private WrittenPiece Verbatim(string text)
    {
        if (text == "π" && names.IsName("pi")) return Number(Math.PI);
        if (text is "…" or ":") return new(text, Binding.Primary);
        if (!path.IsMatch(text)) return new(text, Binding.Relation);
        // The identity I, a unit vector e, the commutation matrix K beside a variable of that name; a field beside a parameter.
        if (names.IsName(text)) text = text switch { "I" => "𝐈", "e" => "𝐞", "K" => "𝐊", "E" => "𝐄", _ => "this." + text };
        return new(text, Binding.Primary, Word: text.Length > 1 && !char.IsSurrogate(text[0]) ? Word.Whole : Word.None);
    }

    private WrittenPiece Sum(Notation.Sum sum)
    {
        var text = new StringBuilder();
        foreach (var (negative, term) in sum.Terms)
        {
            var sign = negative ? text.Length == 0 ? Minus : $" {Minus} " : text.Length == 0 ? "" : " + ";
            text.Append(sign).Append(AtLeast(Binding.SymbolProduct, term));
        }

        return new(text.ToString(), Binding.Sum);
    }

    private WrittenPiece Negated(Notation.Negated negated)
    {
        var operand = Piece(negated.Operand).AtLeast(Binding.SymbolProduct);
        return new(Minus + operand.Text, Binding.Negation, operand.Tail);
    }

    private WrittenPiece Fraction(Notation.Fraction fraction)
    {
        var numerator = Part(fraction.Numerator);
        if (numerator.Binding < Binding.Juxtaposition || numerator.Tail != Tail.Closed) numerator = numerator.Parenthesised();
        return new($"{numerator.Text}/{Part(fraction.Denominator).AtLeast(Binding.Prefix).Text}", Binding.SymbolProduct);

        WrittenPiece Part(Notation part) => part is Notation.Number number ? new(Alphabet.Number(number.Value), Binding.Primary) : Piece(part);
    }

    private WrittenPiece Symbolic(Notation.Product product)
    {
        var pieces = product.Factors.Select(Piece).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            var swallows = pieces[i].Tail == Tail.BigSum && i < pieces.Count - 1;
            pieces[i] = swallows ? pieces[i].Parenthesised() : pieces[i].AtLeast(Binding.Juxtaposition);
        }

        return new(string.Join($" {product.Symbol} ", pieces.Select(p => p.Text)), Binding.SymbolProduct, pieces[pieces.Count - 1].Tail);
    }

    private WrittenPiece Juxtaposed(ImmutableArray<Notation> factors)
    {
        var (text, letters) = (new StringBuilder(), "");
        WrittenPiece last = default;
        for (var i = 0; i < factors.Length; i++)
        {
            var piece = Piece(factors[i]);
            var fits = i == factors.Length - 1 ? piece.Binding >= Binding.Prefix || factors[i] is Notation.BigSum : piece is { Binding: >= Binding.Prefix, Tail: Tail.Closed };
            if (!fits) piece = piece.Parenthesised();
            var separator = i == 0 ? "" : Separator(last, letters, piece);
            text.Append(separator).Append(piece.Text);
            // The letters at the end that have come to stand side by side.
            var single = piece.Text.Length == 1 && Alphabet.IsLetter(piece.Text[0]);
            letters = !single ? "" : separator == "" ? letters + piece.Text : piece.Text;
            last = piece;
        }

        return new(text.ToString(), Binding.Juxtaposition, last.Tail);
    }

    /// <summary>What keeps two factors apart: usually nothing.</summary>
    private string Separator(WrittenPiece left, string letters, WrittenPiece right)
    {
        var (end, start) = (left.Text[left.Text.Length - 1], right.Text[0]);
        if (left.Spaced || (left.Word & Word.AtEnd) != 0 || (right.Word & Word.AtStart) != 0 || start is '∑' or '[') return " ";
        if (IsDigit(start)) return IsDigit(end) && left.Binding >= Binding.Raised && IsDigit(left.Text[0]) ? "·" : end is 'e' or 'E' || SpellsWord(new string(right.Text.TakeWhile(IsDigit).ToArray())) ? " " : "";
        if (Alphabet.IsLetter(start)) return SpellsWord(right.Text.Substring(0, 1)) ? " " : "";
        if (start is '(' or '|' or '‖' && letters != "" && names.IsHead(end.ToString())) return " ";
        return start is '|' or '‖' && end == start ? " " : "";

        bool SpellsWord(string next) => Enumerable.Range(0, letters.Length).Any(i => names.IsWord(letters.Substring(i) + next));
    }

    private WrittenPiece Superscript(Notation.Superscript power)
    {
        var exponent = power.Exponent switch
        {
            Notation.Number n => Whole(n),
            Notation.Negated { Operand: Notation.Number n } when Whole(n) is { } whole => "⁻" + whole,
            _ => null,
        };
        if (exponent is not null) return Raised(power.Base, exponent);
        var caret = NotationTree.IsEntrywise(power.Exponent)
            ? "^∘" + Exponent(((Notation.Product)power.Exponent).Factors[1])
            : "^" + Exponent(power.Exponent);
        var written = Piece(power.Base).AtLeast(Binding.Lowered);
        return new(written.Text + caret, Binding.Raised, Spaced: !caret.EndsWith(")", StringComparison.Ordinal), Word: written.Word & Word.AtStart);

        string? Whole(Notation.Number number) => number.Value % 1 == 0 && number.Value < 1e9 ? Alphabet.Superscript(Alphabet.Number(number.Value)) : null;

        string Exponent(Notation exponent)
        {
            var piece = Piece(exponent);
            var bare = exponent is Notation.Name or Notation.Verbatim or Notation.Number && piece.Binding > Binding.Relation && !(exponent is Notation.Number && piece.Spaced);
            return bare ? piece.Text : piece.Parenthesised().Text;
        }
    }

    private WrittenPiece Raised(Notation operand, string above)
    {
        if (operand is Notation.Bars bars) return Bars(bars, above) with { Binding = Binding.Raised };
        var piece = Piece(operand).AtLeast(Binding.Lowered);
        return new(piece.Text + above, Binding.Raised, Word: piece.Word & Word.AtStart);
    }

    private WrittenPiece Subscript(Notation.Subscript subscript)
    {
        var piece = Piece(subscript.Base);
        // x₁ᵢ would be the entry of x at 1 and i.
        var numbered = subscript.Base is Notation.Name && piece.Binding == Binding.Lowered;
        if (!numbered) piece = piece.AtLeast(Binding.Primary);
        var below = numbered ? null : Below(subscript.Indices);
        return below is not null
            ? new(piece.Text + below, Binding.Lowered, Word: piece.Word)
            : new($"{piece.Text}[{string.Join(", ", subscript.Indices.Select(Text))}]", Binding.Lowered, Word: piece.Word & Word.AtStart);
    }

    private string? Below(ImmutableArray<Notation> indices)
    {
        if (indices.Length == 1) return Below(indices[0]);
        var each = indices.Select(i => i is Notation.Sum ? null : Below(i)).ToList();
        // Two numbers side by side would read as one.
        var numbers = indices.Select(i => i is Notation.Number).ToList();
        return each.All(text => text is { Length: 1 }) && !numbers.Zip(numbers.Skip(1), (a, b) => a && b).Any(both => both) ? string.Concat(each) : null;
    }

    private string? Below(Notation index) => index switch
    {
        Notation.Name n when names[n.Text] is { Digits: "", Stem: { Length: 1 } letter } => Alphabet.Subscript(letter),
        Notation.Number n => Alphabet.Subscript(Alphabet.Number(n.Value)),
        Notation.Sum { Terms: var terms } when !terms[0].Negative && terms.All(t => t.Term is Notation.Name or Notation.Number && Below(t.Term) is not null) =>
            Below(terms[0].Term) + string.Concat(terms.Skip(1).Select(t => (t.Negative ? "₋" : "₊") + Below(t.Term))),
        _ => null,
    };

    private WrittenPiece Bars(Notation.Bars bars, string above)
    {
        var operand = Text(bars.Operand);
        if (operand.Contains(bars.Bar)) operand = $"({operand})";
        var between = bars.Bar + operand + bars.Bar;
        if (bars.Kind == "") return new(between + above, Binding.Lowered);
        return Alphabet.Subscript(bars.Kind) is { } below
            ? new(between + below + above, Binding.Lowered)
            : new($"{between}{above}_{bars.Kind}", Binding.Lowered, Spaced: true);
    }

    // The rows of a matrix need no brackets of their own.
    private string Parts(Notation.Bracket bracket) => string.Join(bracket.Vertical ? "; " : ", ",
        bracket.Parts.Select(p => bracket.Vertical && p is Notation.Bracket { Vertical: false } row ? Parts(row) : Text(p)));

    private WrittenPiece Function(Notation.Function function)
    {
        var word = Alphabet.IsLetter(function.Head[0]) && function.Head.Length > 1 ? Word.AtStart : Word.None;
        if (function.Arguments.Length == 1)
        {
            var only = function.Arguments[0];
            if (function.Head is "√" or "∛")
            {
                var operand = Piece(only);
                return operand.Binding >= Binding.Lowered
                    ? new(function.Head + operand.Text, Binding.Prefix, Tail.Prefix, operand.Spaced)
                    : new(function.Head + operand.Parenthesised().Text, Binding.Prefix);
            }

            if (only is Notation.Bars bars && word == Word.AtStart)
            {
                var between = Bars(bars, "");
                return new(function.Head + between.Text, Binding.Prefix, Tail.Prefix, between.Spaced, word);
            }
        }

        return new($"{function.Head}({string.Join(", ", function.Arguments.Select(Text))})", Binding.Primary, Word: word);
    }

    /// <summary>dx, dxᵢ, d(Ax − y), d Tr(X), d‖x‖²: what follows d is a name, or a factor that does not begin with one.</summary>
    private WrittenPiece Differential(Notation.Differential differential)
    {
        var operand = Piece(differential.Operand);
        if (names.HasDifferential(differential.Operand)) return operand with { Text = "d" + operand.Text, Word = Word.Whole };
        if (operand.Text[0] is '|' or '‖' && operand.Binding >= Binding.Raised) return new("d" + operand.Text, Binding.Prefix, Tail.Prefix, operand.Spaced, Word.AtStart);
        if (differential.Operand is Notation.Function && operand.Word == Word.AtStart) return new("d " + operand.Text, Binding.Prefix, Tail.Prefix, operand.Spaced, Word.AtStart);
        return new("d" + operand.Parenthesised().Text, Binding.Primary, Word: Word.AtStart);
    }

    private WrittenPiece BigSum(Notation.BigSum sum) =>
        new($"∑{Range(sum)} {AtLeast(Binding.SymbolProduct, sum.Body)}", Binding.Juxtaposition, Tail.BigSum);

    private string Range(Notation.BigSum sum) => sum.HasRange
        ? $"_({AtLeast(Binding.Sum, sum.From)} ≤ {Text(sum.Index)} < {AtLeast(Binding.Sum, sum.Until)})"
        : Below(sum.Index) ?? "_" + Text(sum.Index);

    private WrittenPiece Infix(Notation.Infix infix)
    {
        var relation = relations.TryGetValue(infix.Symbol, out var symbol);
        var demand = relation ? Binding.Sum : Binding.Prefix;
        return new($"{AtLeast(demand, infix.Left)} {(relation ? symbol : infix.Symbol)} {AtLeast(demand, infix.Right)}", Binding.Relation);
    }

    private string AtLeast(Binding demand, Notation notation) => Piece(notation).AtLeast(demand).Text;

    private static bool IsDigit(char c) => c is >= '0' and <= '9' or '½' or '¼' or '¾' or '∞';

    /// <summary>Where a piece begins or ends in a word that letters beside it would run into.</summary>
    [Flags]
    private enum Word
    {
        None = 0,
        AtStart = 1,
        AtEnd = 2,
        Whole = AtStart | AtEnd,
    }

    /// <summary>A part of the formula as text, with what its surroundings have to know.</summary>
    /// <param name="Spaced">Whether a factor after it has to stand apart, as after <c>x^p</c>.</param>
    private readonly record struct WrittenPiece(string Text, Binding Binding, Tail Tail = Tail.Closed, bool Spaced = false, Word Word = Word.None)
    {
        public WrittenPiece AtLeast(Binding demand) => Binding < demand ? Parenthesised() : this;

        public WrittenPiece Parenthesised() => new($"({Text})", Binding.Primary);
    }
}
