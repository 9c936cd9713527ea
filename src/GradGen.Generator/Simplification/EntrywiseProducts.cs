using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Products of scalars and Hadamard products: flat, the number first, powers of one base collected.</summary>
internal static class EntrywiseProducts
{
    // The chain rule multiplies as many factors as a method has statements; a product of more than a reader counts is one factor.
    private const int Longest = 32;

    public static readonly Identity[] Identities =
    [
        new("associativity of the product", Flatten, EntrywiseProduct.Instance),
        new("0x = 0", e => e.Operands.Any(o => o.IsZero()) ? e.Graph.Zero(e.Shape) : null, EntrywiseProduct.Instance),
        new("numbers first", Numbers, EntrywiseProduct.Instance),
        new("cx ∘ y = c(x ∘ y)", Scalars, EntrywiseProduct.Instance),
        new("x ∘ 1 = x", Ones, EntrywiseProduct.Instance),
        new("xᵃxᵇ = xᵃ⁺ᵇ", CollectPowers, EntrywiseProduct.Instance),
        new("abᵀ ∘ cdᵀ = (a ∘ c)(b ∘ d)ᵀ", OuterProducts, EntrywiseProduct.Instance),
        new("a1ᵀ ∘ X = Diag(a)X, 1bᵀ ∘ X = X Diag(b)", OneSided, EntrywiseProduct.Instance),
        new("xᵀ ∘ yᵀ = (x ∘ y)ᵀ", e => e.Operands.All(o => o.Is<Transposition>()) ? Transpose(Times(e.Operands.Select(o => o[0]).ToArray())) : null, EntrywiseProduct.Instance),
        new("ca/b = c(a/b)", e => e[0].Is<Scaling>() ? Scale(e[0][0], ZeroSafeQuotient.Of(e[0][1], e[1])) : null, ZeroSafeQuotient.Instance),
        new("a/b of a number", e => e[0].Operation == Filled.Ones || (e[0].IsNumber(out var c) && c != 0) ? Times(e[0], Reciprocal(e[1])) : null, ZeroSafeQuotient.Instance),
        new("0/b = 0", e => e[0].IsZero() ? e[0] : null, ZeroSafeQuotient.Instance),
        new("ab of a number a", e => e[0].IsNumber(out var c) && c != 0 ? Scale(c, e[1]) : e[0].Operation == Filled.Ones ? e[1] : null, ZeroSafeProduct.Instance),
        new("0b = 0", e => e[0].IsZero() ? e.Graph.Zero(e.Shape) : null, ZeroSafeProduct.Instance),
        new("one factor", e => e.Operands.Length == 1 ? e[0] : null, EntrywiseProduct.Instance),
    ];

    /// <summary>For formulas alone: the companion computes 0 where a is 0.</summary>
    public static readonly Identity[] Shown = [new("a zero-safe product is a product", e => e[0].Shape.IsScalar ? Scale(e[0], e[1]) : Times(e[0], e[1]), ZeroSafeProduct.Instance)];

    private static Expression? Flatten(Expression e) => e.Operands.Any(IsFlattened)
        ? Times(e.Operands.SelectMany(o => IsFlattened(o) ? o.Operands : [o]).ToArray())
        : null;

    private static bool IsFlattened(Expression factor) => factor.Is<EntrywiseProduct>() && factor.Operands.Length <= Longest;

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

    /// <summary>The column and the row that a matrix is the product of.</summary>
    private static (Expression Column, Expression Row)? Outer(Expression e) =>
        e.Is<MatrixProduct>() && e.Operands.Length == 2 && e[0].Shape.IsVector && e[1].Shape.IsRowVector ? (e[0], e[1]) : null;

    private static Expression? OuterProducts(Expression e)
    {
        var outer = e.Operands.Where(o => Outer(o) is not null).ToList();
        if (!e.Shape.IsMatrix || outer.Count < 2) return null;
        var product = Multiply(Times(outer.Select(o => o[0]).ToArray()), Transpose(Times(outer.Select(o => Transpose(o[1])).ToArray())));
        return Times([product, .. e.Operands.Where(o => Outer(o) is null)]);
    }

    private static Expression? OneSided(Expression e)
    {
        if (!e.Shape.IsMatrix || e.Operands.FirstOrDefault(o => Outer(o) is { } p && (IsOnes(p.Column) || IsOnes(p.Row))) is not { } outer) return null;
        var rest = Times(e.Operands.Where(o => o != outer).ToArray());
        return IsOnes(outer[1]) ? Multiply(Diagonal(outer[0]), rest) : Multiply(rest, Diagonal(Transpose(outer[1])));
    }

    private static bool IsOnes(Expression e) => e.Operation == Filled.Ones;

    private static Expression? CollectPowers(Expression e)
    {
        static (Expression Base, double Exponent) Split(Expression f) =>
            f.Operation == Operations.Power.Instance && f[1].IsNumber(out var p) ? (f[0], p) : (f, 1);
        var bases = new HashSet<Expression>();
        if (e.Operands.All(f => bases.Add(Split(f).Base))) return null;
        return Times(e.Operands.Select(Split).GroupBy(p => p.Base).Select(g =>
        {
            var exponent = g.Sum(p => p.Exponent);
            return exponent == 0 ? e.Graph.Ones(e.Shape) : exponent == 1 ? g.Key : Power(g.Key, exponent);
        }).ToArray());
    }
}
