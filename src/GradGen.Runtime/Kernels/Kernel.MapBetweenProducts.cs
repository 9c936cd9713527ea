using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <content>A product with a matrix, a chain of entrywise operations, and the product of the transposed matrix with that.</content>
public static partial class Kernel
{
    /// <inheritdoc cref="MapBetweenProducts{TEntry}(Matrix, Vector, Vector, Vector, bool, double, double, double)"/>
    public static (Vector Product, Vector Map, Vector TransposeProduct) MapBetweenProducts<TEntry>(
        Matrix a, Vector x, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        WithoutSum(MapBetween<Entry.None, TEntry, Entry.None>(a, transpose, x, null, null, c0, c1, c2));

    /// <inheritdoc cref="MapBetweenProducts{TEntry}(Matrix, Vector, Vector, Vector, bool, double, double, double)"/>
    public static (Vector Product, Vector Map, Vector TransposeProduct) MapBetweenProducts<TEntry>(
        Matrix a, Vector x, Vector x1, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        WithoutSum(MapBetween<Entry.None, TEntry, Entry.None>(a, transpose, x, x1.Storage, null, c0, c1, c2));

    /// <summary>
    /// op(A)x, a type of <see cref="Entry"/> of every entry of it, and op(A)ᵀ of those entries. A large A is read from memory once, panel by panel; of A
    /// that is not dense each product is MathNet's.
    /// </summary>
    /// <typeparam name="TEntry">What is computed of an entry and multiplied.</typeparam>
    /// <param name="a">A; op(A) is m×n.</param>
    /// <param name="x">x, n. What is computed of an entry reads op(A)x as the first array.</param>
    /// <param name="x1">The second array, m.</param>
    /// <param name="x2">The third array, m.</param>
    /// <param name="transpose">Whether op(A) is Aᵀ.</param>
    /// <param name="c0">The first scalar.</param>
    /// <param name="c1">The second scalar.</param>
    /// <param name="c2">The third scalar.</param>
    /// <returns>op(A)x, m; the entries computed of it, m; and op(A)ᵀ of the entries, n.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static (Vector Product, Vector Map, Vector TransposeProduct) MapBetweenProducts<TEntry>(
        Matrix a, Vector x, Vector x1, Vector x2, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        WithoutSum(MapBetween<Entry.None, TEntry, Entry.None>(a, transpose, x, x1.Storage, x2.Storage, c0, c1, c2));

    /// <inheritdoc cref="MapBetweenProducts{TShared, TEntry, TSum}(Matrix, Vector, Vector, Vector, bool, double, double, double)"/>
    public static (Vector Product, Vector Map, double Sum, Vector TransposeProduct) MapBetweenProducts<TShared, TEntry, TSum>(
        Matrix a, Vector x, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry =>
        MapBetween<TShared, TEntry, TSum>(a, transpose, x, null, null, c0, c1, c2);

    /// <inheritdoc cref="MapBetweenProducts{TShared, TEntry, TSum}(Matrix, Vector, Vector, Vector, bool, double, double, double)"/>
    public static (Vector Product, Vector Map, double Sum, Vector TransposeProduct) MapBetweenProducts<TShared, TEntry, TSum>(
        Matrix a, Vector x, Vector x1, bool transpose, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry =>
        MapBetween<TShared, TEntry, TSum>(a, transpose, x, x1.Storage, null, c0, c1, c2);

    /// <summary>
    /// op(A)x, a type of <see cref="Entry"/> of every entry of it with the sum of another, and op(A)ᵀ of those entries, with a large A read once.
    /// </summary>
    /// <typeparam name="TShared">What is computed of an entry for both, which they read as x₃.</typeparam>
    /// <typeparam name="TEntry">What is computed of an entry and multiplied.</typeparam>
    /// <typeparam name="TSum">What is computed of an entry and summed.</typeparam>
    /// <param name="a">A; op(A) is m×n.</param>
    /// <param name="x">x, n. What is computed of an entry reads op(A)x as the first array.</param>
    /// <param name="x1">The second array, m.</param>
    /// <param name="x2">The third array, m.</param>
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
        MapBetween<TShared, TEntry, TSum>(a, transpose, x, x1.Storage, x2.Storage, c0, c1, c2);

    private static (Vector Product, Vector Map, double Sum, Vector TransposeProduct) MapBetween<TShared, TEntry, TSum>(
        Matrix a, bool transpose, Vector x, Vector<double>? x1, Vector<double>? x2, double c0, double c1, double c2)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        if (!PanelProducts<TShared, TEntry, TSum>.Pay(a, transpose) || a.Storage.DenseEntries() is not { } matrix || x.Storage.DenseEntries() is not { } vector)
        {
            var product = transpose ? TransposeMultiply(a, x) : Multiply(a, x);
            var (map, sum) = MapWithSum<TShared, TEntry, TSum>(product.Storage, x1, x2, c0, c1, c2);
            return (product, map, sum, transpose ? Multiply(a, map) : TransposeMultiply(a, map));
        }

        var (m, n) = transpose ? (a.ColumnCount, a.RowCount) : (a.RowCount, a.ColumnCount);
        Guard.Same("MapBetweenProducts", "the matrix", "columns", n, "the vector", "entries", x.Count);
        RequireEntries(m, x1);
        RequireEntries(m, x2);
        var (ofProduct, ofMap, ofTranspose) = (Dense.NewVector(m), Dense.NewVector(m), Dense.NewVector(n));
        var total = PanelProducts<TShared, TEntry, TSum>.Write(
            new Block(matrix, a.RowCount, a.ColumnCount), transpose, vector, AllOf(x1), AllOf(x2), c0, c1, c2, ofProduct.Values, ofMap.Values, ofTranspose.Values);
        return (ofProduct, ofMap, total, ofTranspose);
    }

    private static (Vector Product, Vector Map, Vector TransposeProduct) WithoutSum((Vector Product, Vector Map, double Sum, Vector TransposeProduct) pass) =>
        (pass.Product, pass.Map, pass.TransposeProduct);

    private static void RequireEntries(int m, Vector<double>? x)
    {
        if (x is not null)
        {
            Guard.Same("MapBetweenProducts", "the product", "entries", m, "the array", "entries", x.Count);
        }
    }

    private static ReadOnlySpan<double> AllOf(Vector<double>? x) => x is null ? default : Stored.All(x);
}
