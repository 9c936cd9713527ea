namespace GradGen;

/// <summary>Promises that a matrix argument is symmetric (A = Aᵀ). The promise is about the value, not about the directions it may move in.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SymmetricAttribute : Attribute
{
    /// <summary>The convention of the gradient by this parameter; <see cref="SymmetricGradient.Plain"/> unless set.</summary>
    public SymmetricGradient Gradient { get; set; } = SymmetricGradient.Plain;
}
