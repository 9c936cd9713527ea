namespace GradGen;

public static partial class Kernel
{
    /// <summary>a/b, and 0 where a is 0 whatever b is.</summary>
    /// <param name="a">The numerator.</param>
    /// <param name="b">The denominator.</param>
    /// <returns>The quotient.</returns>
    public static double ZeroSafeDivide(double a, double b) => a == 0 ? 0 : a / b;

    /// <summary>a/b entry by entry, and 0 where a is 0 whatever b is.</summary>
    /// <param name="a">a, n.</param>
    /// <param name="b">b, n.</param>
    /// <returns>The quotients, n.</returns>
    public static Vector ZeroSafeDivide(Vector a, Vector b) => Elementwise.Zip(a, b, Quotients, ZeroSafeDivide);

    /// <inheritdoc cref="ZeroSafeDivide(Vector, Vector)"/>
    public static RowVector ZeroSafeDivide(RowVector a, RowVector b) => ZeroSafeDivide(a.T, b.T).T;

    /// <summary>A/B entry by entry, and 0 where A is 0 whatever B is.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, m×n.</param>
    /// <returns>The quotients, m×n.</returns>
    public static Matrix ZeroSafeDivide(Matrix a, Matrix b) => Elementwise.Zip(a, b, Quotients, ZeroSafeDivide);

    private static void Quotients(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        for (var i = 0; i < a.Length; i++)
        {
            result[i] = ZeroSafeDivide(a[i], b[i]);
        }
    }
}
