using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>A number, the payload, times sizes, in real numbers: the product of three sizes may be no int.</summary>
internal sealed class SizeProduct : Planned
{
    public static readonly SizeProduct Instance = new();

    public override string Name => "size product";

    public static Expression Of(Graph graph, double coefficient, IEnumerable<Expression> sizes) => graph.Make(Instance, coefficient, sizes.ToImmutableArray());

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Product(
        [.. (double)node.Payload! == 1 && !node.Operands.IsEmpty ? Enumerable.Empty<Notation>() : [new Notation.Number((double)node.Payload)], .. node.Operands.Select(operand)], "·");

    public override Computation Compute(Expression node)
    {
        var sizes = Enumerable.Range(0, node.Operands.Length).Select(i => $"{{{i}}}").ToList();
        var isPlain = (double)node.Payload! == 1 && sizes.Count > 0;
        if (isPlain) sizes[0] = $"(double){sizes[0]}";
        else sizes.Insert(0, Literals.Of((double)node.Payload));
        return new(string.Join(" * ", sizes), sizes.Count > 1 ? Precedence.Multiplicative : Precedence.Unary, Precedence.Primary) { IsInline = true };
    }
}

/// <summary>Whether the first cost of several is the least; a branch on it computes one value in the cheaper of two orders.</summary>
internal sealed class IsCheapest : Planned
{
    public static readonly IsCheapest Instance = new();

    public override string Name => "is cheapest";

    /// <summary>Whether a node is one value in the cheaper of two orders.</summary>
    public static bool Chooses(Expression e) => e.Is<Conditional>() && e[0].Is<IsCheapest>();

    public static Expression Of(IReadOnlyList<Expression> costs) => costs[0].Graph.Make(Instance, null, costs.ToImmutableArray());

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Boolean;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Infix("≤", operand(node[0]), node.Operands.Length == 2 ? operand(node[1]) : new Notation.Function("min", node.Operands.Skip(1).Select(operand).ToImmutableArray()));

    public override Computation Compute(Expression node)
    {
        var others = Enumerable.Range(1, node.Operands.Length - 1).Select(i => $"{{{i}}}").Reverse().Aggregate((rest, cost) => $"global::System.Math.Min({cost}, {rest})");
        return new($"{{0}} <= {others}", Precedence.Relational, Precedence.Additive);
    }
}
