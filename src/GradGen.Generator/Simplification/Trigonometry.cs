using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Quotients that are functions of their own, which stay finite where both sides of the quotient overflow.</summary>
internal static class Trigonometry
{
    public static readonly Identity[] Identities =
    [
        new("sinh x/cosh x = tanh x", e => Quotient(e, Elementwise.Sinh, Elementwise.Cosh, Elementwise.Tanh), EntrywiseProduct.Instance),
        new("sin x/cos x = tan x", e => Quotient(e, Elementwise.Sin, Elementwise.Cos, Elementwise.Tan), EntrywiseProduct.Instance),
    ];

    private static Expression? Quotient(Expression product, Elementwise above, Elementwise below, Elementwise quotient)
    {
        foreach (var numerator in product.Operands.Where(o => o.Operation == above))
        {
            var denominator = Reciprocal(below.Of(numerator[0]));
            if (product.Operands.Contains(denominator)) return Times([quotient.Of(numerator[0]), .. product.Operands.Remove(numerator).Remove(denominator)]);
        }

        return null;
    }
}
