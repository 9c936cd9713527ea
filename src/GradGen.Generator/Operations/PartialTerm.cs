using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// A term of a sum that is zero but for an entry, a row or a column: c·eᵢ, c·eᵢeⱼᵀ, c·eᵢxᵀ, c·xeⱼᵀ. It is added there alone. Operands: c,
/// then those of the unit; of a row its size and place and x, of a column x and its size and place.
/// </summary>
internal sealed class PartialTerm : Planned
{
    public static readonly PartialTerm Entry = new("entry of a sum");
    public static readonly PartialTerm Row = new("row of a sum");
    public static readonly PartialTerm Column = new("column of a sum");

    private PartialTerm(string name) => Name = name;

    public override string Name { get; }

    public static Expression OfUnit(Expression scalar, Expression unit) =>
        unit.Graph.Make(Entry, unit.Shape.Kind, new[] { scalar }.Concat(unit.Operands).ToImmutableArray());

    /// <summary>c·eᵢxᵀ.</summary>
    public static Expression OfRow(Expression scalar, Expression unit, Expression x) => unit.Graph.Make(Row, null, scalar, unit[0], unit[1], x);

    /// <summary>c·xeⱼᵀ.</summary>
    public static Expression OfColumn(Expression scalar, Expression x, Expression unit) => unit.Graph.Make(Column, null, scalar, x, unit[0], unit[1]);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        if (this == Row) return Shape.Matrix(operands[1], operands[3].Shape.Rows!);
        return this == Column ? Shape.Matrix(operands[1].Shape.Rows!, operands[2]) : Unit.Instance.Infer(context, operands.RemoveAt(0), payload);
    }

    public override string Accumulation(Expression node)
    {
        if (this == Row) return "global::GradGen.Kernel.AddToRow({4}, {2}, {0}, {3})";
        if (this == Column) return "global::GradGen.Kernel.AddToColumn({4}, {3}, {0}, {1})";
        return node.Shape.IsMatrix ? "global::GradGen.Kernel.AddAt({5}, {3}, {4}, {0})" : "global::GradGen.Kernel.AddAt({3}, {2}, {0})";
    }

    public override Computation Compute(Expression node)
    {
        if (this == Row) return new("global::GradGen.Kernel.ScaledOuter({0}, global::GradGen.Kernel.Unit({1}, {2}), {3})");
        if (this == Column) return new("global::GradGen.Kernel.ScaledOuter({0}, {1}, global::GradGen.Kernel.Unit({2}, {3}))");
        return new(node.Shape.Kind switch
        {
            ValueKind.Vector => "global::GradGen.Kernel.Scale({0}, global::GradGen.Kernel.Unit({1}, {2}))",
            ValueKind.RowVector => "global::GradGen.Kernel.Scale({0}, global::GradGen.Kernel.UnitRow({1}, {2}))",
            _ => "global::GradGen.Kernel.Scale({0}, global::GradGen.Kernel.UnitMatrix({1}, {2}, {3}, {4}))",
        });
    }
}

/// <summary>Terms that a round adds to a sum one by one.</summary>
internal sealed class AddedTerms : Planned
{
    public static readonly AddedTerms Instance = new();

    public override string Name => "terms of a sum";

    public static Expression Of(IReadOnlyList<Expression> terms) => terms.Count == 1 ? terms[0] : terms[0].Graph.Make(Instance, null, terms.ToImmutableArray());

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Computation Compute(Expression node) =>
        new(Enumerable.Range(1, node.Operands.Length - 1).Aggregate("{0}", (sum, i) => $"global::GradGen.Kernel.Add({sum}, {{{i}}})"));
}
