namespace GradGen.Benchmarks.Reports;

/// <summary>How the time of a companion grows with the size.</summary>
internal sealed record Growth(string Name, IReadOnlyList<Growth.Point> Points)
{
    private const int From = 256;

    private Point Middle => Points.First(p => p.Size == From);

    internal double OperationsRatio => Points[^1].Operations / Middle.Operations;

    /// <summary>How the roofline grows: the operations as long as the data lie in the caches, then what memory gives.</summary>
    internal double LeastTimeRatio => Points[^1].LeastTime / Middle.LeastTime;

    internal double TimeRatio => Points[^1].Time / Middle.Time;

    internal readonly record struct Point(int Size, double Operations, double LeastTime, double Time);
}
