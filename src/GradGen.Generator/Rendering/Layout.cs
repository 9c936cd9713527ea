using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>Lays out expressions of one formula, each once however often it is written.</summary>
internal sealed class Layout
{
    private readonly IndexLetters letters;
    private readonly HashSet<string> variables;
    private readonly Dictionary<(Expression, int), Notation> laid = new();

    /// <param name="nodes">What the formula is made of.</param>
    public Layout(IReadOnlyList<Expression> nodes, IndexLetters letters)
    {
        this.letters = letters;
        variables = new HashSet<string>(nodes.Where(n => n.Is<Variable>()).Select(n => Variable.Info(n).Name), StringComparer.Ordinal);
    }

    /// <summary>Parts that have a name.</summary>
    public IReadOnlyDictionary<Expression, Notation> Names { get; init; } = new Dictionary<Expression, Notation>();

    /// <summary>What the loops of the formula carry; null where they are shown as they stand.</summary>
    public Sequences? Sequences { get; init; }

    /// <summary>Which parts must say their size.</summary>
    public OpenSizes? Sizes { get; init; }

    /// <summary>How deep a formula may go; what lies deeper is an ellipsis.</summary>
    public int Deepest { get; init; } = int.MaxValue;

    /// <summary>The layout of each part so far.</summary>
    public IEnumerable<(Expression Part, Notation Notation)> Laid => laid.Select(l => (l.Key.Item1, l.Value));

    /// <summary>The layout of an expression under its own name's definition.</summary>
    public Notation Whole(Expression e) => Written(e, 0, isWhole: true);

    private Notation Part(Expression node, int depth)
    {
        if (Names.TryGetValue(node, out var name)) return name;
        if (depth > Deepest) return new Notation.Verbatim("…");
        // Where nothing is left out the depth does not matter.
        var key = (node, Deepest == int.MaxValue ? 0 : depth);
        return laid.TryGetValue(key, out var known) ? known : laid[key] = Written(node, depth, isWhole: false);
    }

    private Notation Written(Expression node, int depth, bool isWhole)
    {
        if (Sequences?.Notate(node, isWhole, Lay) is { } value) return value;
        if (letters[node] is { } letter) return new Notation.Name(letter);
        var notation = Sizes?.MustBeSaid(node) == true ? node.Operation.NotateSized(node, Lay) : node.Operation.Notate(node, Lay);
        return RowOfAColumn(node, ItemOfItsOwn(node, notation));

        Notation Lay(Expression operand) => Part(operand, depth + 1);
    }

    // A row called `xT` is the column x transposed, unless an x is there already.
    private Notation RowOfAColumn(Expression node, Notation notation)
    {
        if (notation is Notation.Transposed { Base: Notation.Transposed { Base: var twice } } && node[0].Is<Variable>()) return twice;
        if (!node.Is<Variable>() || !node.Shape.IsRowVector || notation is not Notation.Name { Text: { Length: > 1 } text } || !text.EndsWith("T", StringComparison.Ordinal)) return notation;
        var column = text.Substring(0, text.Length - 1);
        return variables.Contains(column) ? notation : new Notation.Transposed(new Notation.Name(column));
    }

    // The items of `xs` are called x, unless an x is there already.
    private Notation ItemOfItsOwn(Expression node, Notation notation) =>
        node.Is<ListItem>() && node[0].Is<Variable>() && notation is Notation.Subscript { Base: Notation.Name item } && variables.Contains(item.Text)
            ? new Notation.Subscript(new Notation.Name(Variable.Info(node[0]).Name), ((Notation.Subscript)notation).Indices)
            : notation;
}
