using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Reading;

/// <summary>What a round of a loop adds to a local.</summary>
internal static class Accumulation
{
    /// <summary>
    /// The term t of a value that is <paramref name="start"/> + t, where t reads none of <paramref name="starts"/>. Where the
    /// value is <paramref name="start"/> itself, there is a success without a term.
    /// </summary>
    public static bool TrySplit(Expression value, Expression start, IReadOnlyCollection<Expression> starts, out Expression? term)
    {
        term = null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (ReferenceEquals(value, start)) return true;
        if (value.Operation == Addition.Instance)
        {
            var carrying = value.Operands.Where(o => Reads(o, starts)).ToList();
            if (carrying.Count != 1 || !TrySplit(carrying[0], start, starts, out var inner)) return false;
            var terms = value.Operands.Where(o => !ReferenceEquals(o, carrying[0])).ToList();
            if (inner is not null) terms.Add(inner);
            term = Algebra.Add(terms.ToArray());
            return true;
        }

        if (value.Operation != Conditional.Instance || Reads(value[0], starts)) return false;
        if (!TrySplit(value[1], start, starts, out var then) || !TrySplit(value[2], start, starts, out var otherwise)) return false;
        var zero = value.Graph.Zero(value.Shape);
        term = Algebra.Choose(value[0], then ?? zero, otherwise ?? zero);
        return true;
    }

    /// <summary>Whether an expression reads one of some values.</summary>
    public static bool Reads(Expression e, IReadOnlyCollection<Expression> starts)
    {
        var seen = new HashSet<Expression>();
        return Walk(e);

        bool Walk(Expression node)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return seen.Add(node) && (starts.Contains(node) || node.Operands.Any(Walk));
        }
    }
}
