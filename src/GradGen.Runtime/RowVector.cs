using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <summary>
/// A row of doubles, 1×n: a thin value over MathNet storage. A row is made by the transpose <c>x.T</c> of a column or by
/// <see cref="Of"/>, and goes back to a column by <see cref="T"/>, without a copy either way.
/// </summary>
public readonly struct RowVector : IEquatable<RowVector>
{
    private readonly Vector<double>? _storage;

    internal RowVector(Vector<double> storage) => _storage = storage;

    /// <summary>The number of entries n.</summary>
    /// <exception cref="InvalidOperationException">The row is a default value.</exception>
    public int Count => Storage.Count;

    /// <summary>The transpose, a column of n entries over the same storage.</summary>
    /// <exception cref="InvalidOperationException">The row is a default value.</exception>
    public Vector T => new(Storage);

    internal bool IsAssigned => _storage is not null;

    internal Vector<double> Storage =>
        _storage ?? Unassigned();

    /// <summary>The entry at <paramref name="index"/>, counted from 0.</summary>
    /// <param name="index">The position, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public double this[int index] => Storage[index];

    /// <summary>xᵀ + yᵀ of two rows of n entries.</summary>
    /// <param name="left">xᵀ, n.</param>
    /// <param name="right">yᵀ, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static RowVector operator +(RowVector left, RowVector right) => Kernel.Add(left, right);

    /// <summary>xᵀ − yᵀ of two rows of n entries.</summary>
    /// <param name="left">xᵀ, n.</param>
    /// <param name="right">yᵀ, n.</param>
    /// <returns>The difference, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static RowVector operator -(RowVector left, RowVector right) => Kernel.Subtract(left, right);

    /// <summary>−xᵀ.</summary>
    /// <param name="row">xᵀ, n.</param>
    /// <returns>The negative, n.</returns>
    public static RowVector operator -(RowVector row) => Kernel.Negate(row);

    /// <summary>xᵀ + c·1ᵀ: c added to every entry.</summary>
    /// <param name="row">xᵀ, n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The sum, n.</returns>
    public static RowVector operator +(RowVector row, double scalar) => Kernel.AddScalar(row, scalar);

    /// <summary>c·1ᵀ + xᵀ: c added to every entry.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="row">xᵀ, n.</param>
    /// <returns>The sum, n.</returns>
    public static RowVector operator +(double scalar, RowVector row) => Kernel.AddScalar(row, scalar);

    /// <summary>xᵀ − c·1ᵀ: c subtracted from every entry.</summary>
    /// <param name="row">xᵀ, n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The difference, n.</returns>
    public static RowVector operator -(RowVector row, double scalar) => Kernel.AddScalar(row, -scalar);

    /// <summary>c·1ᵀ − xᵀ: every entry subtracted from c.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="row">xᵀ, n.</param>
    /// <returns>The difference, n.</returns>
    public static RowVector operator -(double scalar, RowVector row) => Kernel.SubtractFromScalar(scalar, row);

    /// <summary>cxᵀ.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="row">xᵀ, n.</param>
    /// <returns>The scaled row, n.</returns>
    public static RowVector operator *(double scalar, RowVector row) => Kernel.Scale(scalar, row);

    /// <summary>xᵀc.</summary>
    /// <param name="row">xᵀ, n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The scaled row, n.</returns>
    public static RowVector operator *(RowVector row, double scalar) => Kernel.Scale(scalar, row);

    /// <summary>xᵀ/c.</summary>
    /// <param name="row">xᵀ, n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The scaled row, n.</returns>
    public static RowVector operator /(RowVector row, double scalar) => Kernel.Divide(row, scalar);

    /// <summary>The inner product xᵀy.</summary>
    /// <param name="row">xᵀ, n.</param>
    /// <param name="column">y, n.</param>
    /// <returns>The sum of the products of the entries.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double operator *(RowVector row, Vector column) => Kernel.Multiply(row, column);

    /// <summary>Whether two rows have the same entries.</summary>
    /// <param name="left">A row.</param>
    /// <param name="right">Another row.</param>
    public static bool operator ==(RowVector left, RowVector right) => left.Equals(right);

    /// <summary>Whether two rows differ in length or in an entry.</summary>
    /// <param name="left">A row.</param>
    /// <param name="right">Another row.</param>
    public static bool operator !=(RowVector left, RowVector right) => !left.Equals(right);

    /// <summary>The row with the given entries, copied.</summary>
    /// <param name="entries">The n entries.</param>
    /// <returns>The row of n entries, dense.</returns>
    public static RowVector Of(params double[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new RowVector(Dense.Copy(entries));
    }

    /// <summary>The MathNet storage, without a copy.</summary>
    /// <exception cref="InvalidOperationException">The row is a default value.</exception>
    public Vector<double> AsMathNet() => Storage;

    /// <summary>The entries, copied.</summary>
    /// <exception cref="InvalidOperationException">The row is a default value.</exception>
    public double[] ToArray() => Storage.ToArray();

    /// <summary>Whether the other row has the same entries (NaN equals NaN); storage kinds do not matter.</summary>
    /// <param name="other">The other row.</param>
    public bool Equals(RowVector other) =>
        _storage is null || other._storage is null
            ? ReferenceEquals(_storage, other._storage)
            : Entries.Equal(_storage, other._storage);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RowVector other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _storage is null ? 0 : Entries.Hash(_storage);

    /// <summary>The entries, such as <c>[1, 2, 3]</c>, culture invariant; a long row is abbreviated.</summary>
    public override string ToString() => _storage is null ? "default(RowVector)" : Entries.Text(_storage);

    // Apart, so that what reads the storage stays small enough to be inlined.
    [DoesNotReturn]
    private static Vector<double> Unassigned() => throw new InvalidOperationException("A default RowVector has no entries; assign it first.");
}
