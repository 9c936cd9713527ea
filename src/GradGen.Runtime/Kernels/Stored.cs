using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace GradGen;

/// <summary>The entries that a storage really holds, and what MathNet leaves out for storage that is not dense.</summary>
internal static class Stored
{
    /// <summary>The entries held, without a copy where the kind is known; those not held are zero.</summary>
    internal static ReadOnlySpan<double> Values(Vector<double> x) => x.Storage switch
    {
        DenseVectorStorage<double> dense => dense.Data,
        SparseVectorStorage<double> sparse => sparse.Values.AsSpan(0, sparse.ValueCount),
        _ => x.ToArray(),
    };

    /// <inheritdoc cref="Values(Vector{double})"/>
    internal static ReadOnlySpan<double> Values(Matrix<double> x) => x.Storage switch
    {
        DenseColumnMajorMatrixStorage<double> dense => dense.Data,
        SparseCompressedRowMatrixStorage<double> sparse => sparse.Values.AsSpan(0, sparse.ValueCount),
        DiagonalMatrixStorage<double> diagonal => diagonal.Data,
        _ => x.ToColumnMajorArray(),
    };

    /// <summary>All entries, without a copy where the storage is dense.</summary>
    internal static double[] All(Vector<double> x) => x.AsArray() ?? x.ToArray();

    /// <summary>All entries by columns, without a copy where the storage is dense.</summary>
    internal static double[] All(Matrix<double> x) => x.AsColumnMajorArray() ?? x.ToColumnMajorArray();

    /// <summary>The same entries in storage that takes entries off the diagonal: MathNet throws where a sum of diagonal storage needs them.</summary>
    internal static Matrix<double> Open(Matrix<double> x) =>
        x.Storage.IsFullyMutable ? x : SparseMatrix.OfMatrix(x);
}
