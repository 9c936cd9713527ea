using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// (gᵢ − gⱼ)/(λᵢ − λⱼ), zero on the diagonal; where two values coincide, the limit for a symmetric function, ∂gᵢ/∂λᵢ − ∂gᵢ/∂λⱼ.
/// Operands: λ, g, ∂g/∂λᵀ.
/// </summary>
internal sealed class DividedDifferences : Operation
{
    public static readonly DividedDifferences Instance = new();

    public override string Name => "divided differences";

    public static Expression Of(Expression values, Expression g, Expression slope) => values.Graph.Make(Instance, null, values, g, slope);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.SameShape(operands[0].Shape, operands[1].Shape);
        return Shape.Matrix(operands[0].Shape.Rows!, operands[0].Shape.Rows!);
    }

    public override bool IsSymmetric(Expression node, bool promises) => true;

    // The slope says only what the limit is.
    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("divdiff", [operand(node[0]), operand(node[1])]);

    public override Computation Compute(Expression node) => Computation.Call("Kernel.DividedDifferences", 3);
}

/// <summary>
/// The weights in the differential of U Diag(g) Vᵀ: (gᵢ − gⱼ)/(σᵢ − σⱼ), (gᵢ + gⱼ)/(σᵢ + σⱼ) and gᵢ/σᵢ, each with its limit where the
/// denominator is zero. Operands: X, σ, g, ∂g/∂σᵀ.
/// </summary>
internal sealed class SingularDifferences : Operation
{
    public static readonly SingularDifferences OfDifferences = new("SingularDifferences", "divdiff");
    public static readonly SingularDifferences OfSums = new("SingularSums", "divsum");
    public static readonly SingularDifferences Ratios = new("SingularRatios", "ratio");

    private readonly string head;

    private SingularDifferences(string name, string head)
    {
        Name = name;
        this.head = head;
    }

    public override string Name { get; }

    public Expression Of(Expression x, Expression values, Expression g, Expression slope) => x.Graph.Make(this, null, x, values, g, slope);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.SameShape(operands[1].Shape, operands[2].Shape);
        return this == Ratios ? operands[1].Shape : Shape.Matrix(operands[1].Shape.Rows!, operands[1].Shape.Rows!);
    }

    public override bool IsSymmetric(Expression node, bool promises) => this != Ratios;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function(head, [operand(node[1]), operand(node[2])]);

    public override Computation Compute(Expression node) => Computation.Call($"Kernel.{Name}", 4);
}
