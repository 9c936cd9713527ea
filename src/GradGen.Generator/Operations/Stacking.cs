using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>A vector, or a row, of scalars.</summary>
internal sealed class VectorOf : Operation
{
    public static readonly VectorOf Column = new("Vector");
    public static readonly VectorOf Row = new("RowVector");

    private readonly string type;

    private VectorOf(string type) => this.type = type;

    public override string Name => type + ".Of";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen." + Name, (graph, a) => graph.Make(this, null, a))];

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var count = context.Graph.Integer(operands.Length);
        return this == Column ? Shape.Vector(count) : Shape.RowVector(count);
    }

    public override Expression Differential(Expression node, int operand, Expression d) => Scale(d, Place(node, operand));

    public override Expression Adjoint(Expression node, int operand, Expression g) => Entry.Of(g, node.Graph.Integer(operand));

    public override Expression Jacobian(Expression node, int operand, Expression j) => Multiply(Vectorize(Place(node, operand)), j);

    private static Expression Place(Expression node, int operand) => Unit.Of(node.Shape, node.Graph.Integer(operand));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Bracket(node.Operands.Select(operand).ToImmutableArray(), this == Column);

    public override Computation Compute(Expression node) => Computation.Call($"Kernel.{type}Of", node.Operands.Length);
}

/// <summary>
/// Parts side by side or one below the other: rows and columns as a matrix, concatenations of matrices and of vectors. The
/// differential of a part is the stack with that differential in its place and zeros elsewhere; the adjoint is the part of
/// the adjoint in that place.
/// </summary>
internal sealed class Stacking : Operation
{
    public static readonly Stacking Rows = new("Matrix.OfRows", vertical: true);
    public static readonly Stacking Columns = new("Matrix.OfColumns", vertical: false);
    public static readonly Stacking Vertical = new("MatrixMath.VerticalConcat", vertical: true);
    public static readonly Stacking Horizontal = new("MatrixMath.HorizontalConcat", vertical: false);
    private readonly bool vertical;

    private Stacking(string name, bool vertical)
    {
        Name = name;
        this.vertical = vertical;
    }

    public override string Name { get; }

    public override Sizing Sizing => vertical ? Sizing.Stacked : Sizing.SideBySide;

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen." + Name, (_, a) => Of(a))];

    public Expression Of(ImmutableArray<Expression> parts) => parts[0].Graph.Make(this, null, parts);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var shapes = operands.Select(o => o.Shape).ToList();
        var one = context.Graph.Integer(1);
        Expression Along(Shape s) => (vertical ? s.Rows : s.Columns) ?? one;
        Expression? Across(Shape s) => vertical ? s.Columns : s.Rows;
        foreach (var shape in shapes.Skip(1))
        {
            if (Across(shapes[0]) is { } first) context.Same(first, Across(shape)!);
        }

        var total = shapes.Select(Along).Aggregate(IntegerSum.Of);
        if (shapes[0].IsVector && vertical) return Shape.Vector(total);
        return vertical ? Shape.Matrix(total, shapes[0].Columns!) : Shape.Matrix(shapes[0].Rows!, total);
    }

    public override Expression Differential(Expression node, int operand, Expression d) =>
        Of(node.Operands.Select((o, i) => i == operand ? d : node.Graph.Zero(o.Shape)).ToImmutableArray());

    public override Expression Adjoint(Expression node, int operand, Expression g)
    {
        var graph = node.Graph;
        var (part, one) = (node[operand].Shape, graph.Integer(1));
        var start = node.Operands.Take(operand).Select(o => (vertical ? o.Shape.Rows : o.Shape.Columns) ?? one).Aggregate(graph.Integer(0), IntegerSum.Of);
        if (part.IsRowVector) return Line.Row.Of(g, start);
        if (!node.Shape.IsMatrix) return Part.OfVector(g, start, part.Rows!);
        if (part.IsVector) return Line.Column.Of(g, start);
        return vertical
            ? Part.OfMatrix(g, start, part.Rows!, graph.Integer(0), part.Columns!)
            : Part.OfMatrix(g, graph.Integer(0), part.Rows!, start, part.Columns!);
    }

    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        var graph = node.Graph;
        if (!vertical || !node.Shape.IsMatrix) return Among(o => EntryCount(node[o]), j);
        // Within each column the rows of the part stand among those of the others.
        var one = graph.Integer(1);
        var rows = Among(o => node[o].Shape.Rows ?? one, graph.Identity(node[operand].Shape.Rows ?? one));
        return Multiply(KroneckerProduct.Of(graph.Identity(node.Shape.Columns!), rows), j);

        Expression Among(Func<int, Expression> height, Expression block) => Vertical.Of(Enumerable.Range(0, node.Operands.Length)
            .Select(o => o == operand ? block : graph.Zero(Shape.Matrix(height(o), block.Shape.Columns!))).ToImmutableArray());
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Bracket(node.Operands.Select(operand).ToImmutableArray(), vertical);

    public override Computation Compute(Expression node) => Computation.Call("Kernel." + Name.Substring(Name.IndexOf('.') + 1), node.Operands.Length);
}

/// <summary>A block of a matrix, SubMatrix(X, row, rows, column, columns), or of a vector, SubVector(x, index, count).</summary>
internal sealed class Part : Operation
{
    public static readonly Part Instance = new();

    public override string Name => "part";

    public override Linearity Linearity => Linearity.Together;

    public override IEnumerable<LanguageFunction> Functions =>
    [
        new("GradGen.MatrixMath.SubMatrix", (_, a) => OfMatrix(a[0], a[1], a[2], a[3], a[4])),
        new("GradGen.MatrixMath.SubVector", (_, a) => OfVector(a[0], a[1], a[2])),
    ];

    public static Expression OfMatrix(Expression x, Expression row, Expression rows, Expression column, Expression columns) =>
        x.Graph.Make(Instance, null, x, row, rows, column, columns);

    public static Expression OfVector(Expression x, Expression index, Expression count) => x.Graph.Make(Instance, null, x, index, count);

    public override bool IsDifferentiableIn(int operand) => operand == 0;

    public override bool MayThrow(Expression node) => true;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        operands.Length == 3 ? Shape.Vector(operands[2]) : Shape.Matrix(operands[2], operands[4]);

    public override Expression Differential(Expression node, int operand, Expression d) => node.Graph.Make(this, null, node.Operands.SetItem(0, d));

    public override Expression Adjoint(Expression node, int operand, Expression g) => Placement.Of(node, g);

    public override Expression Jacobian(Expression node, int operand, Expression j)
    {
        if (node.Operands.Length == 3) return OfMatrix(j, node[1], node[2], node.Graph.Integer(0), j.Shape.Columns!);
        var x = node[0].Shape;
        return Multiply(KroneckerProduct.Of(Lines(x.Columns!, node[3], node[4]), Lines(x.Rows!, node[1], node[2])), j);
    }

    /// <summary>The rows of an identity matrix that pick a range.</summary>
    private static Expression Lines(Expression size, Expression start, Expression count) =>
        OfMatrix(size.Graph.Identity(size), start, count, size.Graph.Integer(0), size);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        Notation Range(int start) => new Notation.Infix(":", operand(node[start]), operand(IntegerSum.Of(node[start], node[start + 1])));
        return new Notation.Subscript(operand(node[0]), node.Operands.Length == 3 ? [Range(1)] : [Range(1), Range(3)]);
    }

    public override Computation Compute(Expression node) =>
        Computation.Call(node.Operands.Length == 3 ? "MatrixMath.SubVector" : "MatrixMath.SubMatrix", node.Operands.Length);

    /// <summary>A block in its place in a zero value of the whole's shape. Operands: the whole's dimensions, the place, the block.</summary>
    private sealed class Placement : Operation
    {
        private static readonly Placement Block = new();

        public override string Name => "placement";

        public override Sizing Sizing => Sizing.Open;

        public override Linearity Linearity => Linearity.Together;

        public static Expression Of(Expression part, Expression block)
        {
            var place = part.Operands.Length == 3 ? new[] { part[1] } : [part[1], part[3]];
            return part.Graph.Make(Block, null, part[0].Shape.Dimensions.Concat(place).Concat([block]).ToArray());
        }

        public override bool IsDifferentiableIn(int operand) => operand is 2 or 4;

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
            operands.Length == 3 ? Shape.Vector(operands[0]) : Shape.Matrix(operands[0], operands[1]);

        public override Expression Differential(Expression node, int operand, Expression d) => node.Graph.Make(this, null, node.Operands.SetItem(operand, d));

        public override Expression Adjoint(Expression node, int operand, Expression g) => node.Operands.Length == 3
            ? OfVector(g, node[1], node[2].Shape.Rows!)
            : OfMatrix(g, node[2], node[4].Shape.Rows!, node[3], node[4].Shape.Columns!);

        public override Expression Jacobian(Expression node, int operand, Expression j)
        {
            var graph = node.Graph;
            if (node.Operands.Length == 3) return graph.Make(Block, null, node[0], j.Shape.Columns!, node[1], graph.Integer(0), j);
            var block = node[4].Shape;
            return Multiply(Transpose(KroneckerProduct.Of(Lines(node[1], node[3], block.Columns!), Lines(node[0], node[2], block.Rows!))), j);
        }

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
            new Notation.Function("place", node.Operands.Skip(Dimensions(node)).Select(operand).ToImmutableArray());

        public override Notation NotateSized(Expression node, Func<Expression, Notation> operand) =>
            new Notation.Function("place", node.Operands.Skip(Dimensions(node)).Concat(node.Operands.Take(Dimensions(node))).Select(operand).ToImmutableArray());

        private static int Dimensions(Expression node) => node.Operands.Length == 3 ? 1 : 2;

        public override Computation Compute(Expression node) =>
            Computation.Call(node.Operands.Length == 3 ? "Kernel.PlaceSubVector" : "Kernel.PlaceSubMatrix", node.Operands.Length);
    }
}
