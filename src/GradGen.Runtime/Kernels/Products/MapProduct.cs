using System.Runtime.CompilerServices;

namespace GradGen;

/// <summary>α times the product of a factor with a map that is known block by block, and where it is written; by default none.</summary>
internal readonly ref struct MapProduct
{
    private readonly ProductWithMap _form;
    private readonly double _alpha;
    private readonly Block _factor;
    private readonly Block _product;

    internal MapProduct(ProductWithMap form, double alpha, Block factor, Block product)
    {
        _form = form;
        _alpha = alpha;
        _factor = factor;
        _product = product;
    }

    /// <summary>The size of the product of an m×n map with a factor, which its destination has too where it has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (int Rows, int Columns) Size(ProductWithMap form, Matrix factor, int m, int n, Matrix destination)
    {
        var (map, other) = (IsMapTransposed(form) ? (n, m) : (m, n), IsFactorTransposed(form) ? (factor.ColumnCount, factor.RowCount) : (factor.RowCount, factor.ColumnCount));
        var ((rows, inner), (others, columns)) = IsMapFirst(form) ? (map, other) : (other, map);
        Guard.Same("ProductsOfMap", "the left factor", "columns", inner, "the right factor", "rows", others);
        if (destination.IsAssigned)
        {
            Guard.Same("ProductsOfMap", "the destination", "rows", destination.RowCount, "the product", "rows", rows);
            Guard.Same("ProductsOfMap", "the destination", "columns", destination.ColumnCount, "the product", "columns", columns);
        }

        return (rows, columns);
    }

    /// <summary>The product with all of the map.</summary>
    internal static Matrix Of(ProductWithMap form, double alpha, Matrix factor, Matrix map) => Kernel.Scale(alpha, IsMapFirst(form)
        ? Kernel.Multiply(map, IsMapTransposed(form), factor, IsFactorTransposed(form))
        : Kernel.Multiply(factor, IsFactorTransposed(form), map, IsMapTransposed(form)));

    /// <summary>Writes the product with all of the map.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(in Block map)
    {
        if (_factor.Rows > 0)
        {
            Add(0.0, map, _factor, _product);
        }
    }

    /// <summary>Adds what a block of the map has of the product; the first one writes it.</summary>
    /// <param name="row">The first row of the map in the block.</param>
    /// <param name="column">The first column of the map in the block.</param>
    /// <param name="map">The block.</param>
    internal void Add(int row, int column, in Block map)
    {
        if (_factor.Rows == 0)
        {
            return;
        }

        // One side of the block is summed over; the other one is where the part belongs.
        var isSummedByColumns = IsMapFirst(_form) != IsMapTransposed(_form);
        var (summed, depth) = isSummedByColumns ? (column, map.Columns) : (row, map.Rows);
        var (place, count) = isSummedByColumns ? (row, map.Rows) : (column, map.Columns);
        var factor = IsMapFirst(_form) != IsFactorTransposed(_form) ? _factor.Part(summed, depth, 0, _factor.Columns) : _factor.Part(0, _factor.Rows, summed, depth);
        var product = IsMapFirst(_form) ? _product.Part(place, count, 0, _product.Columns) : _product.Part(0, _product.Rows, place, count);
        Add(summed == 0 ? 0.0 : 1.0, map, factor, product);
    }

    /// <summary>Writes the product with a map that has no entries.</summary>
    internal void Clear() => _product.Clear();

    private static bool IsMapFirst(ProductWithMap form) => (form & ProductWithMap.CM) == 0;

    private static bool IsMapTransposed(ProductWithMap form) => (form & ProductWithMap.MtC) != 0;

    private static bool IsFactorTransposed(ProductWithMap form) => (form & ProductWithMap.MCt) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(double beta, in Block map, in Block factor, in Block product)
    {
        if (IsMapFirst(_form))
        {
            MatrixProduct.Multiply(_alpha, map, IsMapTransposed(_form), factor, IsFactorTransposed(_form), beta, product);
        }
        else
        {
            MatrixProduct.Multiply(_alpha, factor, IsFactorTransposed(_form), map, IsMapTransposed(_form), beta, product);
        }
    }
}
