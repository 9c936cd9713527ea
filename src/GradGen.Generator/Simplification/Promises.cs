using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>What the structure attributes of parameters allow.</summary>
internal static class Promises
{
    public static readonly Identity[] Identities =
    [
        new("Sᵀ = S", e => e[0].IsSymmetric(promises: true) ? e[0] : null, Transposition.Instance),
        .. Transposes.OfSums(promises: true),
        new("Q⁻¹ = Qᵀ", e => Has(e[0], Structure.Orthogonal) ? Transpose(e[0]) : null, MatrixInverse.Instance),
        new("log|Q| = 0", e => Has(e[0], Structure.Orthogonal) ? e.Graph.Number(0) : null, LogDeterminant.Absolute),
        new("QᵀQ = I", Cancel, MatrixProduct.Instance),
        new("adj(P) = |P|P⁻¹", e => Has(e[0], Structure.PositiveDefinite) ? Scale(e.Graph.Make(Determinant.Instance, null, e[0]), Inverse(e[0])) : null, Adjugate.Instance),
    ];

    public static bool Has(Expression e, Structure structure) => e.Is<Variable>() && (Variable.Info(e).Structure & structure) == structure;

    private static Expression? Cancel(Expression e)
    {
        for (var i = 0; i + 1 < e.Operands.Length; i++)
        {
            var (a, b) = (e[i], e[i + 1]);
            var cancels = (a.Is<Transposition>() && a[0] == b && Has(b, Structure.Orthogonal)) || (b.Is<Transposition>() && b[0] == a && Has(a, Structure.Orthogonal));
            if (cancels) return MatrixProduct.Of(e.Operands.RemoveRange(i, 2)) ?? e.Graph.Identity(a.Shape.Rows!);
        }

        return null;
    }
}
