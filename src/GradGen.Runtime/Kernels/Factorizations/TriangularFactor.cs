using System.ComponentModel;

namespace GradGen;

/// <summary>
/// A lower triangular matrix in the place of its factorization: solves are substitutions, the determinant is the product of
/// the diagonal. What is above the diagonal is not read. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TriangularFactor
{
    private int _n;
    private double[] _l = [];

    private TriangularFactor()
    {
    }

    /// <summary>det L.</summary>
    public double Determinant => Diagonal().Product();

    /// <summary>log|det L|, −∞ for a singular matrix.</summary>
    public double LogAbsDeterminant => Diagonal().LogAbs();

    /// <summary>log(det L), −∞ for a singular matrix.</summary>
    /// <exception cref="ArithmeticException">The determinant is negative.</exception>
    public double LogDeterminant => Diagonal().Log();

    internal static TriangularFactor Of(Matrix l)
    {
        Require.Square("Solve", l);
        var factor = Pool.Active is { } pool ? pool.Object(static () => new TriangularFactor(), Clear) : new TriangularFactor();
        (factor._n, factor._l) = (l.RowCount, Dense.Copy(l.Storage).Values);
        return factor;
    }

    /// <summary>L⁻¹b.</summary>
    /// <param name="b">b, n.</param>
    /// <returns>The solution x of Lx = b, n.</returns>
    /// <exception cref="ArgumentException">b has not n entries.</exception>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public Vector Solve(Vector b)
    {
        Guard.Same("Solve", "the matrix", "rows", _n, "the right-hand side", "entries", b.Count);
        Diagonal().RequireRegular();
        var result = Dense.Copy(b.Storage);
        Lower().Solve(result.Values);
        return result;
    }

    /// <summary>L⁻¹B.</summary>
    /// <param name="b">B, n×p.</param>
    /// <returns>The solution X of LX = B, n×p.</returns>
    /// <exception cref="ArgumentException">B has not n rows.</exception>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public Matrix Solve(Matrix b) => SolveLeft(b, transpose: false);

    /// <summary>L⁻ᵀb.</summary>
    /// <param name="b">b, n.</param>
    /// <returns>The solution x of Lᵀx = b, n.</returns>
    /// <exception cref="ArgumentException">b has not n entries.</exception>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public Vector SolveTranspose(Vector b)
    {
        Guard.Same("SolveTranspose", "the matrix", "columns", _n, "the right-hand side", "entries", b.Count);
        Diagonal().RequireRegular();
        var result = Dense.Copy(b.Storage);
        Lower().SolveTranspose(result.Values);
        return result;
    }

    /// <summary>L⁻ᵀB.</summary>
    /// <param name="b">B, n×p.</param>
    /// <returns>The solution X of LᵀX = B, n×p.</returns>
    /// <exception cref="ArgumentException">B has not n rows.</exception>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public Matrix SolveTranspose(Matrix b) => SolveLeft(b, transpose: true);

    /// <summary>rᵀL⁻¹.</summary>
    /// <param name="r">rᵀ, n.</param>
    /// <returns>The solution xᵀ of xᵀL = rᵀ, n.</returns>
    /// <exception cref="ArgumentException">rᵀ has not n entries.</exception>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public RowVector SolveLeft(RowVector r) => SolveTranspose(r.T).T;

    /// <summary>BL⁻¹.</summary>
    /// <param name="b">B, p×n.</param>
    /// <returns>The solution X of XL = B, p×n.</returns>
    /// <exception cref="ArgumentException">B has not n columns.</exception>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public Matrix SolveLeft(Matrix b) => SolveRight(b, transpose: false);

    /// <summary>rᵀL⁻ᵀ.</summary>
    /// <param name="r">rᵀ, n.</param>
    /// <returns>The solution xᵀ of xᵀLᵀ = rᵀ, n.</returns>
    /// <exception cref="ArgumentException">rᵀ has not n entries.</exception>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public RowVector SolveLeftTranspose(RowVector r) => Solve(r.T).T;

    /// <summary>BL⁻ᵀ.</summary>
    /// <param name="b">B, p×n.</param>
    /// <returns>The solution X of XLᵀ = B, p×n.</returns>
    /// <exception cref="ArgumentException">B has not n columns.</exception>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public Matrix SolveLeftTranspose(Matrix b) => SolveRight(b, transpose: true);

    /// <summary>L⁻¹, lower triangular.</summary>
    /// <returns>The inverse, n×n.</returns>
    /// <exception cref="SingularMatrixException">L is singular.</exception>
    public Matrix Inverse()
    {
        Diagonal().RequireRegular();
        var result = Dense.NewZeroMatrix(_n, _n);
        for (var j = 0; j < _n; j++)
        {
            _l.AsSpan((j * _n) + j, _n - j).CopyTo(result.Values.AsSpan((j * _n) + j));
        }

        TriangularInverse.Invert(Dense.BlockOf(result), lower: true);
        return result;
    }

    private static void Clear(object factor) => ((TriangularFactor)factor)._l = [];

    private Matrix SolveLeft(Matrix b, bool transpose)
    {
        Guard.Same("Solve", "the matrix", "rows", _n, "the right-hand side", "rows", b.RowCount);
        Diagonal().RequireRegular();
        var result = Dense.Copy(b.Storage);
        Lower().SolveLeft(Dense.BlockOf(result), transpose);
        return result;
    }

    private Matrix SolveRight(Matrix b, bool transpose)
    {
        Guard.Same("SolveLeft", "the left-hand side", "columns", b.ColumnCount, "the matrix", "columns", _n);
        Diagonal().RequireRegular();
        var result = Dense.Copy(b.Storage);
        Lower().SolveRight(Dense.BlockOf(result), transpose);
        return result;
    }

    private Pivots Diagonal() => new(_l, _n, _n + 1);

    private Triangular Lower() => new(new Block(_l, _n, _n), lower: true, unitDiagonal: false);
}
