using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// Where each node is computed: in the innermost scope around its uses, moved out of loops that it does not depend on, never
/// out of a branch (so that a branch not taken is not evaluated).
/// </summary>
internal sealed class Placement
{
    private readonly Dictionary<Expression, HashSet<Scope>> uses = new();
    private readonly Dictionary<Expression, List<Scope>> places = new();
    private readonly Dictionary<Expression, int> useCounts = new();
    private readonly Dictionary<Expression, bool> throwing = new();

    public Placement(IEnumerable<Expression> roots, Scope top)
    {
        var waiting = new SortedDictionary<int, Expression>();
        foreach (var root in roots) Use(root, top, waiting);
        while (waiting.Count > 0)
        {
            // Users are younger than their operands: when a node's turn comes, all its uses are known.
            var node = waiting.First().Value;
            waiting.Remove(-node.Id);
            places[node] = Choose(node);
            foreach (var place in places[node])
            {
                foreach (var read in node.Operation.Reads(node)) Use(read.Operand, read.Inside is { } region ? place.Of(region) : place, waiting);
            }
        }
    }

    public IEnumerable<Expression> Nodes => places.Keys;

    /// <summary>How often a node is read.</summary>
    public int UseCount(Expression node) => useCounts.TryGetValue(node, out var count) ? count : 0;

    /// <summary>Whether a node is computed somewhere inside a scope, not in the scope itself.</summary>
    public bool IsInside(Expression node, Scope scope) => places.TryGetValue(node, out var list) && list.Any(p => p != scope && scope.Contains(p));

    /// <summary>Whether a node is read in another scope than where it is computed, perhaps many times in a loop.</summary>
    public bool IsReadElsewhere(Expression node) => uses[node].Any(s => !places[node].Contains(s));

    /// <summary>Whether two nodes are computed in the same places.</summary>
    public bool AreTogether(Expression a, Expression b) => new HashSet<Scope>(places[a]).SetEquals(places[b]);

    public bool IsPlacedIn(Expression node, Scope scope) => places.TryGetValue(node, out var list) && list.Contains(scope);

    /// <summary>Whether rounds of a loop that do not change a node compute it again: a branch in the loop keeps it from being computed before.</summary>
    public bool IsRepeated(Expression node) => places.TryGetValue(node, out var list) && list.Any(place =>
    {
        for (var scope = place; scope is not null && scope.Key?.Is<Once>() != true && !scope.Bounds.Any(node.DependsOn); scope = scope.Parent)
        {
            if (scope.Bounds.Count > 0) return true;
        }

        return false;
    });

    // Loops over one index in different places, even one inside another: the node is computed in each, once.
    private List<Scope> Choose(Expression node) => uses[node].GroupBy(s => Binder(s, node)).SelectMany(g => Choose(node, g.ToList())).Distinct().ToList();

    private List<Scope> Choose(Expression node, List<Scope> used)
    {
        var around = used.Aggregate(Scope.Around);
        var chosen = (MayThrow(node) || used.Any(s => s.IsOfOneOrder) ? Reached(around, used, node) : [around]).Select(s => Outwards(s, node)).Distinct().ToList();
        return chosen.Where(s => !chosen.Any(outer => outer != s && outer.Contains(s))).ToList();
    }

    /// <summary>The outermost scopes in which a node is read whatever branches are taken in them.</summary>
    private static IEnumerable<Scope> Reached(Scope around, IReadOnlyCollection<Scope> uses, Expression node) => IsCertain(around, uses, node)
        ? [around]
        : uses.GroupBy(around.Towards).SelectMany(b => Reached(b.Key, b.ToList(), node));

    // A loop that a node does not depend on is no branch, though it may have no rounds.
    private static bool IsCertain(Scope scope, IReadOnlyCollection<Scope> uses, Expression node)
    {
        if (uses.Contains(scope)) return true;
        var inside = uses.GroupBy(scope.Towards).ToList();
        return inside.Any(b => b.Key.Bounds.Count > 0 && !b.Key.Bounds.Any(node.DependsOn) && IsCertain(b.Key, b.ToList(), node))
            || inside.GroupBy(b => b.Key.Key).Any(sides => sides.Count() == 2 && sides.All(b => IsCertain(b.Key, b.ToList(), node)));
    }

    private bool MayThrow(Expression node)
    {
        if (throwing.TryGetValue(node, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return throwing[node] = node.Operation.MayThrow(node) || node.Operation.Reads(node).Any(r => MayThrow(r.Operand));
    }

    /// <summary>The innermost scope around a use that binds something that the node depends on.</summary>
    private static Scope? Binder(Scope? scope, Expression node)
    {
        while (scope is not null && !scope.Bounds.Any(node.DependsOn)) scope = scope.Parent;
        return scope;
    }

    private static Scope Outwards(Scope scope, Expression node)
    {
        while (scope.Bounds.Count > 0 && !scope.Bounds.Any(node.DependsOn)) scope = scope.Parent!;
        return scope;
    }

    private void Use(Expression node, Scope scope, SortedDictionary<int, Expression> waiting)
    {
        if (!uses.TryGetValue(node, out var scopes)) uses[node] = scopes = [];
        scopes.Add(scope);
        useCounts[node] = UseCount(node) + 1;
        waiting[-node.Id] = node;
    }
}
