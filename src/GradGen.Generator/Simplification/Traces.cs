using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Traces: scalars outside, transposes and rotations of products.</summary>
internal static class Traces
{
    public static readonly Identity[] Identities =
    [
        new("Tr(cX) = c Tr X", e => e[0].Is<Scaling>() ? Times(e[0][0], Trace(e[0][1])) : null, Operations.Trace.Instance),
        new("Tr(Xᵀ) = Tr X", e => e[0].Is<Transposition>() ? Trace(e[0][0]) : null, Operations.Trace.Instance),
        new("Tr I = n", e => e[0].Is<IdentityMatrix>() ? Real(e[0].Shape.Rows!) : null, Operations.Trace.Instance),
        new("Tr 0 = 0", e => e[0].IsZero() ? e.Graph.Number(0) : null, Operations.Trace.Instance),
        new("Tr(abᵀ) = bᵀa", Rotate, Operations.Trace.Instance),
        new("Tr(dX A) = Tr(A dX)", DifferentialLast, Operations.Trace.Instance),
        new("Tr(XᵀX) = ‖X‖²", SquaredNormOf, Operations.Trace.Instance),
        new("Tr(AᵀBᵀ) = Tr(BA)", e => e[0].Is<MatrixProduct>() && !e[0].Operands.Any(IsDifferential) && 2 * e[0].Operands.Count(o => o.Is<Transposition>()) > e[0].Operands.Length ? Trace(Transpose(e[0])) : null, Operations.Trace.Instance),
        new("Tr(Diag x) = 1ᵀx", e => e[0].Is<DiagonalMatrix>() ? Sum(e[0][0]) : null, Operations.Trace.Instance),
    ];

    /// <summary>For the last simplification: each differential comes to stand last in a trace of its own.</summary>
    public static readonly Identity[] Last =
    [
        new("Tr(dX A + B dX) = Tr(A dX) + Tr(B dX)", e => e[0].Is<Addition>() && e[0].Operands.Any(o => Term.Of(o).Chain is { Length: > 1 } chain && chain.Any(IsDifferential))
            ? Add(e[0].Operands.Select(Trace).ToArray()) : null, Operations.Trace.Instance),
    ];

    /// <summary>A product that holds a column followed by a row is rotated to begin with the row, and is then a scalar.</summary>
    private static Expression? Rotate(Expression e)
    {
        if (!e[0].Is<MatrixProduct>()) return null;
        var factors = e[0].Operands;
        var row = -1;
        for (var i = 0; i < factors.Length && row < 0; i++)
        {
            if (factors[i].Shape.IsRowVector) row = i;
        }

        return row < 0 ? null : Multiply([.. factors.Skip(row), .. factors.Take(row)]);
    }

    /// <summary>With its only differential at the end, df = Tr(X dA) shows that ∂f/∂A = Xᵀ.</summary>
    private static Expression? DifferentialLast(Expression e)
    {
        if (!e[0].Is<MatrixProduct>() || e[0].Operands.Count(IsDifferential) != 1) return null;
        var after = e[0].Operands.TakeWhile(f => !IsDifferential(f)).Count() + 1;
        var turned = e[0][after - 1].Is<Transposition>();
        if (after == e[0].Operands.Length && !turned) return null;
        var factors = e[0].Operands.Skip(after).Concat(e[0].Operands.Take(after)).ToList();
        // Tr(A dXᵀ) = Tr(dX Aᵀ) = Tr(Aᵀ dX).
        return Trace(turned ? Multiply([.. factors.Take(factors.Count - 1).Reverse().Select(Transpose), factors[factors.Count - 1][0]]) : Multiply([.. factors]));
    }

    /// <summary>Whether it is dX or its transpose.</summary>
    public static bool IsDifferential(Expression e) => e.Is<Transposition>() ? IsDifferential(e[0]) : e.Is<Variable>() && Variable.Info(e).Role == "differential";

    private static Expression? SquaredNormOf(Expression e)
    {
        if (!e[0].Is<MatrixProduct>() || e[0].Operands.Length % 2 != 0 || !MatrixProduct.IsPalindrome(e[0], promises: false)) return null;
        return SquaredNorm(MatrixProduct.Of(e[0].Operands.Skip(e[0].Operands.Length / 2).ToList())!);
    }
}
