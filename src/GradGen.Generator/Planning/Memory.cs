using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>What a companion makes for itself and what it hands out.</summary>
internal static class Memory
{
    /// <summary>Whether arrays or objects are made on the way to the results.</summary>
    public static bool IsMade(IEnumerable<Expression> results) => Reachable.From(results).Any(node =>
        !(node.Is<Variable>() || node.Is<Host>()) && node.Operation.Makes(node));

    /// <summary>Whether code of the user's runs on the way to the results.</summary>
    public static bool RunsForeignCode(IEnumerable<Expression> results) => Reachable.From(results).Any(node => node.Operation.RunsForeignCode(node));

    /// <summary>A result that is the caller's, with every part of it.</summary>
    public static Expression Keep(Expression result)
    {
        if (result.Is<RecordValue>() || result.Is<ListResult>())
            return result.Graph.Make(result.Operation, result.Payload, result.Operands.Select((o, i) => i == 0 && result.Is<RecordValue>() ? o : Keep(o)).ToImmutableArray());
        // An operator outlives the companion with the matrices that it holds.
        if (result.Is<OperatorCall>()) return result.Graph.Make(result.Operation, result.Payload, result.Operands.Select(Keep).ToImmutableArray());
        return result.Shape.IsArray || result.Shape.Kind == ValueKind.List ? Kept.Of(result) : result;
    }
}
