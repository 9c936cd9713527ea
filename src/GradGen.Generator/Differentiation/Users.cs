using GradGen.Generator.Expressions;

namespace GradGen.Generator.Differentiation;

/// <summary>Who uses whom inside a region, along the operands through which derivatives flow.</summary>
internal sealed class Users
{
    private readonly Dictionary<Expression, List<(Expression User, int Operand)>> users = new();
    private readonly HashSet<Expression> variables;
    private readonly Activity activity;
    private readonly Func<Expression, bool> isInside;

    public Users(IEnumerable<Expression> roots, Func<Expression, bool> isInside, Activity activity, HashSet<Expression> variables)
    {
        this.activity = activity;
        this.variables = variables;
        this.isInside = isInside;
        var seen = new HashSet<Expression>(roots);
        var stack = new Stack<Expression>(seen);
        while (stack.Count > 0)
        {
            var node = stack.Pop();
            if (!isInside(node)) continue;
            foreach (var i in activity.ActiveOperands(node))
            {
                if (!users.TryGetValue(node[i], out var list)) users[node[i]] = list = [];
                list.Add((node, i));
                if (seen.Add(node[i])) stack.Push(node[i]);
            }
        }
    }

    /// <summary>The nodes that the root reaches only through one operand of a node: the inside of that branch.</summary>
    public HashSet<Expression> OnlyThrough(Expression node, int operand)
    {
        var inside = new HashSet<Expression>();
        var waiting = new SortedDictionary<int, Expression> { [-node[operand].Id] = node[operand] };
        while (waiting.Count > 0)
        {
            var next = waiting.First().Value;
            waiting.Remove(-next.Id);
            // What leaves the region around the node leaves its branches too.
            if (variables.Contains(next) || !isInside(next) || !users[next].All(u => (u.User == node && u.Operand == operand) || inside.Contains(u.User))) continue;
            inside.Add(next);
            foreach (var i in activity.ActiveOperands(next)) waiting[-next[i].Id] = next[i];
        }

        return inside;
    }
}
