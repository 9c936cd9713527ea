namespace GradGen.Generator.Expressions;

/// <summary>How tightly a piece of C# holds together; a lower one is put in parentheses inside a higher one.</summary>
internal enum Precedence
{
    Conditional,
    Or,
    And,
    Relational,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}

/// <summary>
/// C# text with <c>{0}</c>, <c>{1}</c>, … where the operands go. Each operand is put in parentheses when it holds together
/// less tightly than <see cref="OperandPrecedence"/> demands.
/// </summary>
internal sealed record Computation(string Template, Precedence Precedence = Precedence.Primary, Precedence OperandPrecedence = Precedence.Conditional)
{
    /// <summary>Cheap enough, and exact, to be repeated in place rather than kept in a local.</summary>
    public bool IsInline { get; init; }

    /// <summary>A call of a runtime method with the operands as arguments.</summary>
    public static Computation Call(string method, int arguments) =>
        new($"global::GradGen.{method}({string.Join(", ", Enumerable.Range(0, arguments).Select(i => $"{{{i}}}"))})");

    public static Computation Infix(string symbol, Precedence precedence) =>
        new($"{{0}} {symbol} {{1}}", precedence, precedence + 1);
}
