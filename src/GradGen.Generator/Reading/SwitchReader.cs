using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads switch statements: sections become nested branches, and the break of a section goes on behind the last.</summary>
internal sealed class SwitchReader(ReadingContext context)
{
    public Flow Read(ISwitchOperation choice)
    {
        var selector = context.Expressions.Read(choice.Value);
        // Wherever it is written, default is for what the others leave.
        var sections = choice.Cases.OrderBy(IsDefault).ToList();
        return Flow.Land(context, ReadFrom(0), choice.ExitLabel);

        Flow ReadFrom(int section)
        {
            if (section == sections.Count) return Flow.On;
            var condition = IsDefault(sections[section]) ? context.Graph.Truth(true) : selector is null ? null : ConditionOf(sections[section], selector);
            return context.Statements.ReadBranch(sections[section], condition, () => context.Statements.ReadAll(sections[section].Body), () => ReadFrom(section + 1));
        }
    }

    private static bool IsDefault(ISwitchCaseOperation section) => section.Clauses.Any(c => c is IDefaultCaseClauseOperation);

    private Expression? ConditionOf(ISwitchCaseOperation section, Expression selector) =>
        section.Clauses.Select(clause => ConditionOf(clause, selector)).Aggregate((a, b) => a is null || b is null ? null : Logic.Or(a, b));

    private Expression? ConditionOf(ICaseClauseOperation clause, Expression selector)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation { Value: var value }:
                return context.Expressions.Read(value) is { } constant ? Logic.Compare("==", selector, constant) : null;
            case IPatternCaseClauseOperation { Pattern: var pattern, Guard: var guard }:
                var matches = context.Patterns.ConditionOf(pattern, selector);
                return guard is null ? matches : Logic.AndIfRead(matches, context.Expressions.Read(guard));
            default:
                return context.Expressions.Refuse(clause);
        }
    }
}
