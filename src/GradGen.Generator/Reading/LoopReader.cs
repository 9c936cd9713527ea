using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>
/// Reads loops. A local that only gains a term each round becomes a sum over the index; the others are carried from round to
/// round by one loop, together with the sums that they read.
/// </summary>
internal sealed class LoopReader(ReadingContext context)
{
    private readonly HashSet<ISymbol> indices = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a local is the index of a loop that is being read.</summary>
    public bool IsIndex(ISymbol symbol) => indices.Contains(symbol);

    public void Read(ILoopOperation loop)
    {
        var before = context.Locals.Current;
        var changed = AssignedIn(loop.Body).Where(context.Locals.IsBound).ToList();
        var index = loop switch
        {
            IForEachLoopOperation each => BindItem(each),
            IForLoopOperation counted => BindIndex(counted, changed),
            _ => LoopIndex.Of(context.Graph.Integer(0), context.Graph.Integer(int.MaxValue), context.LoopDepth),
        };
        var starts = changed.Select(symbol => (Symbol: symbol, Before: ValueOf(symbol), Start: Start(symbol))).ToList();
        foreach (var (symbol, _, start) in starts) context.Locals.Bind(symbol, start);

        context.LoopDepth++;
        context.Frame.Loops++;
        var condition = loop is IWhileLoopOperation { Condition: { } test } ? context.Expressions.Read(test) : null;
        context.Statements.Read(loop.Body);
        context.Frame.Loops--;
        context.LoopDepth--;
        if (loop is IForLoopOperation { Locals: var locals }) indices.ExceptWith(locals);

        var after = context.Locals.Current;
        context.Locals.Current = before;
        var readable = index is not null && (condition is not null || loop is not IWhileLoopOperation);
        var rounds = starts.Select(s => new Round(s.Symbol, s.Before, s.Start, readable ? after[context.Locals.SlotOf(s.Symbol)] : null)).ToList();
        foreach (var round in rounds.Where(r => !r.IsReadable)) context.Locals.Bind(round.Symbol, null);
        rounds.RemoveAll(r => !r.IsReadable);
        var carried = Carry(rounds, condition);
        foreach (var round in rounds.Except(carried))
        {
            Accumulation.TrySplit(round.After!, round.Start!, rounds.Select(r => r.Start!).ToList(), out var term);
            context.Locals.Bind(round.Symbol, term is null ? round.Before : context.Shapes.Build(loop, () => Algebra.Add(round.Before!, Algebra.SumOver(index!, term)), (null, round.Before!)));
        }

        if (carried.Count == 0) return;
        var made = context.Shapes.Build(loop, () => Loop.Of(index!, [.. carried.Select(r => r.Start!)], [.. carried.Select(r => r.Before!)], [.. carried.Select(r => r.After!)], condition));
        for (var i = 0; i < carried.Count; i++) context.Locals.Bind(carried[i].Symbol, made is null ? null : LoopValue.Of(made, i));
    }

    /// <summary>A local that a loop changes: its value before the loop, as a round begins, and as the round ends.</summary>
    private sealed record Round(ISymbol Symbol, Expression? Before, Expression? Start, Expression? After)
    {
        public bool IsReadable => Before is not null && Start is not null && After is not null;
    }

    /// <summary>The locals that must be carried: those that are no sums, all where the number of rounds is open, and what these read.</summary>
    private static List<Round> Carry(List<Round> rounds, Expression? condition)
    {
        var starts = rounds.Select(r => r.Start!).ToList();
        var carried = rounds.Where(r => condition is not null || !r.Start!.Shape.IsReal || !Accumulation.TrySplit(r.After!, r.Start, starts, out _)).ToList();
        for (var i = 0; i < carried.Count; i++)
            carried.AddRange(rounds.Except(carried).Where(r => Accumulation.Reads(carried[i].After!, [r.Start!])).ToList());
        return carried;
    }

    /// <summary>The sum of a function of the items of a list, as LINQ writes it.</summary>
    public Expression? ReadSum(IOperation call, Expression list, Func<Expression, Expression?> term)
    {
        var index = IndexOf(list);
        context.LoopDepth++;
        var body = term(ListItem.Of(list, index));
        context.LoopDepth--;
        return body is null ? null : context.Shapes.Build(call, () => Algebra.SumOver(index, body));
    }

    /// <summary>The number of items of a list.</summary>
    public Expression CountOf(Expression list) =>
        context.Graph.Make(Extent.Instance, new ExtentInfo(list.Operation, list.Payload, LanguageType.CountMember(list.Shape.Type!)), list.Operands);

    private Expression IndexOf(Expression list) => LoopIndex.Of(context.Graph.Integer(0), CountOf(list), context.LoopDepth);

    private Expression? ValueOf(ISymbol symbol) => context.Locals.TryGet(symbol, out var value) ? value : null;

    private Expression? Start(ISymbol symbol) => ValueOf(symbol) is { } value ? Carried.Of(value) : null;

    // Locals and parameters that a loop's body assigns, in the order of the source.
    private static IEnumerable<ISymbol> AssignedIn(IOperation body) => body.DescendantsAndSelf()
        .Select(o => o switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            _ => null,
        })
        .Select(target => target is null ? null : AssignmentReader.TargetOf(target))
        .Where(symbol => symbol is not null)
        .Select(symbol => symbol!)
        .Distinct(SymbolEqualityComparer.Default)
        .Select(symbol => symbol!);

    private Expression? BindItem(IForEachLoopOperation loop)
    {
        var list = context.Expressions.Read(loop.Collection);
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var item })
        {
            context.Fail(Descriptors.UnsupportedStatement, loop.LoopControlVariable, "A foreach that deconstructs its items", "name the item and read its parts in the body");
            return null;
        }

        indices.Add(item);
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

    private Expression? BindIndex(IForLoopOperation loop, IReadOnlyList<ISymbol> changed)
    {
        if (loop.Before is not [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: { Type.SpecialType: SpecialType.System_Int32 } symbol } declarator] }] }]
            || (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is not { } initializer)
            return Refuse(loop.Before.FirstOrDefault() ?? loop, "The head of this for loop", "declare one int index and give it its first value");

        indices.Add(symbol);
        context.Locals.Bind(symbol, null);
        var first = context.Expressions.Read(initializer.Value);
        if (loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: var step }] || DirectionOf(step, symbol) is not { } ascending)
            return Refuse(loop.AtLoopBottom.FirstOrDefault() ?? loop, "This step of a for loop", $"write {symbol.Name}++ or {symbol.Name}--");
        if (loop.Condition is not IBinaryOperation comparison || BoundOf(comparison, symbol, ascending) is not var (bound, inclusive))
            return Refuse(loop.Condition ?? loop, "This condition of a for loop", ascending ? $"write {symbol.Name} < … or {symbol.Name} <= …" : $"write {symbol.Name} > … or {symbol.Name} >= …");
        var carried = bound.DescendantsAndSelf().Select(AssignmentReader.TargetOf).FirstOrDefault(s => s is not null && (changed.Contains(s, SymbolEqualityComparer.Default) || SymbolEqualityComparer.Default.Equals(s, symbol)));
        if (carried is not null) return Refuse(bound, $"A bound that reads '{carried.Name}', which changes in the loop,", "keep the bound in another local");
        var last = context.Expressions.Read(bound);
        if (first is null || last is null) return null;

        var one = context.Graph.Integer(1);
        var (from, until) = ascending
            ? (first, inclusive ? IntegerArithmetic.Add(last, one) : last)
            : (inclusive ? last : IntegerArithmetic.Add(last, one), IntegerArithmetic.Add(first, one));
        var index = LoopIndex.Of(from, until, context.LoopDepth);
        context.Locals.Bind(symbol, index);
        return index;
    }

    private Expression? Refuse(IOperation operation, string what, string instead) =>
        operation is IInvalidOperation ? context.Invalid() : context.Fail(Descriptors.UnsupportedStatement, operation, what, instead);

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

    private static bool Names(IOperation operation, ISymbol local) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static bool IsOne(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: 1 };
}
