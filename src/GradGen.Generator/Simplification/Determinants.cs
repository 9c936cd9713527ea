using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Determinants and their logarithms.</summary>
internal static class Determinants
{
    public static readonly Identity[] Identities =
    [
        new("|Xᵀ| = |X|", e => e[0].Is<Transposition>() ? e.Graph.Make(e.Operation, null, e[0][0]) : null, Determinant.Instance, LogDeterminant.Absolute, LogDeterminant.Signed),
        new("|I| = 1", e => e[0].Is<IdentityMatrix>() ? e.Graph.Number(1) : null, Determinant.Instance),
        new("|AB| = |A||B|", e => SquareFactors(e[0]) is { } factors ? Times(factors.Select(Of).ToArray()) : null, Determinant.Instance),
        new("|cX| = cⁿ|X|", e => e[0].Is<Scaling>() ? Times(Power(e[0][0], Order(e)), Of(e[0][1])) : null, Determinant.Instance),
        new("|Xᵏ| = |X|ᵏ", e => e[0].Operation == MatrixFunction.Power ? Power(Of(e[0][0]), Real(e[0][1])) : null, Determinant.Instance),
        new("|exp X| = exp Tr X", e => e[0].Operation == MatrixFunction.Exp ? Elementwise.Exp.Of(Trace(e[0][0])) : null, Determinant.Instance),
        new("log|X⁻¹| = −log|X|", e => e[0].Is<MatrixInverse>() ? Negate(e.Graph.Make(e.Operation, null, e[0][0])) : null, LogDeterminant.Absolute, LogDeterminant.Signed),
        new("log|I| = 0", e => e[0].Is<IdentityMatrix>() ? e.Graph.Number(0) : null, LogDeterminant.Absolute, LogDeterminant.Signed),
        new("log|AB| = log|A| + log|B|", e => SquareFactors(e[0]) is { } factors ? Add(factors.Select(LogOf).ToArray()) : null, LogDeterminant.Absolute),
        new("log|cX| = n log|c| + log|X|", e => e[0].Is<Scaling>() ? Add(Times(Order(e), LogAbs(e[0][0])), LogOf(e[0][1])) : null, LogDeterminant.Absolute),
        new("log|Xᵏ| = k log|X|", e => e[0].Operation == MatrixFunction.Power ? Times(Real(e[0][1]), LogOf(e[0][0])) : null, LogDeterminant.Absolute),
        new("log|Diag(x)| = 1ᵀ log|x|", e => e[0].Is<DiagonalMatrix>() ? Sum(LogAbs(e[0][0])) : null, LogDeterminant.Absolute),
        new("log|A ⊗ B| = p log|A| + n log|B|", OfKronecker, LogDeterminant.Absolute),
        new("log|K| = 0", e => e[0].Is<Commutation>() ? e.Graph.Number(0) : null, LogDeterminant.Absolute),
        new("log|L| = 1ᵀ log|diag(L)|", e => e[0].Is<Triangle>() || e[0].Is<CholeskyFactorization>() ? OfTriangle(e[0]) : null, LogDeterminant.Absolute),
        new("log|I + abᵀ| = log|1 + bᵀa|", OfRankOne, LogDeterminant.Absolute),
        new("log|exp X| = Tr X", e => e[0].Operation == MatrixFunction.Exp ? Trace(e[0][0]) : null, LogDeterminant.Absolute, LogDeterminant.Signed),
    ];

    /// <summary>
    /// For the last simplification: while |X⁻¹| is to be differentiated it tells that X is invertible, so that the
    /// derivative is −|X|⁻¹X⁻ᵀ and needs no adjugate.
    /// </summary>
    public static readonly Identity[] Last =
    [
        new("|X⁻¹| = |X|⁻¹", e => e[0].Is<MatrixInverse>() ? Reciprocal(Of(e[0][0])) : null, Determinant.Instance),
        new("log|L| of a promise", e => Promises.Has(e[0], Structure.LowerTriangular) || Promises.Has(e[0], Structure.Diagonal) ? OfTriangle(e[0]) : null, LogDeterminant.Absolute),
        new("log|Q| = 0", e => Promises.Has(e[0], Structure.Orthogonal) ? e.Graph.Number(0) : null, LogDeterminant.Absolute),
    ];

    /// <summary>
    /// For formulas alone: they speak of |P| and P⁻¹ as textbooks do, while the companion computes adj(P), which is right at
    /// a singular P too. Of a matrix that has a letter the adjugate is shown.
    /// </summary>
    public static readonly Identity[] Shown =
    [
        new("adj(P) = |P|P⁻¹", e => IsShownByInverse(e) ? Scale(Of(e[0]), Inverse(e[0])) : null, Adjugate.Instance),
    ];

    public static bool IsShownByInverse(Expression e) => e.Is<Adjugate>() && !e[0].Is<Variable>();

    public static Expression LogOf(Expression x) => x.Graph.Make(LogDeterminant.Absolute, null, x);

    private static Expression Of(Expression x) => x.Graph.Make(Determinant.Instance, null, x);

    private static Expression Order(Expression e) => Real(e[0].Shape.Rows!);

    private static Expression OfTriangle(Expression x) => Sum(LogAbs(MainDiagonal.Of(x)));

    private static Expression LogAbs(Expression x) => Elementwise.Log.Of(Elementwise.Abs.Of(x));

    private static Expression? OfKronecker(Expression e)
    {
        if (!e[0].Is<KroneckerProduct>() || !e[0].Operands.All(IsSquare)) return null;
        var (a, b) = (e[0][0], e[0][1]);
        return Add(Times(Real(b.Shape.Rows!), LogOf(a)), Times(Real(a.Shape.Rows!), LogOf(b)));
    }

    /// <summary>The matrix determinant lemma.</summary>
    private static Expression? OfRankOne(Expression e)
    {
        if (!e[0].Is<Addition>() || e[0].Operands.Length != 2 || e[0].Operands.FirstOrDefault(o => o.Is<IdentityMatrix>()) is not { } identity) return null;
        var outer = Term.Of(e[0][0] == identity ? e[0][1] : e[0][0]);
        if (outer.Chain.IsEmpty || !outer.Chain[0].Shape.IsVector || outer.Chain.Length < 2) return null;
        var inner = Multiply(MatrixProduct.Of(outer.Chain.RemoveAt(0))!, outer.Chain[0]);
        return LogAbs(Add(e.Graph.Number(1), Times([e.Graph.Number(outer.Coefficient), .. outer.Scalars, inner])));
    }

    private static bool IsSquare(Expression x) => x.Shape.IsMatrix && x.Graph.Dimensions.AreSame(x.Shape.Rows!, x.Shape.Columns!);

    /// <summary>The square matrices that a square product is made of; null where it is one.</summary>
    private static List<Expression>? SquareFactors(Expression product)
    {
        if (!product.Is<MatrixProduct>()) return null;
        var factors = new List<Expression>();
        var begun = 0;
        for (var i = 0; i < product.Operands.Length; i++)
        {
            if (product[i].Shape.Columns is not { } columns || !product.Graph.Dimensions.AreSame(columns, product.Shape.Rows!)) continue;
            var factor = MatrixProduct.Of(product.Operands.Skip(begun).Take(i + 1 - begun).ToList())!;
            if (!factor.Shape.IsMatrix) return null;
            factors.Add(factor);
            begun = i + 1;
        }

        return factors.Count > 1 && begun == product.Operands.Length ? factors : null;
    }
}
