using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// A record with derivatives in the place of its numbers; what else it holds is kept. The first operand is the record, the
/// others are the values, and the payload is the C# <c>with</c> expression with places for all of them.
/// </summary>
internal sealed class RecordValue : Operation
{
    public static readonly RecordValue Instance = new();

    public override string Name => "record";

    public static Expression Of(Expression record, string template, IEnumerable<Expression> values) =>
        record.Graph.Make(Instance, template, new[] { record }.Concat(values).ToImmutableArray());

    public override bool IsDifferentiableIn(int operand) => false;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function("record", node.Operands.Skip(1).Select(operand).ToImmutableArray());

    public override Computation Compute(Expression node) => new((string)node.Payload!, Precedence.Relational, Precedence.Relational);
}
