using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Differentiation;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Simplification;

namespace GradGen.Generator.Derivations;

/// <summary>
/// Differentials taken one rule at a time, from the outside in: a step replaces each d(u) by what the rule of u's operation
/// makes of it, in which the differentials of u's parts stand as symbols.
/// </summary>
internal sealed class DifferentialSteps(Activity activity, Expression variable)
{
    private readonly HashSet<Expression> withoutRule = [];

    /// <summary>Whether the differential is a symbol that no rule opens: dx, dxᵢ, that of a named part.</summary>
    public bool IsSymbol(Expression e) => e == variable || e.Is<Named>() || e.Is<ListItem>() && e[0] == variable || withoutRule.Contains(e);

    /// <summary>The expression after one step, and the names of the rules; null where every differential is a symbol.</summary>
    public (Expression Value, ImmutableArray<string> Rules)? Next(Expression e)
    {
        var rules = new List<string>();
        var changed = Tangents.Replace(e, t => IsSymbol(t[0]) ? t : Step(t[0], rules));
        if (changed == e) return null;
        var names = rules.Distinct().Where(r => r != Linear).DefaultIfEmpty(Linear).ToImmutableArray();
        return (Simplifier.Tidy(changed), names);
    }

    private const string Linear = "linearity";

    private Expression Step(Expression u, List<string> rules)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (IsSymbol(u)) return Tangent.Of(u);
        if (!IsLinear(u, out var only)) return Apply(u, rules);
        rules.Add(Linear);
        // What is linear in one part hides no rule, so that the next rule is taken with it.
        if (only is { } i && !u.Is<IndexedSum>()) return Linearly(u, _ => Step(u[i], rules));
        return Linearly(u, Push);
    }

    /// <summary>The differential through what is linear, down to what is not.</summary>
    private Expression Push(Expression u) => !IsSymbol(u) && IsLinear(u, out _) ? Linearly(u, Push) : Tangent.Of(u);

    private Expression Apply(Expression u, List<string> rules)
    {
        var active = activity.ActiveOperands(u).ToList();
        var terms = active.Select(i => u.Operation.Differential(u, i, Part(u[i]))).ToList();
        if (terms.Any(t => t is null))
        {
            withoutRule.Add(u);
            return Tangent.Of(u);
        }

        rules.Add(u.Operation.RuleName(u));
        return Algebra.Add([.. terms.OfType<Expression>()]);

        // d(1/t) inside a quotient is part of its rule.
        Expression Part(Expression v) => v.Is<Transposition>() && !IsSymbol(v) ? Algebra.Transpose(Part(v[0]))
            : u.Operation.Linearity == Linearity.InEach && IsReciprocal(v) ? v.Operation.Differential(v, 0, Part(v[0]))!
            : Tangent.Of(v);
    }

    private static bool IsReciprocal(Expression v) => v.Operation == Power.Instance && v[1].IsNumber(out var p) && p < 0;

    private bool IsLinear(Expression u, out int? only)
    {
        var active = activity.ActiveOperands(u).ToList();
        only = active.Count == 1 ? active[0] : null;
        return u.Operation.Linearity == Linearity.Together || (u.Operation.Linearity == Linearity.InEach && active.Count == 1);
    }

    private Expression Linearly(Expression u, Func<Expression, Expression> part)
    {
        var active = activity.ActiveOperands(u).ToList();
        if (u.Is<Addition>()) return Algebra.Add([.. active.Select(i => part(u[i]))]);
        if (active.Count == 1 && !u.Is<Conditional>()) return u.Operation.Differential(u, active[0], part(u[active[0]]))!;
        var operands = u.Operands.Select((o, i) => active.Contains(i) ? part(o) : u.Operation.IsDifferentiableIn(i) ? u.Graph.Zero(o.Shape) : o);
        return u.Graph.Make(u.Operation, u.Payload, operands.ToImmutableArray());
    }
}
