using GradGen.Generator.Expressions;

namespace GradGen.Generator.Differentiation;

/// <summary>Who uses whom inside a region, along the operands through which derivatives flow.</summary>
internal sealed class Users
{
    private readonly Dictionary<Expression, List<(Expression User, int Operand)>> users = new();
    private readonly Users? around;
    private readonly Func<Expression, bool> isInside;
    private readonly HashSet<Expression> variables;
    private readonly Activity activity;

    /// <param name="around">The users in everything, for what lies outside the region.</param>
    public Users(IEnumerable<Expression> roots, Func<Expression, bool> isInside, Activity activity, HashSet<Expression> variables, Users? around)
    {
        this.around = around;
        this.isInside = isInside;
        this.activity = activity;
        this.variables = variables;
        var seen = new HashSet<Expression>(roots);
        var stack = new Stack<Expression>(seen);
        while (stack.Count > 0)
        {
            var node = stack.Pop();
            if (!isInside(node)) continue;
            foreach (var i in OperandsOf(node))
            {
                if (!users.TryGetValue(node[i], out var list)) users[node[i]] = list = [];
                list.Add((node, i));
                if (seen.Add(node[i])) stack.Push(node[i]);
            }
        }
    }

    /// <summary>
    /// The nodes that the root reaches only through one operand of a node: the inside of that branch. A loop over an index that the
    /// branch, or its adjoint, is in a loop over was written outside that loop, and stays there: in the branch it would bind what they read.
    /// </summary>
    public HashSet<Expression> OnlyThrough(Expression node, int operand, Expression adjoint)
    {
        var inside = new HashSet<Expression>();
        var waiting = new SortedDictionary<int, Expression> { [-node[operand].Id] = node[operand] };
        while (waiting.Count > 0)
        {
            var next = waiting.First().Value;
            waiting.Remove(-next.Id);
            if (variables.Contains(next) || !UsersOf(next).All(u => (u.User == node && u.Operand == operand) || inside.Contains(u.User))) continue;
            if (next.Bounds.Any(b => node.DependsOn(b) || adjoint.DependsOn(b))) continue;
            inside.Add(next);
            foreach (var i in activity.ActiveOperands(next)) waiting[-next[i].Id] = next[i];
        }

        return inside;
    }

    // What does not depend on a loop may still be of a branch in it only.
    private List<(Expression User, int Operand)> UsersOf(Expression node) => isInside(node) || around is null ? users[node] : around.users[node];

    // Seen from everywhere, what a loop carries may vary, whatever the activity outside the loop says.
    private IEnumerable<int> OperandsOf(Expression node) => around is not null
        ? activity.ActiveOperands(node)
        : Enumerable.Range(0, node.Operands.Length).Where(node.Operation.IsDifferentiableIn);
}
