using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>What C# outside the language is called in a message, and what to write instead.</summary>
internal static class Phrases
{
    public static readonly (string What, string Instead) Throw =
        ("A throw", "return a value on every path, and check arguments in the caller, since a companion by itself only checks that shapes fit");

    public static (string What, string Instead) OfStatement(IOperation statement) => statement switch
    {
        ILoopOperation => ("This loop", "write a for, foreach, while or do loop"),
        IBranchOperation => ("A goto", "write an if or a loop"),
        IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak } => ("An iterator", "return the value itself"),
        IThrowOperation => Throw,
        ITryOperation => ("A try statement", "leave exceptions to the caller"),
        IUsingOperation or IUsingDeclarationOperation => ("A using statement", "keep resources in the caller"),
        ILockOperation => ("A lock", "a differentiable method has no state to lock"),
        ILabeledOperation => ("A label", "write an if or a loop"),
        _ => ($"The statement '{Places.Quote(statement)}'", "use locals, assignments of locals, if and else, switch, loops, break, continue and return"),
    };

    public static (string What, string Instead) OfExpression(IOperation expression) => expression switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation => ("An assignment inside an expression", "make it a statement of its own"),
        IArrayCreationOperation or ICollectionExpressionOperation => ("An array that is made here", "build values with Vector.Of, Matrix.OfRows or Matrix.OfColumns, and pass lists of data as parameters"),
        IObjectCreationOperation { Type: { } type } => ($"The creation of a '{CSharpText.Short(type)}'", "build values with Vector.Of, Matrix.OfRows or Matrix.OfColumns, and pass other data as parameters"),
        ITupleOperation => ("A tuple", "declare the values one by one"),
        IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation => ("A function as a value", "call it by its name, or declare it as a local and call it"),
        IConversionOperation { Operand: IAnonymousFunctionOperation or IMethodReferenceOperation } => ("A function as a value", "call it by its name, or declare it as a local and call it"),
        ILocalReferenceOperation { Type.TypeKind: TypeKind.Delegate } or IParameterReferenceOperation { Type.TypeKind: TypeKind.Delegate } => ("A function as a value", "call it by its name"),
        IConditionalAccessOperation => ("The operator ?.", "read the member after the value is known not to be null"),
        ICoalesceOperation => ("The operator ??", "give the parameter a value that is not null"),
        IInstanceReferenceOperation => ("'this' as a value", "read its readonly members one by one"),
        IInterpolatedStringOperation => ("An interpolated string", "keep texts out of a differentiable method"),
        IAwaitOperation => ("An await", "await in the caller and pass the value as a parameter"),
        IImplicitIndexerReferenceOperation => ("An index from the end", "count from the start, as in x[x.Count - 1]"),
        IDefaultValueOperation => ("A default value", "write Zeros(n) or Zeros(m, n)"),
        IIsTypeOperation or ITypePatternOperation => ("A test of a type", "write a method for each type"),
        IPatternOperation => ($"The pattern '{Places.Quote(expression)}'", "use constants, < <= > >=, and, or, not and _"),
        IBinaryOperation { LeftOperand.Type: var type } binary when LanguageType.IsOfLanguage(type) => ($"The operator in '{Places.Quote(binary)}'", "compare norms or entries instead"),
        IConversionOperation { Type: { } type } => ($"The conversion to '{CSharpText.Short(type)}'", "keep to double, Vector, RowVector, Matrix and lists of them"),
        IPropertyReferenceOperation property => ($"'{Places.Quote(property)}'", "of vectors and matrices, use T, Count, RowCount, ColumnCount and entries"),
        _ => ($"The expression '{Places.Quote(expression)}'", "use the operators and functions of the language, and constants"),
    };
}
