using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Powers with a number as the exponent.</summary>
internal static class Powers
{
    public static readonly Identity[] Identities =
    [
        new("x¹ = x", e => e[1].IsNumber(out var p) && p == 1 ? e[0] : null, Operations.Power.Instance),
        new("x⁰ = 1", e => e[1].IsNumber(out var p) && p == 0 ? e.Graph.Ones(e.Shape) : null, Operations.Power.Instance),
        new("a power of a number", Numbers, Operations.Power.Instance),
        new("1ᵖ = 1", e => e[0].Operation == Filled.Ones ? e[0] : null, Operations.Power.Instance),
        new("(xᵃ)ᵇ = xᵃᵇ", e => Whole(e, out var b) && e[0].Operation == Operations.Power.Instance && Whole(e[0], out var a) ? Power(e[0][0], a * b) : null, Operations.Power.Instance),
        new("(x²)^½ = |x|", e => e[1].IsNumber(out var p) && p == 0.5 && e[0].Operation == Operations.Power.Instance && e[0][1].IsNumber(out var q) && q == 2 ? Elementwise.Abs.Of(e[0][0]) : null, Operations.Power.Instance),
        new("√(1/x) = 1/√x", e => e.Shape.IsScalar && e[0].Operation == Operations.Power.Instance && e[0][1].IsNumber(out var p) && p == -1 ? Reciprocal(Elementwise.Sqrt.Of(e[0][0])) : null, Elementwise.Sqrt),
        new("(ab)ᵖ = aᵖbᵖ", e => Whole(e, out var p) && e[0].Is<EntrywiseProduct>() ? Times(e[0].Operands.Select(o => Power(o, p)).ToArray()) : null, Operations.Power.Instance),
        new("(cx)ᵖ = cᵖxᵖ", e => Whole(e, out var p) && e[0].Is<Scaling>() ? Scale(Power(e[0][0], p), Power(e[0][1], p)) : null, Operations.Power.Instance),
        new("(xᵀ)ᵖ = (xᵖ)ᵀ", e => e[0].Is<Transposition>() ? Transpose(Power(e[0][0], e[1])) : null, Operations.Power.Instance),
        new("√‖x‖² = ‖x‖", e => e[0].Is<SquaredNorm>() ? Norm.Of(e[0][0]) : null, Elementwise.Sqrt),
        new("√x² = |x|", e => e[0].Operation == Operations.Power.Instance && e[0][1].IsNumber(out var p) && p == 2 ? Elementwise.Abs.Of(e[0][0]) : null, Elementwise.Sqrt),
        new("f(xᵀ) = f(x)ᵀ", e => e[0].Is<Transposition>() && !IsGivenRow(e[0][0]) ? Transpose(e.Graph.Make(e.Operation, null, e[0][0])) : null, OperationTable.All.OfType<Elementwise>().ToArray<Operation>()),
        // A parameter that is a row reads as the transpose of a column: f(xᵀ)ᵀ is written f(x).
        new("f(xᵀ)ᵀ = f(x)", e => e[0].Is<Elementwise>() && IsGivenRow(e[0][0]) ? e.Graph.Make(e[0].Operation, null, Transpose(e[0][0])) : null, Transposition.Instance),
        new("sign(x)/|x| = 1/x", SignOverMagnitude, EntrywiseProduct.Instance),
    ];

    private static bool IsGivenRow(Expression e) => e.Is<Variable>() && e.Shape.IsRowVector;

    private static Expression? SignOverMagnitude(Expression e)
    {
        var sign = e.Operands.FirstOrDefault(o => o.Operation == Elementwise.Sign);
        var magnitude = e.Operands.FirstOrDefault(o => o.Operation == Operations.Power.Instance && o[0].Operation == Elementwise.Abs && o[0][0] == sign?[0] && o[1].IsNumber(out var p) && p == -1);
        return sign is null || magnitude is null ? null : Times(e.Operands.Select(o => o == sign ? Reciprocal(sign[0]) : o).Where(o => o != magnitude).ToArray());
    }

    private static bool Whole(Expression power, out double exponent) => power[1].IsNumber(out exponent) && exponent % 1 == 0;

    private static Expression? Numbers(Expression e)
    {
        if (!e[0].IsNumber(out var x) || !e[1].IsNumber(out var p)) return null;
        var value = Math.Pow(x, p);
        // 0⁻¹ is left to run time, where it is an infinity that the user sees in the place where it arises.
        return double.IsNaN(value) || double.IsInfinity(value) ? null : e.Graph.Number(value);
    }
}
