using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Powers of one norm, and directions x/‖x‖ beside them.</summary>
internal static class Norms
{
    public static readonly Identity[] Identities =
    [
        new("‖x‖²ᵃ of a norm", e => e[0].Is<Norm>() && e[1].IsNumber(out var p) && p % 2 == 0 ? Power(SquaredNorm(e[0][0]), p / 2) : null, Operations.Power.Instance),
        new("(‖x‖²)ᵖ = ‖x‖²ᵖ", e => e[0].Is<SquaredNorm>() && e[1].IsNumber(out var p) && p % 1 != 0 && p * 2 % 1 == 0 ? Power(Norm.Of(e[0][0]), 2 * p) : null, Operations.Power.Instance),
        new("‖x‖ᵃ‖x‖²ᵇ = ‖x‖ᵃ⁺²ᵇ", CollectNorms, EntrywiseProduct.Instance),
        new("‖x‖ᵖ(x/‖x‖) = ‖x‖ᵖ⁻¹x", e => OfDirection(Term.Of(e)), Scaling.Instance, EntrywiseProduct.Instance),
        new("√(c‖x‖²) = ‖x‖√c", OutOfRoot, Elementwise.Sqrt),
        new("√(a² + b²) is a norm", e => OfSquares(e[0]), Elementwise.Sqrt),
        new("(a² + b²)^½ is a norm", e => e[1].IsNumber(out var p) && p == 0.5 ? OfSquares(e[0]) : null, Operations.Power.Instance),
        new("h/h = 1 of a norm", OverItself, EntrywiseProduct.Instance),
    ];

    /// <summary>For formulas alone: the companion computes the direction, which is 0 at 0.</summary>
    public static readonly Identity[] Shown =
    [
        new("the direction of x is x/‖x‖", e => Scale(Reciprocal(Norm.Of(e[0])), e[0]), Direction.Instance),
        new("the reciprocal of a norm", e => Reciprocal(e[0]), ZeroSafeReciprocal.Instance),
    ];

    /// <summary>The vector of a norm and the exponent that a factor raises the norm to.</summary>
    private static (Expression X, double Exponent)? NormPower(Expression factor)
    {
        var (x, exponent) = factor.Operation == Operations.Power.Instance && factor[1].IsNumber(out var p) ? (factor[0], p) : (factor, 1);
        return x.Is<Norm>() ? (x[0], exponent) : x.Is<SquaredNorm>() ? (x[0], 2 * exponent) : null;
    }

    private static Expression? CollectNorms(Expression e)
    {
        if (!e.Shape.IsScalar) return null;
        var norms = e.Operands.Where(o => NormPower(o) is not null).GroupBy(o => NormPower(o)!.Value.X).FirstOrDefault(g => g.Count() > 1);
        if (norms is null) return null;
        var exponent = norms.Sum(o => NormPower(o)!.Value.Exponent);
        return Times([.. e.Operands.Where(o => !norms.Contains(o)), exponent == 0 ? e.Graph.Number(1) : Power(Norm.Of(norms.Key), exponent)]);
    }

    // At x = 0 the direction is 0, as x is; a negative power of ‖x‖ beside it is infinite there already.
    private static Expression? OfDirection(Term term)
    {
        for (var s = 0; s < term.Scalars.Length; s++)
        {
            if (NormPower(term.Scalars[s]) is not { } norm || norm.Exponent is > 0 and < 1) continue;
            bool IsDirection(Expression f) => f.Is<Direction>() ? f[0] == norm.X : f.Is<Transposition>() && f[0].Is<Direction>() && f[0][0] == norm.X;
            Expression Straight(Expression f) => f.Is<Direction>() ? f[0] : Transpose(f[0][0]);
            var scalars = term.Scalars.SetItem(s, Power(Norm.Of(norm.X), norm.Exponent - 1));
            var place = term.Chain.ToList().FindIndex(IsDirection);
            if (place >= 0) return term.With(term.Coefficient, scalars, term.Chain.SetItem(place, Straight(term.Chain[place])));
            for (var i = 0; i < term.Scalars.Length; i++)
            {
                if (!term.Scalars[i].Is<MatrixProduct>()) continue;
                place = term.Scalars[i].Operands.ToList().FindIndex(IsDirection);
                if (place >= 0) return term.With(term.Coefficient, scalars.SetItem(i, MatrixProduct.Of(term.Scalars[i].Operands.SetItem(place, Straight(term.Scalars[i][place])))!), term.Chain);
            }
        }

        return null;
    }

    /// <summary>The norm of the scalars whose squares a sum consists of.</summary>
    private static Expression? OfSquares(Expression sum)
    {
        if (!sum.Shape.IsScalar || !sum.Is<Addition>()) return null;
        var legs = sum.Operands.Select(Root).ToList();
        return legs.Contains(null) ? null : sum.Graph.Make(Hypotenuse.Instance, null, legs.Select(l => l!).ToArray());
    }

    /// <summary>What a scalar that is manifestly a square is the square of. A number is none: beside it no root is 0.</summary>
    private static Expression? Root(Expression square)
    {
        if (square.Is<SquaredNorm>()) return Norm.Of(square[0]);
        if (square.Operation == Operations.Power.Instance) return square[1].IsNumber(out var p) && p % 2 == 0 && p > 0 ? Power(square[0], p / 2) : null;
        if (!square.Is<EntrywiseProduct>()) return null;
        var roots = square.Operands.Select(f => f.IsNumber(out var c) && c > 0 ? f.Graph.Number(Math.Sqrt(c)) : Root(f)).ToList();
        return roots.Contains(null) ? null : Times([.. roots.Select(r => r!)]);
    }

    // What is divided so vanishes with the norm.
    private static Expression? OverItself(Expression e)
    {
        if (e.Operands.FirstOrDefault(o => o.Is<ZeroSafeReciprocal>() && e.Operands.Contains(o[0])) is not { } reciprocal) return null;
        return Times([e.Graph.Number(1), .. e.Operands.Remove(reciprocal).Remove(reciprocal[0])]);
    }

    private static Expression? OutOfRoot(Expression e)
    {
        if (!e.Shape.IsScalar || !e[0].Is<EntrywiseProduct>() || !e[0].Operands.Any(o => o.Is<SquaredNorm>())) return null;
        var rest = e[0].Operands.Where(o => !o.Is<SquaredNorm>()).ToArray();
        return Times([.. e[0].Operands.Where(o => o.Is<SquaredNorm>()).Select(o => Norm.Of(o[0])), .. rest.Length == 0 ? [] : new[] { Elementwise.Sqrt.Of(Times(rest)) }]);
    }
}
