using System.Runtime.CompilerServices;
using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads expressions. Null means that it could not be read, which has been reported where it lies.</summary>
internal sealed class ExpressionReader(ReadingContext context)
{
    public Expression? Read(IOperation operation)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (operation.ConstantValue is { HasValue: true, Value: var value }) return context.Constants.Literal(operation, value);
        return operation switch
        {
            ILocalReferenceOperation local => ReadLocal(local),
            IParameterReferenceOperation parameter => ReadParameter(parameter),
            IConversionOperation conversion => context.Operators.Read(conversion),
            IUnaryOperation unary => context.Operators.Read(unary),
            IBinaryOperation binary => context.Operators.Read(binary),
            IConditionalOperation conditional => ReadConditional(conditional),
            ISwitchExpressionOperation choice => context.Patterns.Read(choice),
            IIsPatternOperation pattern => context.Patterns.Read(pattern),
            IInvocationOperation call => context.Calls.Read(call),
            IPropertyReferenceOperation property => context.Members.Read(property),
            IFieldReferenceOperation field => context.Members.Read(field),
            IArrayElementReferenceOperation element => context.Members.Read(element),
            IInstanceReferenceOperation { Type: { } type } self when context.This is { } receiver => ReadThis(self, type, receiver),
            IInvalidOperation => context.Calls.ReadInvalid(operation),
            IThrowOperation => context.Fail(Descriptors.UnsupportedStatement, operation, Phrases.Throw.What, Phrases.Throw.Instead),
            _ => Refuse(operation),
        };
    }

    /// <summary>Reads operands; null where one of them could not be read, after all have been tried.</summary>
    public Expression[]? ReadAll(IEnumerable<IOperation> operations)
    {
        var read = operations.Select(Read).ToList();
        return read.Contains(null) ? null : read.Select(e => e!).ToArray();
    }

    public Expression? Refuse(IOperation operation)
    {
        if (operation.Type is IErrorTypeSymbol) return context.Invalid();
        var (what, instead) = Phrases.OfExpression(operation);
        return context.Fail(Descriptors.UnsupportedExpression, operation, what, instead);
    }

    private Expression? ReadLocal(ILocalReferenceOperation reference)
    {
        if (context.Locals.TryGet(reference.Local, out var value)) return value;
        // A function is only ever called. A local without a value is one whose declaration was refused, or else one that is
        // read before it is assigned, which the compiler reports.
        if (context.Following.IsFunction(reference)) return Refuse(reference);
        return context.Findings.HasErrors ? null : context.Invalid();
    }

    private Expression? ReadParameter(IParameterReferenceOperation reference)
    {
        if (context.Following.IsFunction(reference)) return Refuse(reference);
        if (context.Locals.TryGet(reference.Parameter, out var value)) return value;
        return context.Fail(Descriptors.UnsupportedExpression, reference,
            $"The primary-constructor parameter '{reference.Parameter.Name}', which can be assigned,", "keep it in a readonly field or a get-only property");
    }

    // In a base type's method, `this.Name` may be another member than it is in the receiver's own type.
    private Expression? ReadThis(IInstanceReferenceOperation self, ITypeSymbol type, Expression receiver)
    {
        var name = CSharpText.OfNotNull(type);
        if (context.Records.IsVariable(receiver) || receiver.Shape.Type == name) return receiver;
        return context.Constants.CanBeNamed(self, type) ? context.Operators.AsWritten(self, $"({name}){{0}}", type, Precedence.Unary, Precedence.Primary, null, receiver) : null;
    }

    private Expression? ReadConditional(IConditionalOperation conditional)
    {
        var condition = Read(conditional.Condition);
        if (condition is not null && condition.IsTruth(out var value)) return Read(value ? conditional.WhenTrue : conditional.WhenFalse!);
        var (then, otherwise) = (Read(conditional.WhenTrue), Read(conditional.WhenFalse!));
        return condition is null || then is null || otherwise is null
            ? null
            : context.Shapes.Build(conditional, () => Logic.Choose(condition, then, otherwise), (conditional.WhenTrue, then), (conditional.WhenFalse, otherwise));
    }
}
