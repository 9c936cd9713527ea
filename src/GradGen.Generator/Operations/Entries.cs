using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>One entry, x[i] or A[i, j]; indices count from 0 in C# and from 1 nowhere.</summary>
internal sealed class Entry : Operation
{
    public static readonly Entry Instance = new();

    public override string Name => "entry";

    public override Sizing Sizing => Sizing.Told;

    public override Linearity Linearity => Linearity.Together;

    public static Expression Of(Expression x, params Expression[] indices) => x.Graph.Make(Instance, null, new[] { x }.Concat(indices).ToArray());

    public override bool IsDifferentiableIn(int operand) => operand == 0;

    public override bool MayThrow(Expression node) => node.Operands.Skip(1).Where((index, i) => !LoopIndex.GoesOver(index, node[0].Shape, i + 1)).Any();

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d, node.Operands.Skip(1).ToArray());

    public override Expression Adjoint(Expression node, int operand, Expression g) =>
        Scale(g, Unit.Of(node[0].Shape, node.Operands.Skip(1).ToArray()));

    public override Expression Jacobian(Expression node, int operand, Expression j) =>
        Multiply(Transpose(Vectorize(Unit.Of(node[0].Shape, node.Operands.Skip(1).ToArray()))), j);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Subscript(operand(node[0]), node.Operands.Skip(1).Select(operand).ToImmutableArray());

    public override Computation Compute(Expression node) =>
        new(node.Operands.Length == 2 ? "{0}[{1}]" : "{0}[{1}, {2}]", Precedence.Primary) { IsInline = false };
}

/// <summary>A row or a column of a matrix.</summary>
internal sealed class Line : Operation
{
    public static readonly Line Row = new("Row", ValueKind.RowVector);
    public static readonly Line Column = new("Column", ValueKind.Vector);
    private readonly ValueKind kind;

    private Line(string name, ValueKind kind)
    {
        Name = name;
        this.kind = kind;
    }

    public override string Name { get; }

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new($"GradGen.Matrix.{Name}", (_, a) => Of(a[0], a[1]))];

    public override bool IsDifferentiableIn(int operand) => operand == 0;

    public Expression Of(Expression x, Expression index) => x.Graph.Make(this, null, x, index);

    public override bool MayThrow(Expression node) => !LoopIndex.GoesOver(node[1], node[0].Shape, kind == ValueKind.Vector ? 2 : 1);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        kind == ValueKind.Vector ? Shape.Vector(operands[0].Shape.Rows!) : Shape.RowVector(operands[0].Shape.Columns!);

    public override Expression Differential(Expression node, int operand, Expression d) => Of(d, node[1]);

    public override Expression Adjoint(Expression node, int operand, Expression g)
    {
        var x = node[0].Shape;
        return kind == ValueKind.Vector
            ? Multiply(g, Unit.Of(Shape.RowVector(x.Columns!), node[1]))
            : Multiply(Unit.Of(Shape.Vector(x.Rows!), node[1]), g);
    }

    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        var x = node[0].Shape;
        return Multiply(kind == ValueKind.Vector
            ? KroneckerProduct.Of(Unit.Of(Shape.RowVector(x.Columns!), node[1]), node.Graph.Identity(x.Rows!))
            : KroneckerProduct.Of(node.Graph.Identity(x.Columns!), Unit.Of(Shape.RowVector(x.Rows!), node[1])), j);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        Notation all = new Notation.Verbatim(":");
        return new Notation.Subscript(operand(node[0]), kind == ValueKind.Vector ? [all, operand(node[1])] : [operand(node[1]), all]);
    }

    public override Computation Compute(Expression node) => new($"{{0}}.{Name}({{1}})", Precedence.Primary, Precedence.Primary);
}
