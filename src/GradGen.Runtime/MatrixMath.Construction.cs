namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The identity matrix I.</summary>
    /// <param name="n">The number of rows and columns.</param>
    /// <returns>I, n×n, dense.</returns>
    public static Matrix Identity(int n)
    {
        var entries = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            entries[(i * n) + i] = 1.0;
        }

        return Dense.Matrix(n, n, entries);
    }

    /// <summary>The column of ones 1.</summary>
    /// <param name="n">The number of entries.</param>
    /// <returns>1, n, dense.</returns>
    public static Vector Ones(int n)
    {
        var entries = new double[n];
        Array.Fill(entries, 1.0);
        return Dense.Vector(entries);
    }

    /// <summary>The matrix of ones 11ᵀ.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <returns>11ᵀ, m×n, dense.</returns>
    public static Matrix Ones(int m, int n)
    {
        var entries = new double[m * n];
        Array.Fill(entries, 1.0);
        return Dense.Matrix(m, n, entries);
    }

    /// <summary>The column of zeros 0.</summary>
    /// <param name="n">The number of entries.</param>
    /// <returns>0, n, dense.</returns>
    public static Vector Zeros(int n) => Dense.Vector(new double[n]);

    /// <summary>The matrix of zeros 0.</summary>
    /// <param name="m">The number of rows.</param>
    /// <param name="n">The number of columns.</param>
    /// <returns>0, m×n, dense.</returns>
    public static Matrix Zeros(int m, int n) => Dense.Zero(m, n);

    /// <summary>The diagonal matrix with x on the diagonal.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>diag(x), n×n, dense.</returns>
    public static Matrix Diag(Vector x)
    {
        var n = x.Count;
        var entries = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            entries[(i * n) + i] = x.Storage.At(i);
        }

        return Dense.Matrix(n, n, entries);
    }

    /// <summary>The diagonal of a matrix.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The entries Xᵢᵢ, min(m, n), dense.</returns>
    public static Vector Diagonal(Matrix x)
    {
        var entries = Dense.Buffer(Math.Min(x.RowCount, x.ColumnCount));
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = x.Storage.At(i, i);
        }

        return Dense.Vector(entries);
    }
}
