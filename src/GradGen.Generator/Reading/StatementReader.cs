using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads statements: what they make of the locals, and what they return.</summary>
internal sealed class StatementReader(ReadingContext context)
{
    /// <summary>Reads the body of a method, of a local function or of a lambda: the value that it returns.</summary>
    public Expression? ReadBody(IOperation body, ISymbol function)
    {
        context.Frames.Add(new Frame(function));
        var flow = body is IMethodBodyOperation method ? Read(method.BlockBody ?? method.ExpressionBody!) : Read(body);
        context.Frames.RemoveAt(context.Frames.Count - 1);
        // A path without a return: the compiler reports it, unless it is a statement that was refused.
        return flow.Returns && !flow.RunsOn ? flow.Value : context.Findings.HasErrors ? null : context.Invalid();
    }

    public Flow Read(IOperation statement)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        switch (statement)
        {
            case IBlockOperation block: return ReadBlock(block);
            case IEmptyOperation: return Flow.On;
            case ILocalFunctionOperation: return Flow.On;
            case IVariableDeclarationGroupOperation group: return ReadDeclarations(group);
            case IExpressionStatementOperation expression: context.Assignments.Read(expression.Operation); return Flow.On;
            case IReturnOperation { Kind: OperationKind.Return } @return: return ReadReturn(@return);
            case IConditionalOperation conditional: return ReadIf(conditional);
            case IForEachLoopOperation or IForLoopOperation or IWhileLoopOperation { ConditionIsTop: true, ConditionIsUntil: false }: context.Loops.Read((ILoopOperation)statement); return Flow.On;
            case IInvalidOperation: context.Calls.ReadInvalid(statement); return Flow.On;
            case IThrowOperation:
                Refuse(statement);
                return new Flow(false, statement);
            default:
                Refuse(statement);
                return Flow.On;
        }
    }

    private void Refuse(IOperation statement)
    {
        var (what, instead) = Phrases.OfStatement(statement);
        context.Fail(Descriptors.UnsupportedStatement, statement, what, instead);
    }

    private Flow ReadBlock(IBlockOperation block)
    {
        var flows = new Stack<Flow>();
        foreach (var statement in block.Operations)
        {
            // What cannot be reached has no meaning; the compiler warns of it.
            if (flows.Count > 0 && !flows.Peek().RunsOn) break;
            flows.Push(Read(statement));
        }

        // From the end, so that a row of guards becomes `if … else if … else …`.
        return flows.Aggregate(Flow.On, (rest, flow) => Flow.Then(context, flow, rest));
    }

    private Flow ReadReturn(IReturnOperation @return)
    {
        if (context.Frame.Loops > 0) Refuse(@return);
        return @return.ReturnedValue is { } value ? new Flow(false, @return, null, context.Expressions.Read(value)) : Flow.On;
    }

    private Flow ReadDeclarations(IVariableDeclarationGroupOperation group)
    {
        foreach (var declarator in group.Declarations.SelectMany(d => d.Declarators))
        {
            if (declarator.Symbol.IsRef)
            {
                context.Fail(Descriptors.UnsupportedStatement, declarator, $"The ref local '{declarator.Symbol.Name}'", "declare it without ref");
                context.Locals.Bind(declarator.Symbol, null);
                continue;
            }

            var initializer = declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer;
            if (initializer is null || context.Following.TryDeclareFunction(declarator.Symbol, initializer.Value)) continue;
            context.Locals.Bind(declarator.Symbol, context.Expressions.Read(initializer.Value));
        }

        return Flow.On;
    }

    private Flow ReadIf(IConditionalOperation conditional)
    {
        var condition = context.Expressions.Read(conditional.Condition);
        if (condition is not null && condition.IsTruth(out var value))
            return value ? Read(conditional.WhenTrue) : conditional.WhenFalse is null ? Flow.On : Read(conditional.WhenFalse);

        var before = context.Locals.Current;
        var then = Read(conditional.WhenTrue);
        var afterThen = context.Locals.Current;
        context.Locals.Current = before;
        var otherwise = conditional.WhenFalse is null ? Flow.On : Read(conditional.WhenFalse);
        var afterOtherwise = context.Locals.Current;
        if (then.RunsOn && otherwise.RunsOn)
        {
            context.Locals.Current = before;
            // What only one branch knows was declared in it.
            foreach (var slot in afterThen.Keys.Where(afterOtherwise.ContainsKey))
                context.Locals.Current = context.Locals.Current.SetItem(slot, Merge(conditional, condition, afterThen[slot], afterOtherwise[slot]));
        }
        else if (then.RunsOn)
        {
            context.Locals.Current = afterThen;
        }

        return Flow.Branch(context, condition, then, otherwise);
    }

    private Expression? Merge(IConditionalOperation conditional, Expression? condition, Expression? then, Expression? otherwise)
    {
        if (ReferenceEquals(then, otherwise)) return then;
        return condition is null || then is null || otherwise is null
            ? null
            : context.Shapes.Build(conditional.Condition, () => Logic.Choose(condition, then, otherwise), (null, then), (null, otherwise));
    }
}
