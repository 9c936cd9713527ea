using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>One of the values that a kernel computes in one pass. Operands: the pass. The payload: the value as it was, and its name in what the kernel returns.</summary>
internal sealed class PassPart : Planned
{
    private static readonly PassPart instance = new();

    private sealed record Value(Expression Original, string Name);

    public override string Name => "part of a pass";

    public static Expression Of(Expression pass, Expression original, string name) => pass.Graph.Make(instance, new Value(original, name), pass);

    /// <summary>The pass of a part; null where it is none.</summary>
    public static Expression? PassOf(Expression e) => e.Is<PassPart>() ? e[0] : null;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => ((Value)payload!).Original.Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(((Value)node.Payload!).Original);

    public override Computation Compute(Expression node) => new($"{{0}}.{((Value)node.Payload!).Name}", Precedence.Primary, Precedence.Primary) { IsInline = true };
}
