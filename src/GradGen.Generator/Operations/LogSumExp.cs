using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>log Σ exp(xᵢ), computed without overflow; its gradient is the softmax.</summary>
internal sealed class LogSumExp : Operation
{
    public static readonly LogSumExp Instance = new();

    public override string Name => "LogSumExp";

    public override string RuleName(Expression node) => "differential of log-sum-exp";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.LogSumExp", (_, a) => Of(a[0]))];

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Scalar;

    public override Expression Differential(Expression node, int operand, Expression d) => Inner(Softmax.Of(node[0]), d);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("logsumexp", [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call("MatrixMath.LogSumExp", 1);
}

/// <summary>exp(x)/Σ exp(xᵢ), over all entries.</summary>
internal sealed class Softmax : Operation
{
    public static readonly Softmax Instance = new();

    public override string Name => "Softmax";

    public override string RuleName(Expression node) => "differential of softmax";

    public override IEnumerable<LanguageFunction> Functions => [new("GradGen.MatrixMath.Softmax", (_, a) => Of(a[0]))];

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    // ds = s ∘ dx − (sᵀdx) s.
    public override Expression Differential(Expression node, int operand, Expression d) => Subtract(Times(node, d), Scale(Inner(node, d), node));

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Function("softmax", [operand(node[0])]);

    public override Computation Compute(Expression node) => Computation.Call(node.Shape.IsMatrix ? "Kernel.Softmax" : "MatrixMath.Softmax", 1);
}
