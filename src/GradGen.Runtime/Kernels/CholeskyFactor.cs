using System.ComponentModel;
using System.Numerics.Tensors;

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
        SolveColumns(result.Values, 1);
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
        SolveColumns(result.Values, b.ColumnCount);
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
        Lower().SolveRightTranspose(result.Values, b.RowCount);
        Lower().SolveRight(result.Values, b.RowCount);
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
        var result = MatrixMath.Identity(_n);
        var inverse = result.Storage.AsColumnMajorArray();
        SolveColumns(inverse, _n);
        for (var j = 0; j < _n; j++)
        {
            for (var i = 0; i < j; i++)
            {
                inverse[(j * _n) + i] = inverse[(i * _n) + j];
            }
        }

        return result;
    }

    private static void Clear(object factor) => ((CholeskyFactor)factor)._l = [];

    private void Factorize(Matrix a)
    {
        _n = a.RowCount;
        _l = LowerTriangleOfSymmetricPart(Stored.All(a.Storage), _n);
        for (var k = 0; k < _n; k++)
        {
            Eliminate(k);
        }
    }

    private static double[] LowerTriangleOfSymmetricPart(double[] a, int n)
    {
        var lower = Dense.NewZeroMatrix(n, n).Values;
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                lower[(j * n) + i] = (0.5 * a[(j * n) + i]) + (0.5 * a[(i * n) + j]);
            }
        }

        return lower;
    }

    private void SolveColumns(double[] columns, int count)
    {
        for (var j = 0; j < count; j++)
        {
            var column = columns.AsSpan(j * _n, _n);
            Lower().Solve(column);
            Lower().SolveTranspose(column);
        }
    }

    private Triangular Lower() => new(_l, _n, lower: true, unitDiagonal: false);

    private void Eliminate(int k)
    {
        var column = _l.AsSpan((k * _n) + k, _n - k);
        if (!(column[0] > 0.0) || double.IsInfinity(column[0]))
        {
            throw new NotPositiveDefiniteException(
                FormattableString.Invariant($"The {_n}×{_n} matrix is not positive definite: pivot {k} is {column[0]}."));
        }

        TensorPrimitives.Divide(column, Math.Sqrt(column[0]), column);
        for (var j = 1; j < column.Length; j++)
        {
            var below = _l.AsSpan(((k + j) * _n) + k + j, _n - k - j);
            TensorPrimitives.MultiplyAdd(column[j..], -column[j], below, below);
        }
    }
}
