using System.Runtime.CompilerServices;

namespace GradGen;

/// <summary>The transpose of entries held by columns, in blocks that stay in the cache on both sides.</summary>
internal static class Transposition
{
    private const int Side = 16;

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

    private static void Write(ref double x, nint stride, ref double result, nint resultStride, int rows, int columns)
    {
        for (nint j = 0; j < columns; j++)
        {
            ref var column = ref Unsafe.Add(ref x, j * stride);
            for (nint i = 0; i < rows; i++)
            {
                Unsafe.Add(ref result, (i * resultStride) + j) = Unsafe.Add(ref column, i);
            }
        }
    }
}
