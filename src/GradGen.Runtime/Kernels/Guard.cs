using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GradGen;

/// <summary>The checks of arguments that generated code makes before any work. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Guard
{
    /// <summary>Requires two dimensions to agree.</summary>
    /// <param name="method">The method whose arguments are checked.</param>
    /// <param name="first">The name of the first argument.</param>
    /// <param name="firstAxis">What is counted: <c>rows</c>, <c>columns</c>, <c>entries</c> or <c>elements</c>.</param>
    /// <param name="firstCount">How many the first argument has.</param>
    /// <param name="second">The name of the second argument.</param>
    /// <param name="secondAxis">What is counted of the second argument.</param>
    /// <param name="secondCount">How many the second argument has.</param>
    /// <exception cref="ArgumentException">The counts differ; the message names both.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Same(
        string method, string first, string firstAxis, int firstCount, string second, string secondAxis, int secondCount)
    {
        if (firstCount != secondCount)
        {
            ThrowNotSame(method, first, firstAxis, firstCount, second, secondAxis, secondCount);
        }
    }

    /// <summary>Requires a dimension to have a given size.</summary>
    /// <param name="method">The method whose argument is checked.</param>
    /// <param name="name">The name of the argument.</param>
    /// <param name="axis">What is counted: <c>rows</c>, <c>columns</c>, <c>entries</c> or <c>elements</c>.</param>
    /// <param name="count">How many the argument has.</param>
    /// <param name="required">How many it must have.</param>
    /// <exception cref="ArgumentException">The counts differ; the message names both.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Exactly(string method, string name, string axis, int count, int required)
    {
        if (count != required)
        {
            ThrowNotExactly(method, name, axis, count, required);
        }
    }

    /// <summary>Requires a matrix to be square.</summary>
    /// <param name="method">The method whose argument is checked.</param>
    /// <param name="name">The name of the argument.</param>
    /// <param name="matrix">The argument.</param>
    /// <exception cref="ArgumentException">The matrix is not square; the message names both dimensions.</exception>
    public static void Square(string method, string name, Matrix matrix) =>
        Same(method, name, "rows", matrix.RowCount, name, "columns", matrix.ColumnCount);

    /// <summary>Requires a list to be there.</summary>
    /// <param name="list">The argument.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    public static void NotNull(object? list, string name) => ArgumentNullException.ThrowIfNull(list, name);

    /// <summary>Requires a vector to have been assigned.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentException">The argument is a default value, which has no storage.</exception>
    public static void Assigned(Vector x, string name) => Assigned(x.IsAssigned, nameof(Vector), name);

    /// <inheritdoc cref="Assigned(Vector, string)"/>
    public static void Assigned(RowVector x, string name) => Assigned(x.IsAssigned, nameof(RowVector), name);

    /// <summary>Requires a matrix to have been assigned.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="ArgumentException">The argument is a default value, which has no storage.</exception>
    public static void Assigned(Matrix x, string name) => Assigned(x.IsAssigned, nameof(Matrix), name);

    // Apart, so that a check is a comparison where it stands.
    [DoesNotReturn]
    private static void ThrowNotSame(
        string method, string first, string firstAxis, int firstCount, string second, string secondAxis, int secondCount) =>
        throw new ArgumentException(
            $"{method}: {first} has {Counted(firstCount, firstAxis)} but {second} has {Counted(secondCount, secondAxis)}");

    [DoesNotReturn]
    private static void ThrowNotExactly(string method, string name, string axis, int count, int required) =>
        throw new ArgumentException(
            $"{method}: {name} has {Counted(count, axis)} but {required} {(required == 1 ? "is" : "are")} needed");

    private static void Assigned(bool assigned, string type, string name)
    {
        if (!assigned)
        {
            throw new ArgumentException($"{name} is a default {type}, which has no entries", name);
        }
    }

    private static string Counted(int count, string axis) => $"{count} {(count == 1 ? Singular(axis) : axis)}";

    private static string Singular(string axis) => axis switch
    {
        "entries" => "entry",
        _ when axis.EndsWith('s') => axis[..^1],
        _ => axis,
    };
}
