namespace GradGen;

/// <content>A product with a matrix, a chain of entrywise operations, and the product of the transposed matrix with that.</content>
public static partial class Kernel
{
    /// <summary>op(A)x, a type of <see cref="Entry"/> of every entry of it, and op(A)ᵀ of those entries, with a large A read once.</summary>
    /// <returns>op(A)x, m; the entries computed of it, m; and op(A)ᵀ of the entries, n.</returns>
    /// <inheritdoc cref="MapBetweenProducts{TShared, TEntry, TSum}(Matrix, Vector, Vector, Vector, bool, double, double, double)"/>
    public static (Vector Product, Vector Map, Vector TransposeProduct) MapBetweenProducts<TEntry>(
        Matrix a, Vector x, Vector x1, Vector x2, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry
    {
        var pass = MapBetween<Entry.None, TEntry, Entry.None>(a, transpose, x, x1, x2, keepProduct: true, c0, c1, c2);
        return (pass.Product, pass.Map, pass.TransposeProduct);
    }

    /// <summary>
    /// op(A)x, a type of <see cref="Entry"/> of every entry of it with the sum of another, and op(A)ᵀ of those entries. A large A is read from memory once, panel by panel; of A
    /// that is not dense each product is MathNet's.
    /// </summary>
    /// <typeparam name="TShared">What is computed of an entry for both, which they read as x₃.</typeparam>
    /// <typeparam name="TEntry">What is computed of an entry and multiplied.</typeparam>
    /// <typeparam name="TSum">What is computed of an entry and summed.</typeparam>
    /// <param name="a">A; op(A) is m×n.</param>
    /// <param name="x">x, n. What is computed of an entry reads op(A)x as the first array.</param>
    /// <param name="x1">The second array, m; default where there is none.</param>
    /// <param name="x2">The third array, m; default where there is none.</param>
    /// <param name="transpose">Whether op(A) is Aᵀ.</param>
    /// <param name="c0">The first scalar.</param>
    /// <param name="c1">The second scalar.</param>
    /// <param name="c2">The third scalar.</param>
    /// <returns>op(A)x, m; the entries computed of it, m; the sum; and op(A)ᵀ of the entries, n.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static (Vector Product, Vector Map, double Sum, Vector TransposeProduct) MapBetweenProducts<TShared, TEntry, TSum>(
        Matrix a, Vector x, Vector x1, Vector x2, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry =>
        MapBetween<TShared, TEntry, TSum>(a, transpose, x, x1, x2, keepProduct: true, c0, c1, c2);

    /// <summary>A type of <see cref="Entry"/> of every entry of op(A)x, and op(A)ᵀ of those entries, where op(A)x itself is not needed.</summary>
    /// <returns>The entries computed of op(A)x, m, and op(A)ᵀ of the entries, n.</returns>
    /// <inheritdoc cref="MapBetweenProducts{TShared, TEntry, TSum}(Matrix, Vector, Vector, Vector, bool, double, double, double)"/>
    public static (Vector Map, Vector TransposeProduct) MapThenTransposeProduct<TEntry>(
        Matrix a, Vector x, Vector x1, Vector x2, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry
    {
        var (_, map, _, transposeProduct) = MapBetween<Entry.None, TEntry, Entry.None>(a, transpose, x, x1, x2, keepProduct: false, c0, c1, c2);
        return (map, transposeProduct);
    }

    /// <summary>A type of <see cref="Entry"/> of every entry of op(A)x with the sum of another, and op(A)ᵀ of those entries, where op(A)x itself is not needed.</summary>
    /// <returns>The entries computed of op(A)x, m; the sum; and op(A)ᵀ of the entries, n.</returns>
    /// <inheritdoc cref="MapBetweenProducts{TShared, TEntry, TSum}(Matrix, Vector, Vector, Vector, bool, double, double, double)"/>
    public static (Vector Map, double Sum, Vector TransposeProduct) MapThenTransposeProduct<TShared, TEntry, TSum>(
        Matrix a, Vector x, Vector x1, Vector x2, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (_, map, sum, transposeProduct) = MapBetween<TShared, TEntry, TSum>(a, transpose, x, x1, x2, keepProduct: false, c0, c1, c2);
        return (map, sum, transposeProduct);
    }

    private static (Vector Product, Vector Map, double Sum, Vector TransposeProduct) MapBetween<TShared, TEntry, TSum>(
        Matrix a, bool transpose, Vector x, Vector x1, Vector x2, bool keepProduct, double c0, double c1, double c2)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (m, n) = transpose ? (a.ColumnCount, a.RowCount) : (a.RowCount, a.ColumnCount);
        Guard.Same("MapBetweenProducts", "the matrix", "columns", n, "the vector", "entries", x.Count);
        RequireEntries(m, x1);
        RequireEntries(m, x2);
        if (a.Storage.DenseEntries() is { } matrix && x.Storage.DenseEntries() is { } vector)
        {
            // Where the product is not kept, its entries lie where the map will.
            var (map, transposeProduct) = (Dense.NewVector(m), Dense.NewVector(n));
            var product = keepProduct ? Dense.NewVector(m) : map;
            var total = PanelProducts<TShared, TEntry, TSum>.Write(
                new Block(matrix, a.RowCount, a.ColumnCount), transpose, vector, AllOf(x1), AllOf(x2), c0, c1, c2, product.Values, map.Values, transposeProduct.Values);
            return (product, map, total, transposeProduct);
        }

        var first = transpose ? TransposeMultiply(a, x) : Multiply(a, x);
        var result = Dense.NewVector(m);
        var sum = SummedEntryLoop<TShared, TEntry, TSum>.Write(Stored.All(first.Storage), AllOf(x1), AllOf(x2), c0, c1, c2, result.Values);
        Vector entries = result;
        return (first, entries, sum, transpose ? Multiply(a, entries) : TransposeMultiply(a, entries));
    }

    private static void RequireEntries(int m, Vector x)
    {
        if (x.IsAssigned)
        {
            Guard.Same("MapBetweenProducts", "the product", "entries", m, "the array", "entries", x.Count);
        }
    }

    private static ReadOnlySpan<double> AllOf(Vector x) => x.IsAssigned ? Stored.All(x.Storage) : default;
}
