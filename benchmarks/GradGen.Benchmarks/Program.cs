using System.Globalization;
using GradGen;
using GradGen.Benchmarks;
using GradGen.Benchmarks.Workloads;

// Companions are single-threaded, and so are those they are compared to.
MathNet.Numerics.Control.UseSingleThread();
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// By name, so that both ways can be timed.
if (args.Contains("openblas"))
{
    OpenBlas.Use();
    args = [.. args.Where(arg => arg != "openblas")];
}

Workload[] workloads =
[
    .. QuadraticForm.All, .. LeastSquares.All, .. PrincipalComponents.All, .. Gaussian.All, .. Logistic.All, .. Factorization.All, .. Network.All,
];
Console.WriteLine("| workload | size | contender | median µs | quartiles | bytes | times the first |");
Console.WriteLine("| --- | --- | --- | ---: | --- | ---: | ---: |");
foreach (var workload in workloads.Where(workload => args.Length == 0 || args.Any(workload.Name.Contains)))
{
    Agreement.Require(workload);
    var results = Measurement.Of(workload);
    for (var i = 0; i < results.Count; i++)
    {
        var result = results[i];
        Console.WriteLine(
            $"| {workload.Name} | {workload.Size} | {workload.Contenders[i].Name} | {result.Median:G4} "
            + $"| {result.LowerQuartile:G4} to {result.UpperQuartile:G4} | {result.Bytes} | {result.Median / results[0].Median:F2} |");
    }
}
