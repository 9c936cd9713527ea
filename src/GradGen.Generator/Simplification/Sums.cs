using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Sums: flat, without zeros, like terms collected, common factors outside.</summary>
internal static class Sums
{
    public static readonly Identity[] Identities =
    [
        new("associativity of the sum", Flatten, Addition.Instance),
        new("x + 0 = x", DropZeros, Addition.Instance),
        new("like terms", OfReals(LikeTerms), Addition.Instance),
        new("AX + BX = (A + B)X", CommonFactor, Addition.Instance),
        new("ca + cb = c(a + b)", OfReals(CommonScalars), Addition.Instance),
        new("common coefficient", OfReals(CommonCoefficient), Addition.Instance),
        new("1ᵀ(cx) = c 1ᵀx", e => e[0].Is<Scaling>() ? Scale(e[0][0], Sum(e[0][1])) : null, EntrySum.Instance),
        new("1ᵀ(x ∘ y) = xᵀy", e => e[0].Is<EntrywiseProduct>() && e[0].Operands.Length == 2 ? Inner(e[0][0], e[0][1]) : null, EntrySum.Instance),
        new("1ᵀ(x ∘ x) = ‖x‖²", e => e[0].Operation == Operations.Power.Instance && e[0][1].IsNumber(out var p) && p == 2 ? SquaredNorm(e[0][0]) : null, EntrySum.Instance),
        new("1ᵀ1 = n", e => e[0].Operation == Filled.Ones ? Real(EntryCount(e[0])) : null, EntrySum.Instance),
        new("1ᵀ0 = 0", e => e[0].IsZero() ? e.Graph.Number(0) : null, EntrySum.Instance, Operations.SquaredNorm.Instance, Norm.Instance),
        new("sum of a transpose", e => e[0].Is<Transposition>() ? e.Graph.Make(e.Operation, null, e[0][0]) : null, EntrySum.Instance, Operations.SquaredNorm.Instance, Norm.Instance),
        new("1ᵀXᵀ = (X1)ᵀ", e => e[0].Is<Transposition>() ? Transpose(e.Graph.Make(RowSums.Instance, null, e[0][0])) : null, ColumnSums.Instance),
        new("Xᵀ1 = (1ᵀX)ᵀ", e => e[0].Is<Transposition>() ? Transpose(e.Graph.Make(ColumnSums.Instance, null, e[0][0])) : null, RowSums.Instance),
        new("‖cx‖² = c²‖x‖²", e => e[0].Is<Scaling>() && e[0][0].IsNumber(out var c) ? Scale(c * c, SquaredNorm(e[0][1])) : null, Operations.SquaredNorm.Instance),
    ];

    // Lists of derivatives are added too, but not multiplied.
    private static Func<Expression, Expression?> OfReals(Func<Expression, Expression?> rewrite) => e => e.Shape.IsReal ? rewrite(e) : null;

    private static Expression? Flatten(Expression e)
    {
        if (!e.Operands.Any(o => o.Is<Addition>() || IsNegatedSum(o))) return null;
        return Add(e.Operands.SelectMany(o =>
            o.Is<Addition>() ? o.Operands : IsNegatedSum(o) ? o[1].Operands.Select(Negate) : [o]).ToArray());
    }

    // −(a + b) inside a sum; of a scalar the number stands first, as Products leave it.
    private static bool IsNegatedSum(Expression o) =>
        (o.Is<Scaling>() || (o.Is<EntrywiseProduct>() && o.Operands.Length == 2)) && o[0].IsNumber(out var c) && c == -1 && o[1].Is<Addition>();

    private static Expression? DropZeros(Expression e) =>
        e.Operands.Length == 1 ? e[0] : e.Operands.Any(o => o.IsZero()) ? Add([.. e.Operands]) : null;

    private static Expression? LikeTerms(Expression e)
    {
        var order = new List<(Expression? Core, Term Term)>();
        var coefficients = new Dictionary<(Expression?, bool), double>();
        foreach (var term in e.Operands.Select(Term.Of))
        {
            var key = (term.Core, term.IsNumber);
            if (coefficients.TryGetValue(key, out var sum)) coefficients[key] = sum + term.Coefficient;
            else
            {
                coefficients[key] = term.Coefficient;
                order.Add((term.Core, term));
            }
        }

        if (order.Count == e.Operands.Length) return null;
        var terms = order.Select(o => (o.Term, C: coefficients[(o.Core, o.Term.IsNumber)])).Where(t => t.C != 0).ToList();
        return terms.Count == 0 ? ZeroLike(e) : Add(terms.Select(t => t.Term.With(t.C)).ToArray());
    }

    /// <summary>Collects the terms that share their first, or their last, matrix factor.</summary>
    private static Expression? CommonFactor(Expression e)
    {
        if (!e.Shape.IsArray) return null;
        var terms = e.Operands.Select(Term.Of).ToList();
        foreach (var left in new[] { true, false })
        {
            var groups = terms.Where(t => t.Chain.Length > 1).GroupBy(t => left ? t.Chain[0] : t.Chain[t.Chain.Length - 1]);
            if (groups.FirstOrDefault(g => g.Count() > 1) is not { } group) continue;
            var factor = group.Key;
            var inner = Add(group.Select(t => t.With(t.Coefficient, t.Scalars, left ? t.Chain.RemoveAt(0) : t.Chain.RemoveAt(t.Chain.Length - 1))).ToArray());
            return Together(e, terms, group, left ? Multiply(factor, inner) : Multiply(inner, factor));
        }

        return null;
    }

    /// <summary>Collects the terms that share a scalar factor.</summary>
    private static Expression? CommonScalars(Expression e)
    {
        var terms = e.Operands.Select(Term.Of).ToList();
        // A scalar term that is the factor alone would leave a 1 behind.
        var candidates = terms.Where(t => t.Scalars.Length > (e.Shape.IsScalar ? 1 : 0));
        var shared = candidates.SelectMany(t => t.Scalars.Distinct().Select(s => (s, t))).GroupBy(p => p.s, p => p.t).FirstOrDefault(g => g.Count() > 1);
        if (shared is null) return null;
        var inner = Add(shared.Select(t => t.With(t.Coefficient, t.Scalars.Remove(shared.Key), t.Chain)).ToArray());
        return Together(e, terms, shared, Scale(shared.Key, inner));
    }

    private static Expression Together(Expression e, List<Term> terms, IEnumerable<Term> group, Expression collected)
    {
        var members = new HashSet<Term>(group);
        var first = terms.FindIndex(members.Contains);
        return Add(terms.Select((t, i) => (t, i)).Where(p => p.i == first || !members.Contains(p.t))
            .Select(p => p.i == first ? collected : e.Operands[p.i]).ToArray());
    }

    private static Expression? CommonCoefficient(Expression e)
    {
        var terms = e.Operands.Select(Term.Of).ToList();
        var magnitude = Math.Abs(terms[0].Coefficient);
        if (terms.Any(t => Math.Abs(t.Coefficient) != magnitude)) return null;
        var sign = terms.All(t => t.Coefficient < 0) ? -1 : 1;
        if (magnitude == 1 && sign == 1) return null;
        return Scale(sign * magnitude, Add(terms.Select(t => t.With(sign * t.Coefficient / magnitude)).ToArray()));
    }
}
