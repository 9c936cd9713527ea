using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Makes one pass over the entries of what would be one for each operation: of an entrywise operation with those of its operands that nothing
/// else reads, and of a sum over entries with what it sums up. An entry does not leave the registers between.
/// </summary>
internal sealed class EntrywiseChains
{
    private readonly Dictionary<Expression, Expression> rewritten = new();
    private readonly Dictionary<Expression, int> users;
    private readonly HashSet<Expression> written;

    private EntrywiseChains(Dictionary<Expression, int> users, HashSet<Expression> written)
    {
        this.users = users;
        this.written = written;
    }

    /// <param name="destinations">Of each result, the storage that it is written to; null where it is returned.</param>
    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> results, IReadOnlyList<Expression?> destinations)
    {
        results = BlockwiseMaps.Of(SharedPanels.Of(SharedPasses.Of(SharedFunctions.Of(results), destinations)));
        var users = EntryChain.Users(results);
        var chains = new EntrywiseChains(users, new(results.Where((r, i) => destinations[i] is not null && users[r] == 1)));
        return results.Select(chains.Rewrite).ToImmutableArray();
    }

    private Expression Rewrite(Expression e)
    {
        if (rewritten.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (ChainOf(e) is { } map) return rewritten[e] = map;
        return rewritten[e] = e.Map(o => IsAddedScaled(e, o) ? o.Map(Rewrite) : Rewrite(o));
    }

    // A multiple that is only added to a sum is added as it is.
    private bool IsAddedScaled(Expression user, Expression term) => term.Is<Scaling>() && users[term] == 1 && (user.Is<RunningSum>() || user.Is<IndexedSum>());

    private Expression? ChainOf(Expression e)
    {
        var template = e.Shape.IsArray ? EntryChain.Entry(e) : e.Shape.IsScalar ? e.Operation.SummedEntryType(e) : null;
        if (template is null) return null;
        var chain = new EntryChain(users, e);
        var entry = chain.Inside(e, template);
        // A single operation has a kernel of its own, but none that writes to given storage.
        if (chain.Arrays.Count == 0 || (chain.Nodes.Count < 2 && !(written.Contains(e) && e.Shape.IsArray))) return null;

        // The last array may take the result: one that nothing else reads.
        var last = chain.Arrays.FindLastIndex(a => users[a] == 1 && !a.Operation.MayShareStorage(a) && !a.Is<Variable>());
        var order = Enumerable.Range(0, chain.Arrays.Count).Where(i => i != last).Concat(last < 0 ? [] : [last]).ToList();
        var numbered = Template.Fill(entry, i => $"X{order.IndexOf(i)}");
        return EntryMap.Of(e, numbered, chain.Scalars.ConvertAll(Rewrite), order.ConvertAll(i => Rewrite(chain.Arrays[i])));
    }
}
