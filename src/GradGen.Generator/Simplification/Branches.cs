using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Branches that need not be taken.</summary>
internal static class Branches
{
    public static readonly Identity[] Identities =
    [
        new("both branches equal", e => e[1] == e[2] ? e[1] : null, Conditional.Instance),
        new("the same condition again", e => e[1].Is<Conditional>() && e[1][0] == e[0] ? Choose(e[0], e[1][1], e[2])
            : e[2].Is<Conditional>() && e[2][0] == e[0] ? Choose(e[0], e[1], e[2][2]) : null, Conditional.Instance),
        new("a condition on numbers", e => Truth(e[0]) is { } truth ? e[truth ? 1 : 2] : null, Conditional.Instance),
    ];

    /// <summary>Whether a condition holds, where that follows from numbers alone; the compiler would warn of code that is never reached.</summary>
    private static bool? Truth(Expression e)
    {
        if (e.Payload is not HostInfo { Kind: ValueKind.Boolean, Template: var template }) return null;
        if (e.Operands.IsEmpty) return template switch { "true" => true, "false" => false, _ => null };
        if (template == "!{0}") return !Truth(e[0]);
        if (e.Operands.Length != 2) return null;
        if (template == "{0} && {1}") return Truth(e[0]) == false || Truth(e[1]) == false ? false : Truth(e[0]) & Truth(e[1]);
        if (template == "{0} || {1}") return Truth(e[0]) == true || Truth(e[1]) == true ? true : Truth(e[0]) | Truth(e[1]);
        if (!e[0].IsNumber(out var a) || !e[1].IsNumber(out var b)) return null;
        return template switch { "{0} < {1}" => a < b, "{0} <= {1}" => a <= b, "{0} > {1}" => a > b, "{0} >= {1}" => a >= b, "{0} == {1}" => a == b, "{0} != {1}" => a != b, _ => null };
    }
}
