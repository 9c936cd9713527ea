namespace GradGen.Benchmarks.Reports;

/// <summary>How the time of a companion grows with the size.</summary>
internal sealed record Growth(string Name, IReadOnlyList<Growth.Point> Points)
{
    private const int From = 256;

    private Point Middle => Points.First(p => p.Size == From);

    internal double OperationsRatio => Points[^1].Operations / Middle.Operations;

    internal double TimeRatio => Points[^1].Time / Middle.Time;

    internal readonly record struct Point(int Size, double Operations, double Time);
}
