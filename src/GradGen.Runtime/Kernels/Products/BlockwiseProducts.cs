using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>
/// op(A)op(B), an entrywise chain of it with the sum of another, and products of what the chain makes: block by block, so that what lies between the products stays in
/// the second cache and the whole of it is never formed.
/// </summary>
internal static class BlockwiseProducts<TShared, TEntry, TSum>
    where TShared : struct, Entry.IEntry
    where TEntry : struct, Entry.IEntry
    where TSum : struct, Entry.IEntry
{
    // 256 KB, of a second cache in which the factors and the products have a place too.
    private const int Entries = 32 * 1024;
    private const int FewestColumns = 4;

    // Whole columns, so that the other arrays are read in one stream, but for the longest.
    private const int MostRows = Entries / FewestColumns;

    // With a longer side between A and B, to pack them for every block costs more than the block saves.
    private const int LongestInner = 64;

    /// <summary>Writes the products and returns the sum.</summary>
    internal static double Write(
        Block a, bool transposeA, Block b, bool transposeB, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2,
        double alpha, Block factor, ProductWithMap form, Block result, double secondAlpha, Block secondFactor, ProductWithMap secondForm, Block secondResult)
    {
        var (m, inner) = transposeA ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        var n = transposeB ? b.Rows : b.Columns;
        var (rows, columns) = inner > LongestInner ? (m, n) : SizeOfBlock(m, n);
        var storage = Dense.NewMatrix(rows, columns);
        var sum = 0.0;
        for (var i = 0; i < m; i += rows)
        {
            var height = Math.Min(rows, m - i);
            var left = transposeA ? a.Part(0, a.Rows, i, height) : a.Part(i, height, 0, a.Columns);
            for (var j = 0; j < n; j += columns)
            {
                var width = Math.Min(columns, n - j);
                var right = transposeB ? b.Part(j, width, 0, b.Columns) : b.Part(0, b.Rows, j, width);
                var map = new Block(storage.Values, height, width);
                MatrixProduct.Multiply(1.0, left, transposeA, right, transposeB, 0.0, map);
                sum += Map(storage, height, width, i + (j * m), m, x1, x2, c0, c1, c2);
                MapProduct.Add(form, alpha, factor, i, j, map, result);
                if (secondFactor.Rows > 0)
                {
                    MapProduct.Add(secondForm, secondAlpha, secondFactor, i, j, map, secondResult);
                }
            }
        }

        return sum;
    }

    private static (int Rows, int Columns) SizeOfBlock(int m, int n)
    {
        if ((long)m * n <= Entries)
        {
            return (m, n);
        }

        var rows = Math.Min(m, Math.Max(MostRows, Entries / n));
        return (rows, Math.Min(n, Math.Max(Entries / rows / FewestColumns * FewestColumns, FewestColumns)));
    }

    /// <summary>The chain of a block, in its place; the entries of the other arrays begin at an offset.</summary>
    private static double Map(
        DenseMatrix storage, int rows, int columns, int offset, int stride, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2)
    {
        // Whole columns lie side by side.
        var (length, count) = rows == stride ? (rows * columns, 1) : (rows, columns);
        var sum = 0.0;
        for (var j = 0; j < count; j++)
        {
            var entries = storage.Values.AsSpan(j * length, length);
            var start = offset + (j * stride);
            sum += SummedEntryLoop<TShared, TEntry, TSum>.Write(
                entries, x1.IsEmpty ? x1 : x1.Slice(start, length), x2.IsEmpty ? x2 : x2.Slice(start, length), c0, c1, c2, entries);
        }

        return sum;
    }
}
