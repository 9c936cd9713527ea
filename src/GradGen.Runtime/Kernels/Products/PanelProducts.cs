using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// op(A)x, an entrywise chain of it with the sum of another, and op(A)ᵀ of what the chain makes: panel by panel of A, which stays in a cache from the one product to the
/// other, so that it is read from memory once.
/// </summary>
internal static class PanelProducts<TShared, TEntry, TSum>
    where TShared : struct, Entry.IEntry
    where TEntry : struct, Entry.IEntry
    where TSum : struct, Entry.IEntry
{
    private const int FewestColumns = 4;

    // 384 KB of the second cache. Of processors without the widest registers that is small, and pieces of columns so short are slow to come from memory: there it is 4 MB of
    // the third.
    private static int Entries => Vector512.IsHardwareAccelerated ? 48 * 1024 : 512 * 1024;

    // Less of a column at a time would be read in too small pieces.
    private static int FewestRows => Vector512.IsHardwareAccelerated ? 48 : 384;

    /// <summary>Whether A is too large for a cache and a panel of it is not.</summary>
    private static bool Pay(in Block a, bool transpose) => (long)a.Rows * a.Columns > 2 * Entries && (transpose || a.Columns <= 2 * (Entries / FewestRows));

    /// <summary>Writes the product, what the chain makes of it and of the other arrays, which may be in the same place, and the product with that; returns the sum.</summary>
    internal static double Write(
        Block a, bool transpose, ReadOnlySpan<double> x, ReadOnlySpan<double> x1, ReadOnlySpan<double> x2, double c0, double c1, double c2,
        Span<double> product, Span<double> map, Span<double> transposeProduct)
    {
        if (!Pay(a, transpose))
        {
            var total = 0.0;
            if (!transpose && SmallEntries<TShared, TEntry, TSum>.Fits(a))
            {
                total = SmallEntries<TShared, TEntry, TSum>.Write(a, x, x1, x2, c0, c1, c2, product, map);
            }
            else
            {
                Multiply(a, transpose, x, 0.0, product);
                total = SummedEntryLoop<TShared, TEntry, TSum>.Write(product, x1, x2, c0, c1, c2, map);
            }

            Multiply(a, !transpose, map, 0.0, transposeProduct);
            return total;
        }

        // Row panels after the first one begin lines of the cache, and where they are short are tiles of registers.
        var (length, head) = transpose
            ? (Math.Max(Entries / a.Rows / FewestColumns * FewestColumns, FewestColumns), 0)
            : (Math.Max(Entries / a.Columns / FewestRows * FewestRows, FewestRows), a.RowsToAligned);
        var sum = 0.0;
        for (var (start, end) = (0, head + length); start < product.Length; (start, end) = (end, end + length))
        {
            end = Math.Min(end, product.Length);
            var some = product[start..end];
            var chained = map[start..end];
            var panel = transpose ? a.Part(0, a.Rows, start, end - start) : a.Part(start, end - start, 0, a.Columns);
            Multiply(panel, transpose, x, 0.0, some);
            sum += SummedEntryLoop<TShared, TEntry, TSum>.Write(
                some, x1.IsEmpty ? x1 : x1[start..end], x2.IsEmpty ? x2 : x2[start..end], c0, c1, c2, chained);
            Multiply(panel, !transpose, chained, start == 0 ? 0.0 : 1.0, transposeProduct);
        }

        return sum;
    }

    private static void Multiply(in Block a, bool transpose, ReadOnlySpan<double> x, double beta, Span<double> y)
    {
        if (transpose)
        {
            MatrixVectorProduct.MultiplyTranspose(1.0, a, x, beta, y);
        }
        else
        {
            MatrixVectorProduct.Multiply(1.0, a, x, beta, y);
        }
    }
}
