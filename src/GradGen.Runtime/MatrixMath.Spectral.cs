namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The eigenvalues of the symmetric part ½(A + Aᵀ).</summary>
    /// <param name="a">A, n×n, symmetric; its symmetric part is read.</param>
    /// <returns>The eigenvalues, smallest first, n; NaN where an entry of A is not finite.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    public static Vector SymmetricEigenvalues(Matrix a)
    {
        Require.Square("SymmetricEigenvalues", a);
        return Dense.Copy(new SymmetricEigen(a).Values);
    }

    /// <summary>The singular values.</summary>
    /// <param name="a">A, m×n.</param>
    /// <returns>The singular values, largest first, min(m, n); NaN where an entry of A is not finite.</returns>
    public static Vector SingularValues(Matrix a)
    {
        var count = Math.Min(a.RowCount, a.ColumnCount);
        if (count == 0 || !double.IsFinite(EuclideanNorm.Largest(Stored.Values(a.Storage))))
        {
            return double.NaN * Ones(count);
        }

        return ScaledSvd.Of(a, vectors: false).AllValues;
    }

    /// <summary>
    /// The Moore–Penrose inverse A⁺ = V Diag(1/σ) Uᵀ over the singular values above rounding: those beyond max(m, n)·2⁻⁵²·σ₁
    /// (Golub and Van Loan, Matrix Computations, §5.5).
    /// </summary>
    /// <param name="a">A, m×n.</param>
    /// <returns>A⁺, n×m; NaN where an entry of A is not finite.</returns>
    public static Matrix PseudoInverse(Matrix a)
    {
        var largest = EuclideanNorm.Largest(Stored.Values(a.Storage));
        if (largest == 0.0 || !double.IsFinite(largest))
        {
            return largest * Ones(a.ColumnCount, a.RowCount);
        }

        var svd = ScaledSvd.Of(a, vectors: true);
        var rank = svd.Rank;
        var left = SubMatrix(svd.U, 0, a.RowCount, 0, rank);
        var right = SubMatrix(svd.TransposedV, 0, rank, 0, a.ColumnCount);
        var inverted = Vector.Of([.. svd.Values.Take(rank).Select(value => Math.ScaleB(1.0 / value, -svd.Exponent))]);
        return Kernel.TransposeMultiply(right, Kernel.MultiplyTranspose(Diag(inverted), left));
    }

    /// <summary>
    /// The principal square root √A, whose eigenvalues have positive real parts: of a symmetric matrix by its eigenvalues, of
    /// another by the Denman–Beavers iteration (Higham, Functions of Matrices, §6.3).
    /// </summary>
    /// <param name="a">A, n×n.</param>
    /// <returns>√A, n×n; NaN where an entry of A is not finite.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    /// <exception cref="ArithmeticException">An eigenvalue is negative, so that there is no real principal root; or A is singular and not symmetric.</exception>
    public static Matrix MatrixSqrt(Matrix a)
    {
        Require.Square("MatrixSqrt", a);
        return MatrixRoot.Of(a);
    }
}
