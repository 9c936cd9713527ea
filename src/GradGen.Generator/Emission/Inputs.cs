using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Emission;

/// <summary>The variables that an expression reads.</summary>
internal static class Inputs
{
    public static IReadOnlyList<Expression> Of(params Expression[] roots)
    {
        var seen = new HashSet<Expression>();
        var stack = new Stack<Expression>(roots);
        while (stack.Count > 0)
        {
            var next = stack.Pop();
            if (!seen.Add(next)) continue;
            foreach (var operand in next.Operands) stack.Push(operand);
        }

        return seen.Where(e => e.Is<Variable>()).OrderBy(e => e.Id).ToList();
    }
}
