using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads switch expressions and <c>is</c>: patterns become comparisons, arms become nested choices.</summary>
internal sealed class PatternReader(ReadingContext context)
{
    public Expression? Read(ISwitchExpressionOperation choice)
    {
        var selector = context.Expressions.Read(choice.Value);
        if (selector is null) return null;
        var arms = choice.Arms.Select(arm => ConditionOf(arm, selector) is { } condition
            ? (arm.Value, Condition: condition, Result: context.Expressions.Read(arm.Value))
            : (arm.Value, Condition: (Expression?)null, Result: null)).ToList();
        if (arms.Any(a => a.Condition is null || a.Result is null)) return null;
        if (!choice.IsExhaustive && !arms.Any(a => a.Condition!.IsTruth(out var always) && always))
        {
            return context.Fail(Descriptors.UnsupportedExpression, choice, "A switch expression that has no arm for every value", "end it with '_ => …'");
        }

        // Of arms that cover all values, the last is for what the others leave.
        var result = arms[arms.Count - 1].Result;
        foreach (var arm in arms.Take(arms.Count - 1).Reverse())
        {
            if (result is null) return null;
            var otherwise = result;
            result = context.Shapes.Build(choice, () => Logic.Choose(arm.Condition!, arm.Result!, otherwise), (arm.Value, arm.Result!));
        }

        return result;
    }

    public Expression? Read(IIsPatternOperation test) => context.Expressions.Read(test.Value) is { } value ? ConditionOf(test.Pattern, value) : null;

    private Expression? ConditionOf(ISwitchExpressionArmOperation arm, Expression selector)
    {
        var condition = ConditionOf(arm.Pattern, selector);
        if (condition is null || arm.Guard is null) return condition;
        return context.Expressions.Read(arm.Guard) is { } guard ? Logic.And(condition, guard) : null;
    }

    /// <summary>When a value matches a pattern.</summary>
    public Expression? ConditionOf(IPatternOperation pattern, Expression selector)
    {
        if (selector.Shape.IsArray) return context.Expressions.Refuse(pattern);
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return context.Graph.Truth(true);
            // NaN is matched by its pattern, but not equal to itself.
            case IConstantPatternOperation { Value: var value } when value.ConstantValue.Value is not double.NaN:
                return context.Expressions.Read(value) is { } constant ? Logic.Compare("==", selector, constant) : null;
            case IRelationalPatternOperation relational:
                var comparison = relational.OperatorKind switch
                {
                    BinaryOperatorKind.LessThan => "<",
                    BinaryOperatorKind.LessThanOrEqual => "<=",
                    BinaryOperatorKind.GreaterThan => ">",
                    _ => ">=",
                };
                return context.Expressions.Read(relational.Value) is { } bound ? Logic.Compare(comparison, selector, bound) : null;
            case INegatedPatternOperation negated:
                return ConditionOf(negated.Pattern, selector) is { } inner ? Logic.Not(inner) : null;
            case IBinaryPatternOperation binary:
                var (left, right) = (ConditionOf(binary.LeftPattern, selector), ConditionOf(binary.RightPattern, selector));
                if (left is null || right is null) return null;
                return binary.OperatorKind == BinaryOperatorKind.Or ? Logic.Or(left, right) : Logic.And(left, right);
            default:
                return context.Expressions.Refuse(pattern);
        }
    }
}
