using System.Collections.Immutable;
using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;

namespace GradGen.Generator.Planning;

/// <summary>
/// In which order the products of a chain are multiplied. By the dynamic programme over sizes, to which unknown ones count alike; or, where
/// sizes that are known at run time decide between few orders of matrices, by all of them, with what each costs.
/// </summary>
internal static class ChainOrder
{
    // What an unknown size counts against a vector's one column; any large number orders vectors before matrices.
    private const double Unknown = 100;

    // As many orders as four factors have. What more are to compare takes more text than it is likely to save.
    private const int MostOrders = 5;

    // The orders of a longer chain are many to look through.
    private const int MostFactors = 8;

    /// <summary>Multiplies the factors pairwise in the cheapest order; of equal costs, from the right.</summary>
    public static Expression Multiply(ImmutableArray<Expression> factors, Func<Expression, Expression, Expression> pair)
    {
        var n = factors.Length;
        var size = new double[n + 1];
        size[0] = Size(factors[0].Shape.Rows);
        for (var i = 0; i < n; i++) size[i + 1] = Size(factors[i].Shape.Columns);
        var cost = new double[n, n];
        var split = new int[n, n];
        for (var length = 2; length <= n; length++)
        {
            for (var i = 0; i + length <= n; i++)
            {
                var j = i + length - 1;
                cost[i, j] = double.PositiveInfinity;
                for (var k = i; k < j; k++)
                {
                    var total = cost[i, k] + cost[k + 1, j] + (size[i] * size[k + 1] * size[j + 1]);
                    if (total >= cost[i, j]) continue;
                    cost[i, j] = total;
                    split[i, j] = k;
                }
            }
        }

        return Build(0, n - 1);

        Expression Build(int i, int j) => i == j ? factors[i] : pair(Build(i, split[i, j]), Build(split[i, j] + 1, j));
    }

    /// <summary>The orders of which sizes that are known at run time decide which is the cheapest; null where none has to be compared, or too many.</summary>
    public static OpenOrders? Open(ImmutableArray<Expression> factors)
    {
        var n = factors.Length;
        if (n is < 3 or > MostFactors || factors.Any(f => !f.Shape.IsMatrix || (StructuredProduct.IsCheap(f) && !IsPass(f)))) return null;
        var graph = factors[0].Graph;
        var dimensions = factors.Select(f => f.Shape.Rows!).Append(factors[n - 1].Shape.Columns!).ToList();
        var classes = dimensions.ConvertAll(graph.Dimensions.Find);
        var unknown = classes.Where(c => c.Payload is not int).Distinct().OrderBy(c => c.Id).ToList();
        if (classes.Distinct().Count() < 2 || unknown.Count == 0) return null;
        var orders = new List<Order>[n, n];
        for (var i = 0; i < n; i++) orders[i, i] = [new(i, i, null, null, ProductCost.Zero)];
        for (var length = 2; length <= n; length++)
        {
            for (var i = 0; i + length <= n; i++)
            {
                var j = i + length - 1;
                var best = orders[i, j] = [];
                for (var k = i; k < j; k++)
                {
                    var last = (i == k && IsPass(factors[i])) || (k + 1 == j && IsPass(factors[j])) ? ProductCost.Zero : CostOf(classes[i], classes[k + 1], classes[j + 1]);
                    foreach (var left in orders[i, k])
                    {
                        foreach (var right in orders[k + 1, j])
                        {
                            var order = new Order(i, j, left, right, left.Cost + right.Cost + last);
                            if (best.Exists(o => o.Cost.IsNeverMoreThan(order.Cost))) continue;
                            best.RemoveAll(o => order.Cost.IsNeverMoreThan(o.Cost));
                            best.Add(order);
                        }
                    }
                }

                for (var o = best.Count - 1; o >= 0; o--)
                {
                    if (IsBetween(best[o].Cost, best)) best.RemoveAt(o);
                }

                if (best.Count > MostOrders) return null;
            }
        }

        var open = orders[0, n - 1];
        if (open.Count == 1) return null;
        var costs = ProductCost.Cancelled(open.ConvertAll(o => o.Cost));
        var sorted = open.Zip(costs, (order, cost) => (order, cost)).OrderBy(o => o.cost, Comparer<ProductCost>.Create(ProductCost.Compare)).ToList();
        return new([.. sorted.Select(o => o.order)], [.. sorted.Select(o => o.cost.Text(unknown.ConvertAll(Read)))]);

        ProductCost CostOf(params Expression[] sizes)
        {
            var number = sizes.Aggregate(1.0, (product, s) => s.Payload is int known ? product * known : product);
            return ProductCost.Of(number, new(unknown.Select(u => sizes.Count(s => s == u))));
        }

        // A class of equal sizes is read where it first stands, unless another loop binds it there, or it is the size of an item of what may be an empty list.
        Expression Read(Expression size) => factors.Any(f => size.FreeBounds.IsSubsetOf(f.FreeBounds)) && !Reachable.From([size]).Any(s => s.Is<Extent>() && Extent.Owner(s) is var owner && owner.Operation.MayThrow(owner))
            ? size
            : dimensions[classes.IndexOf(size)];
    }

    /// <summary>Whether of two other orders one is always as cheap, as their costs together are at most twice the cost.</summary>
    private static bool IsBetween(ProductCost cost, IReadOnlyList<Order> orders) =>
        orders.Any(a => a.Cost != cost && orders.Any(b => b.Cost != cost && b != a && (a.Cost + b.Cost).IsNeverMoreThan(cost + cost)));

    // A product with it is a pass over entries, which counts as nothing.
    private static bool IsPass(Expression factor) => factor.Is<DiagonalMatrix>() || factor.Is<Commutation>();

    private static double Size(Expression? dimension) => dimension is null ? 1 : dimension.Payload is int number ? number : Unknown;

    /// <summary>An order of the factors from one to another: the orders of the two factors of its last product; none of one factor alone.</summary>
    public sealed record Order(int From, int To, Order? Left, Order? Right, ProductCost Cost)
    {
        /// <summary>Multiplies the factors in this order.</summary>
        public Expression Multiply(ImmutableArray<Expression> factors, Func<Expression, Expression, Expression> pair) =>
            Left is null || Right is null ? factors[From] : pair(Left.Multiply(factors, pair), Right.Multiply(factors, pair));
    }

    /// <summary>Orders of which none is always the cheapest, with what each costs beside what all cost.</summary>
    public sealed record OpenOrders(ImmutableArray<Order> Orders, ImmutableArray<Expression> Costs)
    {
        /// <summary>Multiplies the factors in the order that is found to be the cheapest.</summary>
        /// <param name="lower">Prepares a cost to be computed.</param>
        public Expression Multiply(ImmutableArray<Expression> factors, Func<Expression, Expression, Expression> pair, Func<Expression, Expression> lower)
        {
            var costs = Costs.Select(lower).ToList();
            var result = Orders[Orders.Length - 1].Multiply(factors, pair);
            for (var i = Orders.Length - 2; i >= 0; i--) result = Algebra.Choose(IsCheapest.Of(costs.GetRange(i, costs.Count - i)), Orders[i].Multiply(factors, pair), result);
            return result;
        }
    }
}
