using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>The loops that compute every entry by a type of <see cref="Entry"/>. Operands that the type does not read are not read.</summary>
internal readonly ref struct EntryLoop<TEntry>
    where TEntry : struct, Entry.IEntry
{
    private readonly ReadOnlySpan<double> _x0;
    private readonly ReadOnlySpan<double> _x1;
    private readonly ReadOnlySpan<double> _x2;
    private readonly ReadOnlySpan<double> _x3;

    /// <summary>The arrays, all of one length; those that are not read may be empty. Inlined, as a copy of the spans would wait for each of them to be written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal EntryLoop(ReadOnlySpan<double> x0, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, ReadOnlySpan<double> x3)
    {
        // What the loops rely on.
        if ((TEntry.Arrays > 1 && x1.Length != x0.Length) || (TEntry.Arrays > 2 && x2.Length != x0.Length) || (TEntry.Arrays > 3 && x3.Length != x0.Length))
        {
            throw new ArgumentException("Entrywise operands differ in length.");
        }

        _x0 = x0;
        _x1 = x1;
        _x2 = x2;
        _x3 = x3;
    }

    /// <summary>Writes every entry; the result may be one of the arrays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Write(double c0, double c1, double c2, Span<double> result)
    {
        result = result[.._x0.Length];
        ref var destination = ref MemoryMarshal.GetReference(result);
        ref var a0 = ref MemoryMarshal.GetReference(_x0);
        ref var a1 = ref MemoryMarshal.GetReference(_x1);
        ref var a2 = ref MemoryMarshal.GetReference(_x2);
        ref var a3 = ref MemoryMarshal.GetReference(_x3);
        var (s0, s1, s2) = (Vector256.Create(c0), Vector256.Create(c1), Vector256.Create(c2));
        nint i = 0;
        for (; i <= result.Length - Lanes.Width; i += Lanes.Width)
        {
            Of(ref a0, ref a1, ref a2, ref a3, i, s0, s1, s2).StoreUnsafe(ref destination, (nuint)i);
        }

        if (i < result.Length)
        {
            Lanes.Store(OfLast((int)i, s0, s1, s2), result, (int)i);
        }
    }

    /// <summary>The sum of every entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double Sum(double c0, double c1, double c2)
    {
        ref var a0 = ref MemoryMarshal.GetReference(_x0);
        ref var a1 = ref MemoryMarshal.GetReference(_x1);
        ref var a2 = ref MemoryMarshal.GetReference(_x2);
        ref var a3 = ref MemoryMarshal.GetReference(_x3);
        var (s0, s1, s2) = (Vector256.Create(c0), Vector256.Create(c1), Vector256.Create(c2));
        Vector256<double> even = default, odd = default;
        nint i = 0;
        for (; i <= _x0.Length - (2 * Lanes.Width); i += 2 * Lanes.Width)
        {
            even += Of(ref a0, ref a1, ref a2, ref a3, i, s0, s1, s2);
            odd += Of(ref a0, ref a1, ref a2, ref a3, i + Lanes.Width, s0, s1, s2);
        }

        if (i <= _x0.Length - Lanes.Width)
        {
            even += Of(ref a0, ref a1, ref a2, ref a3, i, s0, s1, s2);
            i += Lanes.Width;
        }

        var sum = Simd256.Sum(even + odd);
        if (i < _x0.Length)
        {
            // Of the last register only what stands for entries counts.
            var last = OfLast((int)i, s0, s1, s2);
            for (var lane = 0; lane < _x0.Length - (int)i; lane++)
            {
                sum += last[lane];
            }
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(
        ref double a0, ref double a1, ref double a2, ref double a3, nint i, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
        TEntry.Of(
            Vector256.LoadUnsafe(ref a0, (nuint)i),
            TEntry.Arrays > 1 ? Vector256.LoadUnsafe(ref a1, (nuint)i) : default,
            TEntry.Arrays > 2 ? Vector256.LoadUnsafe(ref a2, (nuint)i) : default,
            TEntry.Arrays > 3 ? Vector256.LoadUnsafe(ref a3, (nuint)i) : default,
            c0,
            c1,
            c2);

    /// <summary>The last entries, fewer than a register holds.</summary>
    private Vector256<double> OfLast(int i, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2) =>
        TEntry.Of(
            Lanes.Load(_x0, i),
            TEntry.Arrays > 1 ? Lanes.Load(_x1, i) : default,
            TEntry.Arrays > 2 ? Lanes.Load(_x2, i) : default,
            TEntry.Arrays > 3 ? Lanes.Load(_x3, i) : default,
            c0,
            c1,
            c2);
}
