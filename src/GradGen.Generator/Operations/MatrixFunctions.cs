using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// A function of a square matrix: the exponential, the principal square root, a whole power (the exponent is a second operand).
/// Its Fréchet derivative is a block of the same function: f([X D; 0 X]) has L(X, D) above the diagonal
/// (Higham, Functions of Matrices, theorem 3.6).
/// </summary>
internal sealed class MatrixFunction : Operation
{
    public static readonly MatrixFunction Exp = new("MatrixExp");
    public static readonly MatrixFunction Sqrt = new("MatrixSqrt");
    public static readonly MatrixFunction Power = new("MatrixPower");

    private MatrixFunction(string name) => Name = name;

    public override string Name { get; }

    public override string RuleName(Expression node) => "Fréchet derivative";

    public override IEnumerable<LanguageFunction> Functions => [new($"GradGen.MatrixMath.{Name}", (graph, a) => graph.Make(this, null, a))];

    public override bool IsDifferentiableIn(int operand) => operand == 0;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Square(operands[0].Shape);
        return operands[0].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => FrechetDerivative.Of(node, node[0], d);

    public override bool IsSymmetric(Expression node, bool promises) => node[0].IsSymmetric(promises);

    // The adjoint of D ↦ L(X, D) is G ↦ L(Xᵀ, G).
    public override Expression Adjoint(Expression node, int operand, Expression g) => FrechetDerivative.Of(node, Transpose(node[0]), g);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => this == Power
        ? new Notation.Superscript(operand(node[0]), operand(node[1]))
        : new Notation.Function(this == Exp ? "expm" : "sqrtm", [operand(node[0])]);

    public override Work? Work(Expression node) => Expressions.Work.On(node[0], Name == "MatrixExp" ? "matrix exponential{s}" : Name == "MatrixSqrt" ? "square root{s}" : "matrix power{s}", allocates: Name == "MatrixSqrt");

    public override Computation Compute(Expression node) => Computation.Call($"MatrixMath.{Name}", node.Operands.Length);

    /// <summary>L(X, D). Operands: X, D, and what else the function takes; the payload is the function.</summary>
    public sealed class FrechetDerivative : Operation
    {
        public static readonly FrechetDerivative Instance = new();

        public override string Name => "Fréchet derivative";

        public static Expression Of(Expression node, Expression x, Expression d) =>
            x.Graph.Make(Instance, node.Operation, new[] { x, d }.Concat(node.Operands.Skip(1)).ToArray());

        public override bool IsDifferentiableIn(int operand) => operand < 2;

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

        public override Expression Differential(Expression node, int operand, Expression d)
        {
            if (operand == 1) return node.Graph.Make(this, node.Payload, node.Operands.SetItem(1, d));
            // L(X, D) is itself a block of f, so its derivative by X is one of L at the block matrix.
            var (x, n) = (node[0], node[0].Shape.Rows!);
            var zero = node.Graph.Zero(x.Shape);
            var derivative = node.Graph.Make(this, node.Payload, node.Operands.SetItem(0, Blocks(x, node[1], zero, x)).SetItem(1, Blocks(d, zero, zero, d)));
            return Part.OfMatrix(derivative, node.Graph.Integer(0), n, n, n);
        }

        public override Expression? Adjoint(Expression node, int operand, Expression g) =>
            operand == 1 ? node.Graph.Make(this, node.Payload, node.Operands.SetItem(0, Transpose(node[0])).SetItem(1, g)) : null;

        private static Expression Blocks(Expression a, Expression b, Expression c, Expression d) =>
            Stacking.Vertical.Of([Stacking.Horizontal.Of([a, b]), Stacking.Horizontal.Of([c, d])]);

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
            new Notation.Function(node.Payload == Exp ? "Dexpm" : node.Payload == Sqrt ? "Dsqrtm" : "Dpow", node.Operands.Select(operand).ToImmutableArray());

        public override Work? Work(Expression node) => new("Fréchet derivative{s}", Allocates: ((MatrixFunction)node.Payload!).Name == "MatrixSqrt");

        public override Computation Compute(Expression node) => Computation.Call($"Kernel.{((MatrixFunction)node.Payload!).Name}Derivative", node.Operands.Length);
    }
}
