using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>A product of a factor with a map of which one block is known at a time.</summary>
internal static class MapProduct
{
    /// <summary>Where the product of an m×n map with a factor is written.</summary>
    internal static DenseMatrix New(ProductWithMap form, Matrix factor, int m, int n)
    {
        var (map, other) = (IsMapTransposed(form) ? (n, m) : (m, n), IsFactorTransposed(form) ? (factor.ColumnCount, factor.RowCount) : (factor.RowCount, factor.ColumnCount));
        var ((rows, inner), (others, columns)) = IsMapFirst(form) ? (map, other) : (other, map);
        Guard.Same("ProductsOfMap", "the left factor", "columns", inner, "the right factor", "rows", others);

        // A map without entries has no block to write the product.
        return m == 0 || n == 0 ? Dense.NewZeroMatrix(rows, columns) : Dense.NewMatrix(rows, columns);
    }

    /// <summary>The product with all of the map.</summary>
    internal static Matrix Of(ProductWithMap form, double alpha, Matrix factor, Matrix map) => Kernel.Scale(alpha, IsMapFirst(form)
        ? Kernel.Multiply(map, IsMapTransposed(form), factor, IsFactorTransposed(form))
        : Kernel.Multiply(factor, IsFactorTransposed(form), map, IsMapTransposed(form)));

    /// <summary>Adds what a block of the map has of the product; the first one writes it.</summary>
    /// <param name="form">The order of map and factor, and which of them is transposed.</param>
    /// <param name="alpha">What the product is multiplied by.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="row">The first row of the map in the block.</param>
    /// <param name="column">The first column of the map in the block.</param>
    /// <param name="map">The block.</param>
    /// <param name="product">All of the product.</param>
    internal static void Add(ProductWithMap form, double alpha, Block factor, int row, int column, Block map, Block product)
    {
        // One side of the block is summed over; the other one is where the part belongs.
        var isSummedByColumns = IsMapFirst(form) != IsMapTransposed(form);
        var (summed, depth) = isSummedByColumns ? (column, map.Columns) : (row, map.Rows);
        var (place, count) = isSummedByColumns ? (row, map.Rows) : (column, map.Columns);
        var beta = summed == 0 ? 0.0 : 1.0;
        var part = IsMapFirst(form) != IsFactorTransposed(form) ? factor.Part(summed, depth, 0, factor.Columns) : factor.Part(0, factor.Rows, summed, depth);
        if (IsMapFirst(form))
        {
            MatrixProduct.Multiply(alpha, map, IsMapTransposed(form), part, IsFactorTransposed(form), beta, product.Part(place, count, 0, product.Columns));
        }
        else
        {
            MatrixProduct.Multiply(alpha, part, IsFactorTransposed(form), map, IsMapTransposed(form), beta, product.Part(0, product.Rows, place, count));
        }
    }

    private static bool IsMapFirst(ProductWithMap form) => (form & ProductWithMap.CM) == 0;

    private static bool IsMapTransposed(ProductWithMap form) => (form & ProductWithMap.MtC) != 0;

    private static bool IsFactorTransposed(ProductWithMap form) => (form & ProductWithMap.MCt) != 0;
}
