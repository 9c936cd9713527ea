using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// The sum of the items of a list and the sum of their outer products, each item perhaps with a vector added: the row sums X1 and the Gram matrix XXᵀ of what packs them.
/// Operands: those of the packed list or of the packed sums. The payload: the values.
/// </summary>
internal sealed class PackedMoments : Planned
{
    private static readonly PackedMoments instance = new();

    private sealed record Values(Expression? First, Expression Second);

    public override string Name => "packed moments";

    /// <summary>What becomes of X1 and XXᵀ.</summary>
    /// <param name="packed">X, a packed list or packed sums.</param>
    /// <param name="first">X1; null where it is not needed.</param>
    /// <param name="second">XXᵀ.</param>
    public static Dictionary<Expression, Expression> Of(Expression packed, Expression? first, Expression second)
    {
        var pass = packed.Graph.Make(instance, new Values(first, second), packed.Operands);
        var parts = new Dictionary<Expression, Expression> { [second] = PassPart.Of(pass, second, "Second") };
        if (first is not null) parts[first] = PassPart.Of(pass, first, "First");
        return parts;
    }

    /// <summary>Whether a node is of a kind that the pass computes the moments of.</summary>
    public static bool Packs(Expression e) => e.Shape.IsMatrix && (e.Is<PackedList>() || e.Is<PackedSums>());

    public override bool MayThrow(Expression node) => true;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Opaque("(global::GradGen.Vector First, global::GradGen.Matrix Second)");

    public override IEnumerable<Expression> Shown(Expression node)
    {
        var values = (Values)node.Payload!;
        return new[] { values.First, values.Second }.OfType<Expression>();
    }

    public override Work? Work(Expression node) => new("matrix product{s}");

    public override Computation Compute(Expression node) => Computation.Call("Kernel.Moments", node.Operands.Length);
}
