using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Products of scalars and Hadamard products: flat, the number first, powers of one base collected.</summary>
internal static class EntrywiseProducts
{
    public static readonly Identity[] Identities =
    [
        new("associativity of the product", Flatten, EntrywiseProduct.Instance),
        new("0x = 0", e => e.Operands.Any(o => o.IsZero()) ? e.Graph.Zero(e.Shape) : null, EntrywiseProduct.Instance),
        new("numbers first", Numbers, EntrywiseProduct.Instance),
        new("cx ∘ y = c(x ∘ y)", Scalars, EntrywiseProduct.Instance),
        new("x ∘ 1 = x", Ones, EntrywiseProduct.Instance),
        new("xᵃxᵇ = xᵃ⁺ᵇ", CollectPowers, EntrywiseProduct.Instance),
        new("xᵀ ∘ yᵀ = (x ∘ y)ᵀ", e => e.Operands.All(o => o.Is<Transposition>()) ? Transpose(Times(e.Operands.Select(o => o[0]).ToArray())) : null, EntrywiseProduct.Instance),
        new("ca/b = c(a/b)", e => e[0].Is<Scaling>() ? Scale(e[0][0], ZeroSafeQuotient.Of(e[0][1], e[1])) : null, ZeroSafeQuotient.Instance),
        new("a/b of a number", e => e[0].Operation == Filled.Ones || (e[0].IsNumber(out var c) && c != 0) ? Times(e[0], Reciprocal(e[1])) : null, ZeroSafeQuotient.Instance),
        new("0/b = 0", e => e[0].IsZero() ? e[0] : null, ZeroSafeQuotient.Instance),
        new("one factor", e => e.Operands.Length == 1 ? e[0] : null, EntrywiseProduct.Instance),
    ];

    private static Expression? Flatten(Expression e) => e.Operands.Any(o => o.Is<EntrywiseProduct>())
        ? Times(e.Operands.SelectMany(o => o.Is<EntrywiseProduct>() ? o.Operands : [o]).ToArray())
        : null;

    private static Expression? Numbers(Expression e)
    {
        var count = e.Operands.Count(o => o.IsNumber(out _));
        if (count == 0 || (count == 1 && e[0].IsNumber(out var first) && first != 1)) return null;
        var product = e.Operands.Select(o => o.IsNumber(out var v) ? v : 1).Aggregate(1.0, (a, b) => a * b);
        var others = e.Operands.Where(o => !o.IsNumber(out _)).ToArray();
        if (others.Length == 0) return e.Graph.Number(product);
        return product == 1 ? Times(others) : Times([e.Graph.Number(product), .. others]);
    }

    private static Expression? Scalars(Expression e)
    {
        if (e.Shape.IsScalar || !e.Operands.Any(o => o.Is<Scaling>())) return null;
        var scalar = Times(e.Operands.Where(o => o.Is<Scaling>()).Select(o => o[0]).ToArray());
        return Scale(scalar, Times(e.Operands.Select(o => o.Is<Scaling>() ? o[1] : o).ToArray()));
    }

    private static Expression? Ones(Expression e)
    {
        if (e.Shape.IsScalar || !e.Operands.Any(o => o.Operation == Filled.Ones)) return null;
        var others = e.Operands.Where(o => o.Operation != Filled.Ones).ToArray();
        return others.Length == 0 ? e[0] : Times(others);
    }

    private static Expression? CollectPowers(Expression e)
    {
        static (Expression Base, double Exponent) Split(Expression f) =>
            f.Operation == Operations.Power.Instance && f[1].IsNumber(out var p) ? (f[0], p) : (f, 1);
        var powers = e.Operands.Select(Split).ToList();
        if (powers.Select(p => p.Base).Distinct().Count() == powers.Count) return null;
        return Times(powers.GroupBy(p => p.Base).Select(g =>
        {
            var exponent = g.Sum(p => p.Exponent);
            return exponent == 0 ? e.Graph.Ones(e.Shape) : exponent == 1 ? g.Key : Power(g.Key, exponent);
        }).ToArray());
    }
}
