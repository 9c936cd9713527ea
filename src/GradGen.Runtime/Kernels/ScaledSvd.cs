using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace GradGen;

/// <summary>
/// The singular value decomposition of 2⁻ᵉX, whose largest entry is about 1: MathNet squares entries and would overflow. X is
/// not empty and finite.
/// </summary>
internal sealed class ScaledSvd
{
    private ScaledSvd(Svd<double> svd, int exponent)
    {
        U = svd.U;
        TransposedV = svd.VT;
        Values = svd.S.ToArray();
        Exponent = exponent;
    }

    /// <summary>The left singular vectors; empty unless they were asked for.</summary>
    internal Matrix<double> U { get; }

    /// <summary>The right singular vectors, transposed; empty unless they were asked for.</summary>
    internal Matrix<double> TransposedV { get; }

    /// <summary>The singular values of 2⁻ᵉX, largest first.</summary>
    internal double[] Values { get; }

    /// <summary>The singular values of X, largest first.</summary>
    internal Vector AllValues => Vector.Of([.. Values.Select(value => Math.ScaleB(value, Exponent))]);

    /// <summary>How many singular values are above rounding.</summary>
    internal int Rank
    {
        get
        {
            var rounding = Rounding(Values[0], U.RowCount, TransposedV.ColumnCount);
            return Values.Count(value => value > rounding);
        }
    }

    /// <summary>Below which a singular value of an m×n matrix is zero up to rounding.</summary>
    internal static double Rounding(double largest, int rows, int columns) => largest * Math.Max(rows, columns) * Math.ScaleB(1.0, -52);

    /// <summary>e.</summary>
    internal int Exponent { get; }

    /// <summary>A power of 2 next to the largest entry is divided out, so that the scaling is exact.</summary>
    internal static ScaledSvd Of(Matrix x, bool vectors)
    {
        var largest = EuclideanNorm.Largest(Stored.Values(x.Storage));
        var exponent = largest == 0.0 ? 0 : Math.ILogB(largest);
        var entries = x.Storage.ToColumnMajorArray();
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = Math.ScaleB(entries[i], -exponent);
        }

        return new ScaledSvd(new DenseMatrix(x.RowCount, x.ColumnCount, entries).Svd(vectors), exponent);
    }
}
