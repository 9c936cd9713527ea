namespace GradGen.Tests;

/// <summary>What a call allocates once it is warm.</summary>
internal static class Allocation
{
    internal static long OfWarm(Action run)
    {
        for (var i = 0; i < 3; i++)
        {
            run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
