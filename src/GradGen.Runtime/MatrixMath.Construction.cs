namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The identity matrix I.</summary>
    /// <param name="n">The number of rows and columns.</param>
    /// <returns>I, n×n, dense.</returns>
    public static Matrix Identity(int n)
    {
        var result = Dense.NewZeroMatrix(n, n);
        for (var i = 0; i < n; i++)
        {
            result.Values[(i * n) + i] = 1.0;
        }

        return result;
    }

    /// <summary>The column of ones 1.</summary>
    /// <param name="n">The number of entries.</param>
    /// <returns>1, n, dense.</returns>
    public static Vector Ones(int n) => Dense.NewFilledVector(n, 1.0);

    /// <summary>The matrix of ones 11ᵀ.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <returns>11ᵀ, m×n, dense.</returns>
    public static Matrix Ones(int m, int n) => Dense.NewFilledMatrix(m, n, 1.0);

    /// <summary>The column of zeros 0.</summary>
    /// <param name="n">The number of entries.</param>
    /// <returns>0, n, dense.</returns>
    public static Vector Zeros(int n) => Dense.NewZeroVector(n);

    /// <summary>The matrix of zeros 0.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <returns>0, m×n, dense.</returns>
    public static Matrix Zeros(int m, int n) => Dense.NewZeroMatrix(m, n);

    /// <summary>The diagonal matrix with x on the diagonal.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>diag(x), n×n, dense.</returns>
    public static Matrix Diag(Vector x)
    {
        var n = x.Count;
        var result = Dense.NewZeroMatrix(n, n);
        for (var i = 0; i < n; i++)
        {
            result.Values[(i * n) + i] = x.Storage.At(i);
        }

        return result;
    }

    /// <summary>The diagonal of a matrix.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The entries Xᵢᵢ, min(m, n), dense.</returns>
    public static Vector Diagonal(Matrix x)
    {
        var result = Dense.NewVector(Math.Min(x.RowCount, x.ColumnCount));
        for (var i = 0; i < result.Count; i++)
        {
            result.Values[i] = x.Storage.At(i, i);
        }

        return result;
    }
}
