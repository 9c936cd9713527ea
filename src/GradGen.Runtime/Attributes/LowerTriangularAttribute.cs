namespace GradGen;

/// <summary>Promises that a matrix argument is lower triangular. The gradient stays the plain one, each entry its own variable.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LowerTriangularAttribute : Attribute;
