using System.Globalization;
using System.Text;
using GradGen;
using GradGen.Benchmarks.Hessians;

// One contest after the other, each of its ways in turn and several times over, so that a busy machine slows all alike. What is said
// is the median: of the times, and of the ratios of times of one round.
const int Rounds = 9;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var rival = new Rival(args.Length > 0 ? args[0] : "benchmarks/Hessians/rival.py");
var table = new StringBuilder();
table.AppendLine("| Hessian | n | GradGen | PyTorch | ratio | PyTorch, vectorized | ratio | differences | ratio |");
table.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
foreach (var contest in Contest.All)
{
    var times = new List<(double Ours, double ByRows, double Vectorized, double Differences)>();
    for (var round = 0; round < Rounds; round++)
    {
        var ours = Contest.Time(contest.Ours);
        var answer = rival.Time(contest.Name, contest.Size);
        times.Add((ours, answer.ByRows, answer.Vectorized, Contest.Time(contest.Differences)));
        var sum = contest.Ours().ToArray().Cast<double>().Sum(Math.Abs);
        if (GradientCheck.RelativeError(sum, answer.Sum) > 1e-9) throw new InvalidOperationException($"{contest.Name} {contest.Size}: {sum} and {answer.Sum}");
    }

    double Median(Func<(double Ours, double ByRows, double Vectorized, double Differences), double> of) => times.Select(of).Order().ElementAt(Rounds / 2);
    string Beside(Func<(double Ours, double ByRows, double Vectorized, double Differences), double> of) => $"{Text(Median(of))} | {Median(t => of(t) / t.Ours):0.0}×";
    table.AppendLine($"| {contest.Name} | {contest.Size} | {Text(Median(t => t.Ours))} | {Beside(t => t.ByRows)} | {Beside(t => t.Vectorized)} | {Beside(t => t.Differences)} |");
}

Console.WriteLine(table);
Console.WriteLine($"{rival.Version}, .NET {Environment.Version}, double precision, one thread, on {Environment.ProcessorCount} processors.");

static string Text(double seconds) => seconds < 1e-3 ? $"{seconds * 1e6:0.0} µs" : seconds < 1 ? $"{seconds * 1e3:0.0} ms" : $"{seconds:0.0} s";
