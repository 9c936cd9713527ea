using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Diagonal matrices and diagonals.</summary>
internal static class Diagonals
{
    public static readonly Identity[] Identities =
    [
        new("Diag(1) = I", e => e[0].Operation == Filled.Ones ? e.Graph.Identity(e.Shape.Rows!) : null, DiagonalMatrix.Instance),
        new("Diag(0) = 0", e => e[0].IsZero() ? e.Graph.Zero(e.Shape) : null, DiagonalMatrix.Instance, MainDiagonal.Instance),
        new("Diag(cx) = c Diag(x)", e => e[0].Is<Scaling>() ? Scale(e[0][0], e.Graph.Make(e.Operation, null, e[0][1])) : null, DiagonalMatrix.Instance, MainDiagonal.Instance),
        new("Diag(x)y = x ∘ y, xᵀDiag(y) = (x ∘ y)ᵀ, Diag(x)Diag(y) = Diag(x ∘ y)", Beside, MatrixProduct.Instance),
        new("Diag(x) ∘ Y = Diag(x ∘ diag Y)", InProduct, EntrywiseProduct.Instance),
        new("diag(Diag(x)) = x", e => e[0].Is<DiagonalMatrix>() ? e[0][0] : null, MainDiagonal.Instance),
        new("diag(Xᵀ) = diag(X)", e => e[0].Is<Transposition>() ? MainDiagonal.Of(e[0][0]) : null, MainDiagonal.Instance),
        new("diag(I) = 1", e => e[0].Is<IdentityMatrix>() ? e.Graph.Ones(e.Shape) : null, MainDiagonal.Instance),
        new("diag(abᵀ) = a ∘ b", OfOuter, MainDiagonal.Instance),
        new("diag(X ∘ Y) = diag(X) ∘ diag(Y)", e => e[0].Is<EntrywiseProduct>() ? Times(e[0].Operands.Select(MainDiagonal.Of).ToArray()) : null, MainDiagonal.Instance),
        new("diag(f(X)) = f(diag(X))", e => e[0].Is<Elementwise>() ? e.Graph.Make(e[0].Operation, e[0].Payload, MainDiagonal.Of(e[0][0])) : null, MainDiagonal.Instance),
        new("1ᵀdiag(X) = Tr X", e => e[0].Is<MainDiagonal>() ? Trace(e[0][0]) : null, EntrySum.Instance),
    ];

    /// <summary>A diagonal matrix beside a vector or beside another one.</summary>
    private static Expression? Beside(Expression e)
    {
        for (var i = 0; i + 1 < e.Operands.Length; i++)
        {
            var (a, b) = (e[i], e[i + 1]);
            var product = (a.Is<DiagonalMatrix>(), b.Is<DiagonalMatrix>()) switch
            {
                (true, true) => Diagonal(Times(a[0], b[0])),
                (true, false) when b.Shape.IsVector => Times(a[0], b),
                (false, true) when a.Shape.IsRowVector => Transpose(Times(Transpose(a), b[0])),
                _ => null,
            };
            if (product is not null) return MatrixProduct.Of(e.Operands.RemoveAt(i).SetItem(i, product));
        }

        return null;
    }

    private static Expression? InProduct(Expression e)
    {
        if (!e.Shape.IsMatrix || !e.Operands.Any(o => o.Is<DiagonalMatrix>() || o.Is<IdentityMatrix>())) return null;
        return Diagonal(Times(e.Operands.Select(MainDiagonal.Of).ToArray()));
    }

    private static Expression? OfOuter(Expression e)
    {
        if (!e[0].Is<MatrixProduct>()) return null;
        var columns = e[0].Operands.TakeWhile(o => !o.Shape.IsVector).Count() + 1;
        if (columns >= e[0].Operands.Length) return null;
        var (left, right) = (MatrixProduct.Of(e[0].Operands.Take(columns).ToList())!, MatrixProduct.Of(e[0].Operands.Skip(columns).ToList())!);
        return left.Shape.IsVector && right.Shape.IsRowVector ? Times(left, Transpose(right)) : null;
    }
}
