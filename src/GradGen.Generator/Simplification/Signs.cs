using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>
/// Of a difference and its negative only one is written, so that r and −r are computed once: the one with fewer minus signs,
/// then the one that begins with the larger product (Ax − y), then the one that the method wrote first.
/// </summary>
internal static class Signs
{
    public static readonly Identity[] Identities = [new("b − a = −(a − b)", Turn, Addition.Instance)];

    private static Expression? Turn(Expression e)
    {
        if (!e.Shape.IsReal) return null;
        var terms = e.Operands.Select(Term.Of).ToImmutableArray();
        var negative = terms.Count(t => t.Coefficient < 0);
        if (negative * 2 < terms.Length) return null;
        var turned = Opposite(terms);
        if (negative * 2 == terms.Length)
        {
            var (lead, turnedLead) = (Lead(terms, 1), Lead(terms, -1));
            if (lead > turnedLead || (lead == turnedLead && First(e, turned) < turned.Id)) return null;
        }

        return Negate(turned);
    }

    private static Expression Opposite(IEnumerable<Term> terms) => Add(terms.Select(t => t.With(-t.Coefficient)).ToArray());

    // A difference may have been written first in another form, which is what its opposite turns into: both must see the same age.
    private static int First(Expression e, Expression turned) =>
        turned.Operation == Addition.Instance ? Math.Min(e.Id, Opposite(turned.Operands.Select(Term.Of)).Id) : e.Id;

    /// <summary>How many factors the first term of a sign has; a sum with a number, such as 1 − s, leads with what was written.</summary>
    private static int Lead(ImmutableArray<Term> terms, int sign)
    {
        if (terms.Any(t => t.IsNumber || t.Chain.Any(f => f.Operation == Filled.Ones || f.Is<IdentityMatrix>()))) return 0;
        var first = terms.First(t => Math.Sign(t.Coefficient) == sign);
        return first.Chain.Length + first.Scalars.Length;
    }
}
