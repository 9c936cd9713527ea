using GradGen.Generator.Expressions;
using Microsoft.CodeAnalysis;

namespace GradGen.Generator.Reading;

/// <summary>How statements end: they run on, they return a value, or they do the second where a condition holds.</summary>
/// <param name="RunsOn">Whether what follows may be reached.</param>
/// <param name="Return">A return statement that may be reached, or null.</param>
/// <param name="Condition">Where it returns and may also run on: when it returns.</param>
/// <param name="Value">What it returns; null where that could not be read.</param>
internal readonly record struct Flow(bool RunsOn, IOperation? Return = null, Expression? Condition = null, Expression? Value = null)
{
    public static readonly Flow On = new(true);

    public bool Returns => Return is not null;

    /// <summary>Statements after statements.</summary>
    public static Flow Then(ReadingContext context, Flow first, Flow second)
    {
        if (!first.RunsOn) return first;
        if (!first.Returns) return second;
        if (!second.Returns) return first with { RunsOn = second.RunsOn };
        var condition = second.RunsOn && first.Condition is { } a && second.Condition is { } b ? Logic.Or(a, b) : null;
        return new(second.RunsOn, second.Return, condition, Choose(context, second.Return!, first.Condition, first.Value, second.Value));
    }

    /// <summary>An <c>if</c> with its two branches.</summary>
    public static Flow Branch(ReadingContext context, Expression? condition, Flow then, Flow otherwise)
    {
        if (!then.Returns && !otherwise.Returns) return new(then.RunsOn || otherwise.RunsOn);
        var place = otherwise.Return ?? then.Return!;
        var value = !otherwise.Returns ? then.Value : !then.Returns ? otherwise.Value : Choose(context, place, condition, then.Value, otherwise.Value);
        if (!then.RunsOn && !otherwise.RunsOn) return new(false, place, null, value);
        if (condition is null) return new(true, place, null, value);
        var whenThen = When(condition, then);
        var whenOtherwise = When(then.RunsOn || !then.Returns ? Logic.Not(condition) : null, otherwise);
        var returns = whenThen is null ? whenOtherwise : whenOtherwise is null ? whenThen : Logic.Or(whenThen, whenOtherwise);
        return new(true, place, returns, value);
    }

    // When a branch returns. A branch after one that always returns needs no word of the condition.
    private static Expression? When(Expression? condition, Flow branch)
    {
        if (!branch.Returns) return null;
        if (!branch.RunsOn) return condition;
        return branch.Condition is null || condition is null ? branch.Condition : Logic.And(condition, branch.Condition);
    }

    private static Expression? Choose(ReadingContext context, IOperation place, Expression? condition, Expression? then, Expression? otherwise) =>
        condition is null || then is null || otherwise is null ? null : context.Shapes.Build(place, () => Logic.Choose(condition, then, otherwise), (null, then), (null, otherwise));
}
