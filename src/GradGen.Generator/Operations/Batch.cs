using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>The rounds of a sum over an index.</summary>
internal sealed class Batch(Expression index) : IBatch
{
    private readonly Dictionary<Expression, Expression?> known = new();

    public Expression Count => index[1];

    public bool IsIndex(Expression e) => e == index;

    public bool IsInvariant(Expression e) => !e.DependsOn(index);

    public Expression? Of(Expression e)
    {
        if (known.TryGetValue(e, out var all)) return all;
        return known[e] = e.Shape.IsMatrix || IsInvariant(e) ? null : e.Operation.OfAll(e, this);
    }

    public Expression? Sum(Expression e)
    {
        if (IsInvariant(e)) return Scale(Real(Count), e);
        // Σ (xᵢ − μ) is not Σ xᵢ − Nμ, which loses digits near an optimum.
        if (e.Is<Addition>() && (e.Shape.IsMatrix || e.Operands.Any(t => !IsInvariant(t) && t.Operation.SumOfAll(t, this) is not null)))
        {
            var terms = e.Operands.Select(Sum).ToList();
            return terms.Contains(null) ? null : Add([.. terms.Select(t => t!)]);
        }

        return e.Operation.SumOfAll(e, this) ?? (Of(e) is { } all ? Total(e, all) : null);
    }

    private static Expression Total(Expression e, Expression all)
    {
        if (e.Shape.IsScalar) return Algebra.Sum(all);
        var sums = all.Graph.Make(RowSums.Instance, null, all);
        return e.Shape.IsRowVector ? Transpose(sums) : sums;
    }

    /// <summary>The inner products of the columns of two batches, as a column.</summary>
    public static Expression Inners(Expression x, Expression y) => Transpose(x.Graph.Make(ColumnSums.Instance, null, Times(x, y)));
}
