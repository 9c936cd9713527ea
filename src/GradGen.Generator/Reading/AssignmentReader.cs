using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>An assignment that was read: the local, what it stands for since, and where.</summary>
internal readonly record struct Assignment(int Slot, Expression? Value, SourcePlace Place);

/// <summary>Reads expressions that stand as statements: assignments, compound assignments, increments.</summary>
internal sealed class AssignmentReader(ReadingContext context)
{
    private readonly List<Assignment> made = new();

    /// <summary>Every assignment so far, in order; a loop looks at those of its body.</summary>
    public IReadOnlyList<Assignment> Made => made;

    public void Read(IOperation statement)
    {
        switch (statement)
        {
            case ISimpleAssignmentOperation { IsRef: false, Target: IDiscardOperation } discard:
                context.Expressions.Read(discard.Value);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                if (context.Following.IsFunction(assignment.Target)) Refuse(statement, $"The assignment of the function '{Places.Quote(assignment.Target)}'", "declare another local for another function");
                else Assign(assignment, assignment.Target, () => context.Expressions.Read(assignment.Value));
                break;
            case ICompoundAssignmentOperation compound:
                Assign(compound, compound.Target, () => Compound(compound));
                break;
            case IIncrementOrDecrementOperation { IsLifted: false } step:
                Assign(step, step.Target, () => Step(step));
                break;
            case IDeconstructionAssignmentOperation:
                Refuse(statement, "A deconstruction", "declare the locals one by one");
                break;
            case IInvalidOperation:
                context.Calls.ReadInvalid(statement);
                break;
            default:
                var errors = context.Findings.Count;
                context.Expressions.Read(statement);
                if (context.Findings.Count == errors) Refuse(statement, $"The value of '{Places.Quote(statement)}' is not used, and a statement that only has effects", "use the value or remove the statement");
                break;
        }
    }

    /// <summary>The local or parameter that an operation names, which an assignment can change.</summary>
    public static ISymbol? TargetOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private void Assign(IOperation assignment, IOperation target, Func<Expression?> read)
    {
        var value = read();
        if (TargetOf(target) is not { } symbol)
        {
            RefuseTarget(assignment, target);
            return;
        }

        if (!SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, context.Frame.Function))
        {
            Refuse(assignment, $"The assignment of '{symbol.Name}', which is declared outside '{context.Frame.Function.Name}',", "return the value and assign it there");
            return;
        }

        if (context.Loops.IsIndex(symbol))
        {
            Refuse(assignment, $"The assignment of the loop index '{symbol.Name}' in the loop's body", "use another local");
            return;
        }

        context.Locals.Bind(symbol, value);
        made.Add(new Assignment(context.Locals.SlotOf(symbol), value, Places.Of(assignment)));
    }

    private void RefuseTarget(IOperation assignment, IOperation target)
    {
        if (target is IInvalidOperation) context.Invalid();
        else if (target is IArrayElementReferenceOperation { ArrayReference: var array }) Mutation(array);
        else if (target is IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } owner }) Mutation(owner);
        else Refuse(assignment, $"The assignment of '{Places.Quote(target)}', which is neither a local nor a parameter,", "assign a local and return it");

        void Mutation(IOperation owner) => context.Fail(Descriptors.Mutation, assignment, Places.Quote(owner),
            "build the value from its parts, with Vector.Of, Matrix.OfRows or Matrix.OfColumns");
    }

    private Expression? Compound(ICompoundAssignmentOperation compound)
    {
        var target = context.Expressions.Read(compound.Target);
        var value = context.Expressions.Read(compound.Value);
        if (target is null || value is null) return null;
        if (!compound.InConversion.IsIdentity || !compound.OutConversion.IsIdentity)
        {
            Refuse(compound, $"The conversion in '{Places.Quote(compound)}'", "write the assignment and its conversion out");
            return null;
        }

        return context.Operators.Combine(compound, compound.OperatorKind, (compound.Target, target), (compound.Value, value));
    }

    private Expression? Step(IIncrementOrDecrementOperation step)
    {
        if (context.Expressions.Read(step.Target) is not { } target) return null;
        var by = step.Kind == OperationKind.Increment ? 1 : -1;
        if (target.Shape.Kind == ValueKind.Integer) return IntegerArithmetic.Add(target, context.Graph.Integer(by));
        if (target.Shape.IsScalar) return Algebra.Add(target, context.Graph.Number(by));
        Refuse(step, $"'{Places.Quote(step)}' on a value of type '{step.Type?.Name}'", "write the sum out");
        return null;
    }

    private void Refuse(IOperation statement, string what, string instead) => context.Fail(Descriptors.UnsupportedStatement, statement, what, instead);
}
