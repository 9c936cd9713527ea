using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Simplification;

/// <summary>Which expressions equal their transpose.</summary>
internal static class Symmetry
{
    /// <param name="promises">Whether the structure attributes of parameters count.</param>
    public static bool IsSymmetric(Expression e, bool promises)
    {
        if (!e.Shape.IsMatrix) return false;
        bool Inner(Expression x) => IsSymmetric(x, promises);
        return e.Operation switch
        {
            Variable => promises && (Variable.Info(e).Structure & Structure.Symmetric) != 0,
            IdentityMatrix or DiagonalMatrix => true,
            MatrixInverse or Transposition or Adjugate => Inner(e[0]),
            Filled => e.Graph.Dimensions.AreSame(e.Shape.Rows!, e.Shape.Columns!),
            Addition or EntrywiseProduct => e.Operands.All(Inner),
            Scaling or IndexedSum => Inner(e[1]),
            Elementwise => Inner(e[0]),
            Operations.Power => Inner(e[0]),
            MatrixProduct => IsPalindrome(e, promises),
            _ => false,
        };
    }

    /// <summary>A product that reads the same from its end, transposed: XᵀAX with a symmetric A, xxᵀ.</summary>
    public static bool IsPalindrome(Expression product, bool promises)
    {
        var n = product.Operands.Length;
        for (var i = 0; i < (n + 1) / 2; i++)
        {
            var (left, right) = (product[i], product[n - 1 - i]);
            var matches = i == n - 1 - i ? IsSymmetric(left, promises) : AreTransposes(left, right) || (promises && left == right && IsSymmetric(left, promises));
            if (!matches) return false;
        }

        return true;
    }

    /// <summary>Whether one of two simplified expressions is the transpose of the other.</summary>
    public static bool AreTransposes(Expression a, Expression b) =>
        (a.Is<Transposition>() && a[0] == b) || (b.Is<Transposition>() && b[0] == a) || (a == b && IsSymmetric(a, promises: false));
}
