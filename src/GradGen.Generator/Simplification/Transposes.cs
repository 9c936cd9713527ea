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
        new("(Aᵀ + Bᵀ)ᵀ = A + B", e => e[0].Is<Addition>() ? OfSum(e[0]) : null, Transposition.Instance),
        new("Aᵀ + Bᵀ = (A + B)ᵀ", e => e.Operands.All(IsTransposed) ? Transpose(Add(e.Operands.Select(Untransposed).ToArray())) : null, Addition.Instance),
        new("1ᵀ", OfConstant, Transposition.Instance),
        new("symmetric by construction", e => e[0].IsSymmetric(promises: false) ? e[0] : null, Transposition.Instance),
        new("(A ⊗ B)ᵀ = Aᵀ ⊗ Bᵀ", e => e[0].Is<KroneckerProduct>() ? KroneckerProduct.Of(Transpose(e[0][0]), Transpose(e[0][1])) : null, Transposition.Instance),
    ];

    public static bool IsTransposed(Expression e) => e.Is<Transposition>() || (e.Is<Scaling>() && e[1].Is<Transposition>());

    public static Expression Untransposed(Expression e) => e.Is<Transposition>() ? e[0] : Scale(e[0], e[1][0]);

    // A + Aᵀ stays as it is; a sum whose every term is a transpose or symmetric loses them all.
    private static Expression? OfSum(Expression sum)
    {
        var turned = sum.Operands.Select(t => IsTransposed(t) ? Untransposed(t) : t.IsSymmetric(promises: false) ? t : null).ToList();
        if (turned.All(t => t is not null)) return Add(turned.ToArray()!);
        var swapped = Add(sum.Operands.Select(t => IsTransposed(t) ? Untransposed(t) : Term.Of(t) is { Scalars.IsEmpty: true, Chain.Length: 1 } s ? Scale(s.Coefficient, Transpose(s.Chain[0])) : Transpose(t)).ToArray());
        return ReferenceEquals(swapped, sum) ? sum : null;
    }

    private static Expression? OfConstant(Expression e)
    {
        var x = e[0];
        return x.Operation == Filled.Ones ? e.Graph.Ones(e.Shape) : x.IsZero() ? e.Graph.Zero(e.Shape)
            : x.Is<Unit>() ? Unit.Of(e.Shape, x.Operands.Skip(x.Shape.Dimensions.Count()).Reverse().ToArray()) : null;
    }
}
