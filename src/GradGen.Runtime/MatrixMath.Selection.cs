namespace GradGen;

public static partial class MatrixMath
{
    /// <summary><paramref name="a"/> where the condition holds, otherwise <paramref name="b"/>.</summary>
    /// <param name="condition">Which of the two to take.</param>
    /// <param name="a">Taken where the condition holds.</param>
    /// <param name="b">Taken where it does not.</param>
    /// <returns>One of the two.</returns>
    public static double Where(bool condition, double a, double b) => condition ? a : b;

    /// <inheritdoc cref="Where(bool, double, double)"/>
    public static Vector Where(bool condition, Vector a, Vector b) => condition ? a : b;

    /// <inheritdoc cref="Where(bool, double, double)"/>
    public static RowVector Where(bool condition, RowVector a, RowVector b) => condition ? a : b;

    /// <inheritdoc cref="Where(bool, double, double)"/>
    public static Matrix Where(bool condition, Matrix a, Matrix b) => condition ? a : b;

    /// <summary>aᵢ where the mask is not 0, otherwise bᵢ.</summary>
    /// <param name="mask">A mask of zeros and ones, n.</param>
    /// <param name="a">a, n.</param>
    /// <param name="b">b, n.</param>
    /// <returns>The selected entries, n, dense.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Vector Where(Vector mask, Vector a, Vector b)
    {
        RequireMask(mask.Count, a.Count, b.Count);
        var result = Dense.NewVector(mask.Count);
        Select(Stored.All(mask.Storage), Stored.All(a.Storage), Stored.All(b.Storage), result.Values);
        return result;
    }

    /// <inheritdoc cref="Where(Vector, Vector, Vector)"/>
    public static RowVector Where(RowVector mask, RowVector a, RowVector b)
    {
        RequireMask(mask.Count, a.Count, b.Count);
        return Where(mask.T, a.T, b.T).T;
    }

    /// <summary>aᵢⱼ where the mask is not 0, otherwise bᵢⱼ.</summary>
    /// <param name="mask">A mask of zeros and ones, m×n.</param>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, m×n.</param>
    /// <returns>The selected entries, m×n, dense.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix Where(Matrix mask, Matrix a, Matrix b)
    {
        Guard.Same("Where", "the mask", "rows", mask.RowCount, "the first matrix", "rows", a.RowCount);
        Guard.Same("Where", "the mask", "columns", mask.ColumnCount, "the first matrix", "columns", a.ColumnCount);
        Guard.Same("Where", "the mask", "rows", mask.RowCount, "the second matrix", "rows", b.RowCount);
        Guard.Same("Where", "the mask", "columns", mask.ColumnCount, "the second matrix", "columns", b.ColumnCount);
        var result = Dense.NewMatrix(mask.RowCount, mask.ColumnCount);
        Select(Stored.All(mask.Storage), Stored.All(a.Storage), Stored.All(b.Storage), result.Values);
        return result;
    }

    /// <summary>The value itself, as a constant: derivatives do not pass through it.</summary>
    /// <param name="x">The value.</param>
    /// <returns>The value.</returns>
    public static double StopGradient(double x) => x;

    /// <inheritdoc cref="StopGradient(double)"/>
    public static Vector StopGradient(Vector x) => x;

    /// <inheritdoc cref="StopGradient(double)"/>
    public static RowVector StopGradient(RowVector x) => x;

    /// <inheritdoc cref="StopGradient(double)"/>
    public static Matrix StopGradient(Matrix x) => x;

    private static void RequireMask(int mask, int first, int second)
    {
        Guard.Same("Where", "the mask", "entries", mask, "the first vector", "entries", first);
        Guard.Same("Where", "the mask", "entries", mask, "the second vector", "entries", second);
    }

    private static void Select(double[] mask, double[] a, double[] b, double[] selected)
    {
        for (var i = 0; i < selected.Length; i++)
        {
            selected[i] = mask[i] != 0.0 ? a[i] : b[i];
        }
    }
}
