using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>How a product is written: the sign and the number first, negative powers of scalars below a fraction bar.</summary>
internal static class ProductNotation
{
    public static Notation Of(IEnumerable<Expression> scalars, IEnumerable<Expression> arrays, Func<Expression, Notation> operand, string symbol = "")
    {
        var coefficient = 1.0;
        var numerator = new List<Notation>();
        var denominator = new List<Notation>();
        var leading = new List<Notation>();
        var following = arrays.ToList();
        foreach (var factor in scalars)
        {
            if (factor.IsNumber(out var value)) coefficient *= value;
            else if (factor.Operation == Power.Instance && factor[1].IsNumber(out var exponent) && exponent < 0)
                denominator.Add(Raised(factor[0], -exponent, operand));
            // Sizes are numbers; a product that is a scalar keeps together before a vector: (xᵀy)x.
            else if (factor.Is<RealPart>()) leading.Add(operand(factor));
            else numerator.Add(following.Count > 0 && factor.Operation is MatrixProduct or EntrySum ? Notation.Grouped.Of(operand(factor)) : operand(factor));
        }

        numerator.InsertRange(0, leading);
        numerator.AddRange(following.Select(operand));
        var magnitude = Math.Abs(coefficient);
        // A half of a fraction reads as a fraction over twice the denominator.
        if (denominator.Count > 0 && magnitude < 1 && (1 / magnitude) % 1 == 0)
        {
            denominator.Insert(0, new Notation.Number(1 / magnitude));
            magnitude = 1;
        }

        if (magnitude != 1 || numerator.Count == 0) numerator.Insert(0, new Notation.Number(magnitude));
        Notation written = Join(numerator, symbol);
        if (denominator.Count > 0) written = new Notation.Fraction(written, Join(denominator, ""));
        return coefficient < 0 ? new Notation.Negated(written) : written;
    }

    /// <summary>Whether a product is written as a fraction.</summary>
    public static bool HasDenominator(Expression product) => product.Operands.Any(o => o.Operation == Power.Instance && o.Shape.IsScalar && o[1].IsNumber(out var exponent) && exponent < 0);

    /// <summary>A power; of ‖x‖², a higher power of ‖x‖.</summary>
    public static Notation Raised(Expression x, double exponent, Func<Expression, Notation> operand)
    {
        if (x.Is<SquaredNorm>()) return new Notation.Superscript(Norm.Bars(x[0], operand), new Notation.Number(2 * exponent));
        return exponent == 1 ? operand(x) : new Notation.Superscript(operand(x), new Notation.Number(exponent));
    }

    private static Notation Join(List<Notation> factors, string symbol) =>
        factors.Count == 1 ? factors[0] : new Notation.Product(factors.ToImmutableArray(), symbol);
}
