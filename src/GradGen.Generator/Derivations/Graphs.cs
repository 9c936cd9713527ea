using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Derivations;

/// <summary>What is asked of an expression as a graph.</summary>
internal static class Graphs
{
    /// <summary>The nodes of an expression, operands before what uses them. What has a name is not looked into.</summary>
    public static IReadOnlyList<Expression> Reachable(Expression root) => Expressions.Reachable.From([root]).OrderBy(e => e.Id).ToList();

    /// <summary>The expression with others in place of some of its nodes. What a tangent is of and what has a name stay as they are.</summary>
    public static Expression Replace(Expression root, IReadOnlyDictionary<Expression, Expression> replacements)
    {
        var memo = replacements.ToDictionary(p => p.Key, p => p.Value);
        return Walk(root);

        Expression Walk(Expression e)
        {
            if (memo.TryGetValue(e, out var known)) return known;
            if (e.Is<Tangent>() || e.Is<Named>()) return e;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return memo[e] = e.Map(Walk);
        }
    }
}
