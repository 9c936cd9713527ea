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
    internal static void Multiply(double alpha, in Block a, ReadOnlySpan<double> x, double beta, Span<double> y) =>
        Combination(alpha, a, ref MemoryMarshal.GetReference(x), 1, beta, ref MemoryMarshal.GetReference(y));

    /// <inheritdoc cref="MatrixVectorProduct.MultiplyTranspose"/>
    internal static void MultiplyTranspose(double alpha, in Block a, ReadOnlySpan<double> x, double beta, Span<double> y) =>
        Dots(alpha, a, ref MemoryMarshal.GetReference(x), beta, ref MemoryMarshal.GetReference(y));

    /// <inheritdoc cref="MatrixProduct.Multiply(double, in Block, bool, in Block, bool, double, in Block)"/>
    internal static void Multiply(double alpha, in Block a, bool transposeA, in Block b, bool transposeB, double beta, in Block c)
    {
        if (transposeA && transposeB)
        {
            Entries(alpha, a, b, beta, c);
            return;
        }

        var j = 0;
        if (transposeA)
        {
            for (; j <= c.Columns - 2; j += 2)
            {
                Dots(alpha, a, ref b[0, j], ref b[0, j + 1], beta, ref c[0, j], ref c[0, j + 1]);
            }

            for (; j < c.Columns; j++)
            {
                Dots(alpha, a, ref b[0, j], beta, ref c[0, j]);
            }

            return;
        }

        // Where an entry of op(B) is, by its row and by its column.
        var (down, across) = transposeB ? (b.Stride, 1) : (1, b.Stride);
        for (; j <= c.Columns - Width; j += Width)
        {
            Combinations(alpha, a, ref Unsafe.Add(ref b.First, j * across), down, across, beta, ref c[0, j], c.Stride);
        }

        for (; j < c.Columns; j++)
        {
            Combination(alpha, a, ref Unsafe.Add(ref b.First, j * across), down, beta, ref c[0, j]);
        }
    }

    /// <summary>Four columns of C = αAB + βC, in tiles of eight and four rows: a column of A is read once for all of them.</summary>
    private static void Combinations(double alpha, in Block a, ref double b, nint down, nint across, double beta, ref double c, nint next)
    {
        nint rows = a.Rows, columns = a.Columns, stride = a.Stride, i = 0;
        ref var first = ref a.First;
        for (; i <= rows - (2 * Width); i += 2 * Width)
        {
            ref var column = ref Unsafe.Add(ref first, i);
            ref var weights = ref b;
            Vector256<double> upper0 = default, upper1 = default, upper2 = default, upper3 = default, lower0 = default, lower1 = default, lower2 = default, lower3 = default;
            for (nint p = 0; p < columns; p++)
            {
                var (upper, lower) = (Load(ref column, 0), Load(ref column, Width));
                var weight = Vector256.Create(weights);
                upper0 = Simd256.MultiplyAdd(upper, weight, upper0);
                lower0 = Simd256.MultiplyAdd(lower, weight, lower0);
                weight = Vector256.Create(Unsafe.Add(ref weights, across));
                upper1 = Simd256.MultiplyAdd(upper, weight, upper1);
                lower1 = Simd256.MultiplyAdd(lower, weight, lower1);
                weight = Vector256.Create(Unsafe.Add(ref weights, 2 * across));
                upper2 = Simd256.MultiplyAdd(upper, weight, upper2);
                lower2 = Simd256.MultiplyAdd(lower, weight, lower2);
                weight = Vector256.Create(Unsafe.Add(ref weights, 3 * across));
                upper3 = Simd256.MultiplyAdd(upper, weight, upper3);
                lower3 = Simd256.MultiplyAdd(lower, weight, lower3);
                column = ref Unsafe.Add(ref column, stride);
                weights = ref Unsafe.Add(ref weights, down);
            }

            ref var result = ref Unsafe.Add(ref c, i);
            Write(alpha, upper0, beta, ref result);
            Write(alpha, lower0, beta, ref Unsafe.Add(ref result, Width));
            result = ref Unsafe.Add(ref result, next);
            Write(alpha, upper1, beta, ref result);
            Write(alpha, lower1, beta, ref Unsafe.Add(ref result, Width));
            result = ref Unsafe.Add(ref result, next);
            Write(alpha, upper2, beta, ref result);
            Write(alpha, lower2, beta, ref Unsafe.Add(ref result, Width));
            result = ref Unsafe.Add(ref result, next);
            Write(alpha, upper3, beta, ref result);
            Write(alpha, lower3, beta, ref Unsafe.Add(ref result, Width));
        }

        if (i <= rows - Width)
        {
            ref var column = ref Unsafe.Add(ref first, i);
            ref var weights = ref b;
            Vector256<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            for (nint p = 0; p < columns; p++)
            {
                var entries = Load(ref column, 0);
                sum0 = Simd256.MultiplyAdd(entries, Vector256.Create(weights), sum0);
                sum1 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref weights, across)), sum1);
                sum2 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref weights, 2 * across)), sum2);
                sum3 = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref weights, 3 * across)), sum3);
                column = ref Unsafe.Add(ref column, stride);
                weights = ref Unsafe.Add(ref weights, down);
            }

            ref var result = ref Unsafe.Add(ref c, i);
            Write(alpha, sum0, beta, ref result);
            Write(alpha, sum1, beta, ref Unsafe.Add(ref result, next));
            Write(alpha, sum2, beta, ref Unsafe.Add(ref result, 2 * next));
            Write(alpha, sum3, beta, ref Unsafe.Add(ref result, 3 * next));
            i += Width;
        }

        if (i < rows)
        {
            var rest = new Block(ref Unsafe.Add(ref first, i), (int)(rows - i), (int)columns, (int)stride);
            for (nint q = 0; q < Width; q++)
            {
                Combination(alpha, rest, ref Unsafe.Add(ref b, q * across), down, beta, ref Unsafe.Add(ref c, (q * next) + i));
            }
        }
    }

    /// <summary>y = αAx + βy as a combination of the columns of A; x is read with a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Combination(double alpha, in Block a, ref double x, nint step, double beta, ref double y)
    {
        // In registers: of a block that is passed by reference a store might change them.
        nint rows = a.Rows, columns = a.Columns, stride = a.Stride, i = 0;
        ref var first = ref a.First;
        for (; i <= rows - (2 * Width); i += 2 * Width)
        {
            ref var column = ref Unsafe.Add(ref first, i);
            Vector256<double> upper = default, lower = default, upper2 = default, lower2 = default;
            nint p = 0, at = 0, w = 0;
            for (; p <= columns - 2; p += 2)
            {
                var weight = Vector256.Create(Unsafe.Add(ref x, w));
                upper = Simd256.MultiplyAdd(Load(ref column, at), weight, upper);
                lower = Simd256.MultiplyAdd(Load(ref column, at + Width), weight, lower);
                at += stride;
                weight = Vector256.Create(Unsafe.Add(ref x, w + step));
                upper2 = Simd256.MultiplyAdd(Load(ref column, at), weight, upper2);
                lower2 = Simd256.MultiplyAdd(Load(ref column, at + Width), weight, lower2);
                at += stride;
                w += 2 * step;
            }

            if (p < columns)
            {
                var weight = Vector256.Create(Unsafe.Add(ref x, w));
                upper = Simd256.MultiplyAdd(Load(ref column, at), weight, upper);
                lower = Simd256.MultiplyAdd(Load(ref column, at + Width), weight, lower);
            }

            Write(alpha, upper + upper2, beta, ref Unsafe.Add(ref y, i));
            Write(alpha, lower + lower2, beta, ref Unsafe.Add(ref y, i + Width));
        }

        for (; i <= rows - Width; i += Width)
        {
            Vector256<double> sum = default;
            for (nint p = 0; p < columns; p++)
            {
                sum = Simd256.MultiplyAdd(Load(ref first, (p * stride) + i), Vector256.Create(Unsafe.Add(ref x, p * step)), sum);
            }

            Write(alpha, sum, beta, ref Unsafe.Add(ref y, i));
        }

        for (; i < rows; i++)
        {
            var sum = 0.0;
            for (nint p = 0; p < columns; p++)
            {
                sum = Simd64.MultiplyAdd(Unsafe.Add(ref first, (p * stride) + i), Unsafe.Add(ref x, p * step), sum);
            }

            Write(alpha, sum, beta, ref Unsafe.Add(ref y, i));
        }
    }

    /// <summary>y = αAᵀx + βy by inner products, of four columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Dots(double alpha, in Block a, ref double x, double beta, ref double y)
    {
        nint rows = a.Rows, columns = a.Columns, stride = a.Stride, i = 0;
        ref var first = ref a.First;
        for (; i <= columns - Width; i += Width)
        {
            ref var a0 = ref Unsafe.Add(ref first, i * stride);
            ref var a1 = ref Unsafe.Add(ref a0, stride);
            ref var a2 = ref Unsafe.Add(ref a1, stride);
            ref var a3 = ref Unsafe.Add(ref a2, stride);
            Vector256<double> d0 = default, d1 = default, d2 = default, d3 = default;
            nint p = 0;
            for (; p <= rows - Width; p += Width)
            {
                var value = Load(ref x, p);
                d0 = Simd256.MultiplyAdd(Load(ref a0, p), value, d0);
                d1 = Simd256.MultiplyAdd(Load(ref a1, p), value, d1);
                d2 = Simd256.MultiplyAdd(Load(ref a2, p), value, d2);
                d3 = Simd256.MultiplyAdd(Load(ref a3, p), value, d3);
            }

            var dots = Simd256.Sums(d0, d1, d2, d3);
            for (; p < rows; p++)
            {
                var entries = Vector256.Create(Unsafe.Add(ref a0, p), Unsafe.Add(ref a1, p), Unsafe.Add(ref a2, p), Unsafe.Add(ref a3, p));
                dots = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref x, p)), dots);
            }

            Write(alpha, dots, beta, ref Unsafe.Add(ref y, i));
        }

        for (; i < columns; i++)
        {
            ref var column = ref Unsafe.Add(ref first, i * stride);
            Vector256<double> sums = default;
            nint p = 0;
            for (; p <= rows - Width; p += Width)
            {
                sums = Simd256.MultiplyAdd(Load(ref column, p), Load(ref x, p), sums);
            }

            var dot = Simd256.Sum(sums);
            for (; p < rows; p++)
            {
                dot = Simd64.MultiplyAdd(Unsafe.Add(ref column, p), Unsafe.Add(ref x, p), dot);
            }

            Write(alpha, dot, beta, ref Unsafe.Add(ref y, i));
        }
    }

    /// <summary>Two columns of C = αAᵀB + βC by inner products: four columns of A are read once for both.</summary>
    private static void Dots(double alpha, in Block a, ref double x, ref double y, double beta, ref double c, ref double d)
    {
        nint rows = a.Rows, columns = a.Columns, stride = a.Stride, i = 0;
        ref var first = ref a.First;
        for (; i <= columns - Width; i += Width)
        {
            ref var a0 = ref Unsafe.Add(ref first, i * stride);
            ref var a1 = ref Unsafe.Add(ref a0, stride);
            ref var a2 = ref Unsafe.Add(ref a1, stride);
            ref var a3 = ref Unsafe.Add(ref a2, stride);
            Vector256<double> x0 = default, x1 = default, x2 = default, x3 = default, y0 = default, y1 = default, y2 = default, y3 = default;
            nint p = 0;
            for (; p <= rows - Width; p += Width)
            {
                var (ofX, ofY) = (Load(ref x, p), Load(ref y, p));
                var column = Load(ref a0, p);
                x0 = Simd256.MultiplyAdd(column, ofX, x0);
                y0 = Simd256.MultiplyAdd(column, ofY, y0);
                column = Load(ref a1, p);
                x1 = Simd256.MultiplyAdd(column, ofX, x1);
                y1 = Simd256.MultiplyAdd(column, ofY, y1);
                column = Load(ref a2, p);
                x2 = Simd256.MultiplyAdd(column, ofX, x2);
                y2 = Simd256.MultiplyAdd(column, ofY, y2);
                column = Load(ref a3, p);
                x3 = Simd256.MultiplyAdd(column, ofX, x3);
                y3 = Simd256.MultiplyAdd(column, ofY, y3);
            }

            var (ofFirst, ofSecond) = (Simd256.Sums(x0, x1, x2, x3), Simd256.Sums(y0, y1, y2, y3));
            for (; p < rows; p++)
            {
                var entries = Vector256.Create(Unsafe.Add(ref a0, p), Unsafe.Add(ref a1, p), Unsafe.Add(ref a2, p), Unsafe.Add(ref a3, p));
                ofFirst = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref x, p)), ofFirst);
                ofSecond = Simd256.MultiplyAdd(entries, Vector256.Create(Unsafe.Add(ref y, p)), ofSecond);
            }

            Write(alpha, ofFirst, beta, ref Unsafe.Add(ref c, i));
            Write(alpha, ofSecond, beta, ref Unsafe.Add(ref d, i));
        }

        if (i < columns)
        {
            var rest = new Block(ref Unsafe.Add(ref first, i * stride), (int)rows, (int)(columns - i), (int)stride);
            Dots(alpha, rest, ref x, beta, ref Unsafe.Add(ref c, i));
            Dots(alpha, rest, ref y, beta, ref Unsafe.Add(ref d, i));
        }
    }

    /// <summary>C = αAᵀBᵀ + βC, entry by entry.</summary>
    private static void Entries(double alpha, in Block a, in Block b, double beta, in Block c)
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
