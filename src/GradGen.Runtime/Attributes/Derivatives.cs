namespace GradGen;

/// <summary>The kinds of companions that are generated for a <see cref="DifferentiableAttribute"/> method.</summary>
[Flags]
public enum Derivatives
{
    /// <summary>No companion.</summary>
    None = 0,

    /// <summary><c>Gradient_f_x</c>, <c>Gradient_f</c> and, for a scalar f, <c>ValueAndGradient_f</c> and the <c>…Into</c> forms.</summary>
    Gradient = 1,

    /// <summary><c>Jacobian_f_x</c> and <c>Jacobian_f</c>: ∂vec(f)/∂vec(x)ᵀ, rows by f and columns by x.</summary>
    Jacobian = 2,

    /// <summary><c>Pushforward_f</c>: the differential of f along given directions (JVP).</summary>
    Pushforward = 4,

    /// <summary><c>Pullback_f</c>: the adjoint of every variable for a given seed (VJP).</summary>
    Pullback = 8,

    /// <summary>
    /// <c>Hessian_f_x</c>: ∂²f/∂vec(x)∂vec(x)ᵀ of a scalar f; <c>Hessian_f_x_y</c>: the block of two variables, rows by x and columns
    /// by y. Together with <see cref="Gradient"/> also <c>ValueGradientAndHessian_f</c>, everything in one pass.
    /// </summary>
    Hessian = 16,

    /// <summary><c>HessianVectorProduct_f_x</c>: H·v without forming H.</summary>
    HessianVectorProduct = 32,

    /// <summary><c>Derivation_f</c>: how the derivatives come about, as a text for notebooks and reports.</summary>
    Derivation = 64,

    /// <summary><c>HessianOperator_f_x</c>: the Hessian as a <see cref="LinearOperator"/>, which keeps Kronecker and diagonal structure.</summary>
    HessianOperator = 128,

    /// <summary>
    /// <c>LogAbsDetJacobian_f_x</c> and <c>LogAbsDetJacobian_f</c>: log|det ∂vec(f)/∂vec(x)ᵀ| of a method whose value has as many entries
    /// as the variable, for a change of variables.
    /// </summary>
    LogAbsDetJacobian = 256,
}
