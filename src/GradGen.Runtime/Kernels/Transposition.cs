using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GradGen;

/// <summary>The transpose of entries held by columns, in blocks that stay in the cache on both sides.</summary>
internal static class Transposition
{
    private const int Side = 16;
    private const int Step = 4;

    /// <summary>The result becomes the transpose of x. The two do not overlap.</summary>
    internal static void Write(Block x, Block result)
    {
        for (var j0 = 0; j0 < x.Columns; j0 += Side)
        {
            var j1 = Math.Min(x.Columns, j0 + Side);
            for (var i0 = 0; i0 < x.Rows; i0 += Side)
            {
                Write(ref x[i0, j0], x.Stride, ref result[j0, i0], result.Stride, Math.Min(Side, x.Rows - i0), j1 - j0);
            }
        }
    }

    /// <summary>The upper triangle becomes the transpose of the lower one.</summary>
    internal static void MirrorLower(Block x)
    {
        for (var j = 0; j < x.Columns; j += Side)
        {
            var width = Math.Min(Side, x.Columns - j);
            for (var i = j + 1; i < Math.Min(j + Side, x.Columns); i++)
            {
                for (var k = j; k < i; k++)
                {
                    x[k, i] = x[i, k];
                }
            }

            if (j + Side < x.Rows)
            {
                var rows = x.Rows - j - Side;
                Write(x.Part(j + Side, rows, j, width), x.Part(j, width, j + Side, rows));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(ref double x, nint stride, ref double result, nint resultStride, int rows, int columns)
    {
        nint i = 0;
        if (Avx.IsSupported)
        {
            for (; i <= rows - Step; i += Step)
            {
                nint j = 0;
                for (; j <= columns - Step; j += Step)
                {
                    WriteFourByFour(ref Unsafe.Add(ref x, (j * stride) + i), stride, ref Unsafe.Add(ref result, (i * resultStride) + j), resultStride);
                }

                WriteEach(ref x, stride, ref result, resultStride, i, i + Step, j, columns);
            }
        }

        WriteEach(ref x, stride, ref result, resultStride, i, rows, 0, columns);
    }

    private static void WriteEach(ref double x, nint stride, ref double result, nint resultStride, nint row, nint rows, nint column, nint columns)
    {
        for (var i = row; i < rows; i++)
        {
            for (var j = column; j < columns; j++)
            {
                Unsafe.Add(ref result, (i * resultStride) + j) = Unsafe.Add(ref x, (j * stride) + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteFourByFour(ref double x, nint stride, ref double result, nint resultStride)
    {
        var (x0, x1) = (Vector256.LoadUnsafe(ref x), Vector256.LoadUnsafe(ref Unsafe.Add(ref x, stride)));
        var (x2, x3) = (Vector256.LoadUnsafe(ref Unsafe.Add(ref x, 2 * stride)), Vector256.LoadUnsafe(ref Unsafe.Add(ref x, 3 * stride)));

        // Rows 0 and 2, and 1 and 3, of two columns each; then the halves of both.
        var (even01, odd01) = (Avx.UnpackLow(x0, x1), Avx.UnpackHigh(x0, x1));
        var (even23, odd23) = (Avx.UnpackLow(x2, x3), Avx.UnpackHigh(x2, x3));
        Avx.Permute2x128(even01, even23, 0x20).StoreUnsafe(ref result);
        Avx.Permute2x128(odd01, odd23, 0x20).StoreUnsafe(ref Unsafe.Add(ref result, resultStride));
        Avx.Permute2x128(even01, even23, 0x31).StoreUnsafe(ref Unsafe.Add(ref result, 2 * resultStride));
        Avx.Permute2x128(odd01, odd23, 0x31).StoreUnsafe(ref Unsafe.Add(ref result, 3 * resultStride));
    }
}
