using System.Collections.Immutable;
using GradGen.Generator.Expressions;

namespace GradGen.Generator.Planning;

/// <summary>The cheapest order of a chain of products, by the dynamic programme over sizes; unknown sizes count alike.</summary>
internal static class ChainOrder
{
    // What an unknown size counts against a vector's one column; any large number orders vectors before matrices.
    private const double Unknown = 100;

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

    private static double Size(Expression? dimension) => dimension is null ? 1 : dimension.Payload is int number ? number : Unknown;
}
