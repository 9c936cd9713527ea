using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>What drives a loop.</summary>
/// <param name="Index">The index over its rounds; null where it could not be read.</param>
/// <param name="Top">A condition for each round to begin, beside the range of the index.</param>
/// <param name="Steps">What ends each round that is not left.</param>
/// <param name="Bottom">A condition for another round to follow, asked after the steps.</param>
internal sealed record LoopHead(Expression? Index, IOperation? Top, IReadOnlyList<IOperation> Steps, IOperation? Bottom)
{
    /// <summary>Whether the index runs upwards where the loop runs downwards, which is no matter to sums.</summary>
    public bool IsTurned { get; init; }

    /// <summary>A loop over a range that is known before its first round.</summary>
    public static LoopHead Counted(Expression? index) => new(index, null, [], null);
}

/// <summary>
/// Reads the heads of loops. A for loop over a range has an index, like a foreach over a list; all others carry whatever counts
/// their rounds, and their index is open.
/// </summary>
internal sealed class LoopHeadReader(ReadingContext context)
{
    /// <param name="inOrder">Whether the rounds must follow one another as in the loop.</param>
    public LoopHead Read(ILoopOperation loop, bool inOrder)
    {
        switch (loop)
        {
            case IForEachLoopOperation each:
                return LoopHead.Counted(BindItem(each));
            case IForLoopOperation counted when TryCount(counted, inOrder) is { } head:
                return head;
            case IForLoopOperation open:
                context.Statements.ReadAll(open.Before);
                return new(OpenIndex(), open.Condition, open.AtLoopBottom, null);
            case IWhileLoopOperation { ConditionIsTop: true } loopWhile:
                return new(OpenIndex(), loopWhile.Condition, [], null);
            case IWhileLoopOperation doWhile:
                return new(OpenIndex(), null, [], doWhile.Condition);
            default:
                var (what, instead) = Phrases.OfStatement(loop);
                context.Fail(Descriptors.UnsupportedStatement, loop, what, instead);
                return LoopHead.Counted(null);
        }
    }

    public Expression IndexOf(Expression list) => LoopIndex.Of(context.Graph.Integer(0), context.Loops.CountOf(list), context.LoopDepth);

    private Expression OpenIndex() => LoopIndex.Of(context.Graph.Integer(0), context.Graph.Integer(int.MaxValue), context.LoopDepth);

    private Expression? BindItem(IForEachLoopOperation loop)
    {
        var list = context.Expressions.Read(loop.Collection);
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var item })
        {
            context.Fail(Descriptors.UnsupportedStatement, loop.LoopControlVariable, "A foreach that deconstructs its items", "name the item and read its parts in the body");
            return null;
        }

        context.Locals.Bind(item, null);
        if (list is null) return null;
        if (list.Shape.Kind != ValueKind.List)
            return context.Fail(Descriptors.UnsupportedStatement, loop.Collection, $"A foreach over '{Places.Quote(loop.Collection)}'", "loop over an array, a List<T> or an IReadOnlyList<T> of numbers, vectors or matrices");
        var index = IndexOf(list);
        var value = ListItem.Of(list, index);
        var wanted = LanguageType.Of(item.Type).Kind;
        if (wanted == ValueKind.Scalar && value.Shape.Kind == ValueKind.Integer) value = Algebra.Real(value);
        if (value.Shape.Kind != wanted)
            return context.Fail(Descriptors.UnsupportedStatement, loop.LoopControlVariable, $"The conversion of the items of '{Places.Quote(loop.Collection)}' to '{CSharpText.Short(item.Type)}'", "declare the item with var");
        context.Locals.Bind(item, value);
        return index;
    }

    /// <summary>A for loop whose index runs by one between limits that the loop does not change; null for any other.</summary>
    private LoopHead? TryCount(IForLoopOperation loop, bool inOrder)
    {
        if (loop.Before is not [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: { Type.SpecialType: SpecialType.System_Int32 } symbol } declarator] }] }]
            || (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is not { } initializer
            || loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: var step }] || DirectionOf(step, symbol) is not { } ascending
            || loop.Condition is not IBinaryOperation comparison || BoundOf(comparison, symbol, ascending) is not var (bound, inclusive))
            return null;
        var changed = AssignedLocals.In([loop.Body]).Select(a => a.Local).Concat([symbol]).ToList();
        if (changed.Count(s => SymbolEqualityComparer.Default.Equals(s, symbol)) > 1) return null;
        if (bound.DescendantsAndSelf().Any(o => AssignedLocals.Named(o) is { } named && changed.Contains(named, SymbolEqualityComparer.Default))) return null;

        var (first, last) = (context.Expressions.Read(initializer.Value), context.Expressions.Read(bound));
        context.Locals.Bind(symbol, null);
        if (first is null || last is null) return LoopHead.Counted(null);
        var one = context.Graph.Integer(1);
        var (from, until) = ascending
            ? (first, inclusive ? IntegerArithmetic.Add(last, one) : last)
            : (inclusive ? last : IntegerArithmetic.Add(last, one), IntegerArithmetic.Add(first, one));
        if (!ascending && inOrder)
        {
            var down = LoopIndex.Of(context.Graph.Integer(0), IntegerArithmetic.Subtract(until, from), context.LoopDepth);
            context.Locals.Bind(symbol, IntegerArithmetic.Subtract(first, down));
            return LoopHead.Counted(down);
        }

        var index = LoopIndex.Of(from, until, context.LoopDepth);
        context.Locals.Bind(symbol, index);
        return LoopHead.Counted(index) with { IsTurned = !ascending };
    }

    // True for i++, false for i--, null for any other step.
    private static bool? DirectionOf(IOperation step, ISymbol index) => step switch
    {
        IIncrementOrDecrementOperation one when Names(one.Target, index) => one.Kind == OperationKind.Increment,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } by when Names(by.Target, index) && IsOne(by.Value) => true,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract } by when Names(by.Target, index) && IsOne(by.Value) => false,
        ISimpleAssignmentOperation { Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum } to when Names(to.Target, index) && Names(sum.LeftOperand, index) && IsOne(sum.RightOperand) => true,
        ISimpleAssignmentOperation { Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } sum } to when Names(to.Target, index) && Names(sum.LeftOperand, index) && IsOne(sum.RightOperand) => false,
        _ => null,
    };

    private static (IOperation Bound, bool Inclusive)? BoundOf(IBinaryOperation comparison, ISymbol index, bool ascending)
    {
        var mirrored = Names(comparison.RightOperand, index);
        if (!mirrored && !Names(comparison.LeftOperand, index)) return null;
        var bound = mirrored ? comparison.LeftOperand : comparison.RightOperand;
        if (bound.Type?.SpecialType != SpecialType.System_Int32) return null;
        return (comparison.OperatorKind, ascending != mirrored) switch
        {
            (BinaryOperatorKind.LessThan, true) or (BinaryOperatorKind.GreaterThan, false) => (bound, false),
            (BinaryOperatorKind.LessThanOrEqual, true) or (BinaryOperatorKind.GreaterThanOrEqual, false) => (bound, true),
            _ => null,
        };
    }

    private static bool Names(IOperation operation, ISymbol local) => SymbolEqualityComparer.Default.Equals(AssignedLocals.Named(operation), local);

    private static bool IsOne(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: 1 };
}
