namespace GradGen;

/// <summary>Asks for the derivatives of a method at compile time; the companions appear in the same partial type.</summary>
/// <param name="variables">
/// The names of the parameters to differentiate by (use <c>nameof</c>); none means every <see cref="double"/>,
/// <see cref="Vector"/>, <see cref="RowVector"/>, <see cref="Matrix"/> and record parameter.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DifferentiableAttribute(params string[] variables) : Attribute
{
    /// <summary>The names of the parameters to differentiate by; empty means all that can be differentiated by.</summary>
    public string[] Variables { get; } = variables;

    /// <summary>The companions to generate; <see cref="Derivatives.Gradient"/> unless set.</summary>
    public Derivatives Emit { get; set; } = Derivatives.Gradient;

    /// <summary>The layout of the gradients of a scalar; <see cref="Layout.Denominator"/> unless set.</summary>
    public Layout Layout { get; set; } = Layout.Denominator;
}
