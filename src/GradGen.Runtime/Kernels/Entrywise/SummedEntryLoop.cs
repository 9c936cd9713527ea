using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>The loop that writes one type of <see cref="Entry"/> of every entry and sums another, both of which may read a third, computed once, as x₃.</summary>
internal static class SummedEntryLoop<TShared, TEntry, TSum>
    where TShared : struct, Entry.IEntry
    where TEntry : struct, Entry.IEntry
    where TSum : struct, Entry.IEntry
{
    /// <summary>Writes every entry and returns the sum. The arrays are of one length; one that is not read may be empty. The result may be one of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Write(
        ReadOnlySpan<double> x0, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2, Span<double> result)
    {
        // What is not given is not read: what is loaded for it is of no account.
        x1 = x1.IsEmpty ? x0 : x1;
        x2 = x2.IsEmpty ? x0 : x2;
        if (x1.Length != x0.Length || x2.Length != x0.Length)
        {
            throw new ArgumentException("Entrywise operands differ in length.");
        }

        result = result[..x0.Length];
        ref var destination = ref MemoryMarshal.GetReference(result);
        ref var a0 = ref MemoryMarshal.GetReference(x0);
        ref var a1 = ref MemoryMarshal.GetReference(x1);
        ref var a2 = ref MemoryMarshal.GetReference(x2);
        var (s0, s1, s2) = (Vector256.Create(c0), Vector256.Create(c1), Vector256.Create(c2));
        Vector256<double> even = default, odd = default;
        nint i = 0;
        for (; i <= result.Length - (2 * Lanes.Width); i += 2 * Lanes.Width)
        {
            even += Write(ref a0, ref a1, ref a2, i, s0, s1, s2, ref destination);
            odd += Write(ref a0, ref a1, ref a2, i + Lanes.Width, s0, s1, s2, ref destination);
        }

        if (i <= result.Length - Lanes.Width)
        {
            even += Write(ref a0, ref a1, ref a2, i, s0, s1, s2, ref destination);
            i += Lanes.Width;
        }

        var sum = Simd256.Sum(even + odd);
        if (i < result.Length)
        {
            var (y0, y1, y2) = (Lanes.Load(x0, (int)i), Lanes.Load(x1, (int)i), Lanes.Load(x2, (int)i));
            var shared = TShared.Of(y0, y1, y2, default, s0, s1, s2);

            // Of the last register only what stands for entries counts.
            var last = TSum.Of(y0, y1, y2, shared, s0, s1, s2);
            for (var lane = 0; lane < result.Length - (int)i; lane++)
            {
                sum += last[lane];
            }

            Lanes.Store(TEntry.Of(y0, y1, y2, shared, s0, s1, s2), result, (int)i);
        }

        return sum;
    }

    /// <summary>Writes four entries and returns what is summed of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Write(
        ref double a0, ref double a1, ref double a2, nint i, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2, ref double destination)
    {
        var (y0, y1, y2) = (Vector256.LoadUnsafe(ref a0, (nuint)i), Vector256.LoadUnsafe(ref a1, (nuint)i), Vector256.LoadUnsafe(ref a2, (nuint)i));
        var shared = TShared.Of(y0, y1, y2, default, c0, c1, c2);
        TEntry.Of(y0, y1, y2, shared, c0, c1, c2).StoreUnsafe(ref destination, (nuint)i);
        return TSum.Of(y0, y1, y2, shared, c0, c1, c2);
    }
}
