using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace GradGen;

/// <summary>The entries that a storage really holds, and what MathNet leaves out for storage that is not dense.</summary>
internal static class Stored
{
    /// <summary>The entries without a copy, or null if the storage is not dense. The one class that most are is asked for before MathNet's virtual calls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double[]? DenseEntries(this Vector<double> x) =>
        x.GetType() == typeof(DenseVector) ? Unsafe.As<DenseVector>(x).Values : x.AsArray();

    /// <summary>The entries by columns without a copy, or null if the storage is not dense.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double[]? DenseEntries(this Matrix<double> x) =>
        x.GetType() == typeof(DenseMatrix) ? Unsafe.As<DenseMatrix>(x).Values : x.AsColumnMajorArray();

    /// <summary>The entries held, without a copy where the kind is known; those not held are zero.</summary>
    internal static ReadOnlySpan<double> Values(Vector<double> x) => x.DenseEntries() is { } entries ? entries : NotDense(x);

    /// <inheritdoc cref="Values(Vector{double})"/>
    internal static ReadOnlySpan<double> Values(Matrix<double> x) => x.DenseEntries() is { } entries ? entries : NotDense(x);

    /// <summary>All entries, without a copy where the storage is dense.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double[] All(Vector<double> x) => x.DenseEntries() ?? x.ToArray();

    /// <summary>All entries by columns, without a copy where the storage is dense.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double[] All(Matrix<double> x) => x.DenseEntries() ?? x.ToColumnMajorArray();

    /// <summary>The same entries in storage that takes entries off the diagonal: MathNet throws where a sum of diagonal storage needs them.</summary>
    internal static Matrix<double> Open(Matrix<double> x) =>
        x.Storage.IsFullyMutable ? x : SparseMatrix.OfMatrix(x);

    private static ReadOnlySpan<double> NotDense(Vector<double> x) => x.Storage switch
    {
        SparseVectorStorage<double> sparse => sparse.Values.AsSpan(0, sparse.ValueCount),
        _ => x.ToArray(),
    };

    private static ReadOnlySpan<double> NotDense(Matrix<double> x) => x.Storage switch
    {
        SparseCompressedRowMatrixStorage<double> sparse => sparse.Values.AsSpan(0, sparse.ValueCount),
        DiagonalMatrixStorage<double> diagonal => diagonal.Data,
        _ => x.ToColumnMajorArray(),
    };
}
