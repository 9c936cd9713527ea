using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads statements: what they make of the locals, and what they return.</summary>
internal sealed class StatementReader(ReadingContext context)
{
    /// <summary>Reads the body of a method, of a local function or of a lambda: the value that it returns.</summary>
    /// <param name="receiver">What the method is called on; null where it is what the companion is called on too.</param>
    public Expression? ReadBody(IOperation body, ISymbol function, Expression? receiver = null)
    {
        context.Frames.Add(new Frame(function, receiver));
        var flow = body is IMethodBodyOperation method ? Read(method.BlockBody ?? method.ExpressionBody!) : Read(body);
        context.Frames.RemoveAt(context.Frames.Count - 1);
        // A path without a return: the compiler reports it, unless it is a statement that was refused.
        return flow.RunsOn || flow.Exits.IsEmpty ? (context.Findings.HasErrors ? null : context.Invalid()) : flow.Returned(context);
    }

    public Flow Read(IOperation statement)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        switch (statement)
        {
            case IBlockOperation block: return ReadAll(block.Operations);
            case IEmptyOperation: return Flow.On;
            case ILocalFunctionOperation: return Flow.On;
            case IVariableDeclarationGroupOperation group: return ReadDeclarations(group);
            case IExpressionStatementOperation expression: context.Assignments.Read(expression.Operation); return Flow.On;
            case IReturnOperation { Kind: OperationKind.Return } @return: return ReadReturn(@return);
            case IConditionalOperation conditional: return ReadIf(conditional);
            case ISwitchOperation choice: return context.Switches.Read(choice);
            case ILoopOperation loop: return context.Loops.Read(loop);
            case IBranchOperation { BranchKind: BranchKind.Break or BranchKind.Continue } branch: return Flow.Out(new(branch.Target, branch, context.Graph.Truth(true), null, context.Locals.Current));
            case IInvalidOperation: context.Calls.ReadInvalid(statement); return Flow.On;
            case IThrowOperation:
                Refuse(statement);
                return Leave(statement, null);
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

    /// <summary>Reads statements one after another.</summary>
    public Flow ReadAll(IEnumerable<IOperation> statements)
    {
        var flows = new Stack<Flow>();
        foreach (var statement in statements)
        {
            // What cannot be reached has no meaning; the compiler warns of it.
            if (flows.Count > 0 && !flows.Peek().RunsOn) break;
            flows.Push(Read(statement));
        }

        return flows.Aggregate(Flow.On, (rest, flow) => Flow.Then(flow, rest));
    }

    private Flow ReadReturn(IReturnOperation @return) =>
        @return.ReturnedValue is { } value ? Leave(@return, context.Expressions.Read(value)) : Flow.On;

    private Flow Leave(IOperation statement, Expression? value) => Flow.Out(new(null, statement, context.Graph.Truth(true), value, context.Locals.Current));

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

    private Flow ReadIf(IConditionalOperation conditional) => ReadBranch(conditional.Condition, context.Expressions.Read(conditional.Condition),
        () => Read(conditional.WhenTrue), () => conditional.WhenFalse is null ? Flow.On : Read(conditional.WhenFalse));

    /// <summary>Reads both sides of a branch from the same start; of a condition that is known, one side.</summary>
    public Flow ReadBranch(IOperation place, Expression? condition, Func<Flow> readThen, Func<Flow> readOtherwise)
    {
        if (condition is not null && condition.IsTruth(out var value)) return value ? readThen() : readOtherwise();
        var before = context.Locals.Current;
        var then = readThen();
        var afterThen = context.Locals.Current;
        context.Locals.Current = before;
        var otherwise = readOtherwise();
        if (then.RunsOn) context.Locals.Current = otherwise.RunsOn ? context.Locals.Merge(place, condition, afterThen, context.Locals.Current) : afterThen;
        return Flow.Branch(condition, then, otherwise);
    }
}
