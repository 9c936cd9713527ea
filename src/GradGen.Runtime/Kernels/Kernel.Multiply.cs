using System.Numerics.Tensors;
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
        return DensePair(a, b) is var (x, y)
            ? DenseProduct.Multiply(x, y, a.RowCount, a.ColumnCount, b.ColumnCount)
            : a.Storage * b.Storage;
    }

    /// <summary>The product Ax.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="x">x, n.</param>
    /// <returns>The product, m.</returns>
    /// <exception cref="ArgumentException">A has not as many columns as x has entries.</exception>
    public static Vector Multiply(Matrix a, Vector x)
    {
        Guard.Same("Matrix * Vector", "the matrix", "columns", a.ColumnCount, "the vector", "entries", x.Count);
        return DensePair(a, x.Storage) is var (matrix, vector)
            ? DenseProduct.Multiply(matrix, vector, a.RowCount)
            : a.Storage * x.Storage;
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
        return DensePair(a, b) is var (x, y)
            ? DenseProduct.TransposeMultiply(x, y, a.RowCount, a.ColumnCount, b.ColumnCount)
            : a.Storage.TransposeThisAndMultiply(b.Storage);
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
        return DensePair(a, b) is var (x, y)
            ? DenseProduct.MultiplyTranspose(x, y, a.RowCount, a.ColumnCount, b.RowCount)
            : a.Storage.TransposeAndMultiply(b.Storage);
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

    /// <summary>AᵀBᵀ, computed as (BA)ᵀ.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, p×m.</param>
    /// <returns>The product, n×p.</returns>
    /// <exception cref="ArgumentException">A has not as many rows as B has columns.</exception>
    public static Matrix TransposeMultiplyTranspose(Matrix a, Matrix b)
    {
        Guard.Same("TransposeMultiplyTranspose", "the left matrix", "rows", a.RowCount, "the right matrix", "columns", b.ColumnCount);
        return Multiply(b, a).T;
    }

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
        return DensePair(x, y) is var (a, b)
            ? TensorPrimitives.Dot<double>(a, b)
            : x.Storage.Fold2(static (sum, p, q) => sum + (p * q), 0.0, y.Storage, Zeros.AllowSkip);
    }

    /// <summary>The outer product xyᵀ.</summary>
    /// <param name="x">x, m.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The product, m×n.</returns>
    public static Matrix Outer(Vector x, Vector y) =>
        x.Storage.AsArray() is { } a && y.Storage.AsArray() is { } b
            ? DenseProduct.Outer(a, b)
            : x.Storage.OuterProduct(y.Storage);

    private static Vector<double> TransposeMultiply(Matrix a, Vector<double> x) =>
        DensePair(a, x) is var (matrix, vector)
            ? DenseProduct.TransposeMultiply(matrix, vector, a.ColumnCount)
            : a.Storage.TransposeThisAndMultiply(x);

    private static double Inner(Vector<double> x, Vector<double> y) =>
        x.AsArray() is { } a && y.AsArray() is { } b ? TensorPrimitives.Dot<double>(a, b) : x.DotProduct(y);

    /// <summary>The entries of two operands, or null if one is not dense.</summary>
    private static (double[] A, double[] B)? DensePair(Matrix a, Matrix b) =>
        a.Storage.AsColumnMajorArray() is { } x && b.Storage.AsColumnMajorArray() is { } y ? (x, y) : null;

    private static (double[] A, double[] X)? DensePair(Matrix a, Vector<double> x) =>
        a.Storage.AsColumnMajorArray() is { } matrix && x.AsArray() is { } vector ? (matrix, vector) : null;
}
