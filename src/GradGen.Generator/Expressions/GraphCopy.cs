using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace GradGen.Generator.Expressions;

/// <summary>
/// Copies an expression with all that is known of its dimensions into a graph of its own, so that differentiating a cached
/// model leaves the model as it is.
/// </summary>
internal static class GraphCopy
{
    public static Expression Of(Expression root) => Of([root])[0];

    /// <summary>Copies expressions of one graph together.</summary>
    public static ImmutableArray<Expression> Of(ImmutableArray<Expression> roots)
    {
        var graph = new Graph();
        var copies = new Dictionary<Expression, Expression>();
        var root = roots[0];
        foreach (var (left, right) in root.Graph.Dimensions.Demands) graph.Dimensions.Unify(Copy(left), Copy(right));
        foreach (var (dimension, name) in root.Graph.Dimensions.Names) graph.Dimensions.Label(Copy(dimension), name);
        return roots.Select(Copy).ToImmutableArray();

        Expression Copy(Expression e)
        {
            if (copies.TryGetValue(e, out var copy)) return copy;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            var operands = e.Operands.Select(Copy).ToImmutableArray();
            return copies[e] = graph.Make(e.Operation, e.Payload, operands);
        }
    }
}
