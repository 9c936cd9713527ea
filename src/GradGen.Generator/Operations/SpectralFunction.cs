using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// V Diag(g) Vᵀ of the eigenvectors of a symmetric matrix, or U Diag(g) Vᵀ of the singular vectors of any: the gradient of a
/// function of the values whose gradient is g. It stands as one operation until the last differentiation, because it has a
/// derivative where its vectors have none: along D it is V(Δ ∘ VᵀDV)Vᵀ with the divided differences Δ of g (Daleckii and Krein
/// 1965; Lewis and Sendov, SIAM J. Matrix Anal. Appl. 23, 2001), and for singular vectors the like of U and V. Operands: X, g.
/// </summary>
internal sealed class SpectralFunction : Operation
{
    public static readonly SpectralFunction OfEigenvalues = new("function of eigenvalues", SpectralVectors.OfEigenvalues, SpectralVectors.OfEigenvalues);
    public static readonly SpectralFunction OfSingularValues = new("function of singular values", SpectralVectors.Left, SpectralVectors.Right);

    private readonly SpectralVectors left;
    private readonly SpectralVectors right;

    private SpectralFunction(string name, SpectralVectors left, SpectralVectors right)
    {
        Name = name;
        this.left = left;
        this.right = right;
    }

    public override string Name { get; }

    public override string RuleName(Expression node) => "Daleckii–Krein formula";

    public Expression Of(Expression x, Expression g) => x.Graph.Make(this, null, x, g);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override bool IsSymmetric(Expression node, bool promises) => this == OfEigenvalues;

    /// <summary>The product that it stands for.</summary>
    public Expression Expanded(Expression x, Expression g) => Multiply(left.Of(x), Diagonal(g), Transpose(right.Of(x)));

    public override Expression Differential(Expression node, int operand, Expression d)
    {
        var (x, g) = (node[0], node[1]);
        if (operand == 1) return Expanded(x, d);
        if (this == OfSingularValues) return AlongSingular(x, g, PartialDerivative.Of(g, SpectralValues.Singular.Of(x)), d);
        var (values, v) = (SpectralValues.Eigen.Of(x), SpectralVectors.OfEigenvalues.Of(x));
        var differences = DividedDifferences.Of(values, g, PartialDerivative.Of(g, values));
        return Multiply(v, Times(differences, Multiply(Transpose(v), Scale(0.5, Add(d, Transpose(d))), v)), Transpose(v));
    }

    /// <summary>
    /// The differential of U Diag(g) Vᵀ along D while g stays but for its dependence on singular values, of which
    /// <paramref name="slope"/> is the Jacobian. With P = UᵀDV the part inside both bases is U(Δ⁻ ∘ ½(P + Pᵀ) + Δ⁺ ∘ ½(P − Pᵀ))Vᵀ,
    /// Δ⁻ of differences and Δ⁺ of sums; outside of one of them it is D times g/σ.
    /// </summary>
    public static Expression AlongSingular(Expression x, Expression g, Expression slope, Expression d)
    {
        var (u, v, values) = (SpectralVectors.LeftBasis.Of(x), SpectralVectors.Right.Of(x), SpectralValues.Singular.Of(x));
        var (ut, vt) = (Transpose(u), Transpose(v));
        Expression Weights(SingularDifferences kind) => kind.Of(x, values, g, slope);
        var (p, ratios) = (Multiply(ut, d, v), Diagonal(Weights(SingularDifferences.Ratios)));
        var inside = Scale(0.5, Add(
            Times(Weights(SingularDifferences.OfDifferences), Add(p, Transpose(p))),
            Times(Weights(SingularDifferences.OfSums), Subtract(p, Transpose(p)))));
        return Add(
            Multiply(u, inside, vt),
            Multiply(Subtract(d, Multiply(u, ut, d)), v, ratios, vt),
            Multiply(u, ratios, ut, Subtract(d, Multiply(d, v, vt))));
    }

    // Beyond the last differentiation it is computed as the product that it stands for.
    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Product(
        [left.Written(operand(node[0])), new Notation.Function("Diag", [operand(node[1])]), new Notation.Transposed(right.Written(operand(node[0])))]);
}
