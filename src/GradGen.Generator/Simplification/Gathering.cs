using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Simplification;

/// <summary>A sum over all indices of an array is an operation on the array: ∑ᵢ xᵢyᵢ = xᵀy, ∑ᵢ xᵢ ∑ⱼ Aᵢⱼyⱼ = xᵀAy.</summary>
internal static class Gathering
{
    public static readonly Identity[] Identities =
    [
        new("∑ f(xᵢ) = 1ᵀf(x)", e => e[1].Shape.IsScalar && Column(e[1], e[0]) is { } x ? Sum(x) : null, IndexedSum.Instance),
        new("∑ Aᵢ = 1ᵀA", SumOfRows, IndexedSum.Instance),
        new("1ᵀ(X1) = 1ᵀX1", e => e[0].Is<RowSums>() || e[0].Is<ColumnSums>() ? Sum(e[0][0]) : null, EntrySum.Instance),
    ];

    private static Expression? SumOfRows(Expression e)
    {
        if (!(e.Shape.IsVector || e.Shape.IsRowVector) || Rows(e[1], e[0]) is not { } rows) return null;
        var sums = e.Graph.Make(ColumnSums.Instance, null, rows);
        return e.Shape.IsRowVector ? sums : Transpose(sums);
    }

    /// <summary>The column whose entries are a scalar at every index, or null where there is none.</summary>
    private static Expression? Column(Expression e, Expression i)
    {
        if (!e.DependsOn(i)) return Scale(e, e.Graph.Ones(Shape.Vector(i[1])));
        return e.Operation switch
        {
            Entry => OfEntry(e, i),
            Addition => All(e, Column, i) is { } terms ? Add(terms) : null,
            EntrywiseProduct => OfProduct(e, i),
            Operations.Power when !e[1].DependsOn(i) && Column(e[0], i) is { } x => Power(x, e[1]),
            Elementwise { IsOfArrays: true } f when Column(e[0], i) is { } x => f.Of(x),
            MatrixProduct => OfInner(e, i),
            EntrySum when Rows(e[0], i) is { } x => e.Graph.Make(RowSums.Instance, null, x),
            Operations.SquaredNorm when Rows(e[0], i) is { } x => e.Graph.Make(RowSums.Instance, null, Power(x, 2)),
            _ => null,
        };
    }

    private static Expression? OfEntry(Expression e, Expression i)
    {
        var x = e[0];
        if (x.DependsOn(i)) return null;
        if (!x.Shape.IsMatrix) return e[1] == i && Runs(i, x.Shape.Count) ? x.Shape.IsVector ? x : Transpose(x) : null;
        var (byRow, byColumn) = (e[1] == i && Runs(i, x.Shape.Rows!), e[2] == i && Runs(i, x.Shape.Columns!));
        if (byRow && byColumn) return MainDiagonal.Of(x);
        if (byRow && !e[2].DependsOn(i)) return Line.Column.Of(x, e[2]);
        return byColumn && !e[1].DependsOn(i) ? Transpose(Line.Row.Of(x, e[1])) : null;
    }

    private static Expression? OfProduct(Expression e, Expression i)
    {
        var free = e.Operands.Where(o => !o.DependsOn(i)).ToArray();
        var columns = e.Operands.Where(o => o.DependsOn(i)).Select(o => Column(o, i)).ToArray();
        if (columns.Any(c => c is null)) return null;
        var product = Times(columns!);
        return free.Length == 0 ? product : Scale(Times(free), product);
    }

    /// <summary>A scalar rᵢXc makes the column RXc; rᵢcᵢ makes the sums of the rows of R ∘ Cᵀ.</summary>
    private static Expression? OfInner(Expression e, Expression i)
    {
        if (OfChain(e, i) is { } column) return column;
        return e.Operands.Length == 2 && Rows(e[0], i) is { } left && Rows(e[1], i) is { } right ? e.Graph.Make(RowSums.Instance, null, Times(left, right)) : null;
    }

    /// <summary>A product of which one end depends on the index: rᵢX makes RX, and Xcᵢ makes CXᵀ with the rows cᵢᵀ of C.</summary>
    private static Expression? OfChain(Expression e, Expression i)
    {
        var last = e.Operands.Length - 1;
        if (e.Operands.Count(o => o.DependsOn(i)) != 1) return null;
        if (e[0].DependsOn(i)) return Rows(e[0], i) is { } left ? Multiply(left, MatrixProduct.Of(e.Operands.RemoveAt(0))!) : null;
        return e[last].DependsOn(i) && Rows(e[last], i) is { } right ? Multiply(right, Transpose(MatrixProduct.Of(e.Operands.RemoveAt(last))!)) : null;
    }

    /// <summary>The matrix whose rows are a row, or the transpose of a column, at every index; null where there is none.</summary>
    private static Expression? Rows(Expression e, Expression i)
    {
        if (!e.DependsOn(i)) return null;
        return e.Operation switch
        {
            Line line when e[1] == i && !e[0].DependsOn(i) => line == Line.Row
                ? Runs(i, e[0].Shape.Rows!) ? e[0] : null
                : Runs(i, e[0].Shape.Columns!) ? Transpose(e[0]) : null,
            Transposition => Rows(e[0], i),
            Addition => All(e, Rows, i) is { } terms ? Add(terms) : null,
            EntrywiseProduct => All(e, Rows, i) is { } factors ? Times(factors) : null,
            Scaling when !e[0].DependsOn(i) && Rows(e[1], i) is { } x => Scale(e[0], x),
            Operations.Power when !e[1].DependsOn(i) && Rows(e[0], i) is { } x => Power(x, e[1]),
            Elementwise { IsOfArrays: true } f when Rows(e[0], i) is { } x => f.Of(x),
            MatrixProduct when !e.Shape.IsMatrix => OfChain(e, i),
            _ => null,
        };
    }

    private static Expression[]? All(Expression e, Func<Expression, Expression, Expression?> gather, Expression i)
    {
        var gathered = e.Operands.Select(o => gather(o, i)).OfType<Expression>().ToArray();
        return gathered.Length == e.Operands.Length ? gathered : null;
    }

    /// <summary>Whether the index runs through all of a dimension, no more and no less.</summary>
    private static bool Runs(Expression i, Expression dimension) => i[0].Payload is 0 && i.Graph.Dimensions.AreSame(i[1], dimension);
}
