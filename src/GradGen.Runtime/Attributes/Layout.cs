namespace GradGen;

/// <summary>How the gradient of a scalar is laid out.</summary>
public enum Layout
{
    /// <summary>The gradient has the shape of the variable: ∂f/∂x of a column x is a column.</summary>
    Denominator,

    /// <summary>The gradient has the shape of the variable's transpose: ∂f/∂x of a column x is a row.</summary>
    Numerator,
}
