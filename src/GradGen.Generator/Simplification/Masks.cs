using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>
/// A mask with a side of zeros goes outside of what is done entry by entry: what is not selected stays exactly 0, also where
/// another factor is infinite.
/// </summary>
internal static class Masks
{
    public static readonly Identity[] Identities =
    [
        new("where(m, x, x) = x", e => e[1] == e[2] ? e[1] : null, Masked.Instance),
        new("where(m, x, 0) ∘ y = where(m, x ∘ y, 0)", OfProduct, EntrywiseProduct.Instance),
        new("where(m, x, 0)/y = where(m, x/y, 0)", e => OfSides(e[0], x => ZeroSafeQuotient.Of(x, e[1])), ZeroSafeQuotient.Instance),
        new("where(m, x, 0)ᵀ = where(mᵀ, xᵀ, 0)", e => HasZero(e[0]) ? Masked.Of(Transpose(e[0][0]), Transpose(e[0][1]), Transpose(e[0][2])) : null, Transposition.Instance),
    ];

    private static bool HasZero(Expression e) => e.Is<Masked>() && (e[1].IsZero() || e[2].IsZero());

    private static Expression? OfProduct(Expression e) => e.Operands.FirstOrDefault(HasZero) is { } mask
        ? OfSides(mask, x => Times(e.Operands.Select(o => o == mask ? x : o).ToArray()))
        : null;

    private static Expression? OfSides(Expression mask, Func<Expression, Expression> map)
    {
        if (!HasZero(mask)) return null;
        Expression Side(Expression x) => x.IsZero() ? x : map(x);
        return Masked.Of(mask[0], Side(mask[1]), Side(mask[2]));
    }
}
