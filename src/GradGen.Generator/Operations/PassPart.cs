using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// One of the values that a kernel computes in one pass. Operands: the pass. The payload: the value as it was, its name in what the kernel returns, and whether the kernel
/// writes it into given storage.
/// </summary>
internal sealed class PassPart : Planned
{
    private static readonly PassPart instance = new();

    private sealed record Value(Expression Original, string Name, bool IsWritten);

    public override string Name => "part of a pass";

    public static Expression Of(Expression pass, Expression original, string name) => pass.Graph.Make(instance, new Value(original, name, IsWritten: false), pass);

    /// <summary>The pass of a part; null where it is none.</summary>
    public static Expression? PassOf(Expression e) => e.Is<PassPart>() ? e[0] : null;

    /// <summary>The name of a part.</summary>
    public static string NameOf(Expression part) => ((Value)part.Payload!).Name;

    /// <summary>A part as one that its pass writes into given storage.</summary>
    public static Expression Written(Expression part) => part.Graph.Make(instance, (Value)part.Payload! with { IsWritten = true }, part[0]);

    /// <summary>Whether a node is a part that its pass writes into given storage.</summary>
    public static bool IsWritten(Expression e) => e.Is<PassPart>() && ((Value)e.Payload!).IsWritten;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => ((Value)payload!).Original.Shape;

    public override bool Makes(Expression node) => !IsWritten(node) && base.Makes(node);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(((Value)node.Payload!).Original);

    public override Computation Compute(Expression node) => new($"{{0}}.{((Value)node.Payload!).Name}", Precedence.Primary, Precedence.Primary) { IsInline = true };
}
