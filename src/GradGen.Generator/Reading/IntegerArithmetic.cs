using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Reading;

/// <summary>
/// Sums and differences of whole numbers. A constant is gathered at the end, so that <c>n - 1 + 1</c> is n again: sizes and
/// the ends of loops must stay comparable.
/// </summary>
internal static class IntegerArithmetic
{
    public static Expression Add(Expression a, Expression b)
    {
        if (Offset(b) is (null, var right)) return Shift(a, right);
        if (Offset(a) is (null, var left)) return Shift(b, left);
        // (a − b) + b is a.
        if (IsDifference(a) && ReferenceEquals(a[1], b)) return a[0];
        if (IsDifference(b) && ReferenceEquals(b[1], a)) return b[0];
        return IntegerSum.Of(a, b);
    }

    public static Expression Subtract(Expression a, Expression b)
    {
        if (Offset(b) is (null, var right)) return Shift(a, -right);
        if (ReferenceEquals(a, b)) return a.Graph.Integer(0);
        if (a.Operation == IntegerSum.Instance && a.Operands.Length == 2)
        {
            if (ReferenceEquals(a[1], b)) return a[0];
            if (ReferenceEquals(a[0], b)) return a[1];
        }

        return a.Graph.Make(Host.Instance, HostInfo.Difference, a, b);
    }

    public static Expression Negate(Expression a) => Offset(a) is (null, var value)
        ? a.Graph.Integer(-value)
        : a.Graph.Make(Host.Instance, new HostInfo("-{0}", ValueKind.Integer, Precedence.Unary, Precedence.Primary, "−"), a);

    private static Expression Shift(Expression a, int by)
    {
        var (rest, offset) = Offset(a);
        offset += by;
        if (rest is null) return a.Graph.Integer(offset);
        if (offset == 0) return rest;
        return offset > 0
            ? IntegerSum.Of(rest, a.Graph.Integer(offset))
            : a.Graph.Make(Host.Instance, HostInfo.Difference, rest, a.Graph.Integer(-offset));
    }

    private static (Expression? Base, int By) Offset(Expression a)
    {
        if (a.Operation == IntegerConstant.Instance) return (null, (int)a.Payload!);
        if (a.Operation == IntegerSum.Instance && a.Operands.Length == 2 && a[1].Operation == IntegerConstant.Instance) return (a[0], (int)a[1].Payload!);
        return IsDifference(a) && a[1].Operation == IntegerConstant.Instance ? (a[0], -(int)a[1].Payload!) : (a, 0);
    }

    private static bool IsDifference(Expression a) => a.Operation == Host.Instance && Equals(a.Payload, HostInfo.Difference);
}
