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
        var users = Reachable.From(results).SelectMany(n => n.Operands).Concat(results).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());
        var chains = new EntrywiseChains(users, new(results.Where((r, i) => destinations[i] is not null && users[r] == 1)));
        return results.Select(chains.Rewrite).ToImmutableArray();
    }

    private Expression Rewrite(Expression e)
    {
        if (rewritten.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (ChainOf(e) is { } map) return rewritten[e] = map;
        var operands = e.Operands.Select((o, i) => IsAddedScaled(e, o) ? Rebuild(o) : Rewrite(o)).ToImmutableArray();
        return rewritten[e] = operands.SequenceEqual(e.Operands) ? e : e.Graph.Make(e.Operation, e.Payload, operands);
    }

    // A multiple that is only added to a sum is added as it is.
    private bool IsAddedScaled(Expression user, Expression term) => term.Is<Scaling>() && users[term] == 1 && (user.Is<RunningSum>() || user.Is<IndexedSum>());

    private Expression Rebuild(Expression e) => e.Graph.Make(e.Operation, e.Payload, e.Operands.Select(Rewrite).ToImmutableArray());

    private Expression? ChainOf(Expression e)
    {
        var template = e.Shape.IsArray ? Entry(e) : e.Shape.IsScalar ? e.Operation.SummedEntryType(e) : null;
        if (template is null) return null;
        var chain = new Chain(this, e);
        var entry = chain.Inside(e, template);
        // A single operation has a kernel of its own, but none that writes to given storage.
        if (chain.Arrays.Count == 0 || (chain.Operations < 2 && !(written.Contains(e) && e.Shape.IsArray))) return null;
        return chain.Made(entry);
    }

    private static string? Entry(Expression e) => e.Shape.IsReal ? e.Operation.EntryType(e) : null;

    /// <summary>A chain under construction.</summary>
    private sealed class Chain(EntrywiseChains all, Expression root)
    {
        private readonly List<Expression> scalars = new();

        // Operands of what is begun that have not had their turn; each takes one place at least.
        private int waitingArrays;
        private int waitingScalars;

        public List<Expression> Arrays { get; } = new();

        /// <summary>How many operations it takes together.</summary>
        public int Operations { get; private set; }

        /// <summary>The type of an entry of a node in the chain.</summary>
        public string Inside(Expression node, string template)
        {
            Operations++;
            var before = (waitingArrays, waitingScalars);
            waitingArrays += node.Operands.Count(IsArray);
            waitingScalars += node.Operands.Count(o => !IsArray(o));
            var entry = Template.Fill(template, i =>
            {
                if (IsArray(node[i])) waitingArrays--;
                else waitingScalars--;
                return Of(node[i]);
            });
            (waitingArrays, waitingScalars) = before;
            return entry;
        }

        public Expression Made(string entry)
        {
            // The last array may take the result: one that nothing else reads.
            var last = Arrays.FindLastIndex(a => all.users[a] == 1 && !a.Operation.MayShareStorage(a) && !a.Is<Variable>());
            var order = Enumerable.Range(0, Arrays.Count).Where(i => i != last).Concat(last < 0 ? [] : [last]).ToList();
            var numbered = Template.Fill(entry, i => $"X{order.IndexOf(i)}");
            return EntryMap.Of(root, numbered, scalars.ConvertAll(all.Rewrite), order.ConvertAll(i => all.Rewrite(Arrays[i])));
        }

        private string Of(Expression operand)
        {
            if (!IsArray(operand)) return $"C{Add(operand.Operation is Filled filled ? operand.Graph.Number(filled.Value) : operand, scalars)}";
            if (!IsPart(operand)) return $"{{{Add(operand, Arrays)}}}";
            var (arraysBefore, scalarsBefore, operationsBefore) = (Arrays.Count, scalars.Count, Operations);
            var entry = Inside(operand, Entry(operand)!);
            if (Arrays.Count + waitingArrays <= EntryMap.MostArrays && scalars.Count + waitingScalars <= EntryMap.MostScalars) return entry;

            // More than a kernel takes: what is too much is computed before.
            Arrays.RemoveRange(arraysBefore, Arrays.Count - arraysBefore);
            scalars.RemoveRange(scalarsBefore, scalars.Count - scalarsBefore);
            Operations = operationsBefore;
            return $"{{{Add(operand, Arrays)}}}";
        }

        // An array of one number is that number.
        private static bool IsArray(Expression operand) => operand.Shape.IsArray && !operand.Is<Filled>();

        // What does not change in a loop around is computed outside of it.
        private bool IsPart(Expression operand) => all.users[operand] == 1 && Entry(operand) is not null && operand.FreeBounds.SetEquals(root.FreeBounds);

        private static int Add(Expression operand, List<Expression> operands)
        {
            if (!operands.Contains(operand)) operands.Add(operand);
            return operands.IndexOf(operand);
        }
    }
}
