using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Simplification;

/// <summary>Equal sizes are written in one way.</summary>
internal static class Dimensions
{
    public static readonly Identity[] Identities =
    [
        new("equal dimensions", Representative, Extent.Instance, IntegerProduct.Instance, IntegerSum.Instance, Variable.Instance),
        new("a number times a number of entries", e => e[0].Is<IntegerProduct>() && e[0].Operands.Any(o => o.Payload is int) ? Algebra.Times(e[0].Operands.Select(Algebra.Real).ToArray()) : null, RealPart.Instance),
        new("a number of entries", e => e[0].Payload is int ? Algebra.Real(e[0]) : null, RealPart.Instance),
    ];

    // A product of sizes has its own representatives in its factors; only a single size may stand for it.
    private static Expression? Representative(Expression e)
    {
        var representative = e.Graph.Dimensions.Find(e);
        return representative.Operation is IntegerProduct or IntegerSum ? null : representative;
    }
}
