using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    // Up to here a block is on the stack.
    private const int Small = 256;

    /// <summary>Writes the products and returns the sum.</summary>
    internal static double Write(
        in Block a, bool transposeA, in Block b, bool transposeB, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2,
        in MapProduct first, in MapProduct second)
    {
        var (m, inner) = transposeA ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        var n = transposeB ? b.Rows : b.Columns;
        if ((long)m * n is > 0 and <= Small)
        {
            return WriteSmall(a, transposeA, b, transposeB, x1, x2, c0, c1, c2, first, second, m, n);
        }

        var (rows, columns) = inner > LongestInner ? (m, n) : SizeOfBlock(m, n);
        using var arena = Arena.Enter();
        ref var entries = ref MemoryMarshal.GetArrayDataReference(Dense.NewMatrix(rows, columns).Values);
        var sum = 0.0;
        if (m == 0 || n == 0)
        {
            // There is no block to write the products.
            first.Clear();
            second.Clear();
        }

        for (var i = 0; i < m; i += rows)
        {
            var height = Math.Min(rows, m - i);
            var left = transposeA ? a.Part(0, a.Rows, i, height) : a.Part(i, height, 0, a.Columns);
            for (var j = 0; j < n; j += columns)
            {
                var width = Math.Min(columns, n - j);
                var right = transposeB ? b.Part(j, width, 0, b.Columns) : b.Part(0, b.Rows, j, width);
                var map = new Block(ref entries, height, width, height);
                MatrixProduct.Multiply(1.0, left, transposeA, right, transposeB, 0.0, map);
                sum += Map(map, i + (j * m), m, x1, x2, c0, c1, c2);
                first.Add(i, j, map);
                second.Add(i, j, map);
            }
        }

        return sum;
    }

    /// <summary>The same where the map is on the stack.</summary>
    [SkipLocalsInit]
    private static double WriteSmall(
        in Block a, bool transposeA, in Block b, bool transposeB, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2,
        in MapProduct first, in MapProduct second, int m, int n)
    {
        Span<double> storage = stackalloc double[Small + CacheLine.Entries];
        ref var entries = ref CacheLine.Aligned(storage);
        var map = new Block(ref entries, m, n, m);
        double sum;
        if (!transposeA && SmallEntries<TShared, TEntry, TSum>.Fits(a))
        {
            sum = SmallEntries<TShared, TEntry, TSum>.Write(a, b, transposeB, x1, x2, c0, c1, c2, map);
        }
        else
        {
            MatrixProduct.Multiply(1.0, a, transposeA, b, transposeB, 0.0, map);
            sum = Map(map, 0, m, x1, x2, c0, c1, c2);
        }

        first.Write(map);
        second.Write(map);
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
    private static double Map(in Block block, int offset, int stride, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2)
    {
        // Whole columns lie side by side.
        var (length, count) = block.Rows == stride ? (block.Rows * block.Columns, 1) : (block.Rows, block.Columns);
        var sum = 0.0;
        for (var j = 0; j < count; j++)
        {
            var entries = MemoryMarshal.CreateSpan(ref block[0, j], length);
            var start = offset + (j * stride);
            sum += SummedEntryLoop<TShared, TEntry, TSum>.Write(
                entries, x1.IsEmpty ? x1 : x1.Slice(start, length), x2.IsEmpty ? x2 : x2.Slice(start, length), c0, c1, c2, entries);
        }

        return sum;
    }
}
