using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using static GradGen.Generator.Operations.Algebra;

namespace GradGen.Generator.Planning;

/// <summary>
/// How many multiplications an order of products takes, as a polynomial in the sizes that are known at run time only: to each monomial, given by
/// the exponents of the sizes, its coefficient.
/// </summary>
internal sealed class ProductCost
{
    public static readonly ProductCost Zero = new([]);

    private readonly SortedDictionary<EquatableArray<int>, double> monomials;

    private ProductCost(IEnumerable<(EquatableArray<int> Exponents, double Coefficient)> terms)
    {
        monomials = new(Comparer<EquatableArray<int>>.Create(Compare));
        foreach (var (exponents, coefficient) in terms)
        {
            if (coefficient != 0) monomials[exponents] = coefficient + (monomials.TryGetValue(exponents, out var before) ? before : 0);
        }
    }

    /// <summary>A number times a product of sizes.</summary>
    public static ProductCost Of(double coefficient, EquatableArray<int> exponents) => new([(exponents, coefficient)]);

    public static ProductCost operator +(ProductCost a, ProductCost b) => new(a.Terms.Concat(b.Terms));

    private IEnumerable<(EquatableArray<int> Exponents, double Coefficient)> Terms => monomials.Select(m => (m.Key, m.Value));

    /// <summary>Whether this is at most the other whatever the sizes are, each at least 1: its monomials divide those of the other, each of which pays for as many as it counts.</summary>
    public bool IsNeverMoreThan(ProductCost other)
    {
        var left = other.Terms.OrderBy(t => t.Exponents.Sum()).ToList();
        foreach (var (exponents, coefficient) in Terms.OrderByDescending(t => t.Exponents.Sum()))
        {
            var unpaid = coefficient;
            for (var i = 0; i < left.Count && unpaid > 0; i++)
            {
                if (!Divides(exponents, left[i].Exponents)) continue;
                var paid = Math.Min(unpaid, left[i].Coefficient);
                unpaid -= paid;
                left[i] = (left[i].Exponents, left[i].Coefficient - paid);
            }

            if (unpaid > 0) return false;
        }

        return true;
    }

    /// <summary>Costs without what all of them have in common, a summand or a factor.</summary>
    public static IReadOnlyList<ProductCost> Cancelled(IReadOnlyList<ProductCost> costs)
    {
        var common = costs[0].Terms.Select(t => (t.Exponents, Coefficient: costs.Min(c => c.monomials.TryGetValue(t.Exponents, out var coefficient) ? coefficient : 0))).ToList();
        var rest = costs.Select(c => new ProductCost(c.Terms.Select(t => (t.Exponents, t.Coefficient - common.Find(s => s.Exponents == t.Exponents).Coefficient)))).ToList();
        var factor = rest.SelectMany(c => c.monomials.Keys).Aggregate((a, b) => new(a.Zip(b, Math.Min)));
        var least = rest.Min(c => c.monomials.Values.Min());
        var number = rest.TrueForAll(c => c.monomials.Values.All(v => v % least == 0)) ? least : 1;
        return rest.ConvertAll(c => new ProductCost(c.Terms.Select(t => (new EquatableArray<int>(t.Exponents.Zip(factor, (a, b) => a - b)), t.Coefficient / number))));
    }

    /// <summary>The order of costs in a comparison, in which it reads alike wherever it is made.</summary>
    public static int Compare(ProductCost a, ProductCost b)
    {
        foreach (var (x, y) in a.Terms.Zip(b.Terms, (x, y) => (x, y)))
        {
            if (Compare(x.Exponents, y.Exponents) is var byExponents and not 0) return byExponents;
            if (x.Coefficient.CompareTo(y.Coefficient) is var byCoefficient and not 0) return byCoefficient;
        }

        return a.monomials.Count.CompareTo(b.monomials.Count);
    }

    /// <summary>The cost as it is computed.</summary>
    /// <param name="sizes">What the exponents are of.</param>
    public Expression Text(IReadOnlyList<Expression> sizes) => Terms
        .Select(t => SizeProduct.Of(sizes[0].Graph, t.Coefficient, t.Exponents.SelectMany((power, i) => Enumerable.Repeat(sizes[i], power))))
        .Aggregate((a, b) => a.Graph.Make(Addition.Instance, null, a, b));

    private static bool Divides(EquatableArray<int> a, EquatableArray<int> b) => a.Zip(b, (x, y) => x <= y).All(fits => fits);

    // Of the first size the highest power first.
    private static int Compare(EquatableArray<int> a, EquatableArray<int> b) => a.Zip(b, (x, y) => y.CompareTo(x)).FirstOrDefault(order => order != 0);
}
