using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Planning;

/// <summary>
/// Of a product of matrices and its transpose, AB and BᵀAᵀ, only one is multiplied: a transpose moves entries, where a product
/// multiplies as many of them as a matrix has rows.
/// </summary>
internal static class MirroredProducts
{
    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> roots)
    {
        var products = new HashSet<Expression>(Reachable.From(roots).Where(IsOfMatrices));
        if (products.Count < 2) return roots;
        var replaced = new Dictionary<Expression, Expression>();
        foreach (var product in products)
        {
            if (Mirror(product) is { } mirror && products.Contains(mirror) && IsKept(mirror, product)) replaced[product] = Transpose(mirror);
        }

        return replaced.Count == 0 ? roots : Replacement.In(roots, replaced);
    }

    private static bool IsOfMatrices(Expression e) => e.Is<MatrixProduct>() && e.Operands.All(o => o.Shape.IsMatrix);

    private static Expression? Mirror(Expression product)
    {
        var mirror = MatrixProduct.Of(product.Operands.Reverse().Select(o => o.IsSymmetric(promises: true) ? o : o.Is<Transposition>() ? o[0] : Transpose(o)).ToList());
        return mirror == product ? null : mirror;
    }

    /// <summary>Whether a product is the one that is multiplied: that with fewer transposes, of two alike the earlier.</summary>
    private static bool IsKept(Expression product, Expression mirror)
    {
        static (int, int) Rank(Expression e) => (e.Operands.Count(o => o.Is<Transposition>()), e.Id);
        return Rank(product).CompareTo(Rank(mirror)) < 0;
    }
}
