namespace GradGen.Generator.Rendering;

/// <summary>How tightly a piece of a formula holds together; what holds less tightly than its place demands is parenthesised.</summary>
internal enum Binding
{
    Relation,
    Sum,
    Negation,

    /// <summary>Factors with a symbol between them, and a fraction written in one line, hold less tightly than factors side by side.</summary>
    SymbolProduct,
    Juxtaposition,

    /// <summary>A function without parentheses: <c>log|A|</c>, <c>√x</c>.</summary>
    Prefix,

    /// <summary>What has something above the line, and numbers that cannot have it.</summary>
    Raised,

    /// <summary>What has something below the line already, and what lies between bars.</summary>
    Lowered,
    Primary,
}

/// <summary>What a piece of a formula ends in that would take in factors written after it.</summary>
internal enum Tail
{
    Closed,
    Prefix,
    BigSum,
}
