using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Transposes stand at variables and at sums, never at products.</summary>
internal static class Transposes
{
    public static readonly Identity[] Identities =
    [
        new("(Xᵀ)ᵀ = X", e => e[0].Is<Transposition>() ? e[0][0] : null, Transposition.Instance),
        new("(cX)ᵀ = cXᵀ", e => e[0].Is<Scaling>() ? Scale(e[0][0], Transpose(e[0][1])) : null, Transposition.Instance),
        new("(AB)ᵀ = BᵀAᵀ", e => e[0].Is<MatrixProduct>() ? MatrixProduct.Of(e[0].Operands.Reverse().Select(Transpose).ToList()) : null, Transposition.Instance),
        .. OfSums(promises: false),
        new("1ᵀ", OfConstant, Transposition.Instance),
        new("symmetric by construction", e => e[0].IsSymmetric(promises: false) ? e[0] : null, Transposition.Instance),
        new("(A ⊗ B)ᵀ = Aᵀ ⊗ Bᵀ", e => e[0].Is<KroneckerProduct>() ? KroneckerProduct.Of(Transpose(e[0][0]), Transpose(e[0][1])) : null, Transposition.Instance),
    ];

    public static bool IsTransposed(Expression e) => e.Is<Transposition>() || (e.Is<Scaling>() && e[1].Is<Transposition>());

    public static Expression Untransposed(Expression e) => e.Is<Transposition>() ? e[0] : Scale(e[0], e[1][0]);

    /// <summary>A sum is written, or its transpose, whichever has fewer transposes in it: (Aᵀ + B)ᵀ = A + Bᵀ, BᵀAᵀ + Bᵀ = (AB + B)ᵀ.</summary>
    /// <param name="promises">Whether what structure attributes promise of parameters counts.</param>
    public static Identity[] OfSums(bool promises) =>
    [
        new("(Aᵀ + B)ᵀ = A + Bᵀ", e => e[0].Is<Addition>() && Count(e[0], true, promises) <= Count(e[0], false, promises) ? Turned(e[0]) : null, Transposition.Instance),
        new("Aᵀ + Bᵀ = (A + B)ᵀ", e => e.Shape.IsArray && 2 * Count(e, true, promises) + 1 < Count(e, false, promises) ? Transpose(Turned(e)) : null, Addition.Instance),
    ];

    private static Expression Turned(Expression sum) => Add(sum.Operands.Select(t => IsTransposed(t) ? Untransposed(t) : Transpose(t)).ToArray());

    /// <summary>How many transposes a sum is written with, as it is or turned.</summary>
    private static int Count(Expression sum, bool turned, bool promises) => sum.Operands.Sum(t => Term.Of(t).Chain.Sum(f =>
        (f.Is<Transposition>() || (f.Operation == Filled.Ones && f.Shape.IsRowVector) ? !turned : turned && !f.IsSymmetric(promises)) ? 1 : 0));

    private static Expression? OfConstant(Expression e)
    {
        var x = e[0];
        return x.Operation == Filled.Ones ? e.Graph.Ones(e.Shape) : x.IsZero() ? e.Graph.Zero(e.Shape)
            : x.Is<Unit>() ? Unit.Of(e.Shape, x.Operands.Skip(x.Shape.Dimensions.Count()).Reverse().ToArray()) : null;
    }
}
