using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>Products with a small matrix with an entrywise chain of them and the sum of another one: an entry is mapped in the register where it was summed up.</summary>
internal static class SmallEntries<TShared, TEntry, TSum>
    where TShared : struct, Entry.IEntry
    where TEntry : struct, Entry.IEntry
    where TSum : struct, Entry.IEntry
{
    private const int Columns = 4;

    /// <summary>Whether a matrix is small and its rows fill registers.</summary>
    internal static bool Fits(in Block a) => a.Rows % Simd256.Width == 0 && SmallProduct.IsSmall(a.Rows, a.Columns);

    /// <summary>Writes the product and the map, which may be in the same place, and returns the sum. The rows of A fill registers; an array that is not read may be empty.</summary>
    internal static double Write(
        in Block a, ReadOnlySpan<double> x, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2, Span<double> product, Span<double> map)
    {
        nint rows = a.Rows, columns = a.Columns, stride = a.Stride, i = 0;
        ref var first = ref a.First;
        ref var weights = ref MemoryMarshal.GetReference(x);
        ref var result = ref MemoryMarshal.GetReference(map);
        ref var before = ref MemoryMarshal.GetReference(product);

        // What is not given is not read: what is loaded for it is of no account.
        ref var a1 = ref x1.IsEmpty ? ref result : ref MemoryMarshal.GetReference(x1);
        ref var a2 = ref x2.IsEmpty ? ref result : ref MemoryMarshal.GetReference(x2);
        var (s0, s1, s2) = (Vector256.Create(c0), Vector256.Create(c1), Vector256.Create(c2));
        var sums = Vector256<double>.Zero;
        for (; i < rows; i += Simd256.Width)
        {
            ref var column = ref Unsafe.Add(ref first, i);
            Vector256<double> even = default, odd = default;
            nint p = 0;
            for (; p <= columns - 2; p += 2)
            {
                even = Simd256.MultiplyAdd(Simd256.Load(ref column), Vector256.Create(Unsafe.Add(ref weights, p)), even);
                odd = Simd256.MultiplyAdd(Simd256.Load(ref Unsafe.Add(ref column, stride)), Vector256.Create(Unsafe.Add(ref weights, p + 1)), odd);
                column = ref Unsafe.Add(ref column, 2 * stride);
            }

            if (p < columns)
            {
                even = Simd256.MultiplyAdd(Simd256.Load(ref column), Vector256.Create(Unsafe.Add(ref weights, p)), even);
            }

            var sum = even + odd;
            Simd256.Store(sum, ref Unsafe.Add(ref before, i));
            sums += Map(sum, ref a1, ref a2, s0, s1, s2, ref result, i);
        }

        return Simd256.Sum(sums);
    }

    /// <summary>Writes the map of Aop(B) and returns the sum. The rows of A fill registers; an array that is not read may be empty.</summary>
    internal static double Write(
        in Block a, in Block b, bool transposeB, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2, in Block map)
    {
        nint rows = a.Rows, columns = a.Columns, stride = a.Stride, count = map.Columns, j = 0;
        var (down, across) = transposeB ? ((nint)b.Stride, (nint)1) : (1, b.Stride);
        ref var first = ref a.First;
        ref var result = ref map.First;
        ref var a1 = ref x1.IsEmpty ? ref result : ref MemoryMarshal.GetReference(x1);
        ref var a2 = ref x2.IsEmpty ? ref result : ref MemoryMarshal.GetReference(x2);
        var (s0, s1, s2) = (Vector256.Create(c0), Vector256.Create(c1), Vector256.Create(c2));
        Vector256<double> even = default, odd = default;
        for (; j <= count - Columns; j += Columns)
        {
            for (nint i = 0; i < rows; i += Simd256.Width)
            {
                ref var column = ref Unsafe.Add(ref first, i);
                ref var weights = ref Unsafe.Add(ref b.First, j * across);
                Vector256<double> y0 = default, y1 = default, y2 = default, y3 = default;
                for (nint p = 0; p < columns; p++)
                {
                    var entries = Simd256.Load(ref column);
                    y0 = Simd256.MultiplyAdd(entries, Vector256.Create(weights), y0);
                    y1 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref weights, across)), y1);
                    y2 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref weights, 2 * across)), y2);
                    y3 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref weights, 3 * across)), y3);
                    column = ref Unsafe.Add(ref column, stride);
                    weights = ref Unsafe.Add(ref weights, down);
                }

                var at = (j * rows) + i;
                even += Map(y0, ref a1, ref a2, s0, s1, s2, ref result, at);
                odd += Map(y1, ref a1, ref a2, s0, s1, s2, ref result, at += rows);
                even += Map(y2, ref a1, ref a2, s0, s1, s2, ref result, at += rows);
                odd += Map(y3, ref a1, ref a2, s0, s1, s2, ref result, at + rows);
            }
        }

        for (; j < count; j++)
        {
            for (nint i = 0; i < rows; i += Simd256.Width)
            {
                ref var column = ref Unsafe.Add(ref first, i);
                ref var weight = ref Unsafe.Add(ref b.First, j * across);
                Vector256<double> sum = default;
                for (nint p = 0; p < columns; p++)
                {
                    sum = Simd256.MultiplyAdd(Simd256.Load(ref column), Vector256.Create(weight), sum);
                    column = ref Unsafe.Add(ref column, stride);
                    weight = ref Unsafe.Add(ref weight, down);
                }

                even += Map(sum, ref a1, ref a2, s0, s1, s2, ref result, (j * rows) + i);
            }
        }

        return Simd256.Sum(even + odd);
    }

    /// <summary>Writes four entries of the map and returns what is summed of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Map(
        Vector256<double> y0, ref double x1, ref double x2, Vector256<double> c0, Vector256<double> c1, Vector256<double> c2, ref double map, nint at)
    {
        var (y1, y2) = (Simd256.Load(ref Unsafe.Add(ref x1, at)), Simd256.Load(ref Unsafe.Add(ref x2, at)));
        var shared = TShared.Of(y0, y1, y2, default, c0, c1, c2);
        Simd256.Store(TEntry.Of(y0, y1, y2, shared, c0, c1, c2), ref Unsafe.Add(ref map, at));
        return TSum.Of(y0, y1, y2, shared, c0, c1, c2);
    }
}
