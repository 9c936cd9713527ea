using GradGen.Generator.Expressions;

namespace GradGen.Generator.Differentiation;

/// <summary>An operation varies in an operand that it has no rule for.</summary>
internal sealed class NoDerivativeException(Expression node) : Exception($"{node.Operation.Name} has no derivative")
{
    public Expression Node { get; } = node;
}
