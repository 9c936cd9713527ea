namespace GradGen.Generator.Expressions;

/// <summary>
/// All rounds of a sum over a list at once. A scalar of the round is an entry of a column, a column or a row of it is a column
/// of a matrix. What each operation makes of it, the operation says in <see cref="Operation.OfAll"/>.
/// </summary>
internal interface IBatch
{
    /// <summary>The number of rounds.</summary>
    Expression Count { get; }

    /// <summary>Whether an expression is the number of the round.</summary>
    bool IsIndex(Expression e);

    /// <summary>Whether an expression is the same in every round.</summary>
    bool IsInvariant(Expression e);

    /// <summary>What an expression that is not the same in every round is in all of them; null where that is not known.</summary>
    Expression? Of(Expression e);

    /// <summary>The sum of an expression over all rounds; null where it has to be computed round by round.</summary>
    Expression? Sum(Expression e);
}
