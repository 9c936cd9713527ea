using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>A vector or matrix whose entries are all one number; the operands are its dimensions, the payload its kind.</summary>
internal sealed class Filled : Operation
{
    public static readonly Filled Zeros = new("Zeros", 0);
    public static readonly Filled Ones = new("Ones", 1);
    private readonly double value;

    private Filled(string name, double value)
    {
        Name = name;
        this.value = value;
    }

    public override string Name { get; }

    public override Sizing Sizing => Sizing.Open;

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new($"GradGen.MatrixMath.{Name}", (graph, a) => graph.Make(this, a.Length == 1 ? ValueKind.Vector : ValueKind.Matrix, a)),
    ];

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => (ValueKind)payload! switch
    {
        ValueKind.Vector => Shape.Vector(operands[0]),
        ValueKind.RowVector => Shape.RowVector(operands[0]),
        _ => Shape.Matrix(operands[0], operands[1]),
    };

    public override bool IsSymmetric(Expression node, bool promises) => node.Graph.Dimensions.AreSame(node.Shape.Rows!, node.Shape.Columns!);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        Written(node, _ => new Notation.Number(value), new Notation.Number(value));

    public override Notation NotateSized(Expression node, Func<Expression, Notation> operand)
    {
        Notation Sized(params Expression[] sizes) => new Notation.Subscript(new Notation.Number(value), sizes.Select(operand).ToImmutableArray());
        return Written(node, size => Sized(size), Sized([.. node.Operands]));
    }

    // A matrix of ones is 1·1ᵀ, one of zeros 0.
    private Notation Written(Expression node, Func<Expression, Notation> column, Notation all)
    {
        if (node.Shape.IsVector) return column(node[0]);
        if (node.Shape.IsRowVector) return column(node[0]) is Notation.Number { Value: 0 } zero ? zero : new Notation.Transposed(column(node[0]));
        return value == 0 ? all : new Notation.Product([column(node[0]), new Notation.Transposed(column(node[1]))]);
    }

    /// <summary>The number that all entries are.</summary>
    public double Value => value;

    public override Computation Compute(Expression node) => node.Shape.IsRowVector
        ? new($"global::GradGen.MatrixMath.{Name}({{0}}).T")
        : Computation.Call($"MatrixMath.{Name}", node.Operands.Length);
}

/// <summary>The identity matrix.</summary>
internal sealed class IdentityMatrix : Operation
{
    public static readonly IdentityMatrix Instance = new();

    public override string Name => "Identity";

    public override Sizing Sizing => Sizing.Open;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Identity", (graph, a) => graph.Identity(a[0]))];

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Matrix(operands[0], operands[0]);

    public override bool IsSymmetric(Expression node, bool promises) => true;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Verbatim("I");

    public override Notation NotateSized(Expression node, Func<Expression, Notation> operand) => new Notation.Subscript(new Notation.Verbatim("I"), [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Identity", 1);
}

/// <summary>
/// A zero value with a one at one place: the basis vector eᵢ, the basis matrix eᵢeⱼᵀ. Operands: the dimensions, then the
/// indices; the payload is the kind.
/// </summary>
internal sealed class Unit : Operation
{
    public static readonly Unit Instance = new();

    public override string Name => "unit";

    public override Sizing Sizing => Sizing.Open;

    public override bool IsDifferentiableIn(int operand) => false;

    public static Expression Of(Shape shape, params Expression[] indices) =>
        indices[0].Graph.Make(Instance, shape.Kind, shape.Dimensions.Concat(indices).ToImmutableArray());

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => (ValueKind)payload! switch
    {
        ValueKind.Vector => Shape.Vector(operands[0]),
        ValueKind.RowVector => Shape.RowVector(operands[0]),
        _ => Shape.Matrix(operands[0], operands[1]),
    };

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => Written(node, (index, _) => [operand(index)]);

    // eᵢ of n entries is e[i, n].
    public override Notation NotateSized(Expression node, Func<Expression, Notation> operand) => Written(node, (index, size) => [operand(index), operand(size)]);

    private static Notation Written(Expression node, Func<Expression, Expression, ImmutableArray<Notation>> below)
    {
        Notation E(Expression index, Expression size) => new Notation.Subscript(new Notation.Verbatim("e"), below(index, size));
        return node.Shape.Kind switch
        {
            ValueKind.Vector => E(node[1], node[0]),
            ValueKind.RowVector => new Notation.Transposed(E(node[1], node[0])),
            _ => new Notation.Product([E(node[2], node[0]), new Notation.Transposed(E(node[3], node[1]))]),
        };
    }

    public override Computation Compute(Expression node) => node.Shape.Kind switch
    {
        ValueKind.Vector => Computation.Call("Kernel.Unit", 2),
        ValueKind.RowVector => Computation.Call("Kernel.UnitRow", 2),
        _ => Computation.Call("Kernel.UnitMatrix", 4),
    };
}
