using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Where the inverse of a positive definite matrix is computed whatever branches are taken, a solve by that matrix is a product with it: half
/// the work, in the kernel that is the fastest. The factorization makes the inverse exactly symmetric and as accurate as the solve.
/// </summary>
internal sealed class SharedInverses
{
    private readonly Dictionary<Expression, Expression> rewritten = new();
    private readonly Dictionary<Expression, Expression> inverses;

    private SharedInverses(Dictionary<Expression, Expression> inverses) => this.inverses = inverses;

    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> roots)
    {
        var shared = new SharedInverses(Reachable.Always(roots).Where(FactorMember.IsSymmetricInverse).ToDictionary(n => n[0]));
        return shared.inverses.Count == 0 ? roots : roots.Select(shared.Rewrite).ToImmutableArray();
    }

    private Expression Rewrite(Expression e)
    {
        if (rewritten.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = e.Map(Rewrite);
        if (result.Is<FactorMember>() && result.Operands.Length == 2 && inverses.TryGetValue(result[0], out var inverse)) result = FactorMember.ByInverse(result, inverse) ?? result;
        return rewritten[e] = result;
    }
}
