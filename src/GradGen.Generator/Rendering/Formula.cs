using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>The formula of an expression, in plain Unicode and in LaTeX.</summary>
internal static class Formula
{
    /// <summary>A formula with more symbols than this is read by nobody; its innermost parts become an ellipsis.</summary>
    private const int LongestFormula = 2000;

    private const int DeepestFormula = 150;

    private const string IndexLetters = "ijklpqrstuvwhgmn";

    public static string Unicode(Expression e) => UnicodeWriter.Write(Notate(e));

    public static string Latex(Expression e) => LatexWriter.Write(Notate(e));

    /// <summary>The layout of the formula as it stands in a text, with names for what it repeats.</summary>
    /// <param name="taken">Names that mean something else there.</param>
    public static Notation WithNames(Expression e, IEnumerable<string> taken) => Naming.Of(e, Reachable(e), taken);

    /// <summary>The layout of the formula.</summary>
    public static Notation Notate(Expression e) => Notate(e, new Dictionary<Expression, Notation>(), new Dictionary<Expression, string>());

    /// <param name="laid">Receives the layout of each part.</param>
    /// <param name="given">Parts, other than the whole, that have a name.</param>
    public static Notation Notate(Expression e, Dictionary<Expression, Notation> laid, IReadOnlyDictionary<Expression, string> given)
    {
        var nodes = Reachable(e);
        var indices = Indices(nodes, given.Values);
        var variables = new HashSet<string>(nodes.Where(n => n.Is<Variable>()).Select(n => Variable.Info(n).Name), StringComparer.Ordinal);
        var memo = new Dictionary<(Expression, int), Notation>();
        for (var deepest = Depth(e, nodes);; deepest = deepest * 2 / 3)
        {
            memo.Clear();
            var notation = Build(e, 0, deepest);
            // An operation may write an operand twice, x/‖x‖.
            if (deepest > 2 && NotationTree.Size(notation, LongestFormula * 4) >= LongestFormula * 4) continue;
            foreach (var part in memo.Where(m => m.Key.Item2 == 0)) laid[part.Key.Item1] = part.Value;
            return notation;
        }

        Notation Build(Expression node, int depth, int deepest)
        {
            if (depth > 0 && given.TryGetValue(node, out var name)) return new Notation.Name(name);
            if (depth > deepest) return new Notation.Verbatim("…");
            // Where nothing is left out the depth does not matter, and each node is laid out once.
            var key = (node, deepest < DeepestFormula ? depth : 0);
            if (memo.TryGetValue(key, out var known)) return known;
            return memo[key] = indices.TryGetValue(node, out var letter)
                ? new Notation.Name(letter)
                : RowOfAColumn(node, ItemOfItsOwn(node, node.Operation.Notate(node, operand => Build(operand, depth + 1, deepest))));
        }

        // A row called `xT` is the column x transposed, unless an x is there already.
        Notation RowOfAColumn(Expression node, Notation notation)
        {
            if (notation is Notation.Transposed { Base: Notation.Transposed { Base: var twice } } && node[0].Is<Variable>()) return twice;
            if (!node.Is<Variable>() || !node.Shape.IsRowVector || notation is not Notation.Name { Text: { Length: > 1 } text } || !text.EndsWith("T", StringComparison.Ordinal)) return notation;
            var column = text.Substring(0, text.Length - 1);
            return variables.Contains(column) ? notation : new Notation.Transposed(new Notation.Name(column));
        }

        // The items of `xs` are called x, unless an x is there already.
        Notation ItemOfItsOwn(Expression node, Notation notation) =>
            node.Is<ListItem>() && node[0].Is<Variable>() && notation is Notation.Subscript { Base: Notation.Name item } && variables.Contains(item.Text)
                ? new Notation.Subscript(new Notation.Name(Variable.Info(node[0]).Name), ((Notation.Subscript)notation).Indices)
                : notation;
    }

    private static List<Expression> Reachable(Expression e)
    {
        var seen = new HashSet<Expression> { e };
        var rest = new Stack<Expression>(seen);
        while (rest.Count > 0)
        {
            var next = rest.Pop();
            foreach (var operand in next.Is<Named>() ? Named.Indices(next) : next.Operands)
            {
                if (seen.Add(operand)) rest.Push(operand);
            }
        }

        return seen.OrderBy(n => n.Id).ToList();
    }

    /// <summary>A letter for each loop index that no variable has; loops side by side share theirs, nested ones do not.</summary>
    private static Dictionary<Expression, string> Indices(List<Expression> nodes, IEnumerable<string> names)
    {
        var taken = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (node.Is<Variable>()) taken.Add(Variable.Info(node).Name);
            if (node.Is<Extent>() && node.Graph.Dimensions.NameOf(node) is { } size) taken.Add(size);
        }

        var result = new Dictionary<Expression, string>();
        foreach (var loops in nodes.Where(n => n.Is<LoopIndex>()).GroupBy(LoopIndex.DepthOf).OrderBy(g => g.Key))
        {
            var letter = IndexLetters.Select(c => c.ToString()).Skip(loops.Key % IndexLetters.Length).Concat(IndexLetters.Select(c => c.ToString())).FirstOrDefault(l => !taken.Contains(l));
            if (letter is null) continue;
            taken.Add(letter);
            foreach (var loop in loops) result[loop] = letter;
        }

        return result;
    }

    /// <summary>How deep the formula may go so that what is shared in the graph does not make its text endless.</summary>
    private static int Depth(Expression e, List<Expression> nodes)
    {
        var sizes = nodes.ToDictionary(n => n, _ => 1L);
        for (var depth = 1; depth < DeepestFormula; depth++)
        {
            var deeper = nodes.ToDictionary(n => n, n => Math.Min(LongestFormula + 1, 1 + (n.Is<Named>() ? 0 : n.Operands.Sum(o => sizes[o]))));
            if (deeper[e] > LongestFormula) return Math.Max(1, depth - 1);
            if (nodes.All(n => deeper[n] == sizes[n])) return DeepestFormula;
            sizes = deeper;
        }

        return DeepestFormula - 1;
    }
}
