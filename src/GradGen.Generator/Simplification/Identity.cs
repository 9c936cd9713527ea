using GradGen.Generator.Expressions;

namespace GradGen.Generator.Simplification;

/// <summary>
/// A named identity: what it rewrites an expression to, or null where it does not apply. It looks at expressions whose root
/// is one of its operations, whose operands are simplified already.
/// </summary>
internal sealed record Identity(string Name, Func<Expression, Expression?> Rewrite, params Operation[] Roots);
