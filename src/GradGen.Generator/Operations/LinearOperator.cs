using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>A square matrix as an object that multiplies and solves; planned as one that keeps the matrix's structure.</summary>
internal sealed class LinearOperator : Operation
{
    public static readonly LinearOperator Instance = new();

    public override string Name => "operator";

    public static Expression Of(Expression matrix) => matrix.Graph.Make(Instance, null, matrix);

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return OperatorCall.Type;
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(node[0]);
}

/// <summary>A factory method of the runtime's LinearOperator; the payload is its name.</summary>
internal sealed class OperatorCall : Planned
{
    public static readonly Shape Type = Shape.Opaque("global::GradGen.LinearOperator");

    public static readonly OperatorCall Instance = new();

    public override string Name => "operator call";

    /// <summary>The operator of a matrix: Kronecker products, diagonal matrices and their products stay what they are, a sum is formed.</summary>
    /// <param name="lower">Lowers what is formed.</param>
    public static Expression Of(Expression matrix, Func<Expression, Expression> lower) => matrix.Operation switch
    {
        Scaling when HasStructure(matrix[1]) => Make("Scaled", lower(matrix[0]), Of(matrix[1], lower)),
        IdentityMatrix => Make("Identity", matrix[0]),
        DiagonalMatrix => Make("Diagonal", lower(matrix[0])),
        Commutation => Make("Commutation", matrix[0], matrix[1]),
        KroneckerProduct when HasStructure(matrix) => Make("Kronecker", Of(matrix[0], lower), Of(matrix[1], lower)),
        MatrixProduct when HasStructure(matrix) =>
            matrix.Operands.Select(o => Of(o, lower)).Aggregate((a, b) => Make("Product", a, b)),
        _ => Make("Of", lower(matrix)),
    };

    private static Expression Make(string factory, params Expression[] operands) => operands[0].Graph.Make(Instance, factory, operands);

    private static bool HasStructure(Expression matrix) => matrix.Operation switch
    {
        IdentityMatrix or DiagonalMatrix or Commutation => true,
        Scaling => HasStructure(matrix[1]),
        KroneckerProduct => matrix.Operands.All(IsSquare),
        MatrixProduct => matrix.Operands.All(IsSquare) && matrix.Operands.Any(HasStructure),
        _ => false,
    };

    private static bool IsSquare(Expression x) => x.Shape.IsMatrix && x.Graph.Dimensions.AreSame(x.Shape.Rows!, x.Shape.Columns!);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Type;

    public override Computation Compute(Expression node) => Computation.Call($"LinearOperator.{node.Payload}", node.Operands.Length);
}
