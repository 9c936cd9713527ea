using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Planning;
using GradGen.Generator.Tests.Rendering;

namespace GradGen.Generator.Tests.Simplification;

/// <summary>
/// What a graph costs: how many results there are to compute, and how many floating-point operations. log|AB| is one result fewer
/// than log|A| + log|B| and a product of matrices more; a sum written with its common factor shares one result less with the rest of
/// the graph and multiplies less often. A graph is larger where it is larger in both.
/// </summary>
internal static class GraphSize
{
    // A graph's operations are counted at one size of its arrays, where terms of lower order still count.
    private const double Margin = 1.1;

    /// <summary>How much larger an expression became; null where it did not, not a number where it cannot be computed.</summary>
    /// <param name="size">The size of the arrays at which operations are counted.</param>
    public static double? Growth(Expression before, Expression after, int size)
    {
        if (Results(after) <= Results(before)) return null;
        try
        {
            double Count(Expression e) => Flops.Of(() => new GraphValue(1, r => 0.1 + r.NextDouble(), size).Of(MirroredProducts.Of([e])[0]));
            var growth = Count(after) / Count(before);
            return growth <= Margin ? null : growth;
        }
        catch (Exception e) when (e is FormatException or UnknownSymbolException)
        {
            // Sizes that are drawn need not fit what the program asks of them.
            return double.NaN;
        }
    }

    /// <summary>
    /// How many results there are to compute. Constants, sizes and inputs are there already; a number and a transpose go into what
    /// reads them.
    /// </summary>
    public static int Results(Expression e) => Corpus.Nodes(e).Where(n => n.Shape.IsReal && !n.Operands.IsEmpty).Sum(n => n.Operation switch
    {
        Filled or IdentityMatrix or Unit or Carried or RealPart or Transposition => 0,
        Scaling => n[0].IsNumber(out _) ? 0 : 1,
        EntrywiseProduct => n.Operands.Count(o => !o.IsNumber(out _)) > 1 ? 1 : 0,
        _ => 1,
    });
}
