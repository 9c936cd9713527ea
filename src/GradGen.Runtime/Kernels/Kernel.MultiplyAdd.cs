namespace GradGen;

/// <content>
/// Products added to what is there, in its storage: of dense operands without any other storage. A destination that shares storage with
/// an operand, or operands that are not dense, cost a copy.
/// </content>
public static partial class Kernel
{
    /// <summary>C becomes αop(A)op(B) + βC, where op is the transpose if it is asked for.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="a">A; op(A) is m×k.</param>
    /// <param name="transposeA">Whether op(A) is Aᵀ.</param>
    /// <param name="b">B; op(B) is k×n.</param>
    /// <param name="transposeB">Whether op(B) is Bᵀ.</param>
    /// <param name="beta">β; where it is 0, C is overwritten without being read.</param>
    /// <param name="c">C, m×n.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static void MultiplyAdd(double alpha, Matrix a, bool transposeA, Matrix b, bool transposeB, double beta, Matrix c)
    {
        var (m, k) = transposeA ? (a.ColumnCount, a.RowCount) : (a.RowCount, a.ColumnCount);
        var (inner, n) = transposeB ? (b.ColumnCount, b.RowCount) : (b.RowCount, b.ColumnCount);
        Guard.Same("MultiplyAdd", "the left factor", "columns", k, "the right factor", "rows", inner);
        Guard.Same("MultiplyAdd", "the destination", "rows", c.RowCount, "the left factor", "rows", m);
        Guard.Same("MultiplyAdd", "the destination", "columns", c.ColumnCount, "the right factor", "columns", n);
        if (a.Storage.DenseEntries() is { } left && b.Storage.DenseEntries() is { } right
            && c.Storage.DenseEntries() is { } sum && sum != left && sum != right)
        {
            var first = new Block(left, a.RowCount, a.ColumnCount);
            var second = new Block(right, b.RowCount, b.ColumnCount);
            MatrixProduct.Multiply(alpha, first, transposeA, second, transposeB, beta, new Block(sum, m, n));
            return;
        }

        var product = Multiply(a, transposeA, b, transposeB);
        CopyTo(beta == 0.0 ? Scale(alpha, product) : AddScaled(Scale(beta, c), alpha, product), c);
    }

    /// <summary>y becomes αop(A)x + βy, where op is the transpose if it is asked for.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="a">A; op(A) is m×n.</param>
    /// <param name="transpose">Whether op(A) is Aᵀ.</param>
    /// <param name="x">x, n.</param>
    /// <param name="beta">β; where it is 0, y is overwritten without being read.</param>
    /// <param name="y">y, m.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static void MultiplyAdd(double alpha, Matrix a, bool transpose, Vector x, double beta, Vector y)
    {
        var (m, n) = transpose ? (a.ColumnCount, a.RowCount) : (a.RowCount, a.ColumnCount);
        Guard.Same("MultiplyAdd", "the matrix", "columns", n, "the vector", "entries", x.Count);
        Guard.Same("MultiplyAdd", "the destination", "entries", y.Count, "the matrix", "rows", m);
        if (a.Storage.DenseEntries() is { } matrix && x.Storage.DenseEntries() is { } vector
            && y.Storage.DenseEntries() is { } sum && sum != vector && sum != matrix)
        {
            var block = new Block(matrix, a.RowCount, a.ColumnCount);
            if (transpose)
            {
                MatrixVectorProduct.MultiplyTranspose(alpha, block, vector, beta, sum);
            }
            else
            {
                MatrixVectorProduct.Multiply(alpha, block, vector, beta, sum);
            }

            return;
        }

        var product = transpose ? TransposeMultiply(a, x) : Multiply(a, x);
        CopyTo(beta == 0.0 ? Scale(alpha, product) : AddScaled(Scale(beta, y), alpha, product), y);
    }

    /// <summary>yᵀ becomes αxᵀop(A) + βyᵀ, where op is the transpose if it is asked for.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="x">xᵀ, m.</param>
    /// <param name="a">A; op(A) is m×n.</param>
    /// <param name="transpose">Whether op(A) is Aᵀ.</param>
    /// <param name="beta">β; where it is 0, yᵀ is overwritten without being read.</param>
    /// <param name="y">yᵀ, n.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static void MultiplyAdd(double alpha, RowVector x, Matrix a, bool transpose, double beta, RowVector y) =>
        MultiplyAdd(alpha, a, !transpose, x.T, beta, y.T);

    /// <summary>C becomes αxyᵀ + βC.</summary>
    /// <param name="alpha">α.</param>
    /// <param name="x">x, m.</param>
    /// <param name="y">y, n.</param>
    /// <param name="beta">β; where it is 0, C is overwritten without being read.</param>
    /// <param name="c">C, m×n.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static void OuterAdd(double alpha, Vector x, Vector y, double beta, Matrix c)
    {
        Guard.Same("OuterAdd", "the destination", "rows", c.RowCount, "the left vector", "entries", x.Count);
        Guard.Same("OuterAdd", "the destination", "columns", c.ColumnCount, "the right vector", "entries", y.Count);
        if (x.Storage.DenseEntries() is not { } left || y.Storage.DenseEntries() is not { } right
            || c.Storage.DenseEntries() is not { } sum || sum == left || sum == right)
        {
            var product = Outer(x, y);
            CopyTo(beta == 0.0 ? Scale(alpha, product) : AddScaled(Scale(beta, c), alpha, product), c);
            return;
        }

        var block = new Block(sum, c.RowCount, c.ColumnCount);
        if (beta == 0.0)
        {
            OuterProduct.Write(alpha, left, right, block);
            return;
        }

        ScaleInPlace(beta, c);
        OuterProduct.Add(alpha, left, right, block);
    }

    /// <summary>Ax and Aᵀy, with A read once.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, m.</param>
    /// <returns>Ax, m, and Aᵀy, n.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static (Vector Product, Vector TransposeProduct) MultiplyBoth(Matrix a, Vector x, Vector y)
    {
        Guard.Same("MultiplyBoth", "the matrix", "columns", a.ColumnCount, "the right vector", "entries", x.Count);
        Guard.Same("MultiplyBoth", "the matrix", "rows", a.RowCount, "the left vector", "entries", y.Count);
        if (a.Storage.DenseEntries() is not { } matrix || x.Storage.DenseEntries() is not { } right || y.Storage.DenseEntries() is not { } left)
        {
            return (Multiply(a, x), TransposeMultiply(a, y));
        }

        var (product, transposed) = (Dense.NewVector(a.RowCount), Dense.NewVector(a.ColumnCount));
        MatrixVectorProduct.MultiplyBoth(new Block(matrix, a.RowCount, a.ColumnCount), right, product.Values, left, transposed.Values);
        return (product, transposed);
    }

    /// <summary>Ax for a symmetric A, of which the lower triangle is read.</summary>
    /// <param name="a">A, n×n.</param>
    /// <param name="x">x, n.</param>
    /// <returns>The product, n.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Vector MultiplySymmetric(Matrix a, Vector x)
    {
        Require.Square("MultiplySymmetric", a);
        Guard.Same("MultiplySymmetric", "the matrix", "columns", a.ColumnCount, "the vector", "entries", x.Count);
        if (a.Storage.DenseEntries() is not { } matrix || x.Storage.DenseEntries() is not { } entries)
        {
            return Multiply(a, x);
        }

        var product = Dense.NewVector(x.Count);
        MatrixVectorProduct.MultiplySymmetric(1.0, new Block(matrix, a.RowCount, a.ColumnCount), entries, 0.0, product.Values);
        return product;
    }
}
