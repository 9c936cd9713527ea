namespace GradGen;

/// <summary>
/// Promises that a matrix argument is symmetric and positive definite, so that a Cholesky factor takes the place of an LU
/// factorization. A companion throws <see cref="NotPositiveDefiniteException"/> where the promise is found broken.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PositiveDefiniteAttribute : Attribute
{
    /// <summary>The convention of the gradient by this parameter; <see cref="SymmetricGradient.Plain"/> unless set.</summary>
    public SymmetricGradient Gradient { get; set; } = SymmetricGradient.Plain;
}
