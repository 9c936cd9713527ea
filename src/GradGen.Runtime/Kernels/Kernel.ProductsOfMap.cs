using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <content>A product of two matrices, a chain of entrywise operations, and products of what the chain makes with other matrices.</content>
public static partial class Kernel
{
    /// <inheritdoc cref="ProductsOfMap{TShared, TEntry, TSum}(Matrix, bool, Matrix, bool, Matrix, Matrix, double, Matrix, ProductWithMap, double, Matrix, ProductWithMap, double, double, double, Matrix, Matrix)"/>
    public static Matrix ProductsOfMap<TEntry>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double c0 = 0.0, double c1 = 0.0, double c2 = 0.0, Matrix into = default)
        where TEntry : struct, Entry.IEntry =>
        ProductsOfMap<Entry.None, TEntry, Entry.None>(a, transposeA, b, transposeB, x1, x2, alpha, factor, form, 0.0, default, default, c0, c1, c2, into).First;

    /// <inheritdoc cref="ProductsOfMap{TShared, TEntry, TSum}(Matrix, bool, Matrix, bool, Matrix, Matrix, double, Matrix, ProductWithMap, double, Matrix, ProductWithMap, double, double, double, Matrix, Matrix)"/>
    public static (Matrix First, Matrix Second) ProductsOfMap<TEntry>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double secondAlpha, Matrix secondFactor, ProductWithMap secondForm, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0, Matrix into = default, Matrix secondInto = default)
        where TEntry : struct, Entry.IEntry
    {
        var (_, first, second) = ProductsOfMap<Entry.None, TEntry, Entry.None>(
            a, transposeA, b, transposeB, x1, x2, alpha, factor, form, secondAlpha, secondFactor, secondForm, c0, c1, c2, into, secondInto);
        return (first, second);
    }

    /// <inheritdoc cref="ProductsOfMap{TShared, TEntry, TSum}(Matrix, bool, Matrix, bool, Matrix, Matrix, double, Matrix, ProductWithMap, double, Matrix, ProductWithMap, double, double, double, Matrix, Matrix)"/>
    public static (double Sum, Matrix First) ProductsOfMap<TShared, TEntry, TSum>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double c0 = 0.0, double c1 = 0.0, double c2 = 0.0, Matrix into = default)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (sum, first, _) = ProductsOfMap<TShared, TEntry, TSum>(a, transposeA, b, transposeB, x1, x2, alpha, factor, form, 0.0, default, default, c0, c1, c2, into);
        return (sum, first);
    }

    /// <summary>
    /// Products with the matrix M of a type of <see cref="Entry"/> of every entry of op(A)op(B), perhaps with the sum of another type. A large M is computed block by block
    /// and, where A and B have a short side in common, never formed. Where not all is dense each product is MathNet's.
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
    /// <param name="into">Where the first product is written, which may be an operand; default for storage of its own.</param>
    /// <param name="secondInto">Where the second product is written, in the same way.</param>
    /// <returns>The sum and the products.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static (double Sum, Matrix First, Matrix Second) ProductsOfMap<TShared, TEntry, TSum>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double secondAlpha, Matrix secondFactor, ProductWithMap secondForm, double c0 = 0.0, double c1 = 0.0, double c2 = 0.0, Matrix into = default, Matrix secondInto = default)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        var (m, k) = transposeA ? (a.ColumnCount, a.RowCount) : (a.RowCount, a.ColumnCount);
        var (inner, n) = transposeB ? (b.ColumnCount, b.RowCount) : (b.RowCount, b.ColumnCount);
        Guard.Same("ProductsOfMap", "the left factor", "columns", k, "the right factor", "rows", inner);
        RequireShape(m, n, x1);
        RequireShape(m, n, x2);
        var (rows, columns) = MapProduct.Size(form, factor, m, n, into);
        var (secondRows, secondColumns) = secondFactor.IsAssigned ? MapProduct.Size(secondForm, secondFactor, m, n, secondInto) : (0, 0);
        var (ofFactor, ofSecond, entries1, entries2) = (EntriesOrNone(factor), EntriesOrNone(secondFactor), AllOrNone(x1), AllOrNone(x2));
        if (EntriesOf(a) is { } left && EntriesOf(b) is { } right && ofFactor is not null && ofSecond is not null
            && (!into.IsAssigned || IsFree(into, left, right, ofFactor, ofSecond, entries1, entries2))
            && (!secondInto.IsAssigned || (IsFree(secondInto, left, right, ofFactor, ofSecond, entries1, entries2) && !(into.IsAssigned && EntriesOf(into) == EntriesOf(secondInto)))))
        {
            var first = into.IsAssigned ? into : Dense.NewMatrix(rows, columns);
            var second = secondInto.IsAssigned || !secondFactor.IsAssigned ? secondInto : Dense.NewMatrix(secondRows, secondColumns);
            var sum = BlockwiseProducts<TShared, TEntry, TSum>.Write(
                new Block(left, a.RowCount, a.ColumnCount), transposeA, new Block(right, b.RowCount, b.ColumnCount), transposeB, entries1, entries2, c0, c1, c2,
                new MapProduct(form, alpha, new Block(ofFactor, factor.RowCount, factor.ColumnCount), new Block(EntriesOf(first)!, rows, columns)),
                secondFactor.IsAssigned
                    ? new MapProduct(secondForm, secondAlpha, new Block(ofSecond, secondFactor.RowCount, secondFactor.ColumnCount), new Block(EntriesOf(second)!, secondRows, secondColumns))
                    : default);
            return (sum, first, second);
        }

        return OtherProducts<TShared, TEntry, TSum>(
            a, transposeA, b, transposeB, x1, x2, alpha, factor, form, secondAlpha, secondFactor, secondForm, c0, c1, c2, into, secondInto);
    }

    /// <summary>Where not all is dense, or where a destination is an operand, which is read to the end. What lies between is made in a scope of its own.</summary>
    private static (double Sum, Matrix First, Matrix Second) OtherProducts<TShared, TEntry, TSum>(
        Matrix a, bool transposeA, Matrix b, bool transposeB, Matrix x1, Matrix x2, double alpha, Matrix factor, ProductWithMap form,
        double secondAlpha, Matrix secondFactor, ProductWithMap secondForm, double c0, double c1, double c2, Matrix into, Matrix secondInto)
        where TShared : struct, Entry.IEntry
        where TEntry : struct, Entry.IEntry
        where TSum : struct, Entry.IEntry
    {
        using var arena = Arena.Enter();
        if (into.IsAssigned || secondInto.IsAssigned)
        {
            var (total, first, second) = ProductsOfMap<TShared, TEntry, TSum>(
                a, transposeA, b, transposeB, x1, x2, alpha, factor, form, secondAlpha, secondFactor, secondForm, c0, c1, c2);
            return (total, Placed(first, into), Placed(second, secondInto));
        }

        var product = Multiply(a, transposeA, b, transposeB);
        var map = Dense.NewMatrix(product.RowCount, product.ColumnCount);
        var sum = SummedEntryLoop<TShared, TEntry, TSum>.Write(Stored.All(product.Storage), AllOrNone(x1), AllOrNone(x2), c0, c1, c2, map.Values);
        var ofSecond = secondFactor.IsAssigned ? MapProduct.Of(secondForm, secondAlpha, secondFactor, map) : default;
        return (sum, Placed(MapProduct.Of(form, alpha, factor, map), default), Placed(ofSecond, default));
    }

    /// <summary>Whether there is a destination that can be written while operands are still to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsFree(Matrix destination, double[] a, double[] b, double[] c, double[] d, double[] e, double[] f) =>
        EntriesOf(destination) is { } entries && entries != a && entries != b && entries != c && entries != d && entries != e && entries != f;

    /// <summary>A result, if there is one, in its destination, or out of the scope that it was made in.</summary>
    private static Matrix Placed(Matrix result, Matrix destination)
    {
        if (!destination.IsAssigned)
        {
            return result.IsAssigned ? Arena.Keep(result) : result;
        }

        CopyTo(result, destination);
        return destination;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireShape(int m, int n, Matrix x)
    {
        if (x.IsAssigned)
        {
            Guard.Same("ProductsOfMap", "the product", "rows", m, "the array", "rows", x.RowCount);
            Guard.Same("ProductsOfMap", "the product", "columns", n, "the array", "columns", x.ColumnCount);
        }
    }

    /// <summary>The entries of a dense matrix, none where there is no matrix, and null where it is not dense.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double[]? EntriesOrNone(Matrix x) => x.IsAssigned ? EntriesOf(x) : [];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double[] AllOrNone(Matrix x) => x.IsAssigned ? Stored.All(x.Storage) : [];
}
