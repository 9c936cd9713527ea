using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>The eigenvalues of ½(A + Aᵀ), smallest first, with orthonormal eigenvectors; all NaN where an entry is not finite.</summary>
internal sealed class SymmetricEigen
{
    internal SymmetricEigen(Matrix a)
    {
        var n = a.RowCount;
        var largest = EuclideanNorm.Largest(Stored.Values(a.Storage));
        if (n == 0 || !double.IsFinite(largest))
        {
            Values = [.. Enumerable.Repeat(double.NaN, n)];
            Vectors = double.NaN * MatrixMath.Ones(n, n);
            return;
        }

        // A power of 2 next to the largest entry is divided out, exactly: MathNet squares entries.
        var exponent = largest == 0.0 ? 0 : Math.ILogB(largest) + 1;
        var entries = Stored.All(a.Storage);
        var symmetric = GC.AllocateUninitializedArray<double>(n * n);
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < n; i++)
            {
                symmetric[(j * n) + i] = 0.5 * (Math.ScaleB(entries[(j * n) + i], -exponent) + Math.ScaleB(entries[(i * n) + j], -exponent));
            }
        }

        var evd = new DenseMatrix(n, n, symmetric).Evd(Symmetricity.Symmetric);
        Values = [.. evd.EigenValues.Select(value => Math.ScaleB(value.Real, exponent))];
        Vectors = evd.EigenVectors;
    }

    /// <summary>The eigenvalues, smallest first.</summary>
    internal double[] Values { get; }

    /// <summary>The eigenvectors, by columns.</summary>
    internal Matrix Vectors { get; }
}
