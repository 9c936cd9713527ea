using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Kronecker products and vec.</summary>
internal static class Kronecker
{
    public static readonly Identity[] Identities =
    [
        new("I ⊗ I = I", e => e[0].Is<IdentityMatrix>() && e[1].Is<IdentityMatrix>() ? e.Graph.Identity(e.Shape.Rows!) : null, KroneckerProduct.Instance),
        new("cA ⊗ B = c(A ⊗ B)", Hoist, KroneckerProduct.Instance),
        new("a ⊗ bᵀ = abᵀ", Outer, KroneckerProduct.Instance),
        new("0 ⊗ B = 0", e => e.Operands.Any(o => o.IsZero()) ? e.Graph.Zero(e.Shape) : null, KroneckerProduct.Instance),
        new("(A ⊗ B)(C ⊗ D) = AC ⊗ BD", Mixed, MatrixProduct.Instance),
        new("(Bᵀ ⊗ A)vec X = vec(AXB)", OfVec, MatrixProduct.Instance),
        new("Tr(A ⊗ B) = Tr A Tr B", e => OfSquares(e[0]) ? Times(Trace(e[0][0]), Trace(e[0][1])) : null, Operations.Trace.Instance),
        new("(A ⊗ B)⁻¹ = A⁻¹ ⊗ B⁻¹", e => OfSquares(e[0]) ? KroneckerProduct.Of(Inverse(e[0][0]), Inverse(e[0][1])) : null, MatrixInverse.Instance),
        new("log|A ⊗ B| = n log|A| + m log|B|", e => OfSquares(e[0]) ? Add(LogPart(e[0][0], e[0][1]), LogPart(e[0][1], e[0][0])) : null, LogDeterminant.Absolute),
        new("A ⊗ B + A ⊗ C = A ⊗ (B + C)", Collected, Addition.Instance),
        new("vec 0 = 0", e => e[0].IsZero() ? e.Graph.Zero(e.Shape) : null, Vectorization.Instance),
        new("vec(cX) = c vec X", e => e[0].Is<Scaling>() ? Scale(e[0][0], Vectorize(e[0][1])) : null, Vectorization.Instance),
        new("vec(unvec x) = x", e => e[0].Is<Unvectorization>() ? e[0][0] : null, Vectorization.Instance),
        new("unvec(vec X) = X", e => e[0].Is<Vectorization>() && e.Graph.Dimensions.AreSame(e[1], e[0][0].Shape.Rows!) ? e[0][0] : null, Unvectorization.Instance),
        new("vec(abᵀ) = b ⊗ a", e => e[0].Is<MatrixProduct>() && e[0].Operands.Length == 2 && e[0][0].Shape.IsVector ? KroneckerProduct.Of(Transpose(e[0][1]), e[0][0]) : null, Vectorization.Instance),
        new("a matrix is one already", e => e[0].Is<Scaling>() ? Scale(e[0][0], AsMatrix.Of(e[0][1])) : null, AsMatrix.Instance),
    ];

    private static bool OfSquares(Expression e) =>
        e.Is<KroneckerProduct>() && e.Operands.All(o => o.Shape.IsMatrix && o.Graph.Dimensions.AreSame(o.Shape.Rows!, o.Shape.Columns!));

    private static Expression LogPart(Expression x, Expression other) => Times(Real(other.Shape.Rows!), Determinants.LogOf(x));
    /// <summary>For the last simplification: a Kronecker product of a column and a matrix has no adjoint.</summary>
    public static readonly Identity[] Last = [new("(a ⊗ B)C = a ⊗ BC", Inside, MatrixProduct.Instance)];

    private static Expression? Hoist(Expression e)
    {
        if (!e.Operands.Any(o => o.Is<Scaling>())) return null;
        var scalar = Times(e.Operands.Where(o => o.Is<Scaling>()).Select(o => o[0]).ToArray());
        return Scale(scalar, KroneckerProduct.Of(e[0].Is<Scaling>() ? e[0][1] : e[0], e[1].Is<Scaling>() ? e[1][1] : e[1]));
    }

    private static Expression? Outer(Expression e) => (e[0].Shape.Kind, e[1].Shape.Kind) switch
    {
        (ValueKind.Vector, ValueKind.RowVector) => Multiply(e[0], e[1]),
        (ValueKind.RowVector, ValueKind.Vector) => Multiply(e[1], e[0]),
        _ => null,
    };

    private static Expression? Mixed(Expression e)
    {
        for (var i = 0; i + 1 < e.Operands.Length; i++)
        {
            var (a, b) = (e[i], e[i + 1]);
            if (!a.Is<KroneckerProduct>() || !b.Is<KroneckerProduct>() || !Fit(a[0], b[0]) || !Fit(a[1], b[1])) continue;
            return Multiply([.. e.Operands.RemoveAt(i).SetItem(i, KroneckerProduct.Of(Multiply(a[0], b[0]), Multiply(a[1], b[1])))]);
        }

        return null;
    }

    // A column fits a row: their product is a matrix.
    private static bool Fit(Expression a, Expression b) => a.Shape.IsVector ? b.Shape.IsRowVector
        : b.Shape.Rows is { } rows && a.Graph.Dimensions.AreSame(a.Shape.Columns!, rows) && !(a.Shape.IsRowVector && b.Shape.IsVector);

    /// <summary>A factor beside a Kronecker product with a column, or before one with a row, goes into its other factor.</summary>
    private static Expression? Inside(Expression e)
    {
        for (var i = 0; i + 1 < e.Operands.Length; i++)
        {
            var (a, b) = (e[i], e[i + 1]);
            var product = a.Is<KroneckerProduct>() && !b.Is<KroneckerProduct>() ? With(a, ValueKind.Vector, o => Fit(o, b) ? Multiply(o, b) : null)
                : b.Is<KroneckerProduct>() && !a.Is<KroneckerProduct>() ? With(b, ValueKind.RowVector, o => Fit(a, o) ? Multiply(a, o) : null) : null;
            if (product is not null) return Multiply([.. e.Operands.RemoveAt(i).SetItem(i, product)]);
        }

        return null;

        static Expression? With(Expression kronecker, ValueKind thin, Func<Expression, Expression?> multiplied)
        {
            for (var side = 0; side < 2; side++)
            {
                if (kronecker[1 - side].Shape.Kind != thin || kronecker[side].Shape.Kind == ValueKind.Scalar || multiplied(kronecker[side]) is not { Shape.IsArray: true } product) continue;
                return side == 0 ? KroneckerProduct.Of(product, kronecker[1]) : KroneckerProduct.Of(kronecker[0], product);
            }

            return null;
        }
    }

    /// <summary>Terms that are all Kronecker products with one left, or one right, factor.</summary>
    private static Expression? Collected(Expression e)
    {
        var terms = e.Operands.Select(Term.Of).ToList();
        if (terms.Any(t => t.Chain.Length != 1 || !t.Chain[0].Is<KroneckerProduct>())) return null;
        for (var side = 0; side < 2; side++)
        {
            var shared = terms[0].Chain[0][side];
            if (terms.Any(t => t.Chain[0][side] != shared || t.Chain[0][1 - side].Shape.Kind != terms[0].Chain[0][1 - side].Shape.Kind)) continue;
            var others = Add(terms.Select(t => t.With(t.Coefficient, t.Scalars, [t.Chain[0][1 - side]])).ToArray());
            return side == 0 ? KroneckerProduct.Of(shared, others) : KroneckerProduct.Of(others, shared);
        }

        return null;
    }

    private static Expression? OfVec(Expression e)
    {
        for (var i = 0; i + 1 < e.Operands.Length; i++)
        {
            var (a, b) = (e[i], e[i + 1]);
            Expression? image = null;
            if (a.Is<KroneckerProduct>() && b.Is<Vectorization>() && Fits(a, b[0])) image = Vectorize(Multiply(a[1], b[0], Transpose(a[0])));
            else if (a.Is<Transposition>() && a[0].Is<Vectorization>() && b.Is<KroneckerProduct>() && FitsLeft(b, a[0][0]))
                image = Transpose(Vectorize(Multiply(Transpose(b[1]), a[0][0], b[0])));
            if (image is not null) return Multiply([.. e.Operands.RemoveAt(i).SetItem(i, image)]);
        }

        return null;
    }

    private static bool Fits(Expression kronecker, Expression x) =>
        kronecker.Operands.All(o => o.Shape.IsMatrix) && x.Graph.Dimensions.AreSame(kronecker[1].Shape.Columns!, x.Shape.Rows!) && x.Graph.Dimensions.AreSame(kronecker[0].Shape.Columns!, x.Shape.Columns!);

    private static bool FitsLeft(Expression kronecker, Expression x) =>
        kronecker.Operands.All(o => o.Shape.IsMatrix) && x.Graph.Dimensions.AreSame(kronecker[1].Shape.Rows!, x.Shape.Rows!) && x.Graph.Dimensions.AreSame(kronecker[0].Shape.Rows!, x.Shape.Columns!);
}
