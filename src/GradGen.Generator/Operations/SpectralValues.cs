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
    public static readonly SpectralValues Eigen = new("SymmetricEigenvalues", "eig", Vectors.OfEigenvalues, Vectors.OfEigenvalues,
        "single eigenvalues have no derivative where they are repeated, only symmetric functions of them; that of the eigenvectors found is returned there");

    public static readonly SpectralValues Singular = new("SingularValues", "sv", Vectors.Left, Vectors.Right,
        "single singular values have no derivative where they are repeated or zero; that of the singular vectors found is returned there, of a zero one the subgradient 0");

    private readonly string head;
    private readonly Vectors left;
    private readonly Vectors right;

    private SpectralValues(string name, string head, Vectors left, Vectors right, string kink)
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

    public override IEnumerable<LanguageFunction> Functions => [new($"GradGen.MatrixMath.{Name}", (g, a) => g.Make(this, null, a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        if (this == Eigen) context.Square(operands[0].Shape);
        return Shape.Vector(IntegerMinimum.Of(operands[0].Shape.Rows!, operands[0].Shape.Columns!));
    }

    public override Expression Differential(Expression node, int operand, Expression d) =>
        MainDiagonal.Of(Multiply(Transpose(left.Of(node)), d, right.Of(node)));

    public override Expression Adjoint(Expression node, int operand, Expression g) =>
        Multiply(left.Of(node), Diagonal(g), Transpose(right.Of(node)));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function(head, [operand(node[0])]);

    public override Work? Work(Expression node) => new(Name == "SymmetricEigenvalues" ? "eigenvalue decomposition{s}" : "singular value decomposition{s}", Allocates: true);

    public override Computation Compute(Expression node) => Computation.Call($"MatrixMath.{Name}", 1);

    /// <summary>The vectors that belong to the values, by columns; their own derivative is not in the language.</summary>
    private sealed class Vectors : Operation
    {
        public static readonly Vectors OfEigenvalues = new("SymmetricEigenvectors", "eigvec");
        public static readonly Vectors Left = new("LeftSingularVectors", "svecl");
        public static readonly Vectors Right = new("RightSingularVectors", "svecr");
        private readonly string head;

        private Vectors(string name, string head)
        {
            Name = name;
            this.head = head;
        }

        public override string Name { get; }

        public Expression Of(Expression values) => values.Graph.Make(this, null, values[0], values.Shape.Rows!);

        public override bool IsDifferentiableIn(int operand) => operand == 0;

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
            Shape.Matrix(this == Right ? operands[0].Shape.Columns! : operands[0].Shape.Rows!, operands[1]);

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function(head, [operand(node[0])]);

        public override Work? Work(Expression node) => new(Name.Contains("Eigen") ? "eigenvalue decomposition{s}" : "singular value decomposition{s}", Allocates: true);

        public override Computation Compute(Expression node) => Computation.Call($"Kernel.{Name}", 1);
    }
}
