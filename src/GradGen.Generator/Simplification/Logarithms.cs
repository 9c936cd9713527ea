using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Logarithms whose plain form overflows or loses digits.</summary>
internal static class Logarithms
{
    public static readonly Identity[] Identities =
    [
        new("log|X| without the determinant", e => e[0].Is<Determinant>() ? SignedLog(e[0][0]) : null, Elementwise.Log),
        new("log||X|| = log|X|", e => e[0].Operation == Elementwise.Abs && e[0][0].Is<Determinant>() ? Determinants.LogOf(e[0][0][0]) : null, Elementwise.Log),
        new("log √x = ½ log x", e => e[0].Operation == Elementwise.Sqrt ? Scale(0.5, Elementwise.Log.Of(e[0][0])) : null, Elementwise.Log),
        new("log xᵖ = p log x", OfPower, Elementwise.Log),
        new("log(eˣy) = x + log y", OfProduct, Elementwise.Log),
        new("log(|A||B|) = log|AB|", OfDeterminants, Elementwise.Log),
        new("log(exp x) = x", e => e[0].Operation == Elementwise.Exp ? e[0][0] : null, Elementwise.Log),
        new("log(1 + exp x) = softplus(x)", Softplus, Elementwise.Log),
        new("log σ(x) = −softplus(−x)", e => e[0].Operation == Elementwise.Sigmoid ? Negate(Elementwise.Softplus.Of(Negate(e[0][0]))) : null, Elementwise.Log),
        new("log(1 − σ(x)) = −softplus(x)", e => Complement(e[0]) is { Operation: var f } s && f == Elementwise.Sigmoid ? Negate(Elementwise.Softplus.Of(s[0])) : null, Elementwise.Log),
        new("log softmax(x) = x − logsumexp(x)1", e => e[0].Is<Softmax>() ? AddToEach(e[0][0], Negate(LogSumExp.Of(e[0][0]))) : null, Elementwise.Log),
        new("log 1ᵀexp(x) = logsumexp(x)", e => IsSumOfExponentials(e[0]) ? LogSumExp.Of(e[0][0][0]) : null, Elementwise.Log),
        new("|c| of a number", e => e[0].IsNumber(out var x) ? e.Graph.Number(Math.Abs(x)) : null, Elementwise.Abs),
        new("log 1 = 0", e => e[0].IsNumber(out var x) && x == 1 ? e.Graph.Number(0) : null, Elementwise.Log),
        new("exp 0 = 1", e => e[0].IsZero() ? e.Graph.Ones(e.Shape) : null, Elementwise.Exp),
    ];

    private static Expression SignedLog(Expression x) => x.Graph.Make(LogDeterminant.Signed, null, x);

    private static bool IsSumOfExponentials(Expression e) => e.Is<EntrySum>() && e[0].Operation == Elementwise.Exp;

    /// <summary>An even power has a logarithm where its base is negative too.</summary>
    private static Expression? OfPower(Expression e)
    {
        if (e[0].Operation != Operations.Power.Instance || !e[0][1].IsNumber(out var p)) return null;
        var x = e[0][0];
        return Scale(p, p % 2 != 0 ? Elementwise.Log.Of(x) : x.Is<Determinant>() ? Determinants.LogOf(x[0]) : Elementwise.Log.Of(Elementwise.Abs.Of(x)));
    }

    /// <summary>
    /// What is positive and has a logarithm that cannot overflow leaves a product: exponentials, their sums, squared
    /// determinants, and with them, or from a determinant, a positive number.
    /// </summary>
    private static Expression? OfProduct(Expression e)
    {
        if (e[0].Is<Scaling>())
            return e[0][0].IsNumber(out var c) && c > 0 && e[0][1].Operation == Elementwise.Exp ? AddToEach(e[0][1][0], e.Graph.Number(Math.Log(c))) : null;
        if (!e[0].Is<EntrywiseProduct>()) return null;
        var rest = e[0].Operands.ToList();
        var leaving = rest.Where(f => IsSumOfExponentials(Base(f)) || Base(f).Operation == Elementwise.Exp || IsEvenPowerOfDeterminant(f)).ToList();
        rest.RemoveAll(leaving.Contains);
        if (rest.Find(f => f.IsNumber(out var v) && v > 0) is { } number && (leaving.Count > 0 || rest.All(f => f == number || f.Is<Determinant>())))
        {
            leaving.Add(number);
            rest.Remove(number);
        }

        if (leaving.Count == 0) return null;
        if (rest.Count > 0) leaving.Add(Times([.. rest]));
        return Add(leaving.Select(Elementwise.Log.Of).ToArray());
    }

    // A product of determinants may be positive where each of them is negative.
    private static Expression? OfDeterminants(Expression e) => e[0].Is<EntrywiseProduct>() && e[0].Operands.All(f => f.Is<Determinant>() && e.Graph.Dimensions.AreSame(f[0].Shape.Rows!, e[0][0][0].Shape.Rows!))
        ? SignedLog(MatrixProduct.Of(e[0].Operands.Select(f => f[0]).ToList())!)
        : null;

    private static Expression Base(Expression factor) => factor.Operation == Operations.Power.Instance && factor[1].IsNumber(out _) ? factor[0] : factor;

    private static bool IsEvenPowerOfDeterminant(Expression factor) => Base(factor).Is<Determinant>() && factor != Base(factor) && factor[1].IsNumber(out var p) && p % 2 == 0;

    /// <summary>The x of 1 − x.</summary>
    private static Expression? Complement(Expression e)
    {
        if (!e.Is<Addition>() || e.Operands.Length != 2 || !e.Operands.Any(o => o.Operation == Filled.Ones || (o.IsNumber(out var c) && c == 1))) return null;
        var x = e.Operands.Select(Term.Of).FirstOrDefault(t => t.Coefficient == -1);
        return x?.Core;
    }

    private static Expression? Softplus(Expression e)
    {
        if (!e[0].Is<Addition>() || e[0].Operands.Length != 2) return null;
        var exponential = e[0].Operands.FirstOrDefault(o => o.Operation == Elementwise.Exp);
        var one = e[0].Operands.FirstOrDefault(o => o.Operation == Filled.Ones || (o.IsNumber(out var c) && c == 1));
        return exponential is null || one is null ? null : Elementwise.Softplus.Of(exponential[0]);
    }
}
