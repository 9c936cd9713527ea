using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GradGen.Generator.Expressions;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Operations;

/// <summary>
/// The index of a loop over the whole numbers from the first operand up to, and without, the second. The payload tells nested
/// loops over one range apart; separate loops over one range share their index, so that equal work in them is one node.
/// </summary>
internal sealed class LoopIndex : Operation
{
    public static readonly LoopIndex Instance = new();

    public override string Name => "index";

    public override bool IsBound => true;

    public static Expression Of(Expression from, Expression until, int depth) => from.Graph.Make(Instance, new LoopDepth(depth), from, until);

    /// <summary>How many loops enclosed the loop where it was written.</summary>
    public static int DepthOf(Expression node) => ((LoopDepth)node.Payload!).Value;

    /// <summary>Whether an index goes over the rows of an array, or with place 2 over the columns, from the first to the last.</summary>
    public static bool GoesOver(Expression index, Shape array, int place) => index.Is<LoopIndex>() && index[0].Payload is 0
        && index.Graph.Dimensions.AreSame(array.IsRowVector || (array.IsMatrix && place == 2) ? array.Columns! : array.Rows!, index[1]);

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => Shape.Integer;

    public override bool IsDifferentiableIn(int operand) => false;

    // Its limits are read by the loop that binds it.
    public override IEnumerable<Read> Reads(Expression node) => [];

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => new Notation.Name("ijklpqrs"[DepthOf(node) % 8].ToString());

    public override Computation Compute(Expression node) => new("ijklpqrs"[DepthOf(node) % 8].ToString()) { IsInline = true };
}

/// <summary>The payload of a loop's index; a type of its own, because a payload that is a number means that number.</summary>
internal sealed record LoopDepth(int Value);

/// <summary>
/// A loop that accumulates: the sum of the body over an index. What the body does not share with the index is outside the
/// loop by construction. d Σ fᵢ = Σ dfᵢ; the adjoint of what the body takes from outside is the sum of its adjoints.
/// </summary>
internal sealed class IndexedSum : Operation
{
    public static readonly IndexedSum Instance = new();

    public override string Name => "∑";

    public override Sizing Sizing => Sizing.Alike;

    public override Linearity Linearity => Linearity.Together;

    public override int BoundOperands(object? payload) => 1;

    public override bool IsDifferentiableIn(int operand) => operand == 1;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        // A size that changes from one round to the next cannot be the size of the sum: the first round decides.
        var graph = context.Graph;
        var (index, shape) = (operands[0], operands[1].Shape);
        Expression? Outside(Expression? size) => size is null ? null : Substitution.Of(graph.Dimensions.Find(size), index, index[0]);
        return shape with { Rows = Outside(shape.Rows), Columns = Outside(shape.Columns) };
    }

    public override Expression Differential(Expression node, int operand, Expression d) => SumOver(node[0], d);

    public override Expression Jacobian(Expression node, int operand, Expression j) => SumOver(node[0], j);

    public override bool IsSymmetric(Expression node, bool promises) => node[1].IsSymmetric(promises);

    // The sizes are read for the zeros that the sum begins with.
    public override IEnumerable<Read> Reads(Expression node) => node[0].Operands.Concat(node.Shape.Dimensions).Select(o => new Read(o))
        .Concat([new Read(node[1], new Region(node[0], 0, [node[0]]))]);

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) =>
        new Notation.BigSum(operand(node[0]), operand(node[0][0]), operand(node[0][1]), operand(node[1]), HasRange: !(node[0][0].Payload is 0 && node[0][1].Is<Extent>() && IsToldBy(node[1], node[0])));

    /// <summary>
    /// Whether a reader knows how far an index goes: over every place that is there in all that it counts. So what it goes over
    /// must be counted, and what is counted in a branch alone, and may be shorter, must not be.
    /// </summary>
    private static bool IsToldBy(Expression body, Expression index)
    {
        var isTold = false;
        var seen = new HashSet<(Expression, bool)>();
        var rest = new Stack<(Expression Part, bool IsInBranch)>([(body, false)]);
        while (rest.Count > 0)
        {
            var (part, isInBranch) = rest.Pop();
            if (!part.DependsOn(index) || !seen.Add((part, isInBranch))) continue;
            for (var place = 1; place < part.Operands.Length && (part.Is<Entry>() || part.Is<Line>() || part.Is<ListItem>()); place++)
            {
                if (part[place] != index) continue;
                if (part.Is<ListItem>() ? Extent.Owner(index[1]) == part[0] : LoopIndex.GoesOver(index, part[0].Shape, part.Operation == Line.Column ? 2 : place)) isTold = true;
                else if (isInBranch) return false;
            }

            for (var i = 0; i < part.Operands.Length; i++) rest.Push((part[i], isInBranch || (part.Is<Conditional>() && i > 0)));
        }

        return isTold;
    }
}

/// <summary>A branch: of the two operands after the condition, only the one that is chosen is evaluated.</summary>
internal sealed class Conditional : Operation
{
    public static readonly Conditional Instance = new();

    public override string Name => "if";

    public override Sizing Sizing => Sizing.Alike;

    public override Linearity Linearity => Linearity.Together;

    public override bool IsDifferentiableIn(int operand) => operand > 0;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        if (operands[1].Shape.IsReal) context.SameShape(operands[1].Shape, operands[2].Shape);
        return operands[1].Shape;
    }

    public override Expression Differential(Expression node, int operand, Expression d) => operand == 1
        ? Choose(node[0], d, node.Graph.Zero(node.Shape))
        : Choose(node[0], node.Graph.Zero(node.Shape), d);

    public override Expression Jacobian(Expression node, int operand, Expression j) => operand == 1
        ? Choose(node[0], j, node.Graph.Zero(j.Shape))
        : Choose(node[0], node.Graph.Zero(j.Shape), j);

    public override bool MayShareStorage(Expression node) => true;

    public override IEnumerable<Read> Reads(Expression node) =>
        [new(node[0]), new(node[1], new Region(node[0], 1, [])), new(node[2], new Region(node[0], 2, []))];

    public override Notation Notate(Expression node, Func<Expression, Notation> operand)
    {
        // Both sides are one value.
        if (IsCheapest.Chooses(node)) return operand(node[1]);
        if (node.Shape.Kind != ValueKind.Boolean) return new Notation.Cases(operand(node[0]), operand(node[1]), operand(node[2]));
        // A choice between truth and another condition is that condition and, or, the first.
        if (node[2].IsTruth(out var otherwise)) return otherwise ? new Notation.Infix("∨", Not(node[0]), operand(node[1])) : new Notation.Infix("∧", operand(node[0]), operand(node[1]));
        if (node[1].IsTruth(out var then)) return then ? new Notation.Infix("∨", operand(node[0]), operand(node[2])) : new Notation.Infix("∧", Not(node[0]), operand(node[2]));
        return new Notation.Cases(operand(node[0]), operand(node[1]), operand(node[2]));

        Notation Not(Expression condition) => new Notation.Function("¬", [operand(condition)]);
    }
}

/// <summary>
/// Replaces loop indices and carried values by others where an expression depends on them; a loop inside that binds the same
/// index for itself keeps it.
/// </summary>
internal static class Substitution
{
    public static Expression Of(Expression expression, Expression from, Expression to) =>
        Of(expression, new Dictionary<Expression, Expression> { [from] = to });

    public static Expression Of(Expression expression, IReadOnlyDictionary<Expression, Expression> replacements)
    {
        var memo = replacements.ToDictionary(p => p.Key, p => p.Value);
        return Walk(expression);

        Expression Walk(Expression e)
        {
            if (memo.TryGetValue(e, out var known)) return known;
            if (!replacements.Keys.Any(e.DependsOn)) return e;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return memo[e] = e.Map(Walk);
        }
    }
}
