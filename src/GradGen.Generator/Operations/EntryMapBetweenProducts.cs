using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// op(A)x, an entrywise chain of it, perhaps with a sum over the entries of another one, and op(A)ᵀ of what the chain makes: A is read once. Operands: the scalars, then
/// A, x and the other arrays. The payload: what is computed, the types of an entry, how many scalars there are.
/// </summary>
internal sealed class EntryMapBetweenProducts : Planned
{
    public static readonly EntryMapBetweenProducts Instance = new();

    /// <summary>The most arrays of the chain beside the product.</summary>
    public const int MostOthers = 2;

    private sealed record Pass(Products Products, Sum? Sum, string Entry, int Scalars, bool KeepsFirst);

    /// <param name="First">op(A)x.</param>
    /// <param name="Map">The last operation of the chain.</param>
    /// <param name="Second">op(A)ᵀ of the map.</param>
    public sealed record Products(Expression First, Expression Map, Expression Second);

    /// <param name="Value">The sum.</param>
    /// <param name="Shared">The type of an entry of what map and sum both read.</param>
    /// <param name="Entry">The type of an entry of what is summed.</param>
    public sealed record Sum(Expression Value, string Shared, string Entry);

    public override string Name => "map between products";

    /// <summary>What becomes of the products, the map and the sum.</summary>
    /// <param name="entry">The type of an entry of the map, of which the product is the first array.</param>
    /// <param name="keepsFirst">Whether the first product is needed beside the map.</param>
    public static Dictionary<Expression, Expression> Of(Products products, string entry, Sum? sum, IReadOnlyCollection<Expression> scalars, IEnumerable<Expression> others, bool keepsFirst)
    {
        var (first, map, second) = (products.First, products.Map, products.Second);
        var operands = scalars.Concat([first[0], first[1]]).Concat(others).ToImmutableArray();
        var pass = first.Graph.Make(Instance, new Pass(products, sum, entry, scalars.Count, keepsFirst), operands);
        var parts = new Dictionary<Expression, Expression> { [map] = PassPart.Of(pass, map, "Map"), [second] = PassPart.Of(pass, second, "TransposeProduct") };
        if (keepsFirst) parts[first] = PassPart.Of(pass, first, "Product");
        if (sum is not null) parts[sum.Value] = PassPart.Of(pass, sum.Value, "Sum");
        return parts;
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var pass = (Pass)payload!;
        const string Vector = "global::GradGen.Vector ";
        return Shape.Opaque($"({(pass.KeepsFirst ? Vector + "Product, " : "")}{Vector}Map, {(pass.Sum is null ? "" : "double Sum, ")}{Vector}TransposeProduct)");
    }

    public override IEnumerable<Expression> Shown(Expression node)
    {
        var pass = (Pass)node.Payload!;
        var (first, map, second) = (pass.Products.First, pass.Products.Map, pass.Products.Second);
        return new[] { pass.KeepsFirst ? first : null, map, pass.Sum?.Value, second }.OfType<Expression>().Distinct();
    }

    public override Work? Work(Expression node) => new("pair{s} of matrix–vector products");

    public override Computation Compute(Expression node)
    {
        var pass = (Pass)node.Payload!;
        var flag = KernelProduct.Flag(KernelProduct.Flags(pass.Products.First).Left);
        string[] types = pass.Sum is var (_, shared, summed) ? [shared, pass.Entry, summed] : [pass.Entry];
        var absent = string.Concat(Enumerable.Repeat(", default", MostOthers + 2 + pass.Scalars - node.Operands.Length));
        return new(EntryMap.Call(pass.KeepsFirst ? "MapBetweenProducts" : "MapThenTransposeProduct", types, pass.Scalars, node.Operands.Length, $"{absent}, {flag}"));
    }
}
