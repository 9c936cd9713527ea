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
    ];
}
