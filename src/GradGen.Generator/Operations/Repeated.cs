using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>1bᵀ and b1ᵀ: a row as all rows of a matrix, a column as all columns. Operands: the row or column, and how many.</summary>
internal sealed class Repeated : Planned
{
    public static readonly Repeated Instance = new();

    public override string Name => "repeated";

    /// <summary>The outer product of a column and a row of which one is all ones; null where none is.</summary>
    public static (Expression Value, Expression Count)? Of(Expression column, Expression row) =>
        IsOnes(column) ? (row, column.Shape.Rows!) : IsOnes(row) ? (column, row.Shape.Columns!) : null;

    public static Expression Make(Expression value, Expression count) => value.Graph.Make(Instance, null, value, count);

    private static bool IsOnes(Expression e) => e.Operation == Filled.Ones || (e.Is<Transposition>() && e[0].Operation == Filled.Ones);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape.IsRowVector
        ? Shape.Matrix(operands[1], operands[0].Shape.Columns!)
        : Shape.Matrix(operands[0].Shape.Rows!, operands[1]);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => node[0].Shape.IsRowVector
        ? new Notation.Product([new Notation.Number(1), operand(node[0])])
        : new Notation.Product([operand(node[0]), new Notation.Transposed(new Notation.Number(1))]);

    public override Computation Compute(Expression node) => Computation.Call(node[0].Shape.IsRowVector ? "Kernel.RepeatRow" : "Kernel.RepeatColumn", 2);
}
