using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Differentiation;

/// <summary>
/// Which expressions vary with the variables, through operands that an operation is differentiable in; of what a loop carries
/// each value by itself.
/// </summary>
internal sealed class Activity
{
    private readonly Dictionary<Expression, bool> known = new();
    private readonly Dictionary<Expression, List<int>> slots = new();
    private readonly int oldest = int.MaxValue;

    // In a round of a loop: what is around it, and what the loop binds.
    private Activity? Around { get; init; }

    private IReadOnlyList<Expression> Bounds { get; init; } = [];

    public Activity(IEnumerable<Expression> variables)
    {
        foreach (var variable in variables)
        {
            known[variable] = true;
            oldest = Math.Min(oldest, variable.Id);
        }
    }

    public bool Varies(Expression e)
    {
        // What is older than every variable is made of none of them: of a long method only what is new is looked at.
        if (Around is null && e.Id < oldest) return false;
        if (known.TryGetValue(e, out var varies)) return varies;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Around is not null && !Bounds.Any(e.DependsOn)) return known[e] = Around.Varies(e);
        if (e.Is<LoopValue>() || e.Is<LoopHistory>()) return known[e] = VaryingSlots(e[0]).Contains(LoopValue.Number(e));
        for (var i = 0; i < e.Operands.Length && !varies; i++) varies = e.Operation.IsDifferentiableIn(i) && Varies(e[i]);
        return known[e] = varies;
    }

    /// <summary>The values of a loop that vary: by what they are before the first round or become in one.</summary>
    public IReadOnlyList<int> VaryingSlots(Expression loop)
    {
        if (slots.TryGetValue(loop, out var varying)) return varying;
        var (carried, before, after) = (Loop.CarriedBy(loop), Loop.Before(loop), Loop.After(loop));
        var rest = LoopRules.VaryingSlots(loop);
        varying = rest.FindAll(s => Varies(before[s]));
        for (var found = -1; found != varying.Count;)
        {
            found = varying.Count;
            var round = new Activity(varying.Select(s => carried[s])) { Around = this, Bounds = [.. loop.Bounds] };
            varying.AddRange(rest.FindAll(s => !varying.Contains(s) && round.Varies(after[s])));
        }

        varying.Sort();
        return slots[loop] = varying;
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
