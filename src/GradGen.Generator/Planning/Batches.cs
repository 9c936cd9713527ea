using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Turns sums over the items of lists into products of matrices, where every step of a round is known for all rounds at once.</summary>
internal sealed class Batches
{
    private readonly Dictionary<Expression, Expression> rewritten = new();
    private readonly Dictionary<Expression, Batch> batches = new();

    public static ImmutableArray<Expression> Of(IReadOnlyList<Expression> roots)
    {
        var batching = new Batches();
        return roots.Select(batching.Rewrite).ToImmutableArray();
    }

    private Expression Rewrite(Expression e)
    {
        if (rewritten.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = e.Map(Rewrite);
        if (result.Is<IndexedSum>()) result = BatchOf(result[0]).Sum(result[1]) ?? result;
        return rewritten[e] = result;
    }

    private Batch BatchOf(Expression index)
    {
        if (!batches.TryGetValue(index, out var batch)) batches[index] = batch = new(index);
        return batch;
    }
}
