using System.Globalization;
using System.Text;
using GradGen;
using GradGen.Benchmarks.Hessians;

// One contest after the other, each of its three ways in turn and several times over, so that a busy machine slows all alike.
const int Rounds = 7;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var rival = new Rival(args.Length > 0 ? args[0] : "benchmarks/Hessians/rival.py");
var table = new StringBuilder();
table.AppendLine("| Hessian | n | GradGen | PyTorch | ratio | PyTorch, vectorized | ratio | differences | ratio |");
table.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
foreach (var contest in Contest.All)
{
    var (ours, byRows, vectorized, differences) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
    for (var round = 0; round < Rounds; round++)
    {
        ours = Math.Min(ours, Contest.Time(contest.Ours));
        var answer = rival.Time(contest.Name, contest.Size);
        (byRows, vectorized) = (Math.Min(byRows, answer.ByRows), Math.Min(vectorized, answer.Vectorized));
        differences = Math.Min(differences, Contest.Time(contest.Differences));
        var sum = contest.Ours().ToArray().Cast<double>().Sum(Math.Abs);
        if (GradientCheck.RelativeError(sum, answer.Sum) > 1e-9) throw new InvalidOperationException($"{contest.Name} {contest.Size}: {sum} and {answer.Sum}");
    }

    string Beside(double seconds) => $"{Text(seconds)} | {seconds / ours:0.0}×";
    table.AppendLine($"| {contest.Name} | {contest.Size} | {Text(ours)} | {Beside(byRows)} | {Beside(vectorized)} | {Beside(differences)} |");
}

Console.WriteLine(table);
Console.WriteLine($"{rival.Version}, .NET {Environment.Version}, double precision, one thread, on {Environment.ProcessorCount} processors.");

static string Text(double seconds) => seconds < 1e-3 ? $"{seconds * 1e6:0.0} µs" : seconds < 1 ? $"{seconds * 1e3:0.0} ms" : $"{seconds:0.0} s";
