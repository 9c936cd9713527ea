using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GradGen.Generator.Reading;

/// <summary>Which locals and parameters statements assign, and which they declare.</summary>
internal static class AssignedLocals
{
    /// <summary>The local or parameter that an operation names, which an assignment can change.</summary>
    public static ISymbol? Named(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
        _ => null,
    };

    /// <summary>What is assigned, each once with its last assignment, in the order of the first.</summary>
    public static IEnumerable<(ISymbol Local, IOperation Assignment)> In(IEnumerable<IOperation> statements) => statements.SelectMany(s => s.DescendantsAndSelf())
        .SelectMany(o => TargetsOf(o).Select(target => (Local: Named(target), Assignment: o)))
        .Where(a => a.Local is not null)
        .GroupBy(a => a.Local!, SymbolEqualityComparer.Default)
        .Select(g => (g.Key!, g.Last().Assignment));

    public static IEnumerable<ISymbol> DeclaredIn(IOperation statement) => statement.DescendantsAndSelf().Select(o => o switch
    {
        IVariableDeclaratorOperation declarator => (ISymbol?)declarator.Symbol,
        ILocalReferenceOperation { IsDeclaration: true } reference => reference.Local,
        _ => null,
    }).Where(s => s is not null).Select(s => s!);

    private static IEnumerable<IOperation> TargetsOf(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: var target } => target.DescendantsAndSelf(),
        IAssignmentOperation assignment => [assignment.Target],
        IIncrementOrDecrementOperation step => [step.Target],
        _ => [],
    };
}
