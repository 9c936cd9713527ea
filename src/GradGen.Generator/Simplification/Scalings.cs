using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>Scalars stand before arrays, once.</summary>
internal static class Scalings
{
    public static readonly Identity[] Identities =
    [
        new("1x = x", e => e[0].IsNumber(out var c) && c == 1 ? e[1] : null, Scaling.Instance),
        new("0x = 0", e => e[0].IsZero() || e[1].IsZero() ? e.Graph.Zero(e.Shape) : null, Scaling.Instance),
        new("a(bx) = (ab)x", e => e[1].Is<Scaling>() ? Scale(Times(e[0], e[1][0]), e[1][1]) : null, Scaling.Instance),
    ];
}
