using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>A real number.</summary>
internal sealed class Constant : Operation
{
    public static readonly Constant Instance = new();

    public override string Name => "constant";

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        var value = (double)node.Payload!;
        var size = Math.Abs(value);
        var notation = MultipleOfPi(size) ?? new Notation.Number(size);
        return value < 0 ? new Notation.Negated(notation) : notation;
    }

    // 2π is 6.283185307179586 only where it is computed.
    private static Notation? MultipleOfPi(double value)
    {
        var quarters = Math.Round(value / (Math.PI / 4));
        if (quarters is < 1 or > 256 || quarters * (Math.PI / 4) != value) return null;
        var pi = new Notation.Verbatim("π");
        return quarters == 4 ? pi : new Notation.Product([new Notation.Number(quarters / 4), pi]);
    }

    public override Computation Compute(Expression node) =>
        new(Literals.Of((double)node.Payload!), (double)node.Payload! < 0 ? Precedence.Unary : Precedence.Primary) { IsInline = true };
}

/// <summary>A whole number: a size, an index, an exponent.</summary>
internal sealed class IntegerConstant : Operation
{
    public static readonly IntegerConstant Instance = new();

    public override string Name => "integer";

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Integer;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Number((int)node.Payload!);

    public override Computation Compute(Expression node) =>
        new(Literals.Of((int)node.Payload!), (int)node.Payload! < 0 ? Precedence.Unary : Precedence.Primary) { IsInline = true };
}

/// <summary>What a parameter's structure attribute promises about its value.</summary>
[Flags]
internal enum Structure
{
    None = 0,
    Symmetric = 1,
    PositiveDefinite = 2 | Symmetric,
    Diagonal = 4 | Symmetric,
    LowerTriangular = 8,
    Orthogonal = 16,
}

/// <summary>An argument of a companion: a parameter of the method, a differential dx or a seed.</summary>
/// <param name="Name">The C# identifier without <c>@</c>.</param>
/// <param name="Type">For a list or another .NET type, its C# name.</param>
/// <param name="Role">What a generated parameter is for; empty for a parameter of the method's own.</param>
internal sealed record VariableInfo(string Name, ValueKind Kind, Structure Structure = Structure.None, ValueKind Item = ValueKind.Opaque, string? Type = null, string Role = "");

/// <summary>A named input.</summary>
internal sealed class Variable : Operation
{
    public static readonly Variable Instance = new();

    public override string Name => "variable";

    public static VariableInfo Info(Expression node) => (VariableInfo)node.Payload!;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var info = (VariableInfo)payload!;
        return context.OfInput(this, payload, operands, info.Kind, info.Item, info.Type);
    }

    public override bool IsSymmetric(Expression node, bool promises) => promises && (Info(node).Structure & Structure.Symmetric) != 0;

    public override bool MayShareStorage(Expression node) => true;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Name(Info(node).Name);

    // The name of a record's member is its path.
    public override Computation Compute(Expression node) => new(string.Join(".", Info(node).Name.Split('.').Select(Literals.Identifier))) { IsInline = true };
}

/// <summary>A size that an input brings along: <c>A.RowCount</c>, <c>xs.Count</c>, <c>xs[i].Count</c>.</summary>
/// <param name="Owner">The operation of the input.</param>
/// <param name="Member">The C# member: RowCount, ColumnCount, Count, Length.</param>
internal sealed record ExtentInfo(Operation Owner, object? OwnerPayload, string Member)
{
    public override string ToString() => $"{OwnerPayload}.{Member}";
}

internal sealed class Extent : Operation
{
    public static readonly Extent Instance = new();

    public override string Name => "extent";

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Integer;

    /// <summary>The input whose size this is.</summary>
    public static Expression Owner(Expression node)
    {
        var info = (ExtentInfo)node.Payload!;
        return node.Graph.Make(info.Owner, info.OwnerPayload, node.Operands);
    }

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        if (node.Graph.Dimensions.NameOf(node) is { } name) return new Notation.Name(name);
        var owner = Owner(node);
        var head = ((ExtentInfo)node.Payload!).Member switch { "RowCount" => "rows", "ColumnCount" => "cols", _ => owner.Shape.Kind == ValueKind.List ? "count" : "dim" };
        return new Notation.Function(head, [operand(owner)]);
    }

    public override Computation Compute(Expression node)
    {
        var info = (ExtentInfo)node.Payload!;
        var owner = info.Owner.Compute(Owner(node));
        return new(owner.Precedence < Precedence.Primary ? $"({owner.Template}).{info.Member}" : $"{owner.Template}.{info.Member}") { IsInline = true };
    }
}

internal static class InputShapes
{
    /// <summary>The shape of an input, whose dimensions are its own extents.</summary>
    public static Shape OfInput(this ShapeContext context, Operation owner, object? payload, ImmutableArray<Expression> operands, ValueKind kind, ValueKind item, string? type)
    {
        Expression Size(string member) => context.Graph.Make(Extent.Instance, new ExtentInfo(owner, payload, member), operands);
        return kind switch
        {
            ValueKind.Vector => Shape.Vector(Size("Count")),
            ValueKind.RowVector => Shape.RowVector(Size("Count")),
            ValueKind.Matrix => Shape.Matrix(Size("RowCount"), Size("ColumnCount")),
            ValueKind.List => Shape.List(item, type!),
            ValueKind.Opaque => Shape.Opaque(type!),
            _ => new Shape(kind),
        };
    }
}
