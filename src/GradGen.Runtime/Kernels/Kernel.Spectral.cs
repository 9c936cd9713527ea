namespace GradGen;

public static partial class Kernel
{
    /// <summary>The derivative of the principal square root at X along D, the solution L of √X L + L √X = D.</summary>
    /// <param name="x">X, n×n.</param>
    /// <param name="d">D, n×n.</param>
    /// <returns>The derivative, n×n.</returns>
    /// <exception cref="ArithmeticException">X has no real principal square root.</exception>
    public static Matrix MatrixSqrtDerivative(Matrix x, Matrix d) => MatrixRoot.Derivative(x, d);

    /// <summary>Orthonormal eigenvectors of ½(A + Aᵀ), in the order of the eigenvalues, smallest first.</summary>
    /// <param name="a">A, n×n.</param>
    /// <returns>The eigenvectors by columns, n×n.</returns>
    public static Matrix SymmetricEigenvectors(Matrix a) => new SymmetricEigen(a).Vectors;

    /// <summary>
    /// The left singular vectors in the order of the singular values, largest first; zero for those singular values that are zero up
    /// to rounding, which is their subgradient.
    /// </summary>
    /// <param name="a">A, m×n.</param>
    /// <returns>The vectors by columns, m×min(m, n).</returns>
    public static Matrix LeftSingularVectors(Matrix a) => SingularVectors(a).Left;

    /// <summary>The left singular vectors in the order of the singular values, orthonormal whether these are zero or not.</summary>
    /// <param name="a">A, m×n.</param>
    /// <returns>The vectors by columns, m×min(m, n).</returns>
    public static Matrix LeftSingularBasis(Matrix a)
    {
        var count = Math.Min(a.RowCount, a.ColumnCount);
        return DecomposedOrNull(a) is { } svd ? MatrixMath.SubMatrix(svd.U, 0, a.RowCount, 0, count) : double.NaN * MatrixMath.Ones(a.RowCount, count);
    }

    /// <summary>The right singular vectors in the order of the singular values, largest first.</summary>
    /// <param name="a">A, m×n.</param>
    /// <returns>The vectors by columns, n×min(m, n).</returns>
    public static Matrix RightSingularVectors(Matrix a) => SingularVectors(a).Right;

    /// <summary>The axial vector of G − Gᵀ, the transpose of a ↦ Skew(a).</summary>
    /// <param name="g">G, 3×3.</param>
    /// <returns>(G₃₂ − G₂₃, G₁₃ − G₃₁, G₂₁ − G₁₂), 3.</returns>
    public static Vector Axial(Matrix g) => Dense.Copy([g[2, 1] - g[1, 2], g[0, 2] - g[2, 0], g[1, 0] - g[0, 1]]);

    /// <summary>Both with one decomposition; NaN where an entry is not finite.</summary>
    private static (Matrix Left, Matrix Right) SingularVectors(Matrix a)
    {
        var (m, n, count) = (a.RowCount, a.ColumnCount, Math.Min(a.RowCount, a.ColumnCount));
        if (DecomposedOrNull(a) is not { } svd)
        {
            return (double.NaN * MatrixMath.Ones(m, count), double.NaN * MatrixMath.Ones(n, count));
        }

        Matrix left = svd.U;
        Matrix right = svd.TransposedV.Transpose();
        var kept = MatrixMath.SubMatrix(left, 0, m, 0, svd.Rank);
        return (PlaceSubMatrix(m, count, 0, 0, kept), MatrixMath.SubMatrix(right, 0, n, 0, count));
    }

    /// <summary>The decomposition with vectors; null where an entry is not finite or there is none.</summary>
    private static ScaledSvd? DecomposedOrNull(Matrix a) =>
        a.RowCount > 0 && a.ColumnCount > 0 && double.IsFinite(EuclideanNorm.Largest(Stored.Values(a.Storage))) ? ScaledSvd.Of(a, vectors: true) : null;
}
