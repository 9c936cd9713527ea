using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <summary>A column of doubles, n×1: a thin value over MathNet storage, converted to and from it without a copy.</summary>
public readonly struct Vector : IEquatable<Vector>
{
    private readonly Vector<double>? _storage;

    internal Vector(Vector<double> storage) => _storage = storage;

    /// <summary>The number of entries n.</summary>
    /// <exception cref="InvalidOperationException">The vector is a default value.</exception>
    public int Count => Storage.Count;

    /// <summary>The transpose, a row of n entries over the same storage.</summary>
    /// <exception cref="InvalidOperationException">The vector is a default value.</exception>
    public RowVector T => new(Storage);

    internal bool IsAssigned => _storage is not null;

    internal Vector<double> Storage =>
        _storage ?? Unassigned();

    /// <summary>The entry at <paramref name="index"/>, counted from 0.</summary>
    /// <param name="index">The position, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public double this[int index] => Storage[index];

    /// <summary>Wraps MathNet storage without a copy.</summary>
    /// <param name="storage">The storage, dense or sparse.</param>
    /// <exception cref="ArgumentNullException"><paramref name="storage"/> is null.</exception>
    public static implicit operator Vector(Vector<double> storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return new Vector(storage);
    }

    /// <summary>The MathNet storage, without a copy.</summary>
    /// <param name="vector">The vector.</param>
    /// <exception cref="InvalidOperationException">The vector is a default value.</exception>
    public static implicit operator Vector<double>(Vector vector) => vector.Storage;

    /// <summary>x + y of two columns of n entries.</summary>
    /// <param name="left">x, n.</param>
    /// <param name="right">y, n.</param>
    /// <returns>The sum, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector operator +(Vector left, Vector right) => Kernel.Add(left, right);

    /// <summary>x − y of two columns of n entries.</summary>
    /// <param name="left">x, n.</param>
    /// <param name="right">y, n.</param>
    /// <returns>The difference, n.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector operator -(Vector left, Vector right) => Kernel.Subtract(left, right);

    /// <summary>−x.</summary>
    /// <param name="vector">x, n.</param>
    /// <returns>The negative, n.</returns>
    public static Vector operator -(Vector vector) => Kernel.Negate(vector);

    /// <summary>x + c·1: c added to every entry.</summary>
    /// <param name="vector">x, n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The sum, n.</returns>
    public static Vector operator +(Vector vector, double scalar) => Kernel.AddScalar(vector, scalar);

    /// <summary>c·1 + x: c added to every entry.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="vector">x, n.</param>
    /// <returns>The sum, n.</returns>
    public static Vector operator +(double scalar, Vector vector) => Kernel.AddScalar(vector, scalar);

    /// <summary>x − c·1: c subtracted from every entry.</summary>
    /// <param name="vector">x, n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The difference, n.</returns>
    public static Vector operator -(Vector vector, double scalar) => Kernel.AddScalar(vector, -scalar);

    /// <summary>c·1 − x: every entry subtracted from c.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="vector">x, n.</param>
    /// <returns>The difference, n.</returns>
    public static Vector operator -(double scalar, Vector vector) => Kernel.SubtractFromScalar(scalar, vector);

    /// <summary>cx.</summary>
    /// <param name="scalar">c.</param>
    /// <param name="vector">x, n.</param>
    /// <returns>The scaled vector, n.</returns>
    public static Vector operator *(double scalar, Vector vector) => Kernel.Scale(scalar, vector);

    /// <summary>xc.</summary>
    /// <param name="vector">x, n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The scaled vector, n.</returns>
    public static Vector operator *(Vector vector, double scalar) => Kernel.Scale(scalar, vector);

    /// <summary>x/c.</summary>
    /// <param name="vector">x, n.</param>
    /// <param name="scalar">c.</param>
    /// <returns>The scaled vector, n.</returns>
    public static Vector operator /(Vector vector, double scalar) => Kernel.Divide(vector, scalar);

    /// <summary>The outer product xyᵀ.</summary>
    /// <param name="column">x, m.</param>
    /// <param name="row">yᵀ, n.</param>
    /// <returns>The product, m×n.</returns>
    public static Matrix operator *(Vector column, RowVector row) => Kernel.Multiply(column, row);

    /// <summary>Whether two vectors have the same entries.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">Another vector.</param>
    public static bool operator ==(Vector left, Vector right) => left.Equals(right);

    /// <summary>Whether two vectors differ in length or in an entry.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">Another vector.</param>
    public static bool operator !=(Vector left, Vector right) => !left.Equals(right);

    /// <summary>The column with the given entries, copied.</summary>
    /// <param name="entries">The n entries.</param>
    /// <returns>The column of n entries, dense.</returns>
    public static Vector Of(params double[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Dense.Copy(entries);
    }

    /// <summary>The MathNet storage, without a copy.</summary>
    /// <exception cref="InvalidOperationException">The vector is a default value.</exception>
    public Vector<double> AsMathNet() => Storage;

    /// <summary>The entries, copied.</summary>
    /// <exception cref="InvalidOperationException">The vector is a default value.</exception>
    public double[] ToArray() => Storage.ToArray();

    /// <summary>Whether the other vector has the same entries (NaN equals NaN); storage kinds do not matter.</summary>
    /// <param name="other">The other vector.</param>
    public bool Equals(Vector other) =>
        _storage is null || other._storage is null
            ? ReferenceEquals(_storage, other._storage)
            : Entries.Equal(_storage, other._storage);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Vector other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _storage is null ? 0 : Entries.Hash(_storage);

    /// <summary>The entries, such as <c>[1, 2, 3]ᵀ</c>, culture invariant; a long vector is abbreviated.</summary>
    public override string ToString() => _storage is null ? "default(Vector)" : Entries.Text(_storage) + "ᵀ";

    // Apart, so that what reads the storage stays small enough to be inlined.
    [DoesNotReturn]
    private static Vector<double> Unassigned() => throw new InvalidOperationException("A default Vector has no entries; assign it first.");
}
