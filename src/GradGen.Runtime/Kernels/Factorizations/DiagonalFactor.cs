using System.ComponentModel;
using System.Numerics.Tensors;

namespace GradGen;

/// <summary>
/// A diagonal matrix in the place of its factorization: solves divide, the determinant is the product of the diagonal. What is
/// off the diagonal is not read. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DiagonalFactor
{
    private int _n;
    private double[] _d = [];

    private DiagonalFactor()
    {
    }

    /// <summary>det D.</summary>
    public double Determinant => Diagonal().Product();

    /// <summary>log|det D|, −∞ for a singular matrix.</summary>
    public double LogAbsDeterminant => Diagonal().LogAbs();

    /// <summary>log(det D), −∞ for a singular matrix.</summary>
    /// <exception cref="ArithmeticException">The determinant is negative.</exception>
    public double LogDeterminant => Diagonal().Log();

    internal static DiagonalFactor Of(Matrix d)
    {
        Require.Square("Solve", d);
        var (n, from, entries) = (d.RowCount, Stored.All(d.Storage), Dense.NewVector(d.RowCount).Values);
        for (var i = 0; i < n; i++)
        {
            entries[i] = from[i * (n + 1)];
        }

        return Of(entries, n);
    }

    internal static DiagonalFactor Of(Vector d) => Of(Dense.Copy(d.Storage).Values, d.Count);

    /// <summary>D⁻¹b.</summary>
    /// <param name="b">b, n.</param>
    /// <returns>The solution x of Dx = b, n.</returns>
    /// <exception cref="ArgumentException">b has not n entries.</exception>
    /// <exception cref="SingularMatrixException">D is singular.</exception>
    public Vector Solve(Vector b)
    {
        Guard.Same("Solve", "the matrix", "rows", _n, "the right-hand side", "entries", b.Count);
        Diagonal().RequireRegular();
        var result = Dense.Copy(b.Storage);
        Divide(result.Values);
        return result;
    }

    /// <summary>D⁻¹B.</summary>
    /// <param name="b">B, n×p.</param>
    /// <returns>The solution X of DX = B, n×p.</returns>
    /// <exception cref="ArgumentException">B has not n rows.</exception>
    /// <exception cref="SingularMatrixException">D is singular.</exception>
    public Matrix Solve(Matrix b)
    {
        Guard.Same("Solve", "the matrix", "rows", _n, "the right-hand side", "rows", b.RowCount);
        Diagonal().RequireRegular();
        var result = Dense.Copy(b.Storage);
        for (var j = 0; j < b.ColumnCount; j++)
        {
            Divide(result.Values.AsSpan(j * _n, _n));
        }

        return result;
    }

    /// <summary>D⁻ᵀb = D⁻¹b.</summary>
    /// <inheritdoc cref="Solve(Vector)"/>
    public Vector SolveTranspose(Vector b) => Solve(b);

    /// <summary>D⁻ᵀB = D⁻¹B.</summary>
    /// <inheritdoc cref="Solve(Matrix)"/>
    public Matrix SolveTranspose(Matrix b) => Solve(b);

    /// <summary>rᵀD⁻¹.</summary>
    /// <param name="r">rᵀ, n.</param>
    /// <returns>The solution xᵀ of xᵀD = rᵀ, n.</returns>
    /// <exception cref="ArgumentException">rᵀ has not n entries.</exception>
    /// <exception cref="SingularMatrixException">D is singular.</exception>
    public RowVector SolveLeft(RowVector r) => Solve(r.T).T;

    /// <summary>BD⁻¹.</summary>
    /// <param name="b">B, p×n.</param>
    /// <returns>The solution X of XD = B, p×n.</returns>
    /// <exception cref="ArgumentException">B has not n columns.</exception>
    /// <exception cref="SingularMatrixException">D is singular.</exception>
    public Matrix SolveLeft(Matrix b)
    {
        Guard.Same("SolveLeft", "the left-hand side", "columns", b.ColumnCount, "the matrix", "columns", _n);
        Diagonal().RequireRegular();
        var result = Dense.Copy(b.Storage);
        for (var j = 0; j < _n; j++)
        {
            var column = result.Values.AsSpan(j * b.RowCount, b.RowCount);
            TensorPrimitives.Divide(column, Diagonal()[j], column);
        }

        return result;
    }

    /// <summary>rᵀD⁻ᵀ = rᵀD⁻¹.</summary>
    /// <inheritdoc cref="SolveLeft(RowVector)"/>
    public RowVector SolveLeftTranspose(RowVector r) => SolveLeft(r);

    /// <summary>BD⁻ᵀ = BD⁻¹.</summary>
    /// <inheritdoc cref="SolveLeft(Matrix)"/>
    public Matrix SolveLeftTranspose(Matrix b) => SolveLeft(b);

    /// <summary>D⁻¹, diagonal.</summary>
    /// <returns>The inverse, n×n.</returns>
    /// <exception cref="SingularMatrixException">D is singular.</exception>
    public Matrix Inverse()
    {
        Diagonal().RequireRegular();
        var result = Dense.NewZeroMatrix(_n, _n);
        for (var i = 0; i < _n; i++)
        {
            result.Values[i * (_n + 1)] = 1.0 / Diagonal()[i];
        }

        return result;
    }

    private static void Clear(object factor) => ((DiagonalFactor)factor)._d = [];

    private static DiagonalFactor Of(double[] entries, int n)
    {
        var factor = Pool.Active is { } pool ? pool.Object(static () => new DiagonalFactor(), Clear) : new DiagonalFactor();
        (factor._n, factor._d) = (n, entries);
        return factor;
    }

    private void Divide(Span<double> x) => TensorPrimitives.Divide(x[.._n], _d.AsSpan(0, _n), x[.._n]);

    private Pivots Diagonal() => new(_d, _n, 1);
}
