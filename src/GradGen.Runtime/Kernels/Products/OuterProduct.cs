using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>Outer products xyᵀ. A large one is written past the caches, which saves reading what is overwritten.</summary>
internal static class OuterProduct
{
    // 8 MB; smaller results are likely to be read from a cache soon.
    private const long LargeCount = 1 << 20;

    // A longer column is left to TensorPrimitives.
    private const int LongestShort = 64;
    private const int Columns = 4;

    /// <summary>C = αxyᵀ.</summary>
    internal static void Write(double alpha, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Block c)
    {
        var large = (long)c.Rows * c.Columns >= LargeCount;
        for (var j = ShortColumns<Written>(alpha, x, y, c); j < c.Columns; j++)
        {
            if (large)
            {
                Stream(x, alpha * y[j], c.Column(j));
            }
            else
            {
                ShortColumn.Multiply(x, alpha * y[j], c.Column(j));
            }
        }
    }

    /// <summary>C = C + αxyᵀ.</summary>
    internal static void Add(double alpha, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Block c)
    {
        for (var j = ShortColumns<Added>(alpha, x, y, c); j < c.Columns; j++)
        {
            ShortColumn.AddScaled(x, alpha * y[j], c.Column(j));
        }
    }

    /// <summary>Four columns at a time, if they are short, so that x is read once for all of them; returns how many columns are done.</summary>
    private static int ShortColumns<TUpdate>(double alpha, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Block c)
        where TUpdate : struct, IUpdate
    {
        if (x.Length > LongestShort)
        {
            return 0;
        }

        ref var from = ref MemoryMarshal.GetReference(x);
        var j = 0;
        for (; j <= c.Columns - Columns; j += Columns)
        {
            var (w0, w1, w2, w3) = (alpha * y[j], alpha * y[j + 1], alpha * y[j + 2], alpha * y[j + 3]);
            var (v0, v1, v2, v3) = (Simd256.Broadcast(w0), Simd256.Broadcast(w1), Simd256.Broadcast(w2), Simd256.Broadcast(w3));
            ref var c0 = ref c[0, j];
            ref var c1 = ref Unsafe.Add(ref c0, c.Stride);
            ref var c2 = ref Unsafe.Add(ref c1, c.Stride);
            ref var c3 = ref Unsafe.Add(ref c2, c.Stride);
            nint i = 0;
            for (; i <= x.Length - Simd256.Width; i += Simd256.Width)
            {
                var entries = Simd256.Load(ref Unsafe.Add(ref from, i));
                TUpdate.Apply(entries, v0, ref Unsafe.Add(ref c0, i));
                TUpdate.Apply(entries, v1, ref Unsafe.Add(ref c1, i));
                TUpdate.Apply(entries, v2, ref Unsafe.Add(ref c2, i));
                TUpdate.Apply(entries, v3, ref Unsafe.Add(ref c3, i));
            }

            for (; i < x.Length; i++)
            {
                var entry = Unsafe.Add(ref from, i);
                TUpdate.Apply(entry, w0, ref Unsafe.Add(ref c0, i));
                TUpdate.Apply(entry, w1, ref Unsafe.Add(ref c1, i));
                TUpdate.Apply(entry, w2, ref Unsafe.Add(ref c2, i));
                TUpdate.Apply(entry, w3, ref Unsafe.Add(ref c3, i));
            }
        }

        return j;
    }

    private static unsafe void Stream(ReadOnlySpan<double> x, double weight, Span<double> column)
    {
        fixed (double* destination = column)
        {
            var i = 0;
            for (; i < column.Length && ((nuint)(destination + i) & 31) != 0; i++)
            {
                destination[i] = x[i] * weight;
            }

            ref var source = ref MemoryMarshal.GetReference(x);
            for (; i <= column.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                (Vector256.LoadUnsafe(ref source, (nuint)i) * weight).StoreAlignedNonTemporal(destination + i);
            }

            for (; i < column.Length; i++)
            {
                destination[i] = x[i] * weight;
            }
        }
    }

    /// <summary>What becomes of entries of a column.</summary>
    private interface IUpdate
    {
        static abstract void Apply(Vector256<double> x, Vector256<double> weight, ref double c);

        static abstract void Apply(double x, double weight, ref double c);
    }

    private readonly struct Written : IUpdate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply(Vector256<double> x, Vector256<double> weight, ref double c) => Simd256.Store(x * weight, ref c);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply(double x, double weight, ref double c) => c = x * weight;
    }

    private readonly struct Added : IUpdate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply(Vector256<double> x, Vector256<double> weight, ref double c) => Simd256.Store(Simd256.MultiplyAdd(x, weight, Simd256.Load(ref c)), ref c);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply(double x, double weight, ref double c) => c += weight * x;
    }
}
