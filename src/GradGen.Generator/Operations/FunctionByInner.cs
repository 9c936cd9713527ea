using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>A function from its argument and an inner function of it that another function shares. Operands: both. The payload: the function.</summary>
internal sealed class FunctionByInner : Planned
{
    private static readonly FunctionByInner instance = new();

    public override string Name => "function by an inner one";

    /// <param name="node">A function that has an inner one.</param>
    public static Expression Of(Expression node)
    {
        var function = (Elementwise)node.Operation;
        return node.Graph.Make(instance, function, node[0], function.Inner!.Of(node[0]));
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(((Elementwise)node.Payload!).Of(node[0]));

    public override string EntryType(Expression node) => $"{Method(node)}<{{0}}, {{1}}>";

    public override Computation Compute(Expression node) =>
        node.Shape.IsScalar ? Computation.Call($"Kernel.{Method(node)}", 2) : new(EntryMap.Call("Map", [$"{Method(node)}<X0, X1>"], 0, 2, ""));

    private static string Method(Expression node) => $"{((Elementwise)node.Payload!).Name}By{((Elementwise)node.Payload!).Inner!.Name}";

    /// <summary>A function that others are made of.</summary>
    internal sealed class Inner : Planned
    {
        /// <summary>e⁻|ˣ|, of which σ and softplus are made.</summary>
        public static readonly Inner Decay = new("Decay", x => new Notation.Function("exp", [new Notation.Negated(new Notation.Bars("|", x))]));

        private readonly Func<Notation, Notation> notation;

        private Inner(string name, Func<Notation, Notation> notation)
        {
            Name = name;
            this.notation = notation;
        }

        public override string Name { get; }

        public Expression Of(Expression x) => x.Graph.Make(this, null, x);

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) => notation(operand(node[0]));

        public override string EntryType(Expression node) => $"{Name}<{{0}}>";

        public override Computation Compute(Expression node) =>
            node.Shape.IsScalar ? Computation.Call($"Kernel.{Name}", 1) : new(EntryMap.Call("Map", [$"{Name}<X0>"], 0, 1, ""));
    }
}
