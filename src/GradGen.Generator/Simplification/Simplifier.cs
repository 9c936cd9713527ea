using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Simplification;

/// <summary>
/// Rewrites a graph by identities, operands before users, each shared node once, until none applies. Every identity makes
/// the expression smaller or moves it towards the normal form that its family names, so the rewriting ends.
/// </summary>
internal sealed class Simplifier
{
    private readonly Dictionary<Operation, List<Identity>> identities = new();
    private readonly Dictionary<Expression, Expression> simple = new();
    private readonly Func<Expression, Expression> walk;
    private int budget;

    private Simplifier(IEnumerable<Identity> identities)
    {
        walk = Walk;
        foreach (var identity in identities)
        {
            foreach (var root in identity.Roots)
            {
                if (!this.identities.TryGetValue(root, out var list)) this.identities[root] = list = [];
                list.Add(identity);
            }
        }
    }

    /// <summary>Simplifies several expressions of one graph together.</summary>
    /// <param name="last">Whether nothing of it is differentiated any more, so that promises about values may be used.</param>
    public static ImmutableArray<Expression> Of(bool last, params Expression[] roots)
    {
        var simplifier = Remembering(last);
        return roots.Select(simplifier.Simplify).ToImmutableArray();
    }

    /// <summary>A simplifier that remembers what it has simplified, for several expressions of one graph one after another.</summary>
    public static Simplifier Remembering(bool last) => new(last ? IdentityTable.Last : IdentityTable.Always);

    /// <summary>What a formula shows of an expression that is simplified for the last time.</summary>
    public static Expression Shown(Expression e) => new Simplifier(IdentityTable.Shown).Simplify(e);

    /// <summary>Tidies an expression without collecting terms.</summary>
    public static Expression Tidy(Expression e) => new Simplifier(IdentityTable.Tidying).Simplify(e);

    /// <summary>Simplifies an expression.</summary>
    public Expression Simplify(Expression e)
    {
        budget = 0;
        return Walk(e);
    }

    private Expression Walk(Expression e)
    {
        if (simple.TryGetValue(e, out var known)) return known;
        // What has a name is not looked into.
        if (e.Is<Named>()) return e;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var current = e.Map(walk);
        if (Rewrite(current) is { } rewritten)
        {
            // A pair of identities that undo each other would loop; it must show as a fault, not as a hang.
            if (++budget > 200_000) throw new InvalidOperationException($"The identities do not end at {current.Operation.Name}.");
            current = Walk(rewritten);
        }

        simple[current] = current;
        return simple[e] = current;
    }

    private Expression? Rewrite(Expression e)
    {
        if (!identities.TryGetValue(e.Operation, out var list)) return null;
        foreach (var identity in list)
        {
            if (identity.Rewrite(e) is { } rewritten && !ReferenceEquals(rewritten, e)) return rewritten;
        }

        return null;
    }
}
