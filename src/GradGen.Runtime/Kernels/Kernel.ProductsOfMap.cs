using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <content>A product of two matrices, a chain of entrywise operations, and products of what the chain makes with other matrices.</content>
public static partial class Kernel
{
    /// <inheritdoc cref="ProductsOfMap{TShared, TEntry, TSum}(Matrix, bool, Matrix, bool, Matrix, Matrix, double, Matrix, ProductWithMap, double, Matrix, ProductWithMap, double, double, double)"/>
    public static Matrix ProductsOfMap<TEntry>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry =>
        ProductsOf<Entry.None, TEntry, Entry.None>(a, transposeA, b, transposeB, x1, x2, alpha, factor, form, 0.0, default, default, c0, c1, c2).First;

    /// <inheritdoc cref="ProductsOfMap{TShared, TEntry, TSum}(Matrix, bool, Matrix, bool, Matrix, Matrix, double, Matrix, ProductWithMap, double, Matrix, ProductWithMap, double, double, double)"/>
    public static (Matrix First, Matrix Second) ProductsOfMap<TEntry>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double secondAlpha, Matrix secondFactor, ProductWithMap secondForm, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TEntry : struct, Entry.IEntry
    {
        var (_, first, second) = ProductsOf<Entry.None, TEntry, Entry.None>(a, transposeA, b, transposeB, x1, x2, alpha, factor, form, secondAlpha, secondFactor, secondForm, c0, c1, c2);
        return (first, second);
    }

    /// <inheritdoc cref="ProductsOfMap{TShared, TEntry, TSum}(Matrix, bool, Matrix, bool, Matrix, Matrix, double, Matrix, ProductWithMap, double, Matrix, ProductWithMap, double, double, double)"/>
    public static (double Sum, Matrix First) ProductsOfMap<TShared, TEntry, TSum>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (sum, first, _) = ProductsOf<TShared, TEntry, TSum>(a, transposeA, b, transposeB, x1, x2, alpha, factor, form, 0.0, default, default, c0, c1, c2);
        return (sum, first);
    }

    /// <summary>
    /// Products with the matrix M of a type of <see cref="Entry"/> of every entry of op(A)op(B), perhaps with the sum of another type. M is computed block by block and,
    /// where A and B have a short side in common, never formed. Where not all is dense each product is MathNet's.
    /// </summary>
    /// <typeparam name="TShared">What is computed of an entry for both, which they read as x₃.</typeparam>
    /// <typeparam name="TEntry">What is computed of an entry and multiplied. The first array that it reads is op(A)op(B).</typeparam>
    /// <typeparam name="TSum">What is computed of an entry and summed.</typeparam>
    /// <param name="a">A; op(A) is m×k.</param>
    /// <param name="transposeA">Whether op(A) is Aᵀ.</param>
    /// <param name="b">B; op(B) is k×n.</param>
    /// <param name="transposeB">Whether op(B) is Bᵀ.</param>
    /// <param name="x1">The second array, m×n; default where there is none.</param>
    /// <param name="x2">The third array, m×n; default where there is none.</param>
    /// <param name="alpha">The first product is α times that of M, m×n, and a factor.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="form">The order of M and the factor, and which of them is transposed.</param>
    /// <param name="secondAlpha">The second product is this times that of M and another factor.</param>
    /// <param name="secondFactor">The other factor.</param>
    /// <param name="secondForm">The order of M and the other factor, and which of them is transposed.</param>
    /// <param name="c0">The first scalar.</param>
    /// <param name="c1">The second scalar.</param>
    /// <param name="c2">The third scalar.</param>
    /// <returns>The sum and the products.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static (double Sum, Matrix First, Matrix Second) ProductsOfMap<TShared, TEntry, TSum>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double secondAlpha, Matrix secondFactor, ProductWithMap secondForm, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry =>
        ProductsOf<TShared, TEntry, TSum>(a, transposeA, b, transposeB, x1, x2, alpha, factor, form, secondAlpha, secondFactor, secondForm, c0, c1, c2);

    private static (double Sum, Matrix First, Matrix Second) ProductsOf<TShared, TEntry, TSum>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double secondAlpha, Matrix secondFactor, ProductWithMap secondForm, double c0, double c1, double c2)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (m, k) = transposeA ? (a.ColumnCount, a.RowCount) : (a.RowCount, a.ColumnCount);
        var (inner, n) = transposeB ? (b.ColumnCount, b.RowCount) : (b.RowCount, b.ColumnCount);
        Guard.Same("ProductsOfMap", "the left factor", "columns", k, "the right factor", "rows", inner);
        RequireShape(m, n, x1);
        RequireShape(m, n, x2);
        var first = MapProduct.New(form, factor, m, n);
        var second = secondFactor.IsAssigned ? MapProduct.New(secondForm, secondFactor, m, n) : null;
        if (IsDense(a) && IsDense(b) && IsDense(factor) && IsDense(secondFactor))
        {
            var total = BlockwiseProducts<TShared, TEntry, TSum>.Write(
                BlockOf(a), transposeA, BlockOf(b), transposeB, AllOf(x1), AllOf(x2), c0, c1, c2,
                alpha, BlockOf(factor), form, Dense.BlockOf(first), secondAlpha, BlockOf(secondFactor), secondForm, second is null ? default : Dense.BlockOf(second));
            return (total, first, second is null ? default(Matrix) : second);
        }

        var product = Multiply(a, transposeA, b, transposeB);
        var map = Dense.NewMatrix(m, n);
        var sum = SummedEntryLoop<TShared, TEntry, TSum>.Write(Stored.All(product.Storage), AllOf(x1), AllOf(x2), c0, c1, c2, map.Values);
        return (sum, MapProduct.Of(form, alpha, factor, map), secondFactor.IsAssigned ? MapProduct.Of(secondForm, secondAlpha, secondFactor, map) : default);
    }

    private static bool IsDense(Matrix x) => !x.IsAssigned || x.Storage.DenseEntries() is not null;

    private static Block BlockOf(Matrix x) => x.IsAssigned ? new Block(x.Storage.DenseEntries()!, x.RowCount, x.ColumnCount) : default;

    private static void RequireShape(int m, int n, Matrix x)
    {
        if (x.IsAssigned)
        {
            Guard.Same("ProductsOfMap", "the product", "rows", m, "the array", "rows", x.RowCount);
            Guard.Same("ProductsOfMap", "the product", "columns", n, "the array", "columns", x.ColumnCount);
        }
    }

    private static ReadOnlySpan<double> AllOf(Matrix x) => x.IsAssigned ? Stored.All(x.Storage) : default;
}
