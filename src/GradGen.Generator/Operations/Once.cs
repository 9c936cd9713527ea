using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// A value that a branch inside a loop reads and no round changes: computed in the first round that takes the branch, for all of
/// them. So a branch that is never taken costs and throws nothing.
/// </summary>
internal sealed class Once : Planned
{
    public static readonly Once Instance = new();

    public override string Name => "once";

    public static Expression Of(Expression x) => x.Graph.Make(Instance, null, x);

    /// <summary>The expression that computes a value, whether it stands where it is read or is computed once.</summary>
    public static Expression Behind(Expression value) => value.Is<Once>() ? value[0] : value;

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload) => operands[0].Shape;

    public override bool MayShareStorage(Expression node) => true;

    public override IEnumerable<Read> Reads(Expression node) => [new(node[0], new Region(node, 0, []))];

    public override Notation Notate(Expression node, Func<Expression, Notation> operand) => operand(node[0]);
}
