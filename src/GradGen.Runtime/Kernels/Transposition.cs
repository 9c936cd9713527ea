namespace GradGen;

/// <summary>The transpose of entries held by columns, in blocks that stay in the cache on both sides.</summary>
internal static class Transposition
{
    private const int Side = 16;

    /// <summary>result, n×m, becomes the transpose of x, m×n. The two do not overlap.</summary>
    internal static void Write(ReadOnlySpan<double> x, Span<double> result, int m, int n)
    {
        for (var j0 = 0; j0 < n; j0 += Side)
        {
            var j1 = Math.Min(n, j0 + Side);
            for (var i0 = 0; i0 < m; i0 += Side)
            {
                var i1 = Math.Min(m, i0 + Side);
                for (var i = i0; i < i1; i++)
                {
                    var column = result.Slice(i * n, n);
                    for (var j = j0; j < j1; j++)
                    {
                        column[j] = x[(j * m) + i];
                    }
                }
            }
        }
    }
}
