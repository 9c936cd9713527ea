namespace GradGen;

/// <summary>Names the dimensions of an argument, so that they can be checked against each other at compile time.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ShapeAttribute : Attribute
{
    /// <summary>Names the number of entries of a vector.</summary>
    /// <param name="count">The name, such as <c>"n"</c>.</param>
    public ShapeAttribute(string count) => Dimensions = [count];

    /// <summary>Names the numbers of rows and columns of a matrix.</summary>
    /// <param name="rows">The name of the number of rows, such as <c>"m"</c>.</param>
    /// <param name="columns">The name of the number of columns, such as <c>"n"</c>.</param>
    public ShapeAttribute(string rows, string columns) => Dimensions = [rows, columns];

    /// <summary>The names: one for a vector; rows, then columns for a matrix.</summary>
    public string[] Dimensions { get; }
}
