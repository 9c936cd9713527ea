using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Results that are computed in the storage of the caller.</summary>
internal static class Destinations
{
    /// <summary>
    /// Results are written one after another, and a destination may be an argument: what a later one reads of the arguments is
    /// put apart from the destinations before it.
    /// </summary>
    public static ImmutableArray<Expression> Prepare(ImmutableArray<Expression> results, IReadOnlyList<Expression?> destinations)
    {
        results = InPass(results, destinations);
        var users = Users(results);
        var inBranches = InBranches(results, destinations);
        return results.Select((result, i) =>
        {
            if (inBranches.Contains(i))
            {
                var earlier = inBranches.TakeWhile(j => j < i).Select(j => destinations[j]!).ToList();
                return Algebra.Choose(result[0], Prepared(result[1], earlier), Prepared(result[2], earlier));
            }

            return destinations[i] is null || users[result] > 1 ? result : Prepared(result, destinations.Take(i).OfType<Expression>().ToList());
        }).ToImmutableArray();
    }

    /// <summary>
    /// The results in one of two orders that the branch between them may write, each at the end of a side: nothing outside of it reads an
    /// argument, which a destination may be.
    /// </summary>
    public static IReadOnlyList<int> InBranches(ImmutableArray<Expression> results, IReadOnlyList<Expression?> destinations)
    {
        var users = Users(results);
        var branches = Enumerable.Range(0, results.Length)
            .Where(i => destinations[i] is not null && users[results[i]] == 1 && IsCheapest.Chooses(results[i]) && !results[i].Operands.Any(IsCheapest.Chooses))
            .GroupBy(i => results[i][0]).Select(g => g.ToList());
        return branches.FirstOrDefault(branch => AreAlone(branch.Select(i => results[i]), users)) ?? [];
    }

    /// <summary>The results with those that one pass computes written by it, in the same way.</summary>
    private static ImmutableArray<Expression> InPass(ImmutableArray<Expression> results, IReadOnlyList<Expression?> destinations)
    {
        var users = Users(results);
        var passes = Enumerable.Range(0, results.Length).Where(i => destinations[i] is not null && users[results[i]] == 1 && results[i].Is<PassPart>()).ToLookup(i => results[i][0]);
        foreach (var parts in passes.Where(p => AreAlone([p.Key], users)))
        {
            if (parts.Key.Operation.IntoParts(parts.Key, parts.ToDictionary(i => PassPart.NameOf(results[i]), i => destinations[i]!)) is not { } pass) continue;
            var written = parts.ToDictionary(i => results[i], i => PassPart.Written(results[i]));
            return Replacement.In(results, new(written) { [parts.Key] = pass });
        }

        return results;
    }

    /// <summary>Whether nothing but what some nodes need reads an argument, or a list whose items may be arguments.</summary>
    private static bool AreAlone(IEnumerable<Expression> nodes, Dictionary<Expression, int> users)
    {
        var inside = Reachable.From(nodes);
        return users.Keys.All(n => inside.Contains(n) || !n.Operands.Any(o => Reads(o) || o.Shape.Kind == ValueKind.List));
    }

    private static Expression Prepared(Expression result, IReadOnlyCollection<Expression> before) => result.Operation.Into(result) is null ? result
        : result.Graph.Make(result.Operation, result.Payload, result.Operands.Select(o => Reads(o) ? Apart.Of(o, before) : o).ToImmutableArray());

    // What lies in the storage of an argument, or may.
    private static bool Reads(Expression operand) => operand.Shape.IsArray && operand.Operation.MayShareStorage(operand);

    private static Dictionary<Expression, int> Users(ImmutableArray<Expression> results) =>
        Reachable.From(results).SelectMany(n => n.Operands).Concat(results).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());
}
