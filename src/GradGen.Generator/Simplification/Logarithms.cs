using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Logarithms whose plain form overflows or loses digits.</summary>
internal static class Logarithms
{
    public static readonly Identity[] Identities =
    [
        new("log|X| without the determinant", e => e[0].Is<Determinant>() ? e.Graph.Make(LogDeterminant.Signed, null, e[0][0]) : null, Elementwise.Log),
        new("log(1/x) = −log x", e => e[0].Operation == Operations.Power.Instance && e[0][1].IsNumber(out var p) && p == -1 ? Negate(Elementwise.Log.Of(e[0][0])) : null, Elementwise.Log),
        new("log(exp x) = x", e => e[0].Operation == Elementwise.Exp ? e[0][0] : null, Elementwise.Log),
        new("log(1 + exp x) = softplus(x)", Softplus, Elementwise.Log),
        new("log 1ᵀexp(x) = logsumexp(x)", e => e[0].Is<EntrySum>() && e[0][0].Operation == Elementwise.Exp ? LogSumExp.Of(e[0][0][0]) : null, Elementwise.Log),
        new("log 1 = 0", e => e[0].IsNumber(out var x) && x == 1 ? e.Graph.Number(0) : null, Elementwise.Log),
        new("exp 0 = 1", e => e[0].IsZero() ? e.Graph.Ones(e.Shape) : null, Elementwise.Exp),
    ];

    private static Expression? Softplus(Expression e)
    {
        if (!e[0].Is<Addition>() || e[0].Operands.Length != 2) return null;
        var exponential = e[0].Operands.FirstOrDefault(o => o.Operation == Elementwise.Exp);
        var one = e[0].Operands.FirstOrDefault(o => o.Operation == Filled.Ones || (o.IsNumber(out var c) && c == 1));
        return exponential is null || one is null ? null : Elementwise.Softplus.Of(exponential[0]);
    }
}
