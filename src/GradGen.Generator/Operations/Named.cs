using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>The name that a derivation gives to a part of the value.</summary>
internal sealed record PartName(string Text);

/// <summary>A part of a value that a derivation calls by a name, <c>r = Ax − y</c>. The operand is the part; formulas show the name.</summary>
internal sealed class Named : Operation
{
    public static readonly Named Instance = new();

    public override string Name => "named part";

    public override Linearity Linearity => Linearity.Together;

    public static Expression Of(Expression part, string name) => part.Graph.Make(Instance, new PartName(name), part);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Expression Differential(Expression node, int operand, Expression d) => d;

    public override bool IsSymmetric(Expression node, bool promises) => node[0].IsSymmetric(promises);

    /// <summary>The loop indices that the part has a value for each of, outermost first.</summary>
    public static IEnumerable<Expression> Indices(Expression node) => node.FreeBounds.Where(b => b.Is<LoopIndex>()).OrderBy(LoopIndex.DepthOf).ThenBy(b => b.Id);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        Notation name = new Notation.Name(((PartName)node.Payload!).Text);
        var indices = Indices(node).Select(operand).ToImmutableArray();
        return indices.IsEmpty ? name : new Notation.Subscript(name, indices);
    }
}
