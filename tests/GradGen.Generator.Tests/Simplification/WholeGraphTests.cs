using GradGen.Generator.Expressions;
using GradGen.Generator.Operations;
using GradGen.Generator.Rendering;
using GradGen.Generator.Simplification;
using GradGen.Generator.Tests.Rendering;
using Xunit.Abstractions;

namespace GradGen.Generator.Tests.Simplification;

/// <summary>Over the corpus and random programs: what is simplified has no more operations than before, and loses no more digits.</summary>
public sealed class WholeGraphTests(ITestOutputHelper output)
{
    private const int Largest = 250;

    private const int Size = 20;

    // Of results alone a graph may have a few more, where they cost less.
    private const int Slack = 7;
    private const int MostUncounted = 5;
    private const int MostWithoutDigits = 1;

    // A factor that is taken out of several terms may part what a product in another sum shares with them.
    private const int OneIn = 2000;

    [Fact]
    public void Simplifying_makes_graphs_smaller()
    {
        var (count, before, after, larger, longer, uncounted) = (0, 0, 0, new List<string>(), new List<string>(), 0);
        foreach (var expression in Corpus.Expressions())
        {
            var simple = Simplifier.Of(last: true, expression)[0];
            var (raw, less) = (GraphSize.Results(expression), GraphSize.Results(simple));
            (count, before, after) = (count + 1, before + raw, after + less);
            if (less > raw + Math.Max(3, raw / Slack)) longer.Add($"{raw} → {less}: {Text(expression)} → {Text(simple)}");
            if (GraphSize.Growth(expression, simple, Size) is not { } growth) continue;
            if (double.IsNaN(growth)) uncounted++;
            else larger.Add($"{growth:F2} times: {Text(expression)} → {Text(simple)}");
        }

        output.WriteLine($"{count} graphs: {before} results before, {after} after");
        Assert.True(after < before * 0.9, $"{before} results before, {after} after");
        Assert.True(longer.Count == 0, $"{longer.Count} of {count}\n{string.Join("\n", longer.Take(30))}");
        Assert.InRange(uncounted, 0, MostUncounted);
        Assert.True(larger.Count * OneIn <= count, $"{larger.Count} of {count}\n{string.Join("\n", larger.Take(30))}");
    }

    [Fact]
    public void Simplifying_loses_no_digits()
    {
        var (judged, hopeless, worse) = (0, 0, new List<string>());
        foreach (var expression in Corpus.Expressions())
        {
            if (Corpus.Nodes(expression) is var nodes && (nodes.Count > Largest || nodes.Any(n => n.Is<GivenFunction>()))) continue;
            var simple = Simplifier.Of(last: true, expression)[0];
            if (simple == expression || Errors(expression, simple) is not { } errors) continue;
            judged++;
            if (errors.After <= (8 * errors.Before) + 2e-6) continue;
            // Of no digit none is lost.
            if (errors.Before > 1) hopeless++;
            else worse.Add($"{errors.Before:E1} → {errors.After:E1}: {Text(expression)} → {Text(simple)}");
        }

        output.WriteLine($"{judged} graphs were computed, {hopeless} that had no digit before have still larger errors");
        Assert.InRange(hopeless, 0, MostWithoutDigits);
        Assert.True(judged > 3000, $"only {judged}");
        Assert.True(worse.Count == 0, $"{worse.Count} of {judged}\n{string.Join("\n", worse.Take(20))}");
    }

    /// <summary>A product of many factors is not made again for each factor that leaves a sum.</summary>
    [Fact]
    public void All_factors_that_the_terms_share_leave_the_sum_at_once()
    {
        var letters = new Letters();
        var shared = Enumerable.Range(0, 200).Select(i => letters.Scalar($"x{i}")).ToArray();
        var (a, b) = (letters.Scalar("a"), letters.Scalar("b"));
        var sum = Algebra.Add(Algebra.Times([.. shared, a]), Algebra.Times([.. shared, b]));
        var before = letters.Graph.Count;
        var simple = Simplifier.Of(last: true, sum)[0];
        Assert.InRange(letters.Graph.Count, before, before + 5);
        Assert.Equal(Algebra.Times([.. shared, Algebra.Add(a, b)]), simple);
    }

    /// <summary>
    /// The error in single precision of an expression and of what it became; null where it cannot be told. The digits that rounding the
    /// inputs alone takes are no form's to keep: where that is more, it counts as the error before.
    /// </summary>
    private static (double Before, double After)? Errors(Expression before, Expression after)
    {
        var (left, right) = (new List<double>(), new List<double>());
        for (var seed = 0; seed < 5; seed++)
        {
            try
            {
                double Draw(Random r) => (0.1 + r.NextDouble()) * (seed < 2 ? 1 : Math.Pow(10, r.Next(-2, 3)));
                var values = new GraphValue(seed, Draw);
                var exact = values.Of(before);
                if (exact.Any(x => !double.IsFinite(x))) continue;
                var scale = exact.Select(Math.Abs).Append(1e-6).Max();
                var moved = new GraphValue(seed, r => (float)Draw(r)).Of(before).Zip(exact).Max(p => Math.Abs(p.First - p.Second)) / scale;
                using (Quantity.InSinglePrecision())
                {
                    values.Forget();
                    var rough = values.Of(before).Zip(exact).Max(p => Math.Abs(p.First - p.Second)) / scale;
                    values.Forget();
                    var found = values.Of(after).Zip(exact).Max(p => Math.Abs(p.First - p.Second)) / scale;
                    if (!double.IsFinite(rough)) continue;
                    left.Add(double.IsFinite(moved) ? Math.Max(rough, moved) : rough);
                    right.Add(found);
                }
            }
            catch (Exception e) when (e is FormatException or UnknownSymbolException or ArithmeticException or ArgumentException or InvalidOperationException)
            {
                return null;
            }
        }

        return left.Count == 0 ? null : (left.Average(), right.Average());
    }

    private static string Text(Expression e)
    {
        var text = Formula.Unicode(e);
        return text.Length > 200 ? text[..200] + "…" : text;
    }
}
