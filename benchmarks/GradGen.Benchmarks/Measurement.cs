using System.Diagnostics;

namespace GradGen.Benchmarks;

/// <summary>Times contenders in turns, so that what else the machine does falls on all of them alike.</summary>
internal static class Measurement
{
    // Short, so that a busy machine interrupts few of them.
    private const double MicrosecondsOfRound = 700.0;

    /// <summary>Microseconds of each contender: the median, the quartiles, and bytes that a warm run allocates.</summary>
    internal static IReadOnlyList<Result> Of(Workload workload, Effort effort)
    {
        var repetitions = workload.Contenders.Select(contender => WarmUp(contender, effort)).ToArray();
        var times = workload.Contenders.Select(_ => new double[effort.Rounds]).ToArray();
        var (order, random) = (Enumerable.Range(0, repetitions.Length).ToArray(), new Random(1));
        for (var round = 0; round < effort.Rounds; round++)
        {
            // After whom each comes changes too: the threads of one may still spin when the next begins.
            random.Shuffle(order);
            foreach (var i in order)
            {
                workload.Contenders[i].Time(1);
                times[i][round] = workload.Contenders[i].Time(repetitions[i]);
            }
        }

        return [.. times.Select((ofOne, i) => Summary(ofOne, Allocation(workload.Contenders[i])))];
    }

    /// <summary>Runs until the runtime has compiled what is hot; returns how many runs make up a round.</summary>
    private static int WarmUp(Contender contender, Effort effort)
    {
        var watch = Stopwatch.StartNew();
        var time = contender.Time(1);
        for (var runs = 1; watch.Elapsed < effort.WarmUp || runs < 3; runs++)
        {
            time = contender.Time((int)Math.Clamp(MicrosecondsOfRound / time, 1, 10_000));
        }

        return (int)Math.Clamp(MicrosecondsOfRound / time, 1, 100_000);
    }

    private static long? Allocation(Contender contender)
    {
        if (!contender.IsInProcess)
        {
            return null;
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        contender.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Result Summary(double[] times, long? bytes)
    {
        Array.Sort(times);
        return new Result(times[times.Length / 2], times[times.Length / 4], times[3 * times.Length / 4], bytes);
    }

    /// <summary>How much is spent on a measurement. On a busy machine the runtime takes its time to compile what is hot once more.</summary>
    internal readonly record struct Effort(TimeSpan WarmUp, int Rounds)
    {
        internal static Effort Full => new(TimeSpan.FromSeconds(1.5), 61);

        /// <summary>For what is only compared with itself at other sizes.</summary>
        internal static Effort Light => new(TimeSpan.FromSeconds(0.4), 9);
    }

    internal readonly record struct Result(double Median, double LowerQuartile, double UpperQuartile, long? Bytes);
}
