using System.Numerics.Tensors;

namespace GradGen;

public static partial class Kernel
{
    // So many weighted rows stay in the second cache until they are multiplied.
    private const int GramRows = 256;

    /// <summary>Diag(d)X: each row of X times an entry of d.</summary>
    /// <param name="d">d, m.</param>
    /// <param name="x">X, m×n.</param>
    /// <returns>The product, m×n.</returns>
    /// <exception cref="ArgumentException">d has not as many entries as X has rows.</exception>
    public static Matrix ScaleRows(Vector d, Matrix x)
    {
        Guard.Same("Diag(d) * X", "d", "entries", d.Count, "X", "rows", x.RowCount);
        var result = Dense.NewMatrix(x.RowCount, x.ColumnCount);
        WriteScaledRows(Stored.All(d.Storage), new Block(Stored.All(x.Storage), x.RowCount, x.ColumnCount), Dense.BlockOf(result));
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
        var result = Dense.NewMatrix(x.ColumnCount, x.ColumnCount);
        var (from, w) = (Stored.All(x.Storage), Stored.All(weights.Storage));
        var all = new Block(from, x.RowCount, x.ColumnCount);
        if (GramTile.IsBetter(all.Rows, all.Columns)) GramTile.Write(all, w, Dense.BlockOf(result));
        else WriteGram(all, w, Dense.BlockOf(result));
        Transposition.MirrorLower(Dense.BlockOf(result));
        return result;
    }

    /// <summary>The lower triangle of XᵀDiag(w)X, a band of rows of X after the other.</summary>
    private static void WriteGram(Block x, double[] w, Block result)
    {
        var weighted = Dense.BlockOf(Dense.NewMatrix(Math.Min(x.Rows, GramRows), x.Columns));
        var start = 0;
        do
        {
            var rows = Math.Min(GramRows, x.Rows - start);
            var band = x.Part(start, rows, 0, x.Columns);
            var scaled = weighted.Part(0, rows, 0, x.Columns);
            WriteScaledRows(w.AsSpan(start, rows), band, scaled);
            MatrixProduct.MultiplyLower(1.0, scaled, true, band, false, start > 0 ? 1.0 : 0.0, result);
            start += rows;
        }
        while (start < x.Rows);
    }

    private static void WriteScaledRows(ReadOnlySpan<double> weights, Block from, Block to)
    {
        for (var j = 0; j < from.Columns; j++) TensorPrimitives.Multiply(from.Column(j), weights, to.Column(j));
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
