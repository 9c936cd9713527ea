using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>Ax of a small matrix with an entrywise chain of it and the sum of another one: an entry is mapped in the register where it was summed up.</summary>
internal static class SmallEntries<TShared, TEntry, TSum>
    where TShared : struct, Entry.IEntry
    where TEntry : struct, Entry.IEntry
    where TSum : struct, Entry.IEntry
{
    /// <summary>Writes the product and the map, which may be in the same place, and returns the sum. A has four rows or a multiple of them; an array that is not read may be empty.</summary>
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

            var (y0, y1, y2) = (even + odd, Simd256.Load(ref Unsafe.Add(ref a1, i)), Simd256.Load(ref Unsafe.Add(ref a2, i)));
            var shared = TShared.Of(y0, y1, y2, default, s0, s1, s2);
            sums += TSum.Of(y0, y1, y2, shared, s0, s1, s2);
            Simd256.Store(y0, ref Unsafe.Add(ref before, i));
            Simd256.Store(TEntry.Of(y0, y1, y2, shared, s0, s1, s2), ref Unsafe.Add(ref result, i));
        }

        return Simd256.Sum(sums);
    }
}
