namespace GradGen.Generator.Expressions;

/// <summary>What expressions are computed from.</summary>
internal static class Reachable
{
    /// <summary>The nodes of expressions with all that they are computed from.</summary>
    public static HashSet<Expression> From(IEnumerable<Expression> roots)
    {
        var seen = new HashSet<Expression>(roots);
        var waiting = new Stack<Expression>(seen);
        while (waiting.Count > 0)
        {
            foreach (var operand in waiting.Pop().Operands)
            {
                if (seen.Add(operand)) waiting.Push(operand);
            }
        }

        return seen;
    }

    /// <summary>What is computed on every way, outside of loops and branches.</summary>
    public static HashSet<Expression> Always(IEnumerable<Expression> roots)
    {
        var seen = new HashSet<Expression>(roots);
        var waiting = new Stack<Expression>(seen);
        while (waiting.Count > 0)
        {
            var node = waiting.Pop();
            foreach (var read in node.Operation.Reads(node))
            {
                if (read.Inside is null && seen.Add(read.Operand)) waiting.Push(read.Operand);
            }
        }

        return seen;
    }
}
