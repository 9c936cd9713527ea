using GradGen.Generator.Expressions;
using GradGen.Generator.Rendering;
using GradGen.Generator.Simplification;
using GradGen.Generator.Tests.Rendering;
using Xunit.Abstractions;

namespace GradGen.Generator.Tests.Simplification;

/// <summary>
/// Every identity by its name: where it applies among the expressions of the corpus and among the examples written for it, both
/// sides are one number, the right side has no more operations, and it loses no more digits than the left.
/// </summary>
public sealed class IdentityTests(ITestOutputHelper output)
{
    private const int Enough = 12;

    // Draws whose entries are of one size, at which both sides agree to the last digits.
    private const int Moderate = 3;

    private const double LargestOfSingle = 1e30;

    private const int Size = 8;

    // Promises and loops are asked of what attributes and rounds are, which a formula does not say; dimensions are no numbers; K is a permutation by its meaning; ∂y/∂xᵀ asks what y is computed from.
    private static readonly string[] notNumbers = ["log|K| = 0", "a value that no round changes", "equal dimensions", "dxᵀAx = xᵀAᵀdx", "Tr(dX A) = Tr(A dX)", "∂y/∂xᵀ in closed form"];

    // Earlier identities take the expressions of these as they are drawn here.
    private static readonly string[] seldom = ["log|A ⊗ B| = n log|A| + m log|B|", "log(|A||B|) = log|AB|"];

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<Application>>> Found = new(Collect);

    /// <summary>What an identity made of an expression.</summary>
    private sealed record Application(Expression Before, Expression After);

    private static IEnumerable<Identity> All => IdentityTable.Shown.Concat(IdentityTable.Last).Distinct();

    public static TheoryData<string> Names() => [.. All.Select(i => i.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Identity_holds(string name)
    {
        if (seldom.Contains(name) && Found.Value[name].Count == 0) return;
        Assert.True(Found.Value.TryGetValue(name, out var applications) && applications.Count > 0, $"no expression shows '{name}': write an example for it in IdentityExamples");
        if (notNumbers.Contains(name)) return;
        var (judged, wrong, why) = (0, new List<string>(), "");
        foreach (var application in applications)
        {
            try
            {
                Check(application, wrong);
                judged++;
            }
            catch (Exception e) when (e is UnknownSymbolException or FormatException or ArgumentException or InvalidOperationException or ArithmeticException)
            {
                why = $"{e.Message} | {Formula.Unicode(application.Before)} → {Formula.Unicode(application.After)}";
            }
        }

        output.WriteLine($"{judged} of {applications.Count} computed {why}");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(3)));
        Assert.True(judged > 0, $"none of {applications.Count} could be computed: {why}");
    }

    private static void Check(Application application, List<string> wrong)
    {
        var (before, after) = application;
        var text = $"{Formula.Unicode(before)} → {Formula.Unicode(after)}";
        var compared = 0;
        var (left, right) = (new List<double>(), new List<double>());
        for (var seed = 0; seed < 8; seed++)
        {
            // Values of very different sizes lose digits where a form is unstable.
            var values = new GraphValue(seed, r => (0.1 + r.NextDouble()) * (seed < Moderate ? 1 : Math.Pow(10, r.Next(-2, 3))));
            double[] a, b;
            try
            {
                (a, b) = (values.Of(before), values.Of(after));
            }
            catch (ArithmeticException)
            {
                continue;
            }

            if (a.Concat(b).Any(x => !double.IsFinite(x))) continue;
            compared++;
            // What cancels or divides by little on the way may leave fewer digits on either side.
            var scale = Math.Max(1e-6, values.Largest);
            if (a.Length != b.Length || (seed < Moderate && a.Zip(b).Any(p => Math.Abs(p.First - p.Second) > 1e-8 * scale))) wrong.Add($"{text}: [{string.Join(", ", a.Take(5))}] is not [{string.Join(", ", b.Take(5))}]");
            // At the end of the range of single precision it is not digits that are lost.
            if (values.Largest > LargestOfSingle) continue;
            using (Quantity.InSinglePrecision())
            {
                double Error(Expression e)
                {
                    values.Forget();
                    return values.Of(e).Zip(a).Max(p => Math.Abs(p.First - p.Second)) / scale;
                }

                left.Add(Error(before));
                right.Add(Error(after));
            }
        }

        // What other identities make of it at once counts too: powers of a norm that are taken out of a term meet there.
        if (GraphSize.Growth(before, after, Size) is > 0 and var growth && GraphSize.Growth(before, Simplifier.Of(last: true, after)[0], Size) is > 0) wrong.Add($"{text}: {growth:F2} times as large");
        if (compared == 0) throw new UnknownSymbolException("values that are not finite");
        const double Ulp = 6e-8;
        if (right.Count > 0 && right.Average() > (4 * left.Average()) + (16 * Ulp)) wrong.Add($"{text}: loses more digits, {right.Average():E1} after {left.Average():E1}");
    }

    /// <summary>Simplifies the corpus as the generator does, and keeps what each identity did.</summary>
    private static IReadOnlyDictionary<string, IReadOnlyList<Application>> Collect()
    {
        var found = All.Select(i => i.Name).Distinct().ToDictionary(n => n, _ => new List<Application>());
        foreach (var expression in IdentityExamples.All.Concat(Corpus.Expressions()))
        {
            foreach (var table in new[] { IdentityTable.Always, IdentityTable.Last, IdentityTable.Shown })
                new Recorder(table, (identity, before, after) => { if (found[identity.Name].Count < Enough) found[identity.Name].Add(new(before, after)); }).Simplify(expression);
        }

        return found.ToDictionary(f => f.Key, f => (IReadOnlyList<Application>)[.. f.Value.OrderBy(a => Corpus.Nodes(a.Before).Count)]);
    }
}
