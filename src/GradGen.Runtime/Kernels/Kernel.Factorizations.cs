namespace GradGen;

public static partial class Kernel
{
    /// <summary>Factors a square matrix, PA = LU. A singular matrix is factored too.</summary>
    /// <param name="a">A, n×n.</param>
    /// <returns>The factorization, for any number of solves.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    public static LuFactor Lu(Matrix a) => LuFactor.Of(a);

    /// <summary>Factors a symmetric positive definite matrix, A = LLᵀ.</summary>
    /// <param name="a">A, n×n; its symmetric part is read.</param>
    /// <returns>The factorization, for any number of solves.</returns>
    /// <exception cref="ArgumentException">A is not square.</exception>
    /// <exception cref="NotPositiveDefiniteException">A is not positive definite.</exception>
    public static CholeskyFactor CholeskyFactor(Matrix a) => GradGen.CholeskyFactor.Of(a);

    /// <summary>Takes a lower triangular matrix as its own factorization.</summary>
    /// <param name="l">L, n×n; what is above its diagonal is not read.</param>
    /// <returns>What solves with L.</returns>
    /// <exception cref="ArgumentException">L is not square.</exception>
    public static TriangularFactor TriangularFactor(Matrix l) => GradGen.TriangularFactor.Of(l);

    /// <summary>Takes a diagonal matrix as its own factorization.</summary>
    /// <param name="d">D, n×n; what is off its diagonal is not read.</param>
    /// <returns>What solves with D.</returns>
    /// <exception cref="ArgumentException">D is not square.</exception>
    public static DiagonalFactor DiagonalFactor(Matrix d) => GradGen.DiagonalFactor.Of(d);

    /// <summary>Takes the diagonal of a diagonal matrix as its factorization.</summary>
    /// <param name="d">The entries on the diagonal, n.</param>
    /// <returns>What solves with Diag(d).</returns>
    public static DiagonalFactor DiagonalFactor(Vector d) => GradGen.DiagonalFactor.Of(d);
}
