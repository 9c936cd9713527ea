using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>Where Ax and Aᵀy are both computed, and neither from the other, A is read once for both.</summary>
internal static class SharedReads
{
    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> roots)
    {
        // One pair at a time: of two pairs, each might need a part of the other.
        while (Pair(roots) is var (plain, transposed))
        {
            var (product, transposeProduct) = BothProducts.Of(plain, transposed);
            roots = Replacement.In(roots, QuadraticFormOf(plain, transposed, roots) ?? new() { [plain] = product, [transposed] = transposeProduct });
        }

        return roots;
    }

    /// <summary>What becomes of Ax + Aᵀx and xᵀAx, or xᵀAᵀx, where these are all that reads the products; null where they are not.</summary>
    private static Dictionary<Expression, Expression>? QuadraticFormOf(Expression plain, Expression transposed, ImmutableArray<Expression> roots)
    {
        var readers = Reachable.From(roots).Where(n => n.Operands.Contains(plain) || n.Operands.Contains(transposed)).ToList();
        var form = readers.Find(n => n.Operation == VectorProduct.Inner && n.Operands.Contains(plain[1]));
        if (readers.Find(n => n.Is<Addition>() && n.Operands.Length == 2 && n.Operands.Contains(plain) && n.Operands.Contains(transposed)) is not { } sum) return null;
        var isAlone = readers.TrueForAll(n => n == sum || n == form) && !roots.Contains(plain) && !roots.Contains(transposed);
        return isAlone && plain[1] == transposed[1] && (form is null || new Demand(roots).Joins(sum, [form])) ? QuadraticForm.Of(plain, form, sum) : null;
    }

    private static (Expression Plain, Expression Transposed)? Pair(ImmutableArray<Expression> roots)
    {
        var products = Reachable.From(roots).Where(n => n.Is<KernelProduct>() && n.Shape.IsVector).OrderBy(n => n.Id).GroupBy(n => n[0]);
        foreach (var ofOne in products)
        {
            var plain = ofOne.FirstOrDefault(p => !KernelProduct.Flags(p).Left);
            var transposed = ofOne.FirstOrDefault(p => KernelProduct.Flags(p).Left);
            if (plain is null || transposed is null || !plain.FreeBounds.SetEquals(transposed.FreeBounds)) continue;
            if (!Reachable.From([plain]).Contains(transposed) && !Reachable.From([transposed]).Contains(plain)) return (plain, transposed);
        }

        return null;
    }
}
