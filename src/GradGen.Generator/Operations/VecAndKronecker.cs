using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>vec(X), the columns of a matrix one below the other.</summary>
internal sealed class Vectorization : Operation
{
    public static readonly Vectorization Instance = new();

    public override string Name => "Vec";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Vec", (_, a) => Vectorize(a[0]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        Shape.Vector(IntegerProduct.Of(operands[0].Shape.Rows!, operands[0].Shape.Columns!));

    public override Expression Differential(Expression node, int operand, Expression d) => Vectorize(d);

    public override Expression Adjoint(Expression node, int operand, Expression g) =>
        Unvectorization.Of(g, node[0].Shape.Rows!, node[0].Shape.Columns!);

    public override Expression Jacobian(Expression node, int operand, Expression j) => j;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("vec", [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Vec", 1);
}

/// <summary>The matrix of two given dimensions whose vec is the vector.</summary>
internal sealed class Unvectorization : Operation
{
    public static readonly Unvectorization Instance = new();

    public override string Name => "Unvec";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Unvec", (_, a) => Of(a[0], a[1], a[2]))];

    public static Expression Of(Expression x, Expression rows, Expression columns) => x.Graph.Make(Instance, null, x, rows, columns);

    public override bool IsDifferentiableIn(int operand) => operand == 0;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.Demand(operands[0].Shape.IsVector, "Unvec needs a Vector");
        context.Same(operands[0].Shape.Rows!, IntegerProduct.Of(operands[1], operands[2]));
        return Shape.Matrix(operands[1], operands[2]);
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d, node[1], node[2]);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Vectorize(g);

    public override Expression Jacobian(Expression node, int operand, Expression j) => j;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("unvec", node.Operands.Select(operand).ToImmutableArray());

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Unvec", 3);
}

/// <summary>The Kronecker product; in Jacobians also of vectors and rows.</summary>
internal sealed class KroneckerProduct : Operation
{
    public static readonly KroneckerProduct Instance = new();

    public override string Name => "Kron";

    public override Sizing Sizing => Sizing.Kronecker;

    public override Linearity Linearity => Linearity.InEach;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Kron", (_, a) => Of(a[0], a[1]))];

    public static Expression Of(Expression a, Expression b) => a.Graph.Make(Instance, null, a, b);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var (a, b) = (operands[0].Shape, operands[1].Shape);
        var one = context.Graph.Integer(1);
        var rows = IntegerProduct.Of(a.Rows ?? one, b.Rows ?? one);
        var columns = IntegerProduct.Of(a.Columns ?? one, b.Columns ?? one);
        return (a.Kind, b.Kind) switch
        {
            (ValueKind.Vector, ValueKind.Vector) => Shape.Vector(rows),
            (ValueKind.RowVector, ValueKind.RowVector) => Shape.RowVector(columns),
            _ => Shape.Matrix(rows, columns),
        };
    }

    public override Expression Differential(Expression node, int operand, Expression d) => operand == 0 ? Of(d, node[1]) : Of(node[0], d);

    public override Expression? Adjoint(Expression node, int operand, Expression g) => (node[0].Shape.Kind, node[1].Shape.Kind) switch
    {
        (ValueKind.Matrix, ValueKind.Matrix) => KroneckerAdjoint.Of(operand, g, node[1 - operand], node[operand].Shape),
        (ValueKind.Vector, ValueKind.Vector) => OfVectors(node[0], node[1], operand, g),
        (ValueKind.RowVector, ValueKind.RowVector) => Transpose(OfVectors(Transpose(node[0]), Transpose(node[1]), operand, Transpose(g))),
        _ => null,
    };

    // vec(A ⊗ B) = (I ⊗ K ⊗ I)(vec A ⊗ vec B) (Magnus and Neudecker, Matrix Differential Calculus, theorem 3.10).
    public override Expression? Jacobian(Expression node, int operand, Expression j)
    {
        var (a, b) = (node[0].Shape, node[1].Shape);
        if (a.Kind != b.Kind) return null;
        var identity = node.Graph.Identity(EntryCount(node[operand]));
        var of = operand == 0 ? Of(identity, Vectorize(node[1])) : Of(Vectorize(node[0]), identity);
        return a.IsMatrix ? Multiply(Interleaving(a, b), of, j) : Multiply(of, j);
    }

    /// <summary>I ⊗ K ⊗ I, which turns vec A ⊗ vec B into vec(A ⊗ B).</summary>
    internal static Expression Interleaving(Shape a, Shape b)
    {
        var graph = a.Columns!.Graph;
        return Of(graph.Identity(a.Columns!), Of(graph.Make(Commutation.Instance, null, b.Columns!, a.Rows!), graph.Identity(b.Rows!)));
    }

    // a ⊗ b = vec(baᵀ)
    private static Expression OfVectors(Expression a, Expression b, int operand, Expression g)
    {
        var matrix = Unvectorization.Of(g, b.Shape.Rows!, a.Shape.Rows!);
        return operand == 0 ? Multiply(Transpose(matrix), b) : Multiply(matrix, a);
    }

    public override bool IsSymmetric(Expression node, bool promises) => node.Operands.All(o => o.Shape.IsMatrix && o.IsSymmetric(promises));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Product([operand(node[0]), operand(node[1])], "⊗");

    public override Work? Work(Expression node) => new("Kronecker product{s}");

    public override Computation Compute(Expression node)
    {
        string Wide(int i) => node[i].Shape.Kind switch
        {
            ValueKind.Vector => $"global::GradGen.Matrix.OfColumns({{{i}}})",
            ValueKind.RowVector => $"global::GradGen.Matrix.OfRows({{{i}}})",
            _ => $"{{{i}}}",
        };
        var product = $"global::GradGen.MatrixMath.Kron({Wide(0)}, {Wide(1)})";
        return new(node.Shape.Kind switch { ValueKind.Vector => product + ".Column(0)", ValueKind.RowVector => product + ".Row(0)", _ => product });
    }
}
