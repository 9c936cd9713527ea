using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// The eigenvalues of a symmetric matrix, dλ = diag(Vᵀ dA V), and the singular values of any, dσ = diag(Uᵀ dA V) (Magnus and
/// Neudecker, Matrix Differential Calculus, §8.9). Of repeated values sums have a derivative, single ones that of the vectors found.
/// </summary>
internal sealed class SpectralValues : Operation
{
    public static readonly SpectralValues Eigen = new("SymmetricEigenvalues", "eig", SpectralVectors.OfEigenvalues, SpectralVectors.OfEigenvalues,
        "single eigenvalues have no derivative where they are repeated, only symmetric functions of them; that of the eigenvectors found is returned there, and as the second derivative what the other eigenvalues contribute");

    public static readonly SpectralValues Singular = new("SingularValues", "sv", SpectralVectors.Left, SpectralVectors.Right,
        "single singular values have no derivative where they are repeated or zero; that of the singular vectors found is returned there, of a zero one the subgradient 0, and as the second derivative what the other singular values contribute");

    private readonly string head;
    private readonly SpectralVectors left;
    private readonly SpectralVectors right;

    private SpectralValues(string name, string head, SpectralVectors left, SpectralVectors right, string kink)
    {
        Name = name;
        this.head = head;
        this.left = left;
        this.right = right;
        Kink = kink;
    }

    public override string Name { get; }

    public override string RuleName(Expression node) => this == Eigen ? "differential of eigenvalues" : "differential of singular values";

    public override string Kink { get; }

    public override IEnumerable<LanguageFunction> Functions => [new($"GradGen.MatrixMath.{Name}", (_, a) => Of(a[0]))];

    public Expression Of(Expression x) => x.Graph.Make(this, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        if (this == Eigen) context.Square(operands[0].Shape);
        return Shape.Vector(IntegerMinimum.Of(operands[0].Shape.Rows!, operands[0].Shape.Columns!));
    }

    public override Expression Differential(Expression node, int operand, Expression d) =>
        MainDiagonal.Of(Multiply(Transpose(left.Of(node[0])), d, right.Of(node[0])));

    public override Expression Adjoint(Expression node, int operand, Expression g) =>
        (this == Eigen ? SpectralFunction.OfEigenvalues : SpectralFunction.OfSingularValues).Of(node[0], g);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function(head, [operand(node[0])]);

    public override Work? Work(Expression node) => new(Name == "SymmetricEigenvalues" ? "eigenvalue decomposition{s}" : "singular value decomposition{s}", Allocates: true);

    public override Computation Compute(Expression node) => Computation.Call($"MatrixMath.{Name}", 1);
}
