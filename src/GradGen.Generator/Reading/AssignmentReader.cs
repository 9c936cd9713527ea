using GradGen.Generator.Diagnostics;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Reads expressions that stand as statements: assignments, compound assignments, increments.</summary>
internal sealed class AssignmentReader(ReadingContext context)
{
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
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction);
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

    private void Assign(IOperation assignment, IOperation target, Func<Expression?> read)
    {
        var value = read();
        if (AssignedLocals.Named(target) is not { } symbol)
        {
            RefuseTarget(assignment, target);
            return;
        }

        if (!SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, context.Frame.Function))
        {
            Refuse(assignment, $"The assignment of '{symbol.Name}', which is declared outside '{context.Frame.Function.Name}',", "return the value and assign it there");
            return;
        }

        context.Locals.Bind(symbol, value);
    }

    // All values are read before the first is assigned, so that (a, b) = (b, a) swaps.
    private void Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        if (Pair(deconstruction.Target, deconstruction.Value) is not { } pairs)
        {
            Refuse(deconstruction, "A deconstruction of anything but a tuple that is written out", "write (a, b) = (…, …), or assign the locals one by one");
            return;
        }

        foreach (var (target, source, value) in pairs.Select(p => (p.Target, p.Value, context.Expressions.Read(p.Value))).ToList())
        {
            var of = target is IDeclarationExpressionOperation { Expression: var declared } ? declared : target;
            if (of is not IDiscardOperation) Assign(deconstruction, of, () => Convert(source, value, of.Type));
        }
    }

    private static IReadOnlyList<(IOperation Target, IOperation Value)>? Pair(IOperation target, IOperation value)
    {
        if (target is IDeclarationExpressionOperation { Expression: ITupleOperation declared }) target = declared;
        if (target is not ITupleOperation targets) return [(target, value)];
        while (value is IConversionOperation { IsImplicit: true } conversion) value = conversion.Operand;
        if (value is not ITupleOperation values) return null;
        var pairs = targets.Elements.Zip(values.Elements, Pair).ToList();
        return pairs.Contains(null) ? null : pairs.SelectMany(p => p!).ToList();
    }

    private Expression? Convert(IOperation source, Expression? value, ITypeSymbol? type)
    {
        if (value is null || type is null) return null;
        var wanted = LanguageType.Of(type).Kind;
        if (wanted == ValueKind.Scalar && value.Shape.Kind == ValueKind.Integer) return Algebra.Real(value);
        if (wanted == value.Shape.Kind) return value;
        Refuse(source, $"The conversion of '{Places.Quote(source)}' to '{CSharpText.Short(type)}' in a deconstruction", "assign it by itself");
        return null;
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
