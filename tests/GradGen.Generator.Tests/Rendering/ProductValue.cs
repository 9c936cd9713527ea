namespace GradGen.Generator.Tests.Rendering;

/// <summary>The value of a chain of factors, in the order that costs least where the sizes are known.</summary>
internal static class ProductValue
{
    public static Quantity Of(IReadOnlyList<Quantity> factors)
    {
        var scalars = factors.Where(f => f.IsScalar).ToList();
        var arrays = factors.Where(f => !f.IsScalar).ToList();
        if (arrays.Count == 0) return scalars.Aggregate(Quantity.Multiply);
        // A row and a column inside a chain may be a number.
        var isChain = arrays.All(a => a.Items is null && a.IsSized) && arrays.Zip(arrays.Skip(1)).All(p => p.First.Columns == p.Second.Rows);
        if (!isChain) return FromKnownSizes([.. factors]);
        return scalars.Append(Ordered(arrays)).Aggregate(Quantity.Multiply);
    }

    /// <summary>By the dynamic programme over the places where a chain is split.</summary>
    private static Quantity Ordered(List<Quantity> chain)
    {
        var best = new Dictionary<(int, int), (double Cost, int Split)>();
        for (var length = 2; length <= chain.Count; length++)
        {
            for (var from = 0; from + length <= chain.Count; from++)
            {
                var until = from + length;
                best[(from, until)] = Enumerable.Range(from + 1, length - 1)
                    .Select(k => (Cost(from, k) + Cost(k, until) + (chain[from].Rows!.Value * (double)chain[k].Rows!.Value * chain[until - 1].Columns!.Value), k)).Min();
            }
        }

        return Product(0, chain.Count);

        double Cost(int from, int until) => until - from == 1 ? 0 : best[(from, until)].Cost;
        Quantity Product(int from, int until) => until - from == 1 ? chain[from] : Quantity.Multiply(Product(from, best[(from, until)].Split), Product(best[(from, until)].Split, until));
    }

    /// <summary>A product from where its sizes are known: 1ᵀX before x1ᵀ.</summary>
    private static Quantity FromKnownSizes(List<Quantity> factors)
    {
        while (factors.Count > 1)
        {
            var i = Enumerable.Range(0, factors.Count - 1).FirstOrDefault(k => factors[k].IsScalar || factors[k + 1].IsScalar || (factors[k].Columns ?? factors[k + 1].Rows) is not null, -1);
            if (i < 0) throw new FormatException("a product over an open size");
            factors[i] = Quantity.Multiply(factors[i], factors[i + 1]);
            factors.RemoveAt(i + 1);
        }

        return factors[0];
    }
}
