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
        var users = Reachable.From(results).SelectMany(n => n.Operands).Concat(results).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());
        return results.Select((result, i) =>
        {
            if (destinations[i] is null || users[result] > 1 || result.Operation.Into(result) is null) return result;
            var before = destinations.Take(i).OfType<Expression>().ToList();
            return result.Graph.Make(result.Operation, result.Payload, result.Operands.Select(o => Reads(o) ? Apart.Of(o, before) : o).ToImmutableArray());
        }).ToImmutableArray();
    }

    // What lies in the storage of an argument, or may.
    private static bool Reads(Expression operand) => operand.Shape.IsArray && operand.Operation.MayShareStorage(operand);
}
