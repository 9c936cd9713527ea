using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen.Benchmarks;

/// <summary>What one core of this machine can do at most, measured: the roofline (Williams, Waterman and Patterson, CACM 52, 2009).</summary>
internal sealed class Machine
{
    private const int Repetitions = 7;

    private readonly Dictionary<int, double> _bandwidths = [];

    /// <summary>Operations of a microsecond at most: multiply–adds of the widest registers, on enough sums that none waits.</summary>
    internal double PeakOperations { get; } = Best(() =>
    {
        const int rounds = 200_000;
        var start = Stopwatch.GetTimestamp();
        var lanes = Vector512.IsHardwareAccelerated ? MultiplyAdds512(rounds) : MultiplyAdds256(rounds);
        return 2.0 * 16 * lanes * rounds / Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    });

    /// <summary>Microseconds that a workload takes at least: that of its operations, or of reading and writing what it must from where so much data lies.</summary>
    internal double LeastTime(Workload workload) => Math.Max(workload.Operations / PeakOperations, workload.Bytes / Bandwidth(workload.Bytes));

    /// <summary>Bytes of a microsecond that are read, of so many that are read again and again: from a cache, or from memory.</summary>
    internal double Bandwidth(double bytes)
    {
        // So many entries as the sums take at once, and again and again, but no more than show what memory gives.
        var count = (int)Math.Clamp(Math.Ceiling(bytes / (64 * sizeof(double))), 8, 1 << 19) * 64;
        if (!_bandwidths.TryGetValue(count, out var bandwidth))
        {
            // As memory lies best: arrays of .NET begin across two lines of the cache.
            var data = AlignedEntries(count);
            var passes = Math.Max(1, (1 << 23) / count);
            _bandwidths[count] = bandwidth = Best(() =>
            {
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < passes; i++)
                {
                    Keep(Vector512.IsHardwareAccelerated ? Read512(data.Span) : Read256(data.Span));
                }

                return (double)passes * 8 * data.Length / Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            });
        }

        return bandwidth;
    }

    private static ReadOnlyMemory<double> AlignedEntries(int count)
    {
        var entries = GC.AllocateUninitializedArray<double>(count + 8, pinned: true);

        // Memory that nobody wrote to is one page of zeros, which lies in the first cache.
        entries.AsSpan().Fill(1.0);
        var ahead = (int)(-(Marshal.UnsafeAddrOfPinnedArrayElement(entries, 0) / sizeof(double)) & 7);
        return entries.AsMemory(ahead, count);
    }

    private static double Best(Func<double> measure) => Enumerable.Range(0, Repetitions).Max(_ => measure());

    /// <summary>The sum of entries, whose number is a multiple of sixty-four, on enough sums that none waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Read512(ReadOnlySpan<double> data)
    {
        ref var first = ref MemoryMarshal.GetReference(data);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (nuint i = 0; i < (nuint)data.Length; i += 64)
        {
            s0 += Vector512.LoadUnsafe(ref first, i);
            s1 += Vector512.LoadUnsafe(ref first, i + 8);
            s2 += Vector512.LoadUnsafe(ref first, i + 16);
            s3 += Vector512.LoadUnsafe(ref first, i + 24);
            s4 += Vector512.LoadUnsafe(ref first, i + 32);
            s5 += Vector512.LoadUnsafe(ref first, i + 40);
            s6 += Vector512.LoadUnsafe(ref first, i + 48);
            s7 += Vector512.LoadUnsafe(ref first, i + 56);
        }

        return Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7);
    }

    /// <inheritdoc cref="Read512"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Read256(ReadOnlySpan<double> data)
    {
        ref var first = ref MemoryMarshal.GetReference(data);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (nuint i = 0; i < (nuint)data.Length; i += 32)
        {
            s0 += Vector256.LoadUnsafe(ref first, i);
            s1 += Vector256.LoadUnsafe(ref first, i + 4);
            s2 += Vector256.LoadUnsafe(ref first, i + 8);
            s3 += Vector256.LoadUnsafe(ref first, i + 12);
            s4 += Vector256.LoadUnsafe(ref first, i + 16);
            s5 += Vector256.LoadUnsafe(ref first, i + 20);
            s6 += Vector256.LoadUnsafe(ref first, i + 24);
            s7 += Vector256.LoadUnsafe(ref first, i + 28);
        }

        return Vector256.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int MultiplyAdds512(int rounds)
    {
        var (x, y) = (Vector512.Create(0.5), Vector512.Create(1e-9));
        Vector512<double> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x, s8 = x, s9 = x, t0 = x, t1 = x, t2 = x, t3 = x, t4 = x, t5 = x;
        for (var i = 0; i < rounds; i++)
        {
            s0 = Vector512.MultiplyAddEstimate(s0, x, y);
            s1 = Vector512.MultiplyAddEstimate(s1, x, y);
            s2 = Vector512.MultiplyAddEstimate(s2, x, y);
            s3 = Vector512.MultiplyAddEstimate(s3, x, y);
            s4 = Vector512.MultiplyAddEstimate(s4, x, y);
            s5 = Vector512.MultiplyAddEstimate(s5, x, y);
            s6 = Vector512.MultiplyAddEstimate(s6, x, y);
            s7 = Vector512.MultiplyAddEstimate(s7, x, y);
            s8 = Vector512.MultiplyAddEstimate(s8, x, y);
            s9 = Vector512.MultiplyAddEstimate(s9, x, y);
            t0 = Vector512.MultiplyAddEstimate(t0, x, y);
            t1 = Vector512.MultiplyAddEstimate(t1, x, y);
            t2 = Vector512.MultiplyAddEstimate(t2, x, y);
            t3 = Vector512.MultiplyAddEstimate(t3, x, y);
            t4 = Vector512.MultiplyAddEstimate(t4, x, y);
            t5 = Vector512.MultiplyAddEstimate(t5, x, y);
        }

        Keep(Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + t0 + t1 + t2 + t3 + t4 + t5));
        return Vector512<double>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int MultiplyAdds256(int rounds)
    {
        var (x, y) = (Vector256.Create(0.5), Vector256.Create(1e-9));
        Vector256<double> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x;
        for (var i = 0; i < 2 * rounds; i++)
        {
            s0 = Vector256.MultiplyAddEstimate(s0, x, y);
            s1 = Vector256.MultiplyAddEstimate(s1, x, y);
            s2 = Vector256.MultiplyAddEstimate(s2, x, y);
            s3 = Vector256.MultiplyAddEstimate(s3, x, y);
            s4 = Vector256.MultiplyAddEstimate(s4, x, y);
            s5 = Vector256.MultiplyAddEstimate(s5, x, y);
            s6 = Vector256.MultiplyAddEstimate(s6, x, y);
            s7 = Vector256.MultiplyAddEstimate(s7, x, y);
        }

        Keep(Vector256.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7));
        return Vector256<double>.Count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep(double result) => _ = result;
}
