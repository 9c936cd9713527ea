using System.ComponentModel;

namespace GradGen;

/// <summary>
/// The factorization A = LLᵀ of a symmetric positive definite matrix (Golub and Van Loan, Matrix Computations, §4.2). It reads
/// the symmetric part ½(A + Aᵀ), so that it agrees with derivatives that treat both triangles alike. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CholeskyFactor
{
    private int _n;
    private double[] _l = [];

    private CholeskyFactor()
    {
    }

    /// <summary>The lower factor L, n×n.</summary>
    public Matrix Factor
    {
        get
        {
            var factor = Dense.NewMatrix(_n, _n);
            _l.CopyTo(factor.Values, 0);
            return factor;
        }
    }

    /// <summary>det A.</summary>
    public double Determinant
    {
        get
        {
            var product = new ScaledProduct();
            for (var i = 0; i < _n; i++)
            {
                product.Multiply(_l[(i * _n) + i]);
                product.Multiply(_l[(i * _n) + i]);
            }

            return product.Value;
        }
    }

    /// <summary>log|det A|.</summary>
    public double LogAbsDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < _n; i++)
            {
                sum += Math.Log(_l[(i * _n) + i]);
            }

            return 2.0 * sum;
        }
    }

    /// <summary>The sign of det A, which is always 1.</summary>
    public int DeterminantSign => 1;

    /// <summary>log(det A).</summary>
    public double LogDeterminant => LogAbsDeterminant;

    internal static CholeskyFactor Of(Matrix a)
    {
        Require.Square("Cholesky", a);
        var factor = Pool.Active is { } pool ? pool.Object(static () => new CholeskyFactor(), Clear) : new CholeskyFactor();
        factor.Factorize(a);
        return factor;
    }

    /// <summary>A⁻¹b.</summary>
    /// <param name="b">b, n.</param>
    /// <returns>The solution x of Ax = b, n.</returns>
    /// <exception cref="ArgumentException">b has not n entries.</exception>
    public Vector Solve(Vector b)
    {
        Guard.Same("Solve", "the matrix", "rows", _n, "the right-hand side", "entries", b.Count);
        var result = Dense.Copy(b.Storage);
        Lower().Solve(result.Values);
        Lower().SolveTranspose(result.Values);
        return result;
    }

    /// <summary>A⁻¹B.</summary>
    /// <param name="b">B, n×p.</param>
    /// <returns>The solution X of AX = B, n×p.</returns>
    /// <exception cref="ArgumentException">B has not n rows.</exception>
    public Matrix Solve(Matrix b)
    {
        Guard.Same("Solve", "the matrix", "rows", _n, "the right-hand side", "rows", b.RowCount);
        var result = Dense.Copy(b.Storage);
        Lower().SolveLeft(Dense.BlockOf(result), transpose: false);
        Lower().SolveLeft(Dense.BlockOf(result), transpose: true);
        return result;
    }

    /// <summary>A⁻ᵀb = A⁻¹b.</summary>
    /// <inheritdoc cref="Solve(Vector)"/>
    public Vector SolveTranspose(Vector b) => Solve(b);

    /// <summary>A⁻ᵀB = A⁻¹B.</summary>
    /// <inheritdoc cref="Solve(Matrix)"/>
    public Matrix SolveTranspose(Matrix b) => Solve(b);

    /// <summary>rᵀA⁻¹.</summary>
    /// <param name="r">rᵀ, n.</param>
    /// <returns>The solution xᵀ of xᵀA = rᵀ, n.</returns>
    /// <exception cref="ArgumentException">rᵀ has not n entries.</exception>
    public RowVector SolveLeft(RowVector r) => Solve(r.T).T;

    /// <summary>BA⁻¹.</summary>
    /// <param name="b">B, p×n.</param>
    /// <returns>The solution X of XA = B, p×n.</returns>
    /// <exception cref="ArgumentException">B has not n columns.</exception>
    public Matrix SolveLeft(Matrix b)
    {
        Guard.Same("SolveLeft", "the left-hand side", "columns", b.ColumnCount, "the matrix", "columns", _n);
        var result = Dense.Copy(b.Storage);
        Lower().SolveRight(Dense.BlockOf(result), transpose: true);
        Lower().SolveRight(Dense.BlockOf(result), transpose: false);
        return result;
    }

    /// <summary>rᵀA⁻ᵀ = rᵀA⁻¹.</summary>
    /// <inheritdoc cref="SolveLeft(RowVector)"/>
    public RowVector SolveLeftTranspose(RowVector r) => SolveLeft(r);

    /// <summary>BA⁻ᵀ = BA⁻¹.</summary>
    /// <inheritdoc cref="SolveLeft(Matrix)"/>
    public Matrix SolveLeftTranspose(Matrix b) => SolveLeft(b);

    /// <summary>A⁻¹, exactly symmetric.</summary>
    /// <returns>The inverse, n×n.</returns>
    public Matrix Inverse()
    {
        var result = Dense.NewMatrix(_n, _n);
        var inverse = Dense.BlockOf(result);
        _l.CopyTo(result.Values, 0);
        TriangularInverse.Invert(inverse, lower: true);
        TriangularInverse.MultiplyTransposeBySelf(inverse);
        Transposition.MirrorLower(inverse);
        return result;
    }

    private static void Clear(object factor) => ((CholeskyFactor)factor)._l = [];

    private void Factorize(Matrix a)
    {
        _n = a.RowCount;
        _l = Dense.NewMatrix(_n, _n).Values;
        WriteSymmetricPart(Stored.All(a.Storage));
        var lower = new Block(_l, _n, _n);
        var failed = NativeKernels.ForFactorization(_n)?.FactorizeCholesky(lower) ?? CholeskyElimination.Factorize(lower);
        if (failed >= 0)
        {
            throw new NotPositiveDefiniteException(
                FormattableString.Invariant($"The {_n}×{_n} matrix is not positive definite: pivot {failed} is {lower[failed, failed]}."));
        }

        for (var j = 1; j < _n; j++)
        {
            lower.Column(j)[..j].Clear();
        }
    }

    /// <summary>½(A + Aᵀ), by blocks since one of the two is read across its columns.</summary>
    private void WriteSymmetricPart(double[] a)
    {
        const int side = 16;
        for (var j0 = 0; j0 < _n; j0 += side)
        {
            for (var i0 = j0; i0 < _n; i0 += side)
            {
                for (var j = j0; j < Math.Min(j0 + side, _n); j++)
                {
                    for (var i = Math.Max(i0, j); i < Math.Min(i0 + side, _n); i++)
                    {
                        _l[(j * _n) + i] = (0.5 * a[(j * _n) + i]) + (0.5 * a[(i * _n) + j]);
                    }
                }
            }
        }
    }

    private Triangular Lower() => new(new Block(_l, _n, _n), lower: true, unitDiagonal: false);
}
