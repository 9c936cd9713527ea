using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>Which matrices are transposes of each other by what they are computed from: AB and BᵀAᵀ, A + Bᵀ and Aᵀ + B.</summary>
internal static class Symmetry
{
    // Sums in sums compare all their terms with one another; deeper ones are not textbook formulas.
    private const int Deepest = 4;
    private const int LongestSum = 16;

    /// <param name="promises">Whether what structure attributes promise of parameters counts.</param>
    public static bool AreTransposes(Expression a, Expression b, bool promises, int depth = 0)
    {
        if ((a.Is<Transposition>() && a[0] == b) || (b.Is<Transposition>() && b[0] == a)) return true;
        if (a == b) return a.IsSymmetric(promises);
        if (a.Operation != b.Operation || a.Operands.Length != b.Operands.Length || depth == Deepest) return false;
        return a.Operation switch
        {
            MatrixProduct => Enumerable.Range(0, a.Operands.Length).All(i => Are(a[i], b[b.Operands.Length - 1 - i])),
            MatrixInverse or Adjugate => Are(a[0], b[0]),
            Scaling => a[0] == b[0] && Are(a[1], b[1]),
            Addition => a.Operands.Length <= LongestSum && a.Operands.All(x => b.Operands.Any(y => Are(x, y))),
            _ => false,
        };

        bool Are(Expression x, Expression y) => AreTransposes(x, y, promises, depth + 1);
    }

    /// <summary>Whether the transposes of a sum's terms are its terms.</summary>
    public static bool OfSum(Expression sum, bool promises) => sum.Operands.All(o => o.IsSymmetric(promises))
        || (sum.Operands.Length <= LongestSum && sum.Operands.All(x => x.IsSymmetric(promises) || sum.Operands.Any(y => AreTransposes(x, y, promises))));
}
