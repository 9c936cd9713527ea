using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>
/// The commutation matrix K: it goes to the left through Kronecker products and cancels its inverse
/// (Magnus and Neudecker, Matrix Differential Calculus, §3.7).
/// </summary>
internal static class Commutations
{
    public static readonly Identity[] Identities =
    [
        new("K of a row or a column = I", e => e.Operands.Any(o => o.Payload is 1) ? e.Graph.Identity(e.Shape.Rows!) : null, Commutation.Instance),
        new("Kᵀ = K of the transpose", e => e[0].Is<Commutation>() ? e.Graph.Make(Commutation.Instance, null, e[0][1], e[0][0]) : null, Transposition.Instance),
        new("KK = I", e => OfPairs(e, AreInverse, (a, _) => a.Graph.Identity(a.Shape.Rows!)), MatrixProduct.Instance),
        new("K vec X = vec Xᵀ", e => OfPairs(e, (k, x) => k.Is<Commutation>() && x.Is<Vectorization>() && Is(k, x[0].Shape.Rows, x[0].Shape.Columns), (_, x) => Vectorize(Transpose(x[0]))), MatrixProduct.Instance),
        new("K(a ⊗ b) = b ⊗ a", e => OfPairs(e, OfColumns, (_, x) => KroneckerProduct.Of(x[1], x[0])), MatrixProduct.Instance),
        new("(B ⊗ A)K = K(A ⊗ B)", e => OfPairs(e, (x, k) => k.Is<Commutation>() && x.Is<KroneckerProduct>() && x.Shape.IsMatrix && Is(k, x[0].Shape.Columns, x[1].Shape.Columns), Through), MatrixProduct.Instance),
    ];

    private static Expression Through(Expression x, Expression k)
    {
        var one = k.Graph.Integer(1);
        return Multiply(k.Graph.Make(Commutation.Instance, null, x[0].Shape.Rows ?? one, x[1].Shape.Rows ?? one), KroneckerProduct.Of(x[1], x[0]));
    }

    private static bool OfColumns(Expression k, Expression x) =>
        k.Is<Commutation>() && x.Is<KroneckerProduct>() && x.Shape.IsVector && Is(k, x[1].Shape.Rows, x[0].Shape.Rows);

    private static bool AreInverse(Expression a, Expression b) => a.Is<Commutation>() && b.Is<Commutation>() && Is(a, b[1], b[0]);

    private static bool Is(Expression k, Expression? rows, Expression? columns)
    {
        var one = k.Graph.Integer(1);
        return k.Graph.Dimensions.AreSame(k[0], rows ?? one) && k.Graph.Dimensions.AreSame(k[1], columns ?? one);
    }

    private static Expression? OfPairs(Expression product, Func<Expression, Expression, bool> applies, Func<Expression, Expression, Expression> rewrite)
    {
        for (var i = 0; i + 1 < product.Operands.Length; i++)
        {
            if (applies(product[i], product[i + 1])) return Multiply([.. product.Operands.RemoveAt(i).SetItem(i, rewrite(product[i], product[i + 1]))]);
        }

        return null;
    }
}
