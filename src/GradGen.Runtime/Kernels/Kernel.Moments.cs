using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GradGen;

/// <content>Sums over the items of a list that never lie side by side in memory all at once.</content>
public static partial class Kernel
{
    // Columns that stay in the first cache from one sum to the other; of longer ones, as many as a panel of a product is deep.
    private const int MomentEntries = 4096;
    private const int LongestOfBlock = 128;
    private const int MostOfBlock = 128;
    private const int LongColumns = 256;

    /// <summary>The sum of the first items xᵢ of a list, and the sum of their outer products xᵢxᵢᵀ.</summary>
    /// <param name="list">The list of columns of m entries.</param>
    /// <param name="count">The number of items.</param>
    /// <param name="size">m.</param>
    /// <returns>The first moment, m, and the second, m×m, exactly symmetric. Of no items both are zero.</returns>
    /// <exception cref="ArgumentException">An item has another size.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The list has fewer items.</exception>
    public static (Vector First, Matrix Second) Moments(IReadOnlyList<Vector> list, int count, int size) => Moments<Vector, Column>(First(list, count), size, default);

    /// <inheritdoc cref="Moments(IReadOnlyList{Vector}, int, int)"/>
    public static (Vector First, Matrix Second) Moments(IReadOnlyList<RowVector> list, int count, int size) => Moments<RowVector, Row>(First(list, count), size, default);

    /// <summary>The sum of the first items of a list, to each of which v is added, and the sum of the outer products: Σ(xᵢ + v) and Σ(xᵢ + v)(xᵢ + v)ᵀ.</summary>
    /// <param name="list">The list of columns of m entries.</param>
    /// <param name="count">The number of items.</param>
    /// <param name="v">v, m.</param>
    /// <inheritdoc cref="Moments(IReadOnlyList{Vector}, int, int)"/>
    public static (Vector First, Matrix Second) Moments(IReadOnlyList<Vector> list, int count, Vector v) =>
        Moments<Vector, Column>(First(list, count), v.Count, Stored.All(v.Storage));

    /// <inheritdoc cref="Moments(IReadOnlyList{Vector}, int, Vector)"/>
    public static (Vector First, Matrix Second) Moments(IReadOnlyList<RowVector> list, int count, Vector v) =>
        Moments<RowVector, Row>(First(list, count), v.Count, Stored.All(v.Storage));

    [SkipLocalsInit]
    private static (Vector First, Matrix Second) Moments<T, TPacking>(ReadOnlySpan<T> items, int size, ReadOnlySpan<double> shift)
        where TPacking : struct, IPacking<T>
    {
        var (first, second) = (Dense.NewVector(size), Dense.NewMatrix(size, size));
        first.Clear();
        second.Clear();
        if (size > LongestOfBlock)
        {
            AddMoments<T, TPacking>(items, shift, new Block(Dense.NewMatrix(size, LongColumns).Values, size, LongColumns), first.Values, Dense.BlockOf(second));
        }
        else
        {
            Span<double> storage = stackalloc double[MomentEntries + CacheLine.Entries];
            var block = new Block(ref CacheLine.Aligned(storage), size, Math.Min(MostOfBlock, MomentEntries / Math.Max(size, 1)), size);
            AddMoments<T, TPacking>(items, shift, block, first.Values, Dense.BlockOf(second));
        }

        return (first, second);
    }

    /// <summary>Adds the moments of items that are packed into one block after another.</summary>
    private static void AddMoments<T, TPacking>(ReadOnlySpan<T> items, ReadOnlySpan<double> shift, Block block, Span<double> first, Block second)
        where TPacking : struct, IPacking<T>
    {
        var sums = Dense.NewVector(block.Rows).Values;
        for (var start = 0; start < items.Length; start += block.Columns)
        {
            var part = items.Slice(start, Math.Min(block.Columns, items.Length - start));
            var packed = block.Part(0, block.Rows, 0, part.Length);
            Pack<T, TPacking>(part, shift, packed);
            MatrixVectorProduct.AddColumns(packed, sums);
            TensorPrimitives.Add(first, sums, first);
            MatrixProduct.MultiplyLower(1.0, packed, false, packed, true, 1.0, second);
        }

        Transposition.MirrorLower(second);
    }
}
