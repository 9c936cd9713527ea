using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// The orthonormal vectors that belong to eigenvalues or to singular values, by columns. Their own derivative is not in the
/// language: a <see cref="SpectralFunction"/> has one, which is right for repeated values too. Operands: the matrix, how many.
/// </summary>
internal sealed class SpectralVectors : Operation
{
    public static readonly SpectralVectors OfEigenvalues = new("SymmetricEigenvectors", "eigvec", "eigenvalue decomposition{s}");

    /// <summary>Zero for those singular values that are zero, which is their subgradient.</summary>
    public static readonly SpectralVectors Left = new("LeftSingularVectors", "svecl", "singular value decomposition{s}");

    /// <summary>Orthonormal for singular values that are zero too.</summary>
    public static readonly SpectralVectors LeftBasis = new("LeftSingularBasis", "basisl", "singular value decomposition{s}");

    public static readonly SpectralVectors Right = new("RightSingularVectors", "svecr", "singular value decomposition{s}");

    private readonly string head;
    private readonly string work;

    private SpectralVectors(string name, string head, string work)
    {
        Name = name;
        this.head = head;
        this.work = work;
    }

    public override string Name { get; }

    public Expression Of(Expression x) => x.Graph.Make(this, null, x, IntegerMinimum.Of(x.Shape.Rows!, x.Shape.Columns!));

    public override bool IsDifferentiableIn(int operand) => operand == 0;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        Shape.Matrix(this == Right ? operands[0].Shape.Columns! : operands[0].Shape.Rows!, operands[1]);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => Written(operand(node[0]));

    /// <summary>How the vectors of a matrix are written.</summary>
    public Notation Written(Notation matrix) => new Notation.Function(head, [matrix]);

    public override Work? Work(Expression node) => new(work, Allocates: true);

    public override Computation Compute(Expression node) => Computation.Call($"Kernel.{Name}", 1);
}
