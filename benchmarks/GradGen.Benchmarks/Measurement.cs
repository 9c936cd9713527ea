using System.Diagnostics;

namespace GradGen.Benchmarks;

/// <summary>Times contenders in turns, so that what else the machine does falls on all of them alike.</summary>
internal static class Measurement
{
    private const int Rounds = 25;
    private const double MicrosecondsOfRound = 4000.0;
    // On a busy machine the runtime takes its time to compile what is hot once more.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);

    /// <summary>Microseconds of each contender: the median, the quartiles, and bytes that a warm run allocates.</summary>
    internal static IReadOnlyList<Result> Of(Workload workload)
    {
        var repetitions = workload.Contenders.Select(WarmUp).ToArray();
        var times = workload.Contenders.Select(_ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < repetitions.Length; i++)
            {
                times[i][round] = Time(workload.Contenders[i], repetitions[i]);
            }
        }

        return [.. times.Select((ofOne, i) => Summary(ofOne, Allocation(workload.Contenders[i])))];
    }

    /// <summary>Runs until the runtime has compiled what is hot; returns how many runs make up a round.</summary>
    private static int WarmUp(Contender contender)
    {
        var watch = Stopwatch.StartNew();
        var runs = 0;
        for (; watch.Elapsed < s_warmUp || runs < 3; runs++)
        {
            contender.Run();
        }

        return (int)Math.Clamp(MicrosecondsOfRound * runs / watch.Elapsed.TotalMicroseconds, 1, 100_000);
    }

    private static double Time(Contender contender, int repetitions)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repetitions; i++)
        {
            contender.Run();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / repetitions;
    }

    private static long Allocation(Contender contender)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        contender.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Result Summary(double[] times, long bytes)
    {
        Array.Sort(times);
        return new Result(times[times.Length / 2], times[times.Length / 4], times[3 * times.Length / 4], bytes);
    }

    internal readonly record struct Result(double Median, double LowerQuartile, double UpperQuartile, long Bytes);
}
