using System.Text;

namespace GradGen.Benchmarks.Reports;

/// <summary>The measured part of docs/performance.md.</summary>
internal static class Markdown
{
    private const string Beginning = "<!-- measured -->";
    private const string End = "<!-- end of what is measured -->";

    internal static string Of(IReadOnlyList<Row> rows, IReadOnlyList<Growth> growths, Machine machine, string rivals)
    {
        var text = new StringBuilder();
        text.AppendLine($"{DateTime.UtcNow:yyyy-MM-dd}, .NET {Environment.Version}, one of {Environment.ProcessorCount} processors{Load()}, {rivals}. At most "
            + $"{machine.PeakOperations / 1000:F0} GFLOP/s; {machine.Bandwidth(1 << 15) / 1000:F0} GB/s are read from the first cache and {machine.Bandwidth(1 << 28) / 1000:F0} GB/s from memory.");
        text.AppendLine();
        text.AppendLine("| workload | size | companion, µs | quartiles | to code by hand | to the value alone | MathNet to it | PyTorch to it | differences to it | with OpenBLAS, µs | of the roofline | bytes |");
        text.AppendLine("| --- | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var row in rows)
        {
            var (workload, companion) = (row.Workload, row.Companion);
            var differences = row["value"] is { } value ? 2.0 * workload.GradientEntries * value.Median / companion.Median : (double?)null;
            text.AppendLine($"| {workload.Name} | {workload.Size} | {companion.Median:G4} | {companion.LowerQuartile:G4} to {companion.UpperQuartile:G4} "
                + $"| {Ratio(row.CompanionTo("by hand"))} | {Ratio(row.CompanionTo("value"))}{(workload.HasLargeGradient ? "*" : "")} | {Ratio(1 / row.CompanionTo("MathNet"))} | {Ratio(1 / row.CompanionTo("PyTorch"))} "
                + $"| {Ratio(differences)} | {(row["OpenBLAS"] is { } native ? $"{native.Median:G4}" : "–")} | {row.LeastTime / companion.Median:P0} | {companion.Bytes} |");
        }

        var (small, large) = (rows.Where(IsSmall).ToList(), rows.Where(row => !IsSmall(row)).ToList());
        text.AppendLine();
        text.AppendLine($"In the geometric mean a companion takes {Ratio(Row.GeometricMean(rows.Select(r => r.CompanionTo("by hand"))))} times as long as code by hand (at most {Ratio(rows.Max(r => r.CompanionTo("by hand")))}) "
            + $"and {Ratio(Row.GeometricMean(rows.Where(r => !r.Workload.HasLargeGradient).Select(r => r.CompanionTo("value"))))} times as long as the value alone (rows with * apart, whose gradient is as large as the data). "
            + $"MathNet takes {Ratio(1 / Row.GeometricMean(rows.Select(r => r.CompanionTo("MathNet"))))} times as long as a companion.");
        if (rows.Any(r => r["PyTorch"] is not null))
        {
            text.AppendLine($"PyTorch takes {Ratio(1 / Row.GeometricMean(small.Select(r => r.CompanionTo("PyTorch"))))} times as long at the small sizes (n ≤ 16) and "
                + $"{Ratio(1 / Row.GeometricMean(large.Select(r => r.CompanionTo("PyTorch"))))} times at the large ones, there at least {Ratio(1 / large.Max(r => r.CompanionTo("PyTorch")))} times.");
        }

        if (growths.Count > 0)
        {
            text.AppendLine();
            text.AppendLine("![Time of value and gradient by size](performance.svg)");
            text.AppendLine();
            text.AppendLine($"| workload of size n | {string.Join(" | ", growths[0].Points.Select(p => $"{p.Size}"))} | operations, 256 to {growths[0].Points[^1].Size} | roofline | time |");
            text.AppendLine($"| --- | {string.Concat(growths[0].Points.Select(_ => "---: | "))}---: | ---: | ---: |");
            foreach (var growth in growths)
            {
                text.AppendLine($"| {growth.Name} | {string.Join(" | ", growth.Points.Select(p => $"{p.Time:G3}"))} | ×{growth.OperationsRatio:G3} | ×{growth.LeastTimeRatio:G3} | ×{growth.TimeRatio:G3} |");
            }
        }

        return text.ToString();
    }

    /// <summary>Writes the text between its marks in a document.</summary>
    internal static void Write(string path, string measured)
    {
        var document = File.ReadAllText(path);
        var (start, end) = (document.IndexOf(Beginning, StringComparison.Ordinal), document.IndexOf(End, StringComparison.Ordinal));
        if (start < 0 || end < start)
        {
            throw new InvalidOperationException($"{path} has no place for what is measured.");
        }

        File.WriteAllText(path, document[..(start + Beginning.Length)] + "\n\n" + measured + "\n" + document[end..]);
    }

    // On a busy machine single rows may be off by a factor, those of large data and of other processes first.
    private static string Load() => File.Exists("/proc/loadavg") ? $" under a load of {File.ReadAllText("/proc/loadavg").Split(' ')[1]}" : "";

    private static bool IsSmall(Row row) => row.Workload.Operands.Max(o => o.Rows) <= 16 && row.Workload.Operands.Max(o => o.Columns) <= 16;

    private static string Ratio(double? ratio) => ratio switch
    {
        null => "–",
        < 10 => $"{ratio:F2}",
        < 1000 => $"{ratio:F0}",
        _ => $"{ratio:G2}",
    };
}
