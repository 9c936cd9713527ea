using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The determinant |A|.</summary>
    /// <param name="a">A, n×n.</param>
    /// <returns>The determinant; 1 for n = 0.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    public static double Det(Matrix a)
    {
        Require.Square("Det", a);
        return Kernel.Lu(a).Determinant;
    }

    /// <summary>The logarithm log ||A|| of the absolute determinant, which does not overflow where the determinant does.</summary>
    /// <param name="a">A, n×n.</param>
    /// <returns>The logarithm; −∞ for a singular A.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    public static double LogDet(Matrix a)
    {
        Require.Square("LogDet", a);
        return Kernel.Lu(a).LogAbsDeterminant;
    }

    /// <summary>The inverse A⁻¹. Diagonal storage stays diagonal; otherwise the inverse is dense.</summary>
    /// <param name="a">A, n×n.</param>
    /// <returns>The inverse, n×n.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public static Matrix Inv(Matrix a)
    {
        Require.Square("Inv", a);
        return a.Storage is DiagonalMatrix && Stored.Values(a.Storage).IndexOfAny(0.0, double.NaN) < 0
            ? a.Storage.Inverse()
            : Kernel.Lu(a).Inverse();
    }

    /// <summary>A⁻¹b, without forming A⁻¹.</summary>
    /// <param name="a">A, n×n.</param>
    /// <param name="b">b, n.</param>
    /// <returns>The solution x of Ax = b, n.</returns>
    /// <exception cref="ArgumentException">A is not square, or b has not n entries.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public static Vector Solve(Matrix a, Vector b)
    {
        Require.Square("Solve", a);
        Guard.Same("Solve", "the matrix", "rows", a.RowCount, "the right-hand side", "entries", b.Count);
        return Kernel.Lu(a).Solve(b);
    }

    /// <summary>A⁻¹B, without forming A⁻¹.</summary>
    /// <param name="a">A, n×n.</param>
    /// <param name="b">B, n×p.</param>
    /// <returns>The solution X of AX = B, n×p.</returns>
    /// <exception cref="ArgumentException">A is not square, or B has not n rows.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public static Matrix Solve(Matrix a, Matrix b)
    {
        Require.Square("Solve", a);
        Guard.Same("Solve", "the matrix", "rows", a.RowCount, "the right-hand side", "rows", b.RowCount);
        return Kernel.Lu(a).Solve(b);
    }

    /// <summary>
    /// The adjugate adj(A), the transposed matrix of the cofactors: |A|A⁻¹ where A is well conditioned, and right at every rank by the
    /// singular value decomposition A = USVᵀ: adj(A) = |U||V| V adj(S) Uᵀ (Stewart, Linear Algebra and its Applications 283, 1998).
    /// </summary>
    /// <param name="a">A, n×n.</param>
    /// <returns>The adjugate, n×n; zero where the rank of A is below n − 1, up to rounding.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    public static Matrix Adj(Matrix a)
    {
        Require.Square("Adj", a);
        var n = a.RowCount;
        var largest = EuclideanNorm.Largest(Stored.Values(a.Storage));
        if (n <= 1)
        {
            return Ones(n, n);
        }

        if (!double.IsFinite(largest))
        {
            return Ones(n, n) * double.NaN;
        }

        return ByInverse(a) ?? BySingularValues(a);
    }

    /// <summary>|A|A⁻¹, or null where its error, the condition times that of rounding, would be more than 10⁻¹².</summary>
    private static Matrix? ByInverse(Matrix a)
    {
        const double WorstCondition = 1e4;
        var lu = Kernel.Lu(a);
        var determinant = lu.Determinant;
        if (!double.IsNormal(determinant))
        {
            return null;
        }

        var inverse = lu.Inverse();
        var condition = FrobeniusNorm(a) * FrobeniusNorm(inverse);
        return condition < WorstCondition ? Kernel.Scale(determinant, inverse) : (Matrix?)null;
    }

    private static Matrix BySingularValues(Matrix a)
    {
        var svd = ScaledSvd.Of(a, vectors: true);
        Matrix u = svd.U;
        Matrix transposedV = svd.TransposedV;
        var sign = Kernel.Lu(u).DeterminantSign * Kernel.Lu(transposedV).DeterminantSign;
        var others = Vector.Of(ProductsOfOthers(svd));
        return sign * Kernel.TransposeMultiply(transposedV, Kernel.MultiplyTranspose(Diag(others), u));
    }

    /// <summary>The lower Cholesky factor L with A = LLᵀ.</summary>
    /// <param name="a">A, n×n, symmetric and positive definite; its symmetric part ½(A + Aᵀ) is read.</param>
    /// <returns>L, n×n, lower triangular with a positive diagonal.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    /// <exception cref="NotPositiveDefiniteException">A is not positive definite.</exception>
    public static Matrix Cholesky(Matrix a) => Kernel.CholeskyFactor(a).Factor;

    /// <summary>For every singular value the product of the others.</summary>
    private static double[] ProductsOfOthers(ScaledSvd svd)
    {
        var values = svd.Values;
        var products = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var product = new ScaledProduct();
            product.MultiplyByPowerOfTwo((long)svd.Exponent * (values.Length - 1));
            for (var j = 0; j < values.Length; j++)
            {
                if (j != i)
                {
                    product.Multiply(values[j]);
                }
            }

            products[i] = product.Value;
        }

        return products;
    }
}
