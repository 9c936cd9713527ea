using GradGen.Generator.Expressions;

namespace GradGen.Generator.Simplification;

/// <summary>
/// A named identity: what it rewrites an expression to, or null where it does not apply. It looks at expressions whose root
/// is one of its operations, whose operands are simplified already.
/// </summary>
internal sealed record Identity(string Name, Func<Expression, Expression?> Rewrite, params Operation[] Roots)
{
    /// <summary>Whether it takes what several terms share out of them, which a step of a derivation leaves as its rule made it.</summary>
    public bool Collects { get; init; }
}
