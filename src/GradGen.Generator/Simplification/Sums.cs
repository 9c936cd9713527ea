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
        new("AX + BX = (A + B)X", CommonFactor, Addition.Instance) { Collects = true },
        new("ca + cb = c(a + b)", OfReals(CommonScalars), Addition.Instance) { Collects = true },
        new("common coefficient", OfReals(CommonCoefficient), Addition.Instance) { Collects = true },
        new("1ᵀ(cx) = c 1ᵀx", e => e[0].Is<Scaling>() ? Scale(e[0][0], Sum(e[0][1])) : null, EntrySum.Instance),
        new("1ᵀ(x ∘ y) = xᵀy", e => e[0].Is<EntrywiseProduct>() && e[0].Operands.Length == 2 ? Inner(e[0][0], e[0][1]) : null, EntrySum.Instance),
        new("1ᵀ(x ∘ x) = ‖x‖²", e => e[0].Operation == Operations.Power.Instance && e[0][1].IsNumber(out var p) && p == 2 ? SquaredNorm(e[0][0]) : null, EntrySum.Instance),
        new("1ᵀ(x + c1) = 1ᵀx + nc", e => e[0].Is<Addition>() && e[0].Operands.Any(IsFilled) ? Add(e[0].Operands.Select(Sum).ToArray()) : null, EntrySum.Instance),
        new("1ᵀ1 = n", e => e[0].Operation == Filled.Ones ? Real(EntryCount(e[0])) : null, EntrySum.Instance),
        new("1ᵀ0 = 0", e => e[0].IsZero() ? e.Graph.Number(0) : null, EntrySum.Instance, Operations.SquaredNorm.Instance, Norm.Instance),
        new("sum of a transpose", e => e[0].Is<Transposition>() ? e.Graph.Make(e.Operation, null, e[0][0]) : null, EntrySum.Instance, Operations.SquaredNorm.Instance, Norm.Instance),
        new("1ᵀXᵀ = (X1)ᵀ", e => e[0].Is<Transposition>() ? Transpose(e.Graph.Make(RowSums.Instance, null, e[0][0])) : null, ColumnSums.Instance),
        new("Xᵀ1 = (1ᵀX)ᵀ", e => e[0].Is<Transposition>() ? Transpose(e.Graph.Make(ColumnSums.Instance, null, e[0][0])) : null, RowSums.Instance),
        new("‖cx‖² = c²‖x‖²", e => e[0].Is<Scaling>() && e[0][0].IsNumber(out var c) ? Scale(c * c, SquaredNorm(e[0][1])) : null, Operations.SquaredNorm.Instance),
    ];

    /// <summary>
    /// For the last simplification: while a form is to be differentiated, its terms tell more than their sum does.
    /// </summary>
    public static readonly Identity[] Last =
    [
        new("a/s + b/s² = (a + b/s)/s", CommonDenominator, Addition.Instance),
        new("aᵀXb + aᵀYb = aᵀ(X + Y)b", CommonEnd, Addition.Instance),
        new("Tr(AX) + Tr(BX) = Tr((A + B)X)", CommonTrace, Addition.Instance),
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

    /// <summary>Collects the terms that share scalar factors.</summary>
    private static Expression? CommonScalars(Expression e)
    {
        var terms = e.Operands.Select(Term.Of).ToList();
        // A scalar term that is the factor alone would leave a 1 behind.
        var least = e.Shape.IsScalar ? 1 : 0;
        if (FirstShared(terms, least) is not { } first) return null;
        var members = terms.FindAll(t => t.Scalars.Length > least && t.Scalars.Contains(first));
        var shared = SharedByAll(members, first, least);
        var inner = Add(members.Select(t => t.With(t.Coefficient, Without(t.Scalars, shared), t.Chain)).ToArray());
        return Together(e, terms, members, e.Shape.IsScalar ? Times([.. shared, inner]) : Scale(Times([.. shared]), inner));
    }

    /// <summary>The first factor that several terms have.</summary>
    private static Expression? FirstShared(List<Term> terms, int least)
    {
        var places = new Dictionary<Expression, (int Place, int LastTerm)>();
        var (first, firstPlace) = ((Expression?)null, int.MaxValue);
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Scalars.Length <= least) continue;
            foreach (var scalar in terms[i].Scalars)
            {
                if (!places.TryGetValue(scalar, out var seen)) places.Add(scalar, (places.Count, i));
                else if (seen.LastTerm != i && seen.Place < firstPlace) (first, firstPlace) = (scalar, seen.Place);
            }
        }

        return first;
    }

    /// <summary>The factors that would be taken out one after another until some term has none to give, or only some of the terms have the next.</summary>
    private static List<Expression> SharedByAll(List<Term> members, Expression first, int least)
    {
        var shared = new List<Expression> { first };
        foreach (var scalar in members[0].Scalars)
        {
            if (scalar == first || shared.Contains(scalar)) continue;
            if (members.Exists(t => t.Scalars.Length - shared.Count <= least)) break;
            var having = members.Count(t => t.Scalars.Contains(scalar));
            if (having == members.Count) shared.Add(scalar);
            else if (having > 1) break;
        }

        return shared;
    }

    private static ImmutableArray<Expression> Without(ImmutableArray<Expression> scalars, List<Expression> shared)
    {
        var left = scalars.ToList();
        foreach (var scalar in shared) left.Remove(scalar);
        return [.. left];
    }

    private static bool IsFilled(Expression e) => e.Operation == Filled.Ones || (e.Is<Scaling>() && e[1].Operation == Filled.Ones);

    /// <summary>Collects the terms that are divided by powers of one scalar, under the lowest of them.</summary>
    private static Expression? CommonDenominator(Expression e)
    {
        if (!e.Shape.IsArray) return null;
        static (Expression Base, double Exponent) Split(Expression f) => f.Operation == Operations.Power.Instance && f[1].IsNumber(out var p) ? (f[0], p) : (f, 1);
        // A norm counts as the root of its square.
        static (Expression Base, double Exponent) Root(Expression f) => Split(f) is var (x, p) && x.Is<Norm>() ? (SquaredNorm(x[0]), p / 2) : Split(f);
        var terms = e.Operands.Select(Term.Of).ToList();
        var shared = terms.SelectMany(t => t.Scalars.Select(s => (Term: t, Factor: s, Root: Root(s)))).Where(p => p.Root.Exponent < 0)
            .GroupBy(p => p.Root.Base).FirstOrDefault(g => g.Select(p => p.Term).Distinct().Count() > 1);
        if (shared is null) return null;
        var lowest = shared.OrderByDescending(p => p.Root.Exponent).First().Factor;
        var inverse = Power(Split(lowest).Base, -Split(lowest).Exponent);
        var inner = Add(shared.Select(p => p.Term.With(p.Term.Coefficient, p.Factor == lowest ? p.Term.Scalars.Remove(lowest) : p.Term.Scalars.Add(inverse), p.Term.Chain)).ToArray());
        return Together(e, terms, shared.Select(p => p.Term), Scale(lowest, inner));
    }

    /// <summary>A scalar term with its only product of vectors and matrices as its chain.</summary>
    private static Term? OfProduct(Expression e)
    {
        var term = Term.Of(e);
        var products = term.Scalars.Where(s => s.Is<MatrixProduct>()).ToList();
        return products.Count == 1 ? term with { Scalars = term.Scalars.Remove(products[0]), Chain = products[0].Operands } : null;
    }

    private static Expression? CommonEnd(Expression e)
    {
        if (!e.Shape.IsScalar) return null;
        var terms = e.Operands.Select(OfProduct).OfType<Term>().ToList();
        foreach (var left in new[] { true, false })
        {
            if (terms.GroupBy(t => left ? t.Chain[0] : t.Chain[t.Chain.Length - 1]).FirstOrDefault(g => g.Count() > 1) is not { } group) continue;
            var inner = Add(group.Select(t => t.With(t.Coefficient, t.Scalars, left ? t.Chain.RemoveAt(0) : t.Chain.RemoveAt(t.Chain.Length - 1))).ToArray());
            return Replaced(e, group.Select(t => t.Like), left ? Multiply(group.Key, inner) : Multiply(inner, group.Key));
        }

        return null;
    }

    /// <summary>A scalar term with the matrices of its only trace as its chain.</summary>
    private static Term? OfTrace(Expression e)
    {
        var term = Term.Of(e);
        var traces = term.Scalars.Where(s => s.Is<Operations.Trace>() && s[0].Is<MatrixProduct>()).ToList();
        return traces.Count == 1 ? term with { Scalars = term.Scalars.Remove(traces[0]), Chain = traces[0][0].Operands } : null;
    }

    private static Expression? CommonTrace(Expression e)
    {
        if (!e.Shape.IsScalar) return null;
        var group = e.Operands.Select(OfTrace).OfType<Term>().GroupBy(t => t.Chain[t.Chain.Length - 1]).FirstOrDefault(g => g.Count() > 1);
        if (group is null) return null;
        var inner = Add(group.Select(t => t.With(t.Coefficient, t.Scalars, t.Chain.RemoveAt(t.Chain.Length - 1))).ToArray());
        return Replaced(e, group.Select(t => t.Like), Operations.Algebra.Trace(Multiply(inner, group.Key)));
    }

    /// <summary>A sum with one term where some of its terms were.</summary>
    private static Expression Replaced(Expression sum, IEnumerable<Expression> terms, Expression by)
    {
        var members = new HashSet<Expression>(terms);
        var first = sum.Operands.First(members.Contains);
        return Add(sum.Operands.Where(o => o == first || !members.Contains(o)).Select(o => o == first ? by : o).ToArray());
    }

    private static Expression Together(Expression e, List<Term> terms, IEnumerable<Term> group, Expression collected)
    {
        var members = new HashSet<Term>(group);
        return Replaced(e, e.Operands.Where((_, i) => members.Contains(terms[i])), collected);
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
