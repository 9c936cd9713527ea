using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Tests.Rendering;

/// <summary>The layouts that a reader of formulas finds.</summary>
internal static class Written
{
    public static Notation Name(string text) => new Notation.Name(text);

    public static Notation Verbatim(string text) => new Notation.Verbatim(text);

    public static Notation Number(double value) => new Notation.Number(value);

    public static Notation Sum(IEnumerable<(bool Negative, Notation Term)> terms) => new Notation.Sum([.. terms]);

    public static Notation Product(string symbol, IReadOnlyCollection<Notation> factors) => factors.Count == 1 ? factors.First() : new Notation.Product([.. factors], symbol);

    public static Notation Negated(Notation operand) => new Notation.Negated(operand);

    public static Notation Fraction(Notation numerator, Notation denominator) => new Notation.Fraction(numerator, denominator);

    public static Notation Power(Notation value, Notation exponent) => new Notation.Superscript(value, exponent);

    public static Notation EntrywisePower(Notation value, Notation exponent) => new Notation.Superscript(value, new Notation.Product([new Notation.Verbatim("∘"), exponent]));

    public static Notation Transposed(Notation value) => new Notation.Transposed(value);

    public static Notation Subscript(Notation value, IEnumerable<Notation> indices) => new Notation.Subscript(value, [.. indices]);

    public static Notation Bars(string bar, Notation operand, string kind) => new Notation.Bars(bar, operand, kind);

    public static Notation Function(string head, IEnumerable<Notation> arguments) => new Notation.Function(head, [.. arguments]);

    public static Notation Differential(Notation operand) => new Notation.Differential(operand);

    /// <summary>A sum over all of what the index counts.</summary>
    public static Notation BigSum(Notation index, Notation body) => new Notation.BigSum(index, Everything, Everything, body);

    public static Notation BigSum(Notation index, Notation from, Notation until, Notation body) => new Notation.BigSum(index, from, until, body, HasRange: true);

    public static Notation Bracket(IEnumerable<Notation> parts, bool vertical) => new Notation.Bracket([.. parts], vertical);

    public static Notation Least(Notation index, Notation from, Notation condition) => new Notation.Least(index, from, condition);

    public static Notation Where(Notation body, IEnumerable<(Notation, Notation)> definitions) => new Notation.Where(body, [.. definitions]);

    public static Notation Cases(Notation condition, Notation then, Notation otherwise) => new Notation.Cases(condition, then, otherwise);

    public static Notation Infix(string symbol, Notation left, Notation right) => new Notation.Infix(symbol, left, right);

    /// <summary>The limit of a sum that is not written.</summary>
    public static Notation Everything { get; } = new Notation.Verbatim(":");
}
