namespace GradGen.Generator.Expressions;

/// <summary>What kind of value an expression has; orientation is part of the kind, as it is of the C# type.</summary>
internal enum ValueKind
{
    Scalar,
    Vector,
    RowVector,
    Matrix,
    Integer,
    Boolean,
    /// <summary>A .NET list or array whose items have one kind.</summary>
    List,
    /// <summary>A .NET value that is not differentiated: a factorization, a string, an options object.</summary>
    Opaque,
}
