namespace GradGen;

/// <summary>
/// Gives the derivative of another method of the same type, which is then called and not read. The method is a pullback,
/// which takes the arguments and a seed of the value's type and returns the adjoint of each argument that can vary (one, or a
/// tuple in the order of the parameters), or a pushforward, which takes the arguments and their differentials and returns
/// the differential of the value.
/// </summary>
/// <param name="method">The name of the method; use <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DerivativeOfAttribute(string method) : Attribute
{
    /// <summary>The name of the method whose derivative this is.</summary>
    public string Method { get; } = method;
}
