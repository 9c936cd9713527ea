using System.Globalization;
using System.Runtime.CompilerServices;
using GradGen;
using GradGen.Benchmarks;
using GradGen.Benchmarks.Reports;
using GradGen.Benchmarks.Rivals;
using GradGen.Benchmarks.Workloads;

// dotnet run -c Release [write] [name…]: all workloads or those of these names; "write" puts the report and the plot into docs/.
// Companions are single-threaded, and so are those they are compared to.
MathNet.Numerics.Control.UseSingleThread();
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var write = args.Contains("write");
string[] names = [.. args.Where(arg => arg != "write")];
int[] sizes = [4, 16, 64, 256, 1024, 4096];

Workload[] workloads =
[
    .. QuadraticForm.All, .. LeastSquares.All, .. PrincipalComponents.All, .. Gaussian.All, .. Logistic.All, .. Factorization.All, .. Network.All,
];
(string Name, Func<int, Workload> Of)[] families =
[
    ("xᵀAx", QuadraticForm.Of), ("½‖Ax − y‖², n×n", n => LeastSquares.Of(n, n)), ("−Tr(WᵀXXᵀW), n×n, 5", n => PrincipalComponents.Of(n, n, 5)),
    ("logistic + ridge, n×n", n => Logistic.Of(n, n)), ("‖T − UVᵀ‖², n×n×10", n => Factorization.Of(n, n, 10)),
    ("tanh network, n-64-128-10", n => Network.Of(n, 64, 128, 10)), ("Gaussian, N = n, d = 16", n => Gaussian.Of(n, 16)),
];

var machine = new Machine();
using var torch = Torch.Start();
var hasOpenBlas = OpenBlas.TryUse();
OpenBlas.Stop();
var rivals = $"{(torch is null ? "without PyTorch, which is not installed (Debian: python3-torch)" : torch.Version)}, {(hasOpenBlas ? "OpenBLAS" : "without OpenBLAS, which is not installed (Debian: libopenblas0)")}";
var rows = new List<Row>();
foreach (var workload in workloads.Where(IsWanted))
{
    var complete = workload with { Contenders = [.. workload.Contenders, .. Others(workload)] };
    Agreement.Require(complete);
    var results = Measurement.Of(complete, Measurement.Effort.Full);
    rows.Add(new Row(complete, results, machine.LeastTime(complete)));
    for (var i = 0; i < results.Count; i++)
    {
        var result = results[i];
        Console.WriteLine($"{workload.Name}, {workload.Size}, {complete.Contenders[i].Name}: {result.Median:G4} µs, {result.LowerQuartile:G4} to {result.UpperQuartile:G4}, "
            + $"{(result.Bytes is { } bytes ? $"{bytes} B" : "? B")}, {result.Median / results[0].Median:F2} times {complete.Contenders[0].Name}");
    }
}

var growths = names.Length > 0 ? [] : families.Select(family => new Growth(family.Name, [.. sizes.Select(n => Point(family.Of(n), n))])).ToList();
var report = Markdown.Of(rows, growths, machine, rivals);
Console.WriteLine();
Console.WriteLine(report);
if (write)
{
    var docs = Path.Combine(SourceDirectory(), "..", "..", "docs");
    Markdown.Write(Path.Combine(docs, "performance.md"), report);
    if (growths.Count > 0)
    {
        File.WriteAllText(Path.Combine(docs, "performance.svg"), Plot.Of(growths));
    }
}

bool IsWanted(Workload workload) => names.Length == 0 || names.Any(name => $"{workload.Name}, {workload.Size}".Contains(name));

IEnumerable<Contender> Others(Workload workload)
{
    if (hasOpenBlas)
    {
        var companion = workload.Contenders.Single(c => c.Name == "companion");
        yield return companion with { Name = "OpenBLAS", Before = () => OpenBlas.Use(), After = OpenBlas.Stop };
    }

    if (torch is not null)
    {
        yield return torch.Of(workload);
    }
}

Growth.Point Point(Workload workload, int n)
{
    var alone = workload with { Contenders = [workload.Contenders.Single(c => c.Name == "companion")] };
    return new Growth.Point(n, workload.Operations, machine.LeastTime(workload), Measurement.Of(alone, Measurement.Effort.Light)[0].Median);
}

static string SourceDirectory([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
