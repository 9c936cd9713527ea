using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Puts nodes of a graph in the place of others.</summary>
internal static class Replacement
{
    /// <param name="roots">The expressions to replace nodes in.</param>
    /// <param name="replaced">What stands for which node; of what stands for one, the operands are replaced too.</param>
    public static ImmutableArray<Expression> In(ImmutableArray<Expression> roots, Dictionary<Expression, Expression> replaced)
    {
        var memo = new Dictionary<Expression, Expression>();
        return roots.Select(Walk).ToImmutableArray();

        Expression Walk(Expression e)
        {
            if (memo.TryGetValue(e, out var known)) return known;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return memo[e] = (replaced.TryGetValue(e, out var other) ? other : e).Map(Walk);
        }
    }
}
