using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

public static partial class Kernel
{
    /// <summary>The product AB.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, n×p.</param>
    /// <returns>The product, m×p.</returns>
    /// <exception cref="ArgumentException">A has not as many columns as B has rows.</exception>
    public static Matrix Multiply(Matrix a, Matrix b)
    {
        Guard.Same("Matrix * Matrix", "the left matrix", "columns", a.ColumnCount, "the right matrix", "rows", b.RowCount);
        return DenseProduct(a, transposeA: false, b, transposeB: false) ?? a.Storage * b.Storage;
    }

    /// <summary>The product Ax.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="x">x, n.</param>
    /// <returns>The product, m.</returns>
    /// <exception cref="ArgumentException">A has not as many columns as x has entries.</exception>
    public static Vector Multiply(Matrix a, Vector x)
    {
        Guard.Same("Matrix * Vector", "the matrix", "columns", a.ColumnCount, "the vector", "entries", x.Count);
        return DenseProduct(a, transpose: false, x.Storage) ?? a.Storage * x.Storage;
    }

    /// <summary>The product xᵀA.</summary>
    /// <param name="x">xᵀ, m.</param>
    /// <param name="a">A, m×n.</param>
    /// <returns>The product, a row of n.</returns>
    /// <exception cref="ArgumentException">xᵀ has not as many entries as A has rows.</exception>
    public static RowVector Multiply(RowVector x, Matrix a)
    {
        Guard.Same("RowVector * Matrix", "the row", "entries", x.Count, "the matrix", "rows", a.RowCount);
        return new RowVector(TransposeMultiply(a, x.Storage));
    }

    /// <summary>The inner product xᵀy.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum of the products of the entries.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Multiply(RowVector x, Vector y)
    {
        Guard.Same("RowVector * Vector", "the row", "entries", x.Count, "the vector", "entries", y.Count);
        return Inner(x.Storage, y.Storage);
    }

    /// <summary>The outer product xyᵀ.</summary>
    /// <param name="x">x, m.</param>
    /// <param name="y">yᵀ, n.</param>
    /// <returns>The product, m×n.</returns>
    public static Matrix Multiply(Vector x, RowVector y) => Outer(x, y.T);

    /// <summary>AᵀB, without forming Aᵀ.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, m×p.</param>
    /// <returns>The product, n×p.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Matrix TransposeMultiply(Matrix a, Matrix b)
    {
        Guard.Same("TransposeMultiply", "the left matrix", "rows", a.RowCount, "the right matrix", "rows", b.RowCount);
        return DenseProduct(a, transposeA: true, b, transposeB: false) ?? a.Storage.TransposeThisAndMultiply(b.Storage);
    }

    /// <summary>Aᵀx, without forming Aᵀ.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="x">x, m.</param>
    /// <returns>The product, n.</returns>
    /// <exception cref="ArgumentException">A has not as many rows as x has entries.</exception>
    public static Vector TransposeMultiply(Matrix a, Vector x)
    {
        Guard.Same("TransposeMultiply", "the matrix", "rows", a.RowCount, "the vector", "entries", x.Count);
        return new Vector(TransposeMultiply(a, x.Storage));
    }

    /// <summary>ABᵀ, without forming Bᵀ.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, p×n.</param>
    /// <returns>The product, m×p.</returns>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static Matrix MultiplyTranspose(Matrix a, Matrix b)
    {
        Guard.Same("MultiplyTranspose", "the left matrix", "columns", a.ColumnCount, "the right matrix", "columns", b.ColumnCount);
        return DenseProduct(a, transposeA: false, b, transposeB: true) ?? a.Storage.TransposeAndMultiply(b.Storage);
    }

    /// <summary>xᵀAᵀ, without forming Aᵀ.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <param name="a">A, m×n.</param>
    /// <returns>The product, a row of m.</returns>
    /// <exception cref="ArgumentException">xᵀ has not as many entries as A has columns.</exception>
    public static RowVector MultiplyTranspose(RowVector x, Matrix a)
    {
        Guard.Same("MultiplyTranspose", "the row", "entries", x.Count, "the matrix", "columns", a.ColumnCount);
        return Multiply(a, x.T).T;
    }

    /// <summary>AᵀBᵀ, without forming the transposes.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, p×m.</param>
    /// <returns>The product, n×p.</returns>
    /// <exception cref="ArgumentException">A has not as many rows as B has columns.</exception>
    public static Matrix TransposeMultiplyTranspose(Matrix a, Matrix b)
    {
        Guard.Same("TransposeMultiplyTranspose", "the left matrix", "rows", a.RowCount, "the right matrix", "columns", b.ColumnCount);
        return DenseProduct(a, transposeA: true, b, transposeB: true) ?? (b.Storage * a.Storage).Transpose();
    }

    /// <summary>op(A)op(B), where op is the transpose if it is asked for.</summary>
    internal static Matrix Multiply(Matrix a, bool transposeA, Matrix b, bool transposeB) => (transposeA, transposeB) switch
    {
        (false, false) => Multiply(a, b),
        (true, false) => TransposeMultiply(a, b),
        (false, true) => MultiplyTranspose(a, b),
        (true, true) => TransposeMultiplyTranspose(a, b),
    };

    /// <summary>The inner product Σ xᵢyᵢ.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum of the products of the entries.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Inner(Vector x, Vector y)
    {
        Require.SameLength("Inner", x, y);
        return Inner(x.Storage, y.Storage);
    }

    /// <summary>The inner product Σ xᵢyᵢ.</summary>
    /// <param name="x">xᵀ, n.</param>
    /// <param name="y">yᵀ, n.</param>
    /// <returns>The sum of the products of the entries.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Inner(RowVector x, RowVector y)
    {
        Require.SameLength("Inner", x, y);
        return Inner(x.Storage, y.Storage);
    }

    /// <summary>The inner product Σ XᵢⱼYᵢⱼ = Tr(XᵀY).</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The sum of the products of the entries.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double Inner(Matrix x, Matrix y)
    {
        Require.SameShape("Inner", x, y);
        return x.Storage.DenseEntries() is { } a && y.Storage.DenseEntries() is { } b
            ? ShortColumn.Dot(a, b)
            : x.Storage.Fold2(static (sum, p, q) => sum + (p * q), 0.0, y.Storage, Zeros.AllowSkip);
    }

    /// <summary>The outer product xyᵀ.</summary>
    /// <param name="x">x, m.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The product, m×n.</returns>
    public static Matrix Outer(Vector x, Vector y)
    {
        if (x.Storage.DenseEntries() is not { } left || y.Storage.DenseEntries() is not { } right)
        {
            return x.Storage.OuterProduct(y.Storage);
        }

        var product = Dense.NewMatrix(left.Length, right.Length);
        OuterProduct.Write(1.0, left, right, Dense.BlockOf(product));
        return product;
    }

    private static Vector<double> TransposeMultiply(Matrix a, Vector<double> x) =>
        DenseProduct(a, transpose: true, x) ?? a.Storage.TransposeThisAndMultiply(x);

    private static double Inner(Vector<double> x, Vector<double> y) =>
        x.DenseEntries() is { } a && y.DenseEntries() is { } b ? ShortColumn.Dot(a, b) : x.DotProduct(y);

    /// <summary>op(A)op(B), or null if one is not dense.</summary>
    private static Matrix<double>? DenseProduct(Matrix a, bool transposeA, Matrix b, bool transposeB)
    {
        if (a.Storage.DenseEntries() is not { } left || b.Storage.DenseEntries() is not { } right)
        {
            return null;
        }

        var product = Dense.NewMatrix(transposeA ? a.ColumnCount : a.RowCount, transposeB ? b.RowCount : b.ColumnCount);
        var first = new Block(left, a.RowCount, a.ColumnCount);
        var second = new Block(right, b.RowCount, b.ColumnCount);
        MatrixProduct.Multiply(1.0, first, transposeA, second, transposeB, 0.0, Dense.BlockOf(product));
        return product;
    }

    /// <summary>op(A)x, or null if one is not dense.</summary>
    private static Vector<double>? DenseProduct(Matrix a, bool transpose, Vector<double> x)
    {
        if (a.Storage.DenseEntries() is not { } matrix || x.DenseEntries() is not { } entries)
        {
            return null;
        }

        var product = Dense.NewVector(transpose ? a.ColumnCount : a.RowCount);
        var block = new Block(matrix, a.RowCount, a.ColumnCount);
        if (transpose)
        {
            MatrixVectorProduct.MultiplyTranspose(1.0, block, entries, 0.0, product.Values);
        }
        else
        {
            MatrixVectorProduct.Multiply(1.0, block, entries, 0.0, product.Values);
        }

        return product;
    }
}
