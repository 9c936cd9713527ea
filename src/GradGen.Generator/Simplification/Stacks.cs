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
        new("[A, 0] + [0, B] = [A, B]", Parts, Addition.Instance),
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

    /// <summary>Stacks of parts of the same sizes, of which no two have something in one place.</summary>
    private static Expression? Parts(Expression e)
    {
        var first = e[0];
        if (first.Operation is not (Stacking or VectorOf) || !e.Operands.All(o => o.Operation == first.Operation && o.Operands.Length == first.Operands.Length)) return null;
        var parts = first.Operands;
        foreach (var other in e.Operands.Skip(1))
        {
            for (var i = 0; i < parts.Length; i++)
            {
                if (parts[i].Shape.Kind != other[i].Shape.Kind || !parts[i].Shape.Dimensions.Zip(other[i].Shape.Dimensions, e.Graph.Dimensions.AreSame).All(same => same)) return null;
                if (other[i].IsZero()) continue;
                if (!parts[i].IsZero()) return null;
                parts = parts.SetItem(i, other[i]);
            }
        }

        return e.Graph.Make(first.Operation, null, parts);
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
