using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// Products of matrices of which no side is longer than 16, where the choice of a tile and the calls of its loops cost more than the work:
/// four entries of a column at once, sums in registers, nothing packed, and no loop but these.
/// </summary>
internal static class SmallProduct
{
    private const int LongestSide = 16;
    private const int Width = 4;

    internal static bool IsSmall(int rows, int columns) => rows <= LongestSide && columns <= LongestSide;

    /// <inheritdoc cref="MatrixVectorProduct.Multiply"/>
    internal static void Multiply(double alpha, Block a, ReadOnlySpan<double> x, double beta, Span<double> y) =>
        Columns(alpha, a, ref MemoryMarshal.GetReference(x), 1, 0, beta, ref MemoryMarshal.GetReference(y), 0, 1);

    /// <inheritdoc cref="MatrixVectorProduct.MultiplyTranspose"/>
    internal static void MultiplyTranspose(double alpha, Block a, ReadOnlySpan<double> x, double beta, Span<double> y) =>
        Dots(alpha, a, ref MemoryMarshal.GetReference(x), 0, beta, ref MemoryMarshal.GetReference(y), 0, 1);

    /// <inheritdoc cref="MatrixProduct.Multiply(double, Block, bool, Block, bool, double, Block)"/>
    internal static void Multiply(double alpha, Block a, bool transposeA, Block b, bool transposeB, double beta, Block c)
    {
        if (!transposeA)
        {
            var (step, columnStep) = transposeB ? (b.Stride, 1) : (1, b.Stride);
            Columns(alpha, a, ref b.First, step, columnStep, beta, ref c.First, c.Stride, c.Columns);
        }
        else if (!transposeB)
        {
            Dots(alpha, a, ref b.First, b.Stride, beta, ref c.First, c.Stride, c.Columns);
        }
        else
        {
            Entries(alpha, a, b, beta, c);
        }
    }

    /// <summary>C = αAB + βC by columns of C, as combinations of those of A; B is read with a step along its columns and another one from one to the next.</summary>
    private static void Columns(double alpha, Block a, ref double b, nint bStep, nint bColumn, double beta, ref double c, nint cStride, int columns)
    {
        nint i = 0;
        for (; i <= a.Rows - (2 * Width); i += 2 * Width)
        {
            for (nint j = 0; j < columns; j++)
            {
                ref var column = ref Unsafe.Add(ref a.First, i);
                ref var weights = ref Unsafe.Add(ref b, j * bColumn);
                Vector256<double> upper = default, lower = default, upper2 = default, lower2 = default;
                nint p = 0, at = 0, w = 0;
                for (; p <= a.Columns - 2; p += 2)
                {
                    var weight = Vector256.Create(Unsafe.Add(ref weights, w));
                    upper = Simd256.MultiplyAdd(Load(ref column, at), weight, upper);
                    lower = Simd256.MultiplyAdd(Load(ref column, at + Width), weight, lower);
                    at += a.Stride;
                    weight = Vector256.Create(Unsafe.Add(ref weights, w + bStep));
                    upper2 = Simd256.MultiplyAdd(Load(ref column, at), weight, upper2);
                    lower2 = Simd256.MultiplyAdd(Load(ref column, at + Width), weight, lower2);
                    at += a.Stride;
                    w += 2 * bStep;
                }

                if (p < a.Columns)
                {
                    var weight = Vector256.Create(Unsafe.Add(ref weights, w));
                    upper = Simd256.MultiplyAdd(Load(ref column, at), weight, upper);
                    lower = Simd256.MultiplyAdd(Load(ref column, at + Width), weight, lower);
                }

                ref var result = ref Unsafe.Add(ref c, (j * cStride) + i);
                Write(alpha, upper + upper2, beta, ref result);
                Write(alpha, lower + lower2, beta, ref Unsafe.Add(ref result, Width));
            }
        }

        for (; i <= a.Rows - Width; i += Width)
        {
            for (nint j = 0; j < columns; j++)
            {
                Vector256<double> sum = default;
                for (nint p = 0; p < a.Columns; p++)
                {
                    var weight = Vector256.Create(Unsafe.Add(ref b, (j * bColumn) + (p * bStep)));
                    sum = Simd256.MultiplyAdd(Load(ref a.First, (p * a.Stride) + i), weight, sum);
                }

                Write(alpha, sum, beta, ref Unsafe.Add(ref c, (j * cStride) + i));
            }
        }

        for (; i < a.Rows; i++)
        {
            for (nint j = 0; j < columns; j++)
            {
                var sum = 0.0;
                for (nint p = 0; p < a.Columns; p++)
                {
                    sum = Simd64.MultiplyAdd(Unsafe.Add(ref a.First, (p * a.Stride) + i), Unsafe.Add(ref b, (j * bColumn) + (p * bStep)), sum);
                }

                Write(alpha, sum, beta, ref Unsafe.Add(ref c, (j * cStride) + i));
            }
        }
    }

    /// <summary>C = αAᵀB + βC by inner products of columns, four of A with one of B.</summary>
    private static void Dots(double alpha, Block a, ref double b, nint bStride, double beta, ref double c, nint cStride, int columns)
    {
        nint i = 0;
        for (; i <= a.Columns - Width; i += Width)
        {
            ref var a0 = ref a[0, (int)i];
            ref var a1 = ref Unsafe.Add(ref a0, a.Stride);
            ref var a2 = ref Unsafe.Add(ref a1, a.Stride);
            ref var a3 = ref Unsafe.Add(ref a2, a.Stride);
            for (nint j = 0; j < columns; j++)
            {
                ref var x = ref Unsafe.Add(ref b, j * bStride);
                Vector256<double> d0 = default, d1 = default, d2 = default, d3 = default;
                nint p = 0;
                for (; p <= a.Rows - Width; p += Width)
                {
                    var value = Load(ref x, p);
                    d0 = Simd256.MultiplyAdd(Load(ref a0, p), value, d0);
                    d1 = Simd256.MultiplyAdd(Load(ref a1, p), value, d1);
                    d2 = Simd256.MultiplyAdd(Load(ref a2, p), value, d2);
                    d3 = Simd256.MultiplyAdd(Load(ref a3, p), value, d3);
                }

                var dots = Simd256.Sums(d0, d1, d2, d3);
                for (; p < a.Rows; p++)
                {
                    var entries = Vector256.Create(Unsafe.Add(ref a0, p), Unsafe.Add(ref a1, p), Unsafe.Add(ref a2, p), Unsafe.Add(ref a3, p));
                    dots = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref x, p)), dots);
                }

                Write(alpha, dots, beta, ref Unsafe.Add(ref c, (j * cStride) + i));
            }
        }

        for (; i < a.Columns; i++)
        {
            ref var column = ref a[0, (int)i];
            for (nint j = 0; j < columns; j++)
            {
                ref var x = ref Unsafe.Add(ref b, j * bStride);
                Vector256<double> sums = default;
                nint p = 0;
                for (; p <= a.Rows - Width; p += Width)
                {
                    sums = Simd256.MultiplyAdd(Load(ref column, p), Load(ref x, p), sums);
                }

                var dot = Simd256.Sum(sums);
                for (; p < a.Rows; p++)
                {
                    dot = Simd64.MultiplyAdd(Unsafe.Add(ref column, p), Unsafe.Add(ref x, p), dot);
                }

                Write(alpha, dot, beta, ref Unsafe.Add(ref c, (j * cStride) + i));
            }
        }
    }

    /// <summary>C = αAᵀBᵀ + βC, entry by entry.</summary>
    private static void Entries(double alpha, Block a, Block b, double beta, Block c)
    {
        for (var j = 0; j < c.Columns; j++)
        {
            for (var i = 0; i < c.Rows; i++)
            {
                var sum = 0.0;
                for (var p = 0; p < a.Rows; p++)
                {
                    sum = Simd64.MultiplyAdd(a[p, i], b[j, p], sum);
                }

                Write(alpha, sum, beta, ref c[i, j]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(double alpha, Vector256<double> sum, double beta, ref double c)
    {
        var result = sum * alpha;
        if (beta != 0.0)
        {
            result += Load(ref c, 0) * beta;
        }

        result.StoreUnsafe(ref c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(double alpha, double sum, double beta, ref double c) => c = beta == 0.0 ? alpha * sum : (alpha * sum) + (beta * c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double x, nint i) => Vector256.LoadUnsafe(ref x, (nuint)i);
}
