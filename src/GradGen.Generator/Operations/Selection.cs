using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// The entries of a where the mask is not zero, else those of b. What is not selected has the adjoint 0 exactly, even where
/// a derivative is infinite there.
/// </summary>
internal sealed class Masked : Operation
{
    public static readonly Masked Instance = new();

    public override string Name => "Where";

    public override Sizing Sizing => Sizing.Alike;

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("GradGen.MatrixMath.Where", (_, a) => a[0].Shape.Kind == ValueKind.Boolean ? Choose(a[0], a[1], a[2]) : Of(a[0], a[1], a[2])),
    ];

    public static Expression Of(Expression mask, Expression a, Expression b) => mask.Graph.Make(Instance, null, mask, a, b);

    public override bool IsDifferentiableIn(int operand) => operand > 0;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.SameShape(operands[0].Shape, operands[1].Shape);
        context.SameShape(operands[1].Shape, operands[2].Shape);
        return operands[1].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Select(node[0], d, operand == 1);

    public override Expression Adjoint(Expression node, int operand, Expression g) => Select(node[0], g, operand == 1);

    // Row by row, so that what is not selected stays 0 also where a derivative is infinite.
    public override Expression Jacobian(Expression node, int operand, Expression j) =>
        Select(Multiply(Vectorize(node[0]), node.Graph.Ones(Shape.RowVector(j.Shape.Columns!))), j, operand == 1);

    private static Expression Select(Expression mask, Expression x, bool first)
    {
        var zero = x.Graph.Zero(x.Shape);
        return first ? Of(mask, x, zero) : Of(mask, zero, x);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("where", node.Operands.Select(operand).ToImmutableArray());

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.Where", 3);
}

/// <summary>A value that is constant for derivatives.</summary>
internal sealed class StopGradient : Operation
{
    public static readonly StopGradient Instance = new();

    public override string Name => "StopGradient";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.StopGradient", (g, a) => g.Make(this, null, a[0]))];

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override bool MayShareStorage(Expression node) => true;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("stop", [operand(node[0])]);

    public override Computation Compute(Expression node) => new("{0}", Precedence.Primary, Precedence.Primary) { IsInline = true };
}

/// <summary>The largest or the smallest entry. Where several entries share it, the derivative goes to the first.</summary>
internal sealed class Extremum : Operation
{
    public static readonly Extremum Max = new("Max");
    public static readonly Extremum Min = new("Min");

    private Extremum(string name) => Name = name;

    public override string Name { get; }

    public override string RuleName(Expression node) => "differential of an extremum";

    public override string Kink => $"{Name} has no derivative where several entries are the {(this == Max ? "largest" : "smallest")}; the subgradient of the first of them is returned there";

    public override IEnumerable<LanguageFunction> Functions =>
        this == Max ? [.. OfBoth, new("GradGen.MatrixMath.NormInf", (g, a) => g.Make(this, null, Elementwise.Abs.Of(a[0])))] : OfBoth;

    private LanguageFunction[] OfBoth =>
    [
        new($"GradGen.MatrixMath.{Name}", (g, a) => a.Length == 1 ? g.Make(this, null, a[0]) : Entrywise(this, a[0], a[1])),
        new($"System.Math.{Name}", (_, a) => Entrywise(this, a[0], a[1])),
    ];

    private static Expression Entrywise(Extremum of, Expression a, Expression b) => Larger.Of(of == Max, a, b);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Inner(node.Graph.Make(ExtremumPlace.Instance, Name, node[0]), d);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function(this == Max ? "max" : "min", [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call($"MatrixMath.{Name}", 1);

    /// <summary>One at the first largest, or smallest, entry and zero elsewhere; constant wherever it has a derivative.</summary>
    private sealed class ExtremumPlace : Operation
    {
        public static readonly ExtremumPlace Instance = new();

        public override string Name => "place of the extremum";

        public override bool IsDifferentiableIn(int operand) => false;

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

        // The basis vector at that place; of a matrix the matrix that has one entry.
        public override Notation Notate(Expression node, Func<Expression, Notation> operand)
        {
            var place = new Notation.Function($"arg{((string)node.Payload!).ToLowerInvariant()}", [operand(node[0])]);
            Notation unit = new Notation.Subscript(new Notation.Verbatim(node.Shape.IsMatrix ? "E" : "e"), [place]);
            return node.Shape.IsRowVector ? new Notation.Transposed(unit) : unit;
        }

        public override Computation Compute(Expression node) => Computation.Call($"Kernel.PlaceOf{node.Payload}", 1);
    }
}

/// <summary>The larger, or the smaller, of two values, entry by entry; the payload tells which. At a tie each has half of the derivative.</summary>
internal sealed class Larger : Operation
{
    public static readonly Larger Instance = new();

    public override string Name => "larger";

    public override string Kink => "max(a, b) and min(a, b) have no derivative at a = b; half of each side's is returned there";

    public static Expression Of(bool larger, Expression a, Expression b) => a.Graph.Make(Instance, larger, a, b);

    public override IEnumerable<LanguageFunction> Functions =>
        [new("System.Math.Clamp", (_, a) => Of(false, Of(true, a[0], a[1]), a[2]))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        context.SameShape(operands[0].Shape, operands[1].Shape);
        return operands[0].Shape;
    }

    // max' by a is ½(1 + sign(a − b)).
    public override Expression Differential(Expression node, int operand, Expression d)
    {
        var sign = Elementwise.Sign.Of(Subtract(node[operand], node[1 - operand]));
        return Times(Scale(0.5, AddToEach((bool)node.Payload! ? sign : Negate(sign), node.Graph.Number(1))), d);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function((bool)node.Payload! ? "max" : "min", [operand(node[0]), operand(node[1])]);

    public override Computation Compute(Expression node) =>
        new($"global::{(node.Shape.IsScalar ? "System.Math" : "GradGen.MatrixMath")}.{((bool)node.Payload! ? "Max" : "Min")}({{0}}, {{1}})");
}
