using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Differentiation;

/// <summary>
/// Adjoints in one backward pass over the graph (reverse accumulation). A loop or a branch is a region: its inside is
/// swept with the adjoint of the region, and what reaches the nodes around it leaves the region as a sum over the loop's
/// index or under the branch's condition, so that nothing of a branch not taken is ever evaluated.
/// </summary>
internal sealed class Adjoints
{
    private readonly HashSet<Expression> variables;
    private readonly Activity activity;

    private readonly Lazy<Users> everywhere;

    private Adjoints(IEnumerable<Expression> variables, Expression root)
    {
        this.variables = [.. variables];
        activity = new Activity(this.variables);
        everywhere = new(() => new Users([root], _ => true, activity, this.variables, null));
    }

    /// <summary>The pass inside a loop, where what it carries is a variable too.</summary>
    private Adjoints(Adjoints around, IEnumerable<Expression> carried)
    {
        variables = [.. around.variables, .. carried];
        activity = new Activity(variables);
        everywhere = around.everywhere;
    }

    /// <summary>The adjoint of each variable that <paramref name="root"/> depends on, for the adjoint <paramref name="seed"/> of the root.</summary>
    public static IReadOnlyDictionary<Expression, Expression> Of(Expression root, Expression seed, IEnumerable<Expression> variables)
    {
        var pass = new Adjoints(variables, root);
        return pass.activity.Varies(root) ? pass.Sweep([(root, seed)], _ => true) : new Dictionary<Expression, Expression>();
    }

    /// <summary>Sweeps the inside of a region from its results; returns the adjoints of variables and of nodes at its border.</summary>
    private Dictionary<Expression, Expression> Sweep(IReadOnlyList<(Expression Root, Expression Seed)> results, Func<Expression, bool> isInside)
    {
        var arrived = new Dictionary<Expression, List<(Expression From, Expression Adjoint)>>();
        var waiting = new SortedDictionary<int, Expression>();
        var border = new Dictionary<Expression, Expression>();
        var loops = new Dictionary<Expression, Dictionary<int, Expression>>();
        var users = new Lazy<Users>(() => new Users(results.Select(r => r.Root), isInside, activity, variables, everywhere.Value));
        // What arrives is added in the order in which the method reads, so that the derivative of a + b is a's and then b's.
        var order = new Lazy<Dictionary<Expression, int>>(() => Preorder(results.Select(r => r.Root)));
        foreach (var (root, seed) in results.Where(r => activity.Varies(r.Root))) Arrive(root, seed, root);

        while (waiting.Count > 0)
        {
            // Operands are older than their users, so the youngest node has all of its adjoint.
            var node = waiting.First().Value;
            waiting.Remove(-node.Id);
            if (loops.TryGetValue(node, out var values))
            {
                foreach (var (operand, adjoint) in ThroughLoop(node, values)) Arrive(operand, adjoint, node);
                continue;
            }

            var adjoints = arrived[node];
            var g = adjoints.Count == 1 ? adjoints[0].Adjoint : Algebra.Add([.. adjoints.OrderBy(a => order.Value.TryGetValue(a.From, out var place) ? place : -1).Select(a => a.Adjoint)]);
            // A loop that both sides of a branch read is swept once, behind the branch.
            if (variables.Contains(node) || !isInside(node) || (node.Is<LoopValue>() && !isInside(node[0])))
            {
                border[node] = g;
                continue;
            }

            if (node.Is<LoopValue>())
            {
                // The loop waits for the adjoints of all its values.
                if (!loops.TryGetValue(node[0], out var given)) loops[node[0]] = given = new();
                given[LoopValue.Number(node)] = g;
                waiting[-node[0].Id] = node[0];
                continue;
            }

            foreach (var (operand, adjoint) in Contributions(node, g, users)) Arrive(operand, adjoint, node);
        }

        return border;

        void Arrive(Expression node, Expression adjoint, Expression from)
        {
            if (!arrived.TryGetValue(node, out var list)) arrived[node] = list = [];
            list.Add((from, adjoint));
            waiting[-node.Id] = node;
        }
    }

    private static Dictionary<Expression, int> Preorder(IEnumerable<Expression> roots)
    {
        var places = new Dictionary<Expression, int>();
        var waiting = new Stack<Expression>(roots.Reverse());
        while (waiting.Count > 0)
        {
            var node = waiting.Pop();
            if (places.ContainsKey(node)) continue;
            places[node] = places.Count;
            foreach (var operand in node.Operands.Reverse()) waiting.Push(operand);
        }

        return places;
    }

    private IEnumerable<(Expression Operand, Expression Adjoint)> ThroughLoop(Expression loop, IReadOnlyDictionary<int, Expression> given)
    {
        // Inside, the carried values are variables too; what depends on nothing of the loop is outside.
        var inside = new Adjoints(this, Loop.CarriedBy(loop).Where(c => c.Shape.MayVary));
        var bounds = loop.Bounds.ToList();
        return LoopRules.Adjoints(loop, given, results => inside.Sweep(results, e => bounds.Any(e.DependsOn))).Where(p => activity.Varies(p.Operand));
    }

    private IEnumerable<(Expression Operand, Expression Adjoint)> Contributions(Expression node, Expression g, Lazy<Users> users)
    {
        if (node.Is<IndexedSum>())
        {
            foreach (var pair in Sweep([(node[1], g)], e => e.DependsOn(node[0]))) yield return (pair.Key, Algebra.SumOver(node[0], pair.Value));
            yield break;
        }

        if (node.Is<Conditional>())
        {
            foreach (var pair in Branches(node, g, users.Value)) yield return pair;
            yield break;
        }

        foreach (var i in activity.ActiveOperands(node))
        {
            var adjoint = node.Operation.Adjoint(node, i, g) ?? Transposed(node, i, g);
            yield return (node[i], adjoint);
        }
    }

    private IEnumerable<(Expression, Expression)> Branches(Expression node, Expression g, Users users)
    {
        var sides = new[] { 1, 2 }.Select(side =>
        {
            if (!activity.Varies(node[side])) return new Dictionary<Expression, Expression>();
            var inside = users.OnlyThrough(node, side, g);
            return Sweep([(node[side], g)], inside.Contains);
        }).ToList();
        foreach (var operand in sides[0].Keys.Union(sides[1].Keys).OrderByDescending(e => e.Id))
        {
            Expression Side(int side) => sides[side].TryGetValue(operand, out var adjoint) ? adjoint : Algebra.ZeroLike(operand);
            yield return (operand, Algebra.Choose(node[0], Side(0), Side(1)));
        }
    }

    /// <summary>The adjoint of a rule that is given as a differential: the transpose of that linear map.</summary>
    private static Expression Transposed(Expression node, int operand, Expression g)
    {
        var d = Tangent.Of(node[operand]);
        var differential = node.Operation.Differential(node, operand, d) ?? throw new NoDerivativeException(node);
        if (differential.Operation == node.Operation && differential.Operands.Contains(d)) throw new NoDerivativeException(node);
        return Of(differential, g, [d]).TryGetValue(d, out var adjoint) ? adjoint : node.Graph.Zero(d.Shape);
    }
}
