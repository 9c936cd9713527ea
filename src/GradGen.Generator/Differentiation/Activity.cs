using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Differentiation;

/// <summary>Which expressions vary with the variables, through operands that an operation is differentiable in.</summary>
internal sealed class Activity
{
    private readonly Dictionary<Expression, bool> known = new();

    public Activity(IEnumerable<Expression> variables)
    {
        foreach (var variable in variables) known[variable] = true;
    }

    public bool Varies(Expression e)
    {
        if (known.TryGetValue(e, out var varies)) return varies;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < e.Operands.Length && !varies; i++) varies = e.Operation.IsDifferentiableIn(i) && Varies(e[i]);
        return known[e] = varies;
    }

    /// <summary>The positions of the operands through which derivatives flow.</summary>
    public IEnumerable<int> ActiveOperands(Expression e)
    {
        for (var i = 0; i < e.Operands.Length; i++)
        {
            if (e.Operation.IsDifferentiableIn(i) && Varies(e[i])) yield return i;
        }
    }
}
