namespace GradGen;

public static partial class MatrixMath
{
    /// <summary>The cross product a × b.</summary>
    /// <param name="a">a, 3.</param>
    /// <param name="b">b, 3.</param>
    /// <returns>The vector at right angles to both, 3.</returns>
    /// <exception cref="ArgumentException">A vector has not 3 entries.</exception>
    public static Vector Cross(Vector a, Vector b)
    {
        Guard.Exactly("Cross", "the left vector", "entries", a.Count, 3);
        Guard.Exactly("Cross", "the right vector", "entries", b.Count, 3);
        return Dense.Copy([(a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0])]);
    }

    /// <summary>The skew-symmetric matrix S of the cross product, Sb = a × b.</summary>
    /// <param name="a">a, 3.</param>
    /// <returns>S, 3×3.</returns>
    /// <exception cref="ArgumentException">a has not 3 entries.</exception>
    public static Matrix Skew(Vector a)
    {
        Guard.Exactly("Skew", "the vector", "entries", a.Count, 3);
        return Unstacked([0.0, a[2], -a[1], -a[2], 0.0, a[0], a[1], -a[0], 0.0], 3, 3);
    }

    /// <summary>The symmetric part ½(X + Xᵀ).</summary>
    /// <param name="x">X, n×n.</param>
    /// <returns>The symmetric part, n×n.</returns>
    /// <exception cref="ArgumentException">X is not square.</exception>
    public static Matrix Symmetrize(Matrix x)
    {
        Require.Square("Symmetrize", x);
        return 0.5 * (x + x.T);
    }

    /// <summary>The lower triangle with the diagonal, and zeros above it.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The triangle, m×n, dense.</returns>
    public static Matrix LowerTriangle(Matrix x) => Triangle(x, static (column, rows) => Math.Min(column, rows)..rows);

    /// <summary>The upper triangle with the diagonal, and zeros below it.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The triangle, m×n, dense.</returns>
    public static Matrix UpperTriangle(Matrix x) => Triangle(x, static (column, rows) => 0..Math.Min(column + 1, rows));

    private static Matrix Triangle(Matrix x, Func<int, int, Range> kept)
    {
        var m = x.RowCount;
        var entries = Stored.All(x.Storage);
        var triangle = Dense.NewZeroMatrix(m, x.ColumnCount);
        for (var j = 0; j < x.ColumnCount; j++)
        {
            var rows = kept(j, m);
            entries.AsSpan(j * m, m)[rows].CopyTo(triangle.Values.AsSpan(j * m, m)[rows]);
        }

        return triangle;
    }
}
