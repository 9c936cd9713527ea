using System.Numerics.Tensors;

namespace GradGen;

public static partial class Kernel
{
    /// <summary>The derivative of the matrix exponential at X along D, from exp([X D; 0 X]) (Higham, Functions of Matrices, theorem 3.6).</summary>
    /// <param name="x">X, n×n.</param>
    /// <param name="d">D, n×n.</param>
    /// <returns>The derivative, n×n.</returns>
    public static Matrix MatrixExpDerivative(Matrix x, Matrix d) => AboveDiagonal(MatrixMath.MatrixExp(BlockTriangle(x, d)));

    /// <summary>The derivative of Xᵏ at X along D, Σ Xⁱ D Xᵏ⁻¹⁻ⁱ, from the same power of [X D; 0 X].</summary>
    /// <param name="x">X, n×n.</param>
    /// <param name="d">D, n×n.</param>
    /// <param name="k">The exponent, any whole number.</param>
    /// <returns>The derivative, n×n.</returns>
    /// <exception cref="SingularMatrixException">k is negative and X is singular.</exception>
    public static Matrix MatrixPowerDerivative(Matrix x, Matrix d, int k) => AboveDiagonal(MatrixMath.MatrixPower(BlockTriangle(x, d), k));

    /// <summary>The lower triangle of X with half of its diagonal.</summary>
    /// <param name="x">X, n×n.</param>
    /// <returns>The triangle, n×n.</returns>
    public static Matrix HalvedLower(Matrix x)
    {
        var result = MatrixMath.Zeros(x.RowCount, x.ColumnCount);
        for (var j = 0; j < x.ColumnCount; j++)
        {
            for (var i = j; i < x.RowCount; i++) AddAt(result, i, j, i == j ? 0.5 * x[i, j] : x[i, j]);
        }

        return result;
    }

    /// <summary>UVᵀ over the nonzero singular values of X = U Diag(σ) Vᵀ: the gradient of the nuclear norm.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>UVᵀ, m×n.</returns>
    public static Matrix PolarFactor(Matrix x) => SingularPairs(x, int.MaxValue);

    /// <summary>u₁v₁ᵀ of the largest singular value of X: the gradient of the spectral norm. Zero at zero.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>u₁v₁ᵀ, m×n.</returns>
    public static Matrix LeadingSingularPair(Matrix x) => SingularPairs(x, 1);

    /// <summary>One at the first largest entry, zero elsewhere.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>A unit vector, n.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static Vector PlaceOfMax(Vector x)
    {
        Require.SomeEntries("Max", x.Count);
        return PlaceOfLargest(x);
    }

    /// <inheritdoc cref="PlaceOfMax(Vector)"/>
    public static RowVector PlaceOfMax(RowVector x) => PlaceOfMax(x.T).T;

    /// <summary>One at the first largest entry by columns, zero elsewhere.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>A unit matrix, m×n.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static Matrix PlaceOfMax(Matrix x) => MatrixMath.Unvec(PlaceOfMax(MatrixMath.Vec(x)), x.RowCount, x.ColumnCount);

    /// <summary>One at the first smallest entry, zero elsewhere.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>A unit vector, n.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static Vector PlaceOfMin(Vector x)
    {
        Require.SomeEntries("Min", x.Count);
        return PlaceOfLargest(-x);
    }

    /// <inheritdoc cref="PlaceOfMin(Vector)"/>
    public static RowVector PlaceOfMin(RowVector x) => PlaceOfMin(x.T).T;

    /// <summary>One at the first smallest entry by columns, zero elsewhere.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>A unit matrix, m×n.</returns>
    /// <exception cref="ArgumentException">There are no entries.</exception>
    public static Matrix PlaceOfMin(Matrix x) => MatrixMath.Unvec(PlaceOfMin(MatrixMath.Vec(x)), x.RowCount, x.ColumnCount);

    private static Vector PlaceOfLargest(Vector x) => Unit(x.Count, TensorPrimitives.IndexOfMax<double>(Stored.All(x.Storage)));

    private static Matrix SingularPairs(Matrix x, int count)
    {
        if (x.RowCount == 0 || x.ColumnCount == 0) return MatrixMath.Zeros(x.RowCount, x.ColumnCount);
        var pairs = Math.Min(count, Math.Min(x.RowCount, x.ColumnCount));
        var (left, right) = SingularVectors(x);
        return MultiplyTranspose(MatrixMath.SubMatrix(left, 0, x.RowCount, 0, pairs), MatrixMath.SubMatrix(right, 0, x.ColumnCount, 0, pairs));
    }

    /// <summary>[X D; 0 X], whose image under a matrix function has the derivative along D above its diagonal.</summary>
    internal static Matrix BlockTriangle(Matrix x, Matrix d)
    {
        var n = x.RowCount;
        var (diagonal, above) = (Stored.All(x.Storage), Stored.All(d.Storage));
        var result = Dense.NewZeroMatrix(2 * n, 2 * n);
        for (var j = 0; j < n; j++)
        {
            var column = result.Values.AsSpan((n + j) * 2 * n, 2 * n);
            diagonal.AsSpan(j * n, n).CopyTo(result.Values.AsSpan(j * 2 * n, n));
            above.AsSpan(j * n, n).CopyTo(column);
            diagonal.AsSpan(j * n, n).CopyTo(column[n..]);
        }

        return result;
    }

    /// <summary>The block above the diagonal.</summary>
    internal static Matrix AboveDiagonal(Matrix blocks)
    {
        var n = blocks.RowCount / 2;
        return MatrixMath.SubMatrix(blocks, 0, n, n, n);
    }
}
