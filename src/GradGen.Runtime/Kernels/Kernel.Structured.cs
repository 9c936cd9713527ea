using System.Numerics.Tensors;

namespace GradGen;

public static partial class Kernel
{
    // Below its first columns a panel of these meets all others: a multiple of what is computed at once.
    private const int GramColumns = 12;

    /// <summary>Diag(d)X: each row of X times an entry of d.</summary>
    /// <param name="d">d, m.</param>
    /// <param name="x">X, m×n.</param>
    /// <returns>The product, m×n.</returns>
    /// <exception cref="ArgumentException">d has not as many entries as X has rows.</exception>
    public static Matrix ScaleRows(Vector d, Matrix x)
    {
        Guard.Same("Diag(d) * X", "d", "entries", d.Count, "X", "rows", x.RowCount);
        var result = Dense.NewMatrix(x.RowCount, x.ColumnCount);
        WriteScaledRows(Stored.All(d.Storage), Stored.All(x.Storage), result.Values);
        return result;
    }

    /// <summary>X Diag(d): each column of X times an entry of d.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="d">d, n.</param>
    /// <returns>The product, m×n.</returns>
    /// <exception cref="ArgumentException">d has not as many entries as X has columns.</exception>
    public static Matrix ScaleColumns(Matrix x, Vector d)
    {
        Guard.Same("X * Diag(d)", "X", "columns", x.ColumnCount, "d", "entries", d.Count);
        var (m, from, result) = (x.RowCount, Stored.All(x.Storage), Dense.NewMatrix(x.RowCount, x.ColumnCount));
        for (var j = 0; j < d.Count; j++) TensorPrimitives.Multiply(from.AsSpan(j * m, m), d[j], result.Values.AsSpan(j * m, m));
        return result;
    }

    /// <summary>XᵀDiag(w)X. No diagonal matrix is formed, and only half of the product is computed.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="weights">w, m.</param>
    /// <returns>The product, n×n, symmetric.</returns>
    /// <exception cref="ArgumentException">w has not as many entries as X has rows.</exception>
    public static Matrix WeightedGram(Matrix x, Vector weights)
    {
        Guard.Same("WeightedGram", "X", "rows", x.RowCount, "the weights", "entries", weights.Count);
        var (m, n, from, w) = (x.RowCount, x.ColumnCount, Stored.All(x.Storage), Stored.All(weights.Storage));
        var (result, weighted) = (Dense.NewMatrix(n, n), Dense.NewMatrix(m, Math.Min(n, GramColumns)));
        var left = new Block(from, m, n);
        for (var j = 0; j < n; j += GramColumns)
        {
            var columns = Math.Min(GramColumns, n - j);
            WriteScaledRows(w, from.AsSpan(j * m, columns * m), weighted.Values);
            DotTile.Multiply(1.0, left.Part(0, m, j, n - j), Dense.BlockOf(weighted).Part(0, m, 0, columns), add: false, Dense.BlockOf(result).Part(j, n - j, j, columns));
        }

        Transposition.MirrorLower(Dense.BlockOf(result));
        return result;
    }

    private static void WriteScaledRows(double[] weights, ReadOnlySpan<double> from, Span<double> to)
    {
        for (var start = 0; start < from.Length; start += weights.Length)
            TensorPrimitives.Multiply(from.Slice(start, weights.Length), weights, to.Slice(start, weights.Length));
    }

    /// <summary>KX with the commutation matrix K, K vec(Y) = vec(Yᵀ).</summary>
    /// <param name="m">The number of rows of Y.</param>
    /// <param name="n">The number of columns of Y.</param>
    /// <param name="x">X, mn×p.</param>
    /// <returns>The rows of X in another order, mn×p.</returns>
    /// <exception cref="ArgumentException">X has not mn rows.</exception>
    public static Matrix CommuteRows(int m, int n, Matrix x)
    {
        Guard.Exactly("K * X", "X", "rows", x.RowCount, m * n);
        var (from, result) = (Stored.All(x.Storage), Dense.NewMatrix(x.RowCount, x.ColumnCount));
        var entries = result.Values;
        for (var start = 0; start < from.Length; start += m * n)
        {
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < n; j++) entries[start + (i * n) + j] = from[start + (j * m) + i];
            }
        }

        return result;
    }

    /// <inheritdoc cref="CommuteRows(int, int, Matrix)"/>
    public static Vector CommuteRows(int m, int n, Vector x) => OnlyColumn(CommuteRows(m, n, AsOneColumn(x)));

    /// <summary>XK with the commutation matrix K, K vec(Y) = vec(Yᵀ).</summary>
    /// <param name="x">X, p×mn.</param>
    /// <param name="m">The number of rows of Y.</param>
    /// <param name="n">The number of columns of Y.</param>
    /// <returns>The columns of X in another order, p×mn.</returns>
    /// <exception cref="ArgumentException">X has not mn columns.</exception>
    public static Matrix CommuteColumns(Matrix x, int m, int n)
    {
        Guard.Exactly("X * K", "X", "columns", x.ColumnCount, m * n);
        var (p, from, result) = (x.RowCount, Stored.All(x.Storage), Dense.NewMatrix(x.RowCount, x.ColumnCount));
        var entries = result.Values;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++) from.AsSpan(((i * n) + j) * p, p).CopyTo(entries.AsSpan(((j * m) + i) * p, p));
        }

        return result;
    }
}
