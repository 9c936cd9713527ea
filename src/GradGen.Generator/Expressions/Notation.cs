using System.Collections.Immutable;

namespace GradGen.Generator.Expressions;

/// <summary>How a formula is laid out, independent of whether it is then written in Unicode or in LaTeX.</summary>
internal abstract record Notation
{
    /// <summary>A name as the user wrote it; Greek letters spelled out are written as letters.</summary>
    public sealed record Name(string Text) : Notation;

    public sealed record Number(double Value) : Notation;

    /// <summary>C# text or words that have no mathematical form, such as <c>options.Lambda</c>.</summary>
    public sealed record Verbatim(string Text) : Notation;

    /// <summary>Terms with their signs: <c>a + b − c</c>.</summary>
    public sealed record Sum(ImmutableArray<(bool Negative, Notation Term)> Terms) : Notation;

    /// <summary>Factors with a symbol between them, the empty one for juxtaposition: <c>AᵀBx</c>, <c>x ∘ y</c>, <c>A ⊗ B</c>.</summary>
    public sealed record Product(ImmutableArray<Notation> Factors, string Symbol = "") : Notation;

    /// <summary>A product that stays together among other factors: <c>(xᵀy)x</c>.</summary>
    public sealed record Grouped(Notation Operand) : Notation
    {
        public static Notation Of(Notation notation) => notation is Product ? new Grouped(notation) : notation;
    }

    public sealed record Negated(Notation Operand) : Notation;

    public sealed record Fraction(Notation Numerator, Notation Denominator) : Notation;

    public sealed record Superscript(Notation Base, Notation Exponent) : Notation;

    public sealed record Transposed(Notation Base) : Notation;

    public sealed record Inverse(Notation Base) : Notation;

    public sealed record Subscript(Notation Base, ImmutableArray<Notation> Indices) : Notation;

    /// <summary>A formula between bars, <c>|A|</c> or <c>‖x‖</c>, with a letter below the second that says which norm it is.</summary>
    public sealed record Bars(string Bar, Notation Operand, string Kind = "") : Notation;

    public sealed record Function(string Head, ImmutableArray<Notation> Arguments) : Notation;

    /// <summary>The differential of a formula: <c>dx</c>, <c>d(Ax − y)</c>, <c>d‖x‖²</c>.</summary>
    public sealed record Differential(Notation Operand) : Notation;

    /// <summary>Parts side by side, <c>[a, b]</c>, or one below the other, <c>[a; b]</c>.</summary>
    public sealed record Bracket(ImmutableArray<Notation> Parts, bool Vertical) : Notation;

    /// <summary>A sum over an index that runs from a number up to, and without, another.</summary>
    /// <param name="HasRange">Whether the range has to be said, because it is not all of what the index counts.</param>
    public sealed record BigSum(Notation Index, Notation From, Notation Until, Notation Body, bool HasRange = false) : Notation;

    public sealed record Cases(Notation Condition, Notation Then, Notation Else) : Notation;

    /// <summary>The least whole number, from one on, for which a condition holds.</summary>
    public sealed record Least(Notation Index, Notation From, Notation Condition) : Notation;

    /// <summary>
    /// A formula with names for parts of it, <c>2|P|AXP⁻¹ where P = XᵀAX</c>, or with the equations of sequences,
    /// <c>hₙ where hᵢ₊₁ = tanh(Whᵢ), h₀ = x</c>. Never a part of another.
    /// </summary>
    public sealed record Where(Notation Body, ImmutableArray<(Notation Left, Notation Right)> Definitions) : Notation;

    /// <summary>An infix relation or C# operator, always parenthesized inside another formula.</summary>
    public sealed record Infix(string Symbol, Notation Left, Notation Right) : Notation;
}
