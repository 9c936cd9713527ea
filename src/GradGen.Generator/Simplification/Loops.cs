using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>What does not depend on the index of a sum stands outside it.</summary>
internal static class Loops
{
    public static readonly Identity[] Identities =
    [
        new("a value that no round changes", e => Loop.After(e[0])[LoopValue.Number(e)] == Loop.CarriedBy(e[0])[LoopValue.Number(e)] ? Loop.Before(e[0])[LoopValue.Number(e)] : null, LoopValue.Instance),
        new("∑ 0 = 0", e => e[1].IsZero() ? ZeroLike(e) : null, IndexedSum.Instance),
        new("∑ c = nc", e => e[1].DependsOn(e[0]) || !e.Shape.IsReal ? null : Scale(Real(Count(e[0])), e[1]), IndexedSum.Instance),
        new("∑ cxᵢ = c ∑ xᵢ", Scalars, IndexedSum.Instance),
        new("∑ AXᵢB = A(∑ Xᵢ)B", Factors, IndexedSum.Instance),
        new("∑ cxᵢᵀ = (∑ cxᵢ)ᵀ", e => Transposes.IsTransposed(e[1]) ? Transpose(SumOver(e[0], Transposes.Untransposed(e[1]))) : null, IndexedSum.Instance),
        new("∑ Tr Xᵢ = Tr ∑ Xᵢ", e => e[1].Is<Operations.Trace>() || e[1].Is<EntrySum>() ? e.Graph.Make(e[1].Operation, null, SumOver(e[0], e[1][0])) : null, IndexedSum.Instance),
    ];

    private static Expression Count(Expression index) => index[0].Payload is 0 ? index[1]
        : index.Graph.Make(Host.Instance, HostInfo.Larger, index.Graph.Integer(0), index.Graph.Make(Host.Instance, HostInfo.Difference, index[1], index[0]));

    private static Expression? Scalars(Expression e)
    {
        if (!e.Shape.IsReal) return null;
        var term = Term.Of(e[1]);
        var free = term.Scalars.Where(s => !s.DependsOn(e[0])).ToArray();
        if (free.Length == 0 && term.Coefficient == 1) return null;
        var inside = term.Scalars.Where(s => s.DependsOn(e[0])).ToList();
        var outside = Times([e.Graph.Number(term.Coefficient), .. free]);
        return Scale(outside, SumOver(e[0], term.With(1, [.. inside], term.Chain)));
    }

    private static Expression? Factors(Expression e)
    {
        if (!e[1].Is<MatrixProduct>()) return null;
        var factors = e[1].Operands;
        var left = factors.TakeWhile(f => !f.DependsOn(e[0])).ToList();
        var right = factors.Reverse().TakeWhile(f => !f.DependsOn(e[0])).Reverse().ToList();
        if (left.Count + right.Count == 0) return null;
        var inner = SumOver(e[0], MatrixProduct.Of(factors.Skip(left.Count).Take(factors.Length - left.Count - right.Count).ToList())!);
        return Multiply([.. left, inner, .. right]);
    }
}
