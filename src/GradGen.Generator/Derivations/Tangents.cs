using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Derivations;

/// <summary>The differentials that stand in an expression as symbols.</summary>
internal static class Tangents
{
    /// <summary>The expression with others in place of the differentials in it.</summary>
    public static Expression Replace(Expression e, Func<Expression, Expression> by)
    {
        var memo = new Dictionary<Expression, Expression>();
        return Walk(e);

        Expression Walk(Expression node)
        {
            if (memo.TryGetValue(node, out var known)) return known;
            if (node.Is<Named>()) return node;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (node.Is<Tangent>()) return memo[node] = by(node);
            return memo[node] = node.Map(Walk);
        }
    }

    /// <summary>The differentials in an expression.</summary>
    public static IReadOnlyList<Expression> In(Expression e)
    {
        var found = new List<Expression>();
        Replace(e, t =>
        {
            found.Add(t);
            return t;
        });
        return found;
    }

    /// <summary>How many symbols the expression has when it is written out, counted up to a limit.</summary>
    public static int Size(Expression e, int limit)
    {
        var rest = new Stack<Expression>([e]);
        var size = 0;
        while (rest.Count > 0 && size < limit)
        {
            var next = rest.Pop();
            size++;
            if (next.Is<Named>()) continue;
            foreach (var operand in next.Operands) rest.Push(operand);
        }

        return size;
    }
}
