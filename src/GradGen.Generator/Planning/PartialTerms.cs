using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Planning;

/// <summary>
/// What a loop over entries adds in a round is a multiple of a unit, or one times a row or a column. It is added to the entry, the row
/// or the column that it stands for, so that a round costs what it changes.
/// </summary>
internal sealed class PartialTerms
{
    private readonly Dictionary<Expression, Expression> rewritten = new();

    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> roots)
    {
        var terms = new PartialTerms();
        return [.. roots.Select(terms.Rewrite)];
    }

    private Expression Rewrite(Expression e)
    {
        if (rewritten.TryGetValue(e, out var known)) return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var operands = e.Operands.Select(Rewrite).ToImmutableArray();
        if (e.Is<IndexedSum>() && e.Shape.IsArray) operands = operands.SetItem(1, Split(operands[1]));
        if (e.Is<RunningSum>() && e.Shape.IsArray) operands = [operands[0], .. operands.Skip(1).SelectMany(t => Terms(e.Graph.Number(1), t))];
        return rewritten[e] = operands.SequenceEqual(e.Operands) ? e : e.Graph.Make(e.Operation, e.Payload, operands);
    }

    private static Expression Split(Expression term) => AddedTerms.Of(Terms(term.Graph.Number(1), term));

    /// <summary>Terms whose sum is a multiple of one; itself where no part of it is partial.</summary>
    private static IReadOnlyList<Expression> Terms(Expression scalar, Expression term)
    {
        var parts = Parts(scalar, term).ToList();
        return parts.Any(p => p.Operation is PartialTerm || p.Is<Conditional>()) ? parts : [Multiple(scalar, term)];
    }

    private static IEnumerable<Expression> Parts(Expression scalar, Expression term)
    {
        switch (term.Operation)
        {
            case Unit:
                return [PartialTerm.OfUnit(scalar, term)];
            case Conditional when (Side(scalar, term[1]), Side(scalar, term[2])) is var (then, otherwise) && (then != Multiple(scalar, term[1]) || otherwise != Multiple(scalar, term[2])):
                return [Choose(term[0], then, otherwise)];
            case Scaling:
                return Parts(Product(scalar, term[0]), term[1]);
            case Addition when term.Operands.Length == 2:
                return Parts(scalar, term[0]).Concat(Parts(scalar, term[1]));
            case Difference:
                return Parts(scalar, term[0]).Concat(Parts(Negative(scalar), term[1]));
            case AddScaled when term.Operation == AddScaled.Array:
                return Parts(scalar, term[0]).Concat(Parts(Product(scalar, term[1]), term[2]));
            case VectorProduct when term.Operation == VectorProduct.Outer:
                return OuterParts(scalar, term[0], term[1]);
            case FusedProduct when FusedProduct.OuterOf(term) is var (factor, left, right):
                return OuterParts(Product(scalar, factor), left, right);
            default:
                return [Multiple(scalar, term)];
        }
    }

    /// <summary>A multiple of a side of a branch, in terms.</summary>
    private static Expression Side(Expression scalar, Expression side) => AddedTerms.Of(Terms(scalar, side));

    /// <summary>c·xyᵀ, whose x or y is a sum of units.</summary>
    private static IEnumerable<Expression> OuterParts(Expression scalar, Expression x, Expression y)
    {
        if (Units(scalar, x) is { } rows) return rows.Select(u => PartialTerm.OfRow(u.Scalar, u.Unit, y));
        return Units(scalar, y) is { } columns ? columns.Select(u => PartialTerm.OfColumn(u.Scalar, x, u.Unit)) : [Multiple(scalar, VectorProduct.Outer.Of(x, y))];
    }

    private static IReadOnlyList<(Expression Scalar, Expression Unit)>? Units(Expression scalar, Expression x) => x.Operation switch
    {
        Unit => [(scalar, x)],
        Transposition when x[0].Is<Unit>() => [(scalar, x[0])],
        Scaling => Units(Product(scalar, x[0]), x[1]),
        Addition when x.Operands.Length == 2 => Both(Units(scalar, x[0]), Units(scalar, x[1])),
        Difference => Both(Units(scalar, x[0]), Units(Negative(scalar), x[1])),
        _ => null,
    };

    private static IReadOnlyList<(Expression, Expression)>? Both(IReadOnlyList<(Expression, Expression)>? a, IReadOnlyList<(Expression, Expression)>? b) =>
        a is null || b is null ? null : [.. a, .. b];

    private static Expression Multiple(Expression scalar, Expression array) => array.IsZero() || (scalar.IsNumber(out var c) && c == 1) ? array
        : array.Graph.Make(Scaling.Instance, null, scalar, array);

    private static Expression Product(Expression a, Expression b)
    {
        if (a.IsNumber(out var c) && c == 1) return b;
        if (b.IsNumber(out var d) && d == 1) return a;
        return a.IsNumber(out _) && b.IsNumber(out _) ? a.Graph.Number(c * d) : a.Graph.Make(EntrywiseProduct.Instance, null, a, b);
    }

    private static Expression Negative(Expression scalar) => scalar.IsNumber(out var c) ? scalar.Graph.Number(-c) : scalar.Graph.Make(Negation.Instance, null, scalar);
}
