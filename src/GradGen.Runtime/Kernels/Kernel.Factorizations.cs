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
}
