using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// AᵀB for a B of few columns: every entry is the inner product of two contiguous columns, three columns of A by four of B at once.
/// Nothing is packed, which would cost more than the product itself.
/// </summary>
internal static class DotTile
{
    private const int FewColumns = 24;
    private const int LongColumns = 32;

    // So much of three columns of A and of those of B stays in the second cache: the longer a column, the better memory delivers it.
    private const int EntriesAtHand = 16 * 1024;

    internal static bool IsBetter(int k, int columns) => columns <= FewColumns && k >= LongColumns;

    /// <summary>C = αAᵀB, or C + αAᵀB.</summary>
    internal static void Multiply(double alpha, Block a, Block b, bool add, Block c)
    {
        var depth = EntriesAtHand / (b.Columns + 3);
        for (var p = 0; p < a.Rows; p += depth)
        {
            var d = Math.Min(depth, a.Rows - p);
            var left = a.Part(p, d, 0, a.Columns);
            var right = b.Part(p, d, 0, b.Columns);
            if (Vector512.IsHardwareAccelerated)
            {
                Multiply<Simd512, Vector512<double>>(alpha, left, right, add || p > 0, c);
            }
            else
            {
                Multiply<Simd256, Vector256<double>>(alpha, left, right, add || p > 0, c);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<TSimd, TVector>(double alpha, Block a, Block b, bool add, Block c)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        Span<double> dots = stackalloc double[12];
        for (var i = 0; i < a.Columns;)
        {
            var rows = a.Columns - i >= 3 ? 3 : 1;
            for (var j = 0; j < b.Columns;)
            {
                var columns = b.Columns - j >= 4 ? 4 : 1;
                switch (rows, columns)
                {
                    case (3, 4):
                        ThreeByFour<TSimd, TVector>(a.Rows, ref a[0, i], a.Stride, ref b[0, j], b.Stride, dots);
                        break;
                    case (3, 1):
                        Three<TSimd, TVector>(a.Rows, ref a[0, i], a.Stride, ref b[0, j], dots);
                        break;
                    case (1, 4):
                        Three<TSimd, TVector>(a.Rows, ref b[0, j], b.Stride, ref a[0, i], dots);
                        dots[3] = One<TSimd, TVector>(a.Rows, ref b[0, j + 3], ref a[0, i]);
                        break;
                    default:
                        dots[0] = One<TSimd, TVector>(a.Rows, ref a[0, i], ref b[0, j]);
                        break;
                }

                for (var column = 0; column < columns; column++)
                {
                    for (var row = 0; row < rows; row++)
                    {
                        ref var entry = ref c[i + row, j + column];
                        var dot = alpha * dots[(column * rows) + row];
                        entry = add ? entry + dot : dot;
                    }
                }

                j += columns;
            }

            i += rows;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ThreeByFour<TSimd, TVector>(int k, ref double a, nint aStride, ref double b, nint bStride, Span<double> dots)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        ref var a1 = ref Unsafe.Add(ref a, aStride);
        ref var a2 = ref Unsafe.Add(ref a, 2 * aStride);
        ref var b1 = ref Unsafe.Add(ref b, bStride);
        ref var b2 = ref Unsafe.Add(ref b, 2 * bStride);
        ref var b3 = ref Unsafe.Add(ref b, 3 * bStride);
        TVector c00 = default, c10 = default, c20 = default, c01 = default, c11 = default, c21 = default;
        TVector c02 = default, c12 = default, c22 = default, c03 = default, c13 = default, c23 = default;
        nint p = 0;
        for (; p <= k - TSimd.Width; p += TSimd.Width)
        {
            var x0 = TSimd.Load(ref Unsafe.Add(ref a, p));
            var x1 = TSimd.Load(ref Unsafe.Add(ref a1, p));
            var x2 = TSimd.Load(ref Unsafe.Add(ref a2, p));
            var y = TSimd.Load(ref Unsafe.Add(ref b, p));
            c00 = TSimd.MultiplyAdd(x0, y, c00);
            c10 = TSimd.MultiplyAdd(x1, y, c10);
            c20 = TSimd.MultiplyAdd(x2, y, c20);
            y = TSimd.Load(ref Unsafe.Add(ref b1, p));
            c01 = TSimd.MultiplyAdd(x0, y, c01);
            c11 = TSimd.MultiplyAdd(x1, y, c11);
            c21 = TSimd.MultiplyAdd(x2, y, c21);
            y = TSimd.Load(ref Unsafe.Add(ref b2, p));
            c02 = TSimd.MultiplyAdd(x0, y, c02);
            c12 = TSimd.MultiplyAdd(x1, y, c12);
            c22 = TSimd.MultiplyAdd(x2, y, c22);
            y = TSimd.Load(ref Unsafe.Add(ref b3, p));
            c03 = TSimd.MultiplyAdd(x0, y, c03);
            c13 = TSimd.MultiplyAdd(x1, y, c13);
            c23 = TSimd.MultiplyAdd(x2, y, c23);
        }

        (dots[0], dots[1], dots[2]) = (TSimd.Sum(c00), TSimd.Sum(c10), TSimd.Sum(c20));
        (dots[3], dots[4], dots[5]) = (TSimd.Sum(c01), TSimd.Sum(c11), TSimd.Sum(c21));
        (dots[6], dots[7], dots[8]) = (TSimd.Sum(c02), TSimd.Sum(c12), TSimd.Sum(c22));
        (dots[9], dots[10], dots[11]) = (TSimd.Sum(c03), TSimd.Sum(c13), TSimd.Sum(c23));
        for (; p < k; p++)
        {
            for (var j = 0; j < 4; j++)
            {
                var y = Unsafe.Add(ref b, (j * bStride) + p);
                dots[3 * j] += Unsafe.Add(ref a, p) * y;
                dots[(3 * j) + 1] += Unsafe.Add(ref a1, p) * y;
                dots[(3 * j) + 2] += Unsafe.Add(ref a2, p) * y;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Three<TSimd, TVector>(int k, ref double a, nint aStride, ref double b, Span<double> dots)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        ref var a1 = ref Unsafe.Add(ref a, aStride);
        ref var a2 = ref Unsafe.Add(ref a, 2 * aStride);
        TVector c0 = default, c1 = default, c2 = default;
        nint p = 0;
        for (; p <= k - TSimd.Width; p += TSimd.Width)
        {
            var y = TSimd.Load(ref Unsafe.Add(ref b, p));
            c0 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a, p)), y, c0);
            c1 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a1, p)), y, c1);
            c2 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a2, p)), y, c2);
        }

        (dots[0], dots[1], dots[2]) = (TSimd.Sum(c0), TSimd.Sum(c1), TSimd.Sum(c2));
        for (; p < k; p++)
        {
            var y = Unsafe.Add(ref b, p);
            dots[0] += Unsafe.Add(ref a, p) * y;
            dots[1] += Unsafe.Add(ref a1, p) * y;
            dots[2] += Unsafe.Add(ref a2, p) * y;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double One<TSimd, TVector>(int k, ref double a, ref double b)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector even = default, odd = default;
        nint p = 0;
        for (; p <= k - (2 * TSimd.Width); p += 2 * TSimd.Width)
        {
            even = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a, p)), TSimd.Load(ref Unsafe.Add(ref b, p)), even);
            odd = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a, p + TSimd.Width)), TSimd.Load(ref Unsafe.Add(ref b, p + TSimd.Width)), odd);
        }

        var dot = TSimd.Sum(TSimd.Add(even, odd));
        for (; p < k; p++)
        {
            dot += Unsafe.Add(ref a, p) * Unsafe.Add(ref b, p);
        }

        return dot;
    }
}
