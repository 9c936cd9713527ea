namespace GradGen.Benchmarks.Reports;

/// <summary>What was measured of a workload.</summary>
internal sealed record Row(Workload Workload, IReadOnlyList<Measurement.Result> Results, double LeastTime)
{
    internal Measurement.Result Companion => this["companion"]!.Value;

    /// <summary>The result of a contender, or null where it did not run.</summary>
    internal Measurement.Result? this[string contender]
    {
        get
        {
            var place = Workload.Contenders.ToList().FindIndex(c => c.Name == contender);
            return place < 0 ? null : Results[place];
        }
    }

    /// <summary>How many times as long as another contender the companion takes; null where the other one did not run.</summary>
    internal double? CompanionTo(string contender) => this[contender] is { } other ? Companion.Median / other.Median : null;

    internal static double? GeometricMean(IEnumerable<double?> ratios)
    {
        var known = ratios.OfType<double>().ToList();
        return known.Count == 0 ? null : Math.Exp(known.Average(Math.Log));
    }
}
