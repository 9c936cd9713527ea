using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Rendering;

/// <summary>The formula of an expression, in plain Unicode and in LaTeX.</summary>
internal static class Formula
{
    /// <summary>A formula with more symbols than this is read by nobody; its innermost parts become an ellipsis.</summary>
    public const int Longest = 2000;

    private const int Deepest = 150;

    public static string Unicode(Expression e) => UnicodeWriter.Write(Notate(e));

    public static string Latex(Expression e) => LatexWriter.Write(Notate(e));

    /// <summary>The layout of the formula as it stands in a text, with names for what it repeats and with equations for what its loops carry.</summary>
    /// <param name="taken">Names that mean something else there.</param>
    public static Notation WithNames(Expression e, IEnumerable<string> taken) => new Naming(e, Reachable(e), taken).Notation;

    /// <summary>The layout of the formula.</summary>
    public static Notation Notate(Expression e)
    {
        var nodes = Reachable(e);
        var letters = new IndexLetters(nodes, Names(nodes));
        return Shortened(e, nodes, deepest => new Layout(nodes, letters) { Deepest = deepest }.Whole(e));
    }

    /// <summary>The layout that is deep enough to be whole, or as deep as a reader goes.</summary>
    /// <param name="layOut">The layout of a depth.</param>
    public static Notation Shortened(Expression e, IReadOnlyList<Expression> nodes, Func<int, Notation> layOut)
    {
        for (var deepest = Depth(e, nodes);; deepest = deepest * 2 / 3)
        {
            var notation = layOut(deepest < Deepest ? deepest : int.MaxValue);
            // An operation may write an operand twice, x/‖x‖.
            if (deepest <= 2 || NotationTree.Size(notation, Longest * 4) < Longest * 4) return notation;
        }
    }

    /// <summary>The names that variables and sizes have in a formula.</summary>
    public static IEnumerable<string> Names(IEnumerable<Expression> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Is<Variable>()) yield return Variable.Info(node).Name;
            if (node.Is<Extent>() && node.Graph.Dimensions.NameOf(node) is { } size) yield return size;
        }
    }

    private static List<Expression> Reachable(Expression e)
    {
        var seen = new HashSet<Expression> { e };
        var rest = new Stack<Expression>(seen);
        while (rest.Count > 0)
        {
            var next = rest.Pop();
            if (next.Is<Named>())
            {
                foreach (var index in Named.Indices(next)) Visit(index);
                continue;
            }

            foreach (var operand in next.Operands) Visit(operand);
        }

        return seen.OrderBy(n => n.Id).ToList();

        void Visit(Expression operand)
        {
            if (seen.Add(operand)) rest.Push(operand);
        }
    }

    /// <summary>How deep the formula may go so that what is shared in the graph does not make its text endless.</summary>
    private static int Depth(Expression e, IReadOnlyList<Expression> nodes)
    {
        var places = new Dictionary<Expression, int>();
        foreach (var node in nodes) places.Add(node, places.Count);
        var parts = nodes.Select(n => n.Is<Named>() ? [] : n.Operands.Select(o => places[o]).ToArray()).ToArray();
        var (sizes, deeper) = (new long[nodes.Count], new long[nodes.Count]);
        for (var i = 0; i < sizes.Length; i++) sizes[i] = 1;
        for (var depth = 1; depth < Deepest; depth++)
        {
            var isWhole = true;
            for (var i = 0; i < parts.Length; i++)
            {
                var size = 1L;
                foreach (var part in parts[i]) size += sizes[part];
                deeper[i] = Math.Min(Longest + 1, size);
                isWhole &= deeper[i] == sizes[i];
            }

            if (deeper[places[e]] > Longest) return Math.Max(1, depth - 1);
            if (isWhole) return Deepest;
            (sizes, deeper) = (deeper, sizes);
        }

        return Deepest - 1;
    }
}
