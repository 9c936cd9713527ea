using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>Outer products xyᵀ. A large one is written past the caches, which saves reading what is overwritten.</summary>
internal static class OuterProduct
{
    // 8 MB; smaller results are likely to be read from a cache soon.
    private const long LargeCount = 1 << 20;

    /// <summary>C = αxyᵀ.</summary>
    internal static void Write(double alpha, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Block c)
    {
        var large = (long)c.Rows * c.Columns >= LargeCount;
        for (var j = 0; j < c.Columns; j++)
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
        for (var j = 0; j < c.Columns; j++)
        {
            ShortColumn.AddScaled(x, alpha * y[j], c.Column(j));
        }
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
}
