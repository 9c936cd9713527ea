using System.ComponentModel;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>
/// The factorization PA = LU of a square matrix, with partial pivoting (Golub and Van Loan, Matrix Computations, §3.4). A singular
/// matrix is factored too: only what needs its inverse throws. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LuFactor
{
    private int _n;
    private double[] _lu = [];
    private int[] _rows = [];
    private bool _oddPermutation;

    private LuFactor()
    {
    }

    /// <summary>det A; intermediate products do not overflow.</summary>
    public double Determinant
    {
        get
        {
            var product = new ScaledProduct();
            for (var i = 0; i < _n; i++)
            {
                product.Multiply(Pivot(i));
            }

            return _oddPermutation ? -product.Value : product.Value;
        }
    }

    /// <summary>log|det A|, −∞ for a singular matrix.</summary>
    public double LogAbsDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < _n; i++)
            {
                sum += Math.Log(Math.Abs(Pivot(i)));
            }

            return sum;
        }
    }

    /// <summary>The sign of det A: −1, 0 or 1; 0 where a pivot is not a number.</summary>
    public int DeterminantSign
    {
        get
        {
            var sign = _oddPermutation ? -1 : 1;
            for (var i = 0; i < _n; i++)
            {
                sign *= Pivot(i) > 0.0 ? 1 : Pivot(i) < 0.0 ? -1 : 0;
            }

            return sign;
        }
    }

    /// <summary>log(det A), −∞ for a singular matrix.</summary>
    /// <exception cref="ArithmeticException">The determinant is negative.</exception>
    public double LogDeterminant => DeterminantSign >= 0
        ? LogAbsDeterminant
        : throw new ArithmeticException("The logarithm of a negative determinant is not real.");

    internal static LuFactor Of(Matrix a)
    {
        Require.Square("LU", a);
        var factor = Pool.Active is { } pool ? pool.Object(static () => new LuFactor(), Clear) : new LuFactor();
        factor.Factorize(a);
        return factor;
    }

    /// <summary>A⁻¹b.</summary>
    /// <param name="b">b, n.</param>
    /// <returns>The solution x of Ax = b, n.</returns>
    /// <exception cref="ArgumentException">b has not n entries.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public Vector Solve(Vector b)
    {
        Guard.Same("Solve", "the matrix", "rows", _n, "the right-hand side", "entries", b.Count);
        var result = Dense.NewVector(_n);
        Permute(Stored.All(b.Storage), result.Values, 1);
        Lower().Solve(result.Values);
        Upper().Solve(result.Values);
        return result;
    }

    /// <summary>A⁻¹B.</summary>
    /// <param name="b">B, n×p.</param>
    /// <returns>The solution X of AX = B, n×p.</returns>
    /// <exception cref="ArgumentException">B has not n rows.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public Matrix Solve(Matrix b)
    {
        Guard.Same("Solve", "the matrix", "rows", _n, "the right-hand side", "rows", b.RowCount);
        var result = Dense.NewMatrix(_n, b.ColumnCount);
        Permute(Stored.All(b.Storage), result.Values, b.ColumnCount);
        Lower().SolveLeft(Dense.BlockOf(result), transpose: false);
        Upper().SolveLeft(Dense.BlockOf(result), transpose: false);
        return result;
    }

    /// <summary>A⁻ᵀb.</summary>
    /// <param name="b">b, n.</param>
    /// <returns>The solution x of Aᵀx = b, n.</returns>
    /// <exception cref="ArgumentException">b has not n entries.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public Vector SolveTranspose(Vector b)
    {
        Guard.Same("SolveTranspose", "the matrix", "columns", _n, "the right-hand side", "entries", b.Count);
        RequireRegular();
        var work = Dense.Copy(b.Storage);
        Upper().SolveTranspose(work.Values);
        Lower().SolveTranspose(work.Values);
        var result = Dense.NewVector(_n);
        PermuteBack(work.Values, result.Values, 1);
        return result;
    }

    /// <summary>A⁻ᵀB.</summary>
    /// <param name="b">B, n×p.</param>
    /// <returns>The solution X of AᵀX = B, n×p.</returns>
    /// <exception cref="ArgumentException">B has not n rows.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public Matrix SolveTranspose(Matrix b)
    {
        Guard.Same("SolveTranspose", "the matrix", "columns", _n, "the right-hand side", "rows", b.RowCount);
        RequireRegular();
        var work = Dense.Copy(b.Storage);
        Upper().SolveLeft(Dense.BlockOf(work), transpose: true);
        Lower().SolveLeft(Dense.BlockOf(work), transpose: true);
        var result = Dense.NewMatrix(_n, b.ColumnCount);
        PermuteBack(work.Values, result.Values, b.ColumnCount);
        return result;
    }

    /// <summary>rᵀA⁻¹.</summary>
    /// <param name="r">rᵀ, n.</param>
    /// <returns>The solution xᵀ of xᵀA = rᵀ, n.</returns>
    /// <exception cref="ArgumentException">rᵀ has not n entries.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public RowVector SolveLeft(RowVector r) => SolveTranspose(r.T).T;

    /// <summary>BA⁻¹.</summary>
    /// <param name="b">B, p×n.</param>
    /// <returns>The solution X of XA = B, p×n.</returns>
    /// <exception cref="ArgumentException">B has not n columns.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public Matrix SolveLeft(Matrix b)
    {
        Guard.Same("SolveLeft", "the left-hand side", "columns", b.ColumnCount, "the matrix", "columns", _n);
        RequireRegular();
        var work = Dense.Copy(b.Storage);
        Upper().SolveRight(Dense.BlockOf(work), transpose: false);
        return TimesLowerInverseAndPermutation(work);
    }

    /// <summary>rᵀA⁻ᵀ.</summary>
    /// <param name="r">rᵀ, n.</param>
    /// <returns>The solution xᵀ of xᵀAᵀ = rᵀ, n.</returns>
    /// <exception cref="ArgumentException">rᵀ has not n entries.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public RowVector SolveLeftTranspose(RowVector r) => Solve(r.T).T;

    /// <summary>BA⁻ᵀ.</summary>
    /// <param name="b">B, p×n.</param>
    /// <returns>The solution X of XAᵀ = B, p×n.</returns>
    /// <exception cref="ArgumentException">B has not n columns.</exception>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public Matrix SolveLeftTranspose(Matrix b)
    {
        Guard.Same("SolveLeftTranspose", "the left-hand side", "columns", b.ColumnCount, "the matrix", "rows", _n);
        RequireRegular();
        var m = b.RowCount;
        var given = Stored.All(b.Storage);
        var result = Dense.NewMatrix(m, _n);
        for (var i = 0; i < _n; i++)
        {
            given.AsSpan(_rows[i] * m, m).CopyTo(result.Values.AsSpan(i * m, m));
        }

        Lower().SolveRight(Dense.BlockOf(result), transpose: true);
        Upper().SolveRight(Dense.BlockOf(result), transpose: true);
        return result;
    }

    /// <summary>A⁻¹.</summary>
    /// <returns>The inverse, n×n.</returns>
    /// <exception cref="SingularMatrixException">A is singular.</exception>
    public Matrix Inverse()
    {
        RequireRegular();
        var work = Dense.NewZeroMatrix(_n, _n);
        for (var j = 0; j < _n; j++)
        {
            _lu.AsSpan(j * _n, j + 1).CopyTo(work.Values.AsSpan(j * _n));
        }

        TriangularInverse.Invert(Dense.BlockOf(work), lower: false);
        return TimesLowerInverseAndPermutation(work);
    }

    private static void Clear(object factor) => (((LuFactor)factor)._lu, ((LuFactor)factor)._rows) = ([], []);

    private void Factorize(Matrix a)
    {
        _n = a.RowCount;
        _lu = Dense.Copy(a.Storage).Values;
        _rows = Pool.Active is { } pool ? pool.Array<int>(_n) : new int[_n];
        _oddPermutation = false;
        var swaps = Pool.Active is { } scratch ? scratch.Array<int>(_n) : new int[_n];
        if (NativeKernels.ForFactorization(_n) is { } native)
        {
            native.FactorizeLu(new Block(_lu, _n, _n), swaps);
        }
        else
        {
            LuElimination.Factorize(new Block(_lu, _n, _n), swaps);
        }

        for (var i = 0; i < _n; i++)
        {
            _rows[i] = i;
        }

        for (var i = 0; i < _n; i++)
        {
            _oddPermutation ^= swaps[i] != i;
            (_rows[i], _rows[swaps[i]]) = (_rows[swaps[i]], _rows[i]);
        }
    }

    /// <summary>result becomes Pb, for columns below each other.</summary>
    private void Permute(double[] b, double[] result, int columns)
    {
        RequireRegular();
        for (var start = 0; start < columns * _n; start += _n)
        {
            for (var i = 0; i < _n; i++)
            {
                result[start + i] = b[start + _rows[i]];
            }
        }
    }

    /// <summary>result becomes Pᵀb, for columns below each other.</summary>
    private void PermuteBack(double[] b, double[] result, int columns)
    {
        for (var start = 0; start < columns * _n; start += _n)
        {
            for (var i = 0; i < _n; i++)
            {
                result[start + _rows[i]] = b[start + i];
            }
        }
    }

    /// <summary>WL⁻¹P; W is overwritten.</summary>
    private Matrix TimesLowerInverseAndPermutation(DenseMatrix work)
    {
        Lower().SolveRight(Dense.BlockOf(work), transpose: false);
        var m = work.RowCount;
        var result = Dense.NewMatrix(m, _n);
        for (var i = 0; i < _n; i++)
        {
            work.Values.AsSpan(i * m, m).CopyTo(result.Values.AsSpan(_rows[i] * m, m));
        }

        return result;
    }

    private Triangular Lower() => new(new Block(_lu, _n, _n), lower: true, unitDiagonal: true);

    private Triangular Upper() => new(new Block(_lu, _n, _n), lower: false, unitDiagonal: false);

    private double Pivot(int k) => _lu[(k * _n) + k];

    private void RequireRegular()
    {
        for (var k = 0; k < _n; k++)
        {
            if (Pivot(k) is 0.0 or double.NaN)
            {
                throw new SingularMatrixException($"The {_n}×{_n} matrix is singular: pivot {k} is {(Pivot(k) == 0.0 ? "0" : "not a number")}.");
            }
        }
    }
}
