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
