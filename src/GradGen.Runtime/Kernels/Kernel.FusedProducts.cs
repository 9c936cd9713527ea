namespace GradGen;

/// <content>Products with a factor and a sum in one pass, as new values and in place.</content>
public static partial class Kernel
{
    /// <summary>αop(A)op(B), where op is the transpose if it is asked for.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="a">A; op(A) is m×k.</param>
    /// <param name="transposeA">Whether op(A) is Aᵀ.</param>
    /// <param name="b">B; op(B) is k×n.</param>
    /// <param name="transposeB">Whether op(B) is Bᵀ.</param>
    /// <returns>The product, m×n.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Matrix ScaledProduct(double alpha, Matrix a, bool transposeA, Matrix b, bool transposeB)
    {
        Matrix product = Dense.NewMatrix(transposeA ? a.ColumnCount : a.RowCount, transposeB ? b.RowCount : b.ColumnCount);
        MultiplyAdd(alpha, a, transposeA, b, transposeB, 0.0, product);
        return product;
    }

    /// <summary>αop(A)op(B) + βC.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="a">A; op(A) is m×k.</param>
    /// <param name="transposeA">Whether op(A) is Aᵀ.</param>
    /// <param name="b">B; op(B) is k×n.</param>
    /// <param name="transposeB">Whether op(B) is Bᵀ.</param>
    /// <param name="beta">β.</param>
    /// <param name="c">C, m×n.</param>
    /// <returns>The sum, m×n, dense.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Matrix ProductSum(double alpha, Matrix a, bool transposeA, Matrix b, bool transposeB, double beta, Matrix c) =>
        AddProduct(alpha, a, transposeA, b, transposeB, beta, Dense.Copy(c.Storage));

    /// <summary>αop(A)op(B) + βC in the storage of C.</summary>
    /// <inheritdoc cref="ProductSum(double, Matrix, bool, Matrix, bool, double, Matrix)"/>
    public static Matrix AddProduct(double alpha, Matrix a, bool transposeA, Matrix b, bool transposeB, double beta, Matrix c)
    {
        MultiplyAdd(alpha, a, transposeA, b, transposeB, beta, c);
        return c;
    }

    /// <summary>αxyᵀ.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="x">x, m.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The product, m×n.</returns>
    public static Matrix ScaledOuter(double alpha, Vector x, Vector y)
    {
        Matrix product = Dense.NewMatrix(x.Count, y.Count);
        OuterAdd(alpha, x, y, 0.0, product);
        return product;
    }

    /// <summary>αxyᵀ + βC.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="x">x, m.</param>
    /// <param name="y">y, n.</param>
    /// <param name="beta">β.</param>
    /// <param name="c">C, m×n.</param>
    /// <returns>The sum, m×n, dense.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Matrix OuterSum(double alpha, Vector x, Vector y, double beta, Matrix c) => AddOuter(alpha, x, y, beta, Dense.Copy(c.Storage));

    /// <summary>αxyᵀ + βC in the storage of C.</summary>
    /// <inheritdoc cref="OuterSum(double, Vector, Vector, double, Matrix)"/>
    public static Matrix AddOuter(double alpha, Vector x, Vector y, double beta, Matrix c)
    {
        OuterAdd(alpha, x, y, beta, c);
        return c;
    }
}
