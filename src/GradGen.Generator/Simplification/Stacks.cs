using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Simplification;

/// <summary>Sums of unit vectors of a size that is a number are vectors and matrices built from their parts.</summary>
internal static class Stacks
{
    // A longer vector is a program's, and its entries are not worth writing out.
    private const int Longest = 16;

    public static readonly Identity[] Identities =
    [
        new("ae₀ + be₁ = [a; b]", Entries, Addition.Instance),
        new("e₀aᵀ + e₁bᵀ = [aᵀ; bᵀ]", Rows, Addition.Instance),
    ];

    private static Expression? Entries(Expression e)
    {
        if (e.Shape.IsMatrix || !e.Shape.IsArray || e.Shape.Count.Payload is not int count || count > Longest) return null;
        var parts = new Expression[count];
        foreach (var term in e.Operands)
        {
            var (scalar, array) = term.Is<Scaling>() ? (term[0], term[1]) : (e.Graph.Number(1), term);
            if (!array.Is<Unit>() || array[1].Payload is not int place || place < 0 || place >= count || parts[place] is not null) return null;
            parts[place] = scalar;
        }

        return e.Graph.Make(e.Shape.IsVector ? VectorOf.Column : VectorOf.Row, null, parts.Select(p => p ?? e.Graph.Number(0)).ToArray());
    }

    private static Expression? Rows(Expression e)
    {
        if (!e.Shape.IsMatrix || e.Shape.Rows!.Payload is not int count || count > Longest || e.Operands.Length != count) return null;
        var rows = new Expression[count];
        foreach (var operand in e.Operands)
        {
            var term = Term.Of(operand);
            if (term.Chain.Length < 2 || !term.Chain[0].Is<Unit>() || term.Chain[0][1].Payload is not int place || place < 0 || place >= count || rows[place] is not null) return null;
            rows[place] = term.With(term.Coefficient, term.Scalars, term.Chain.RemoveAt(0));
            // A unit matrix and a column of one entry make no row.
            if (!rows[place].Shape.IsRowVector) return null;
        }

        return Stacking.Rows.Of([.. rows]);
    }
}
