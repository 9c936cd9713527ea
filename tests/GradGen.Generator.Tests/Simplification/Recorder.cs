using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Tests.Simplification;

/// <summary>Simplifies in the order of the simplifier: operands first, then the first identity that applies, until none does.</summary>
internal sealed class Recorder(IEnumerable<Identity> identities, Action<Identity, Expression, Expression> applied)
{
    private readonly ILookup<Operation, Identity> byRoot = identities.SelectMany(i => i.Roots.Select(r => (Root: r, Identity: i))).ToLookup(p => p.Root, p => p.Identity);
    private readonly Dictionary<Expression, Expression> simple = [];

    public Expression Simplify(Expression e)
    {
        if (simple.TryGetValue(e, out var known)) return known;
        var operands = e.Operands.Select(Simplify).ToImmutableArray();
        var current = operands.SequenceEqual(e.Operands) ? e : e.Graph.Make(e.Operation, e.Payload, operands);
        foreach (var identity in byRoot[current.Operation])
        {
            if (identity.Rewrite(current) is not { } rewritten || ReferenceEquals(rewritten, current)) continue;
            applied(identity, current, rewritten);
            current = Simplify(rewritten);
            break;
        }

        simple[current] = current;
        return simple[e] = current;
    }
}
