using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// A method whose derivative is given by other methods: by a user's rule, or by the companions that another assembly holds.
/// </summary>
/// <param name="Method">The method in C#, to which arguments in parentheses are added.</param>
/// <param name="Pullback">The method from arguments and seed to adjoints, or null.</param>
/// <param name="Gradient">Of a scalar, the method from arguments to gradients, or null.</param>
/// <param name="Pushforward">The method from arguments and differentials to the differential of the value, or null.</param>
/// <param name="Varying">Which arguments the adjoints belong to, in their order.</param>
/// <param name="Real">Which arguments have differentials, in their order.</param>
internal sealed record GivenRule(string Name, ValueKind Kind, string Method, string? Pullback, string? Gradient, string? Pushforward, EquatableArray<int> Varying, EquatableArray<int> Real)
{
    public override string ToString() => $"{Method}|{Pullback}|{Gradient}|{Pushforward}|{string.Join(",", Varying)}";
}

/// <summary>A call of a method whose derivative is given.</summary>
internal sealed class GivenFunction : Operation
{
    public static readonly GivenFunction Instance = new();

    public override string Name => "given function";

    public override string RuleName(Expression node) => "given derivative";

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
        context.OfInput(this, payload, operands, ((GivenRule)payload!).Kind, ValueKind.Opaque, null);

    public override Expression? Differential(Expression node, int operand, Expression d)
    {
        var rule = (GivenRule)node.Payload!;
        if (rule.Pushforward is { } pushforward)
        {
            var along = rule.Real.Select(i => i == operand ? d : node.Graph.Zero(node[i].Shape));
            return node.Graph.Make(GivenCall.Instance, new CallInfo(pushforward, rule.Kind, "D" + rule.Name, ""), node.Operands.Concat(along).Concat([node]).ToImmutableArray());
        }

        return node.Shape.IsScalar && Adjoint(node, operand, node.Graph.Number(1)) is { } gradient ? Algebra.Inner(gradient, d) : null;
    }

    public override Expression? Adjoint(Expression node, int operand, Expression g)
    {
        var rule = (GivenRule)node.Payload!;
        var place = rule.Varying.ToList().IndexOf(operand);
        if (place < 0) return null;
        if (rule.Pullback is { } pullback) return Part(pullback, node.Operands.Add(g), rule.Name, "*");
        return rule.Gradient is { } gradient ? Algebra.Scale(g, Part(gradient, node.Operands, "∇", rule.Name)) : null;

        Expression Part(string method, ImmutableArray<Expression> arguments, string before, string behind)
        {
            var alone = rule.Varying.Count == 1;
            var call = node.Graph.Make(GivenCall.Instance, new CallInfo(method, alone ? node[operand].Shape.Kind : ValueKind.Opaque, before, behind), alone ? arguments.Add(node[operand]) : arguments);
            return alone ? call : node.Graph.Make(TuplePart.Instance, new PartNumber(place + 1), call, node[operand]);
        }
    }

    public override bool MayShareStorage(Expression node) => true;

    public override bool RunsForeignCode(Expression node) => true;

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.Function(((GivenRule)node.Payload!).Name, node.Operands.Select(operand).ToImmutableArray());

    public override Computation Compute(Expression node) => GivenCall.Of(((GivenRule)node.Payload!).Method, node.Operands.Length);

    /// <summary>A given derivative's call.</summary>
    /// <param name="Kind">The kind of the value that it returns; opaque where it is a tuple.</param>
    /// <param name="Before">How it is written: DF along a direction, F* for a pullback, ∇F for a gradient. The number of an element of a tuple follows here, F₁*.</param>
    /// <param name="Behind">What is written after that.</param>
    private sealed record CallInfo(string Method, ValueKind Kind, string Before, string Behind);

    /// <summary>The number of a tuple's element, from 1.</summary>
    private sealed record PartNumber(int Value);

    /// <summary>A call of a given derivative. What returns a value has, after the arguments, an operand of the value's shape.</summary>
    private sealed class GivenCall : Operation
    {
        public static readonly GivenCall Instance = new();

        public override string Name => "given derivative";

        public override Sizing Sizing => Sizing.Told;

        public static Computation Of(string method, int arguments) => new($"{method}({string.Join(", ", Enumerable.Range(0, arguments).Select(i => $"{{{i}}}"))})");

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) =>
            ((CallInfo)payload!).Kind == ValueKind.Opaque ? Shape.Opaque("var") : operands[operands.Length - 1].Shape;

        public override bool MayShareStorage(Expression node) => true;

        public override bool RunsForeignCode(Expression node) => true;

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) => Written(node, "", operand);

        /// <param name="number">Which element of the tuple, in digits below the line.</param>
        public static Notation Written(Expression node, string number, Func<Expression, Notation> operand)
        {
            var info = (CallInfo)node.Payload!;
            return new Notation.Function(info.Before + number + info.Behind, node.Operands.Take(Arguments(node)).Select(operand).ToImmutableArray());
        }

        public override Computation Compute(Expression node) => Of(((CallInfo)node.Payload!).Method, Arguments(node));

        private static int Arguments(Expression node) => node.Operands.Length - (((CallInfo)node.Payload!).Kind == ValueKind.Opaque ? 0 : 1);
    }

    /// <summary>An element of a tuple of adjoints. Operands: the call, and what the adjoint belongs to.</summary>
    private sealed class TuplePart : Operation
    {
        public static readonly TuplePart Instance = new();

        public override string Name => "tuple part";

        public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[1].Shape;

        public override bool MayShareStorage(Expression node) => true;

        public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
            GivenCall.Written(node[0], string.Concat(((PartNumber)node.Payload!).Value.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => "₀₁₂₃₄₅₆₇₈₉"[digit - '0'])), operand);

        public override Computation Compute(Expression node) => new($"{{0}}.Item{((PartNumber)node.Payload!).Value}", Precedence.Primary, Precedence.Primary);
    }
}
