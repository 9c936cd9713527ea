using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Operations;

/// <summary>
/// Products with the matrix that a chain of entrywise operations makes of a product of matrices, perhaps with a sum over entries: of a large matrix block by block, so that
/// it is never formed. Operands: the scalars of the chain, the factors of the product, the other arrays of the chain, of each product α and the factor, and the destinations.
/// The payload: what is computed, the types of an entry, how many scalars and other arrays there are, which products have destinations.
/// </summary>
internal sealed class ProductsOfMap : Planned
{
    public static readonly ProductsOfMap Instance = new();

    /// <summary>The most arrays of the chain beside the product.</summary>
    public const int MostOthers = 2;

    private static readonly string[] names = ["First", "Second"];
    private static readonly string[] parameters = ["into", "secondInto"];

    private sealed record Pass(FusedProduct.Terms Product, Sum? Sum, string Entry, EquatableArray<Product> Products, int Scalars, int Others, EquatableArray<int> Written);

    /// <param name="Value">α times the product, without what is added to it.</param>
    /// <param name="Alpha">α.</param>
    /// <param name="Factor">The other factor.</param>
    /// <param name="Form">The member of <c>ProductWithMap</c>.</param>
    public sealed record Product(Expression Value, Expression Alpha, Expression Factor, string Form)
    {
        /// <param name="terms">The product with its factors, one of which is the map.</param>
        public static Product Of(Expression value, Expression alpha, FusedProduct.Terms terms, Expression map)
        {
            static string Side(string name, bool transpose) => transpose ? name + "t" : name;
            var isMapFirst = terms.A == map;
            return new(value, alpha, isMapFirst ? terms.B : terms.A, Side(isMapFirst ? "M" : "C", terms.TransposeA) + Side(isMapFirst ? "C" : "M", terms.TransposeB));
        }
    }

    /// <param name="Value">The sum.</param>
    /// <param name="Shared">The type of an entry of what map and sum both read.</param>
    /// <param name="Entry">The type of an entry of what is summed.</param>
    public sealed record Sum(Expression Value, string Shared, string Entry);

    public override string Name => "products of a map";

    /// <summary>What becomes of the products with the map, without what is added to them, and of the sum.</summary>
    /// <param name="product">What the map is made of; α, β and C are in the type of an entry.</param>
    /// <param name="entry">The type of an entry of the map.</param>
    public static Dictionary<Expression, Expression> Of(
        FusedProduct.Terms product, string entry, Sum? sum, IReadOnlyList<Product> products, IReadOnlyCollection<Expression> scalars, IReadOnlyCollection<Expression> others)
    {
        var operands = scalars.Concat([product.A, product.B]).Concat(others).Concat(products.SelectMany(p => new[] { p.Alpha, p.Factor })).ToImmutableArray();
        var pass = product.A.Graph.Make(Instance, new Pass(product, sum, entry, new(products), scalars.Count, others.Count, new([])), operands);
        if (products.Count == 1 && sum is null) return new() { [products[0].Value] = pass };
        var parts = products.Select((p, i) => (p.Value, Part: PassPart.Of(pass, p.Value, names[i]))).ToDictionary(p => p.Value, p => p.Part);
        if (sum is not null) parts[sum.Value] = PassPart.Of(pass, sum.Value, "Sum");
        return parts;
    }

    public override Shape Infer(ShapeContext context, ImmutableArray<Expression> operands, object? payload)
    {
        var pass = (Pass)payload!;
        if (pass.Sum is null && pass.Products.Count == 1) return pass.Products[0].Value.Shape;
        var parts = pass.Products.Select((_, i) => $"global::GradGen.Matrix {names[i]}");
        return Shape.Opaque($"({string.Join(", ", pass.Sum is null ? parts : parts.Prepend("double Sum"))})");
    }

    public override IEnumerable<Expression> Shown(Expression node)
    {
        var pass = (Pass)node.Payload!;
        return pass.Products.Select(p => p.Value).Prepend(pass.Sum?.Value).OfType<Expression>();
    }

    public override Work? Work(Expression node) => new("matrix product{s}", Count: 1 + ((Pass)node.Payload!).Products.Count);

    public override bool Makes(Expression node) => node.Shape.IsMatrix || ((Pass)node.Payload!).Written.Count < ((Pass)node.Payload!).Products.Count;

    public override string? Into(Expression node) => node.Shape.IsMatrix ? Call(node, $"{parameters[0]}: {{{node.Operands.Length}}}") + ";" : null;

    public override Expression? IntoParts(Expression node, IReadOnlyDictionary<string, Expression> destinations)
    {
        var written = Enumerable.Range(0, names.Length).Where(i => destinations.ContainsKey(names[i])).ToList();
        return node.Graph.Make(this, (Pass)node.Payload! with { Written = new(written) }, node.Operands.AddRange(written.Select(i => destinations[names[i]])));
    }

    public override Computation Compute(Expression node) => new(Call(node));

    private static string Call(Expression node, params string[] more)
    {
        var pass = (Pass)node.Payload!;
        var at = pass.Scalars;
        string Next() => $"{{{at++}}}";
        var arguments = new List<string> { Next(), KernelProduct.Flag(pass.Product.TransposeA), Next(), KernelProduct.Flag(pass.Product.TransposeB) };
        for (var i = 0; i < MostOthers; i++) arguments.Add(i < pass.Others ? Next() : "default");
        foreach (var product in pass.Products) arguments.AddRange([Next(), Next(), $"global::GradGen.ProductWithMap.{product.Form}"]);
        arguments.AddRange(Enumerable.Range(0, pass.Scalars).Select(i => $"{{{i}}}"));
        arguments.AddRange(more);
        arguments.AddRange(pass.Written.Select(product => $"{parameters[product]}: {Next()}"));
        string[] types = pass.Sum is var (_, shared, summed) ? [shared, pass.Entry, summed] : [pass.Entry];
        return $"{EntryMap.Kernel("ProductsOfMap", types)}({string.Join(", ", arguments)})";
    }
}
