using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// What is done to a column, or to column by column, in a loop of its own where a column is so short that a call would cost more than its work, and left to
/// <see cref="TensorPrimitives"/> where it is longer.
/// </summary>
internal static class ShortColumn
{
    private const int Longest = 64;

    /// <summary>The sum of the entries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Sum(ReadOnlySpan<double> x)
    {
        if (x.Length > Longest)
        {
            return TensorPrimitives.Sum(x);
        }

        ref var first = ref MemoryMarshal.GetReference(x);
        var sums = Vector256<double>.Zero;
        nint i = 0;
        for (; i <= x.Length - Simd256.Width; i += Simd256.Width)
        {
            sums += Simd256.Load(ref Unsafe.Add(ref first, i));
        }

        var sum = Simd256.Sum(sums);
        for (; i < x.Length; i++)
        {
            sum += Unsafe.Add(ref first, i);
        }

        return sum;
    }

    /// <summary>The inner product of two spans of one length.</summary>
    internal static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length > Longest || x.Length != y.Length)
        {
            return TensorPrimitives.Dot(x, y);
        }

        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        Vector256<double> even = default, odd = default;
        nint i = 0;
        for (; i <= x.Length - (2 * Simd256.Width); i += 2 * Simd256.Width)
        {
            even = Simd256.MultiplyAdd(Simd256.Load(ref Unsafe.Add(ref a, i)), Simd256.Load(ref Unsafe.Add(ref b, i)), even);
            odd = Simd256.MultiplyAdd(
                Simd256.Load(ref Unsafe.Add(ref a, i + Simd256.Width)), Simd256.Load(ref Unsafe.Add(ref b, i + Simd256.Width)), odd);
        }

        if (i <= x.Length - Simd256.Width)
        {
            even = Simd256.MultiplyAdd(Simd256.Load(ref Unsafe.Add(ref a, i)), Simd256.Load(ref Unsafe.Add(ref b, i)), even);
            i += Simd256.Width;
        }

        var sum = Simd256.Sum(even + odd);
        for (; i < x.Length; i++)
        {
            sum = Simd64.MultiplyAdd(Unsafe.Add(ref a, i), Unsafe.Add(ref b, i), sum);
        }

        return sum;
    }

    /// <summary>x + y, of as many entries as x has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
    {
        if (x.Length > Longest)
        {
            TensorPrimitives.Add(x, y, result);
            return;
        }

        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        ref var to = ref MemoryMarshal.GetReference(result);
        nint i = 0;
        for (; i <= x.Length - Simd256.Width; i += Simd256.Width)
        {
            Simd256.Store(Simd256.Load(ref Unsafe.Add(ref a, i)) + Simd256.Load(ref Unsafe.Add(ref b, i)), ref Unsafe.Add(ref to, i));
        }

        for (; i < x.Length; i++)
        {
            Unsafe.Add(ref to, i) = Unsafe.Add(ref a, i) + Unsafe.Add(ref b, i);
        }
    }

    /// <summary>y = cx, of as many entries as x has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Multiply(ReadOnlySpan<double> x, double c, Span<double> y)
    {
        if (x.Length > Longest)
        {
            TensorPrimitives.Multiply(x, c, y);
            return;
        }

        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y);
        var weight = Simd256.Broadcast(c);
        nint i = 0;
        for (; i <= x.Length - Simd256.Width; i += Simd256.Width)
        {
            Simd256.Store(Simd256.Load(ref Unsafe.Add(ref from, i)) * weight, ref Unsafe.Add(ref to, i));
        }

        for (; i < x.Length; i++)
        {
            Unsafe.Add(ref to, i) = c * Unsafe.Add(ref from, i);
        }
    }

    /// <summary>y becomes y + cx, of as many entries as x has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddScaled(ReadOnlySpan<double> x, double c, Span<double> y)
    {
        if (x.Length > Longest)
        {
            TensorPrimitives.MultiplyAdd(x, c, y, y);
            return;
        }

        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y);
        var weight = Simd256.Broadcast(c);
        nint i = 0;
        for (; i <= x.Length - Simd256.Width; i += Simd256.Width)
        {
            ref var entry = ref Unsafe.Add(ref to, i);
            Simd256.Store(Simd256.MultiplyAdd(Simd256.Load(ref Unsafe.Add(ref from, i)), weight, Simd256.Load(ref entry)), ref entry);
        }

        for (; i < x.Length; i++)
        {
            Unsafe.Add(ref to, i) += c * Unsafe.Add(ref from, i);
        }
    }
}
