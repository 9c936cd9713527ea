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

    /// <summary>1/h, and 0 where h is 0.</summary>
    /// <param name="h">A norm.</param>
    /// <returns>The reciprocal.</returns>
    public static double ZeroSafeReciprocal(double h) => h == 0 ? 0 : 1 / h;

    /// <summary>ab, and 0 where a is 0 whatever b is.</summary>
    /// <param name="a">The factor that decides.</param>
    /// <param name="b">The other factor.</param>
    /// <returns>The product.</returns>
    public static double ZeroSafeMultiply(double a, double b) => a == 0 ? 0 : a * b;

    /// <summary>ab entry by entry, and 0 where a is 0 whatever b is.</summary>
    /// <param name="a">a, n.</param>
    /// <param name="b">b, n.</param>
    /// <returns>The products, n.</returns>
    public static Vector ZeroSafeMultiply(Vector a, Vector b) => Elementwise.Zip(a, b, Multiples, ZeroSafeMultiply);

    /// <inheritdoc cref="ZeroSafeMultiply(Vector, Vector)"/>
    public static RowVector ZeroSafeMultiply(RowVector a, RowVector b) => ZeroSafeMultiply(a.T, b.T).T;

    /// <summary>A ∘ B, and 0 where A is 0 whatever B is.</summary>
    /// <param name="a">A, m×n.</param>
    /// <param name="b">B, m×n.</param>
    /// <returns>The products, m×n.</returns>
    public static Matrix ZeroSafeMultiply(Matrix a, Matrix b) => Elementwise.Zip(a, b, Multiples, ZeroSafeMultiply);

    /// <summary>ab, and 0 where a is 0 whatever b is.</summary>
    /// <param name="a">A scalar.</param>
    /// <param name="b">b, n.</param>
    /// <returns>The multiple, n.</returns>
    public static Vector ZeroSafeMultiply(double a, Vector b) => a == 0 ? MatrixMath.Zeros(b.Count) : Scale(a, b);

    /// <inheritdoc cref="ZeroSafeMultiply(double, Vector)"/>
    public static RowVector ZeroSafeMultiply(double a, RowVector b) => ZeroSafeMultiply(a, b.T).T;

    /// <summary>aB, and 0 where a is 0 whatever B is.</summary>
    /// <param name="a">A scalar.</param>
    /// <param name="b">B, m×n.</param>
    /// <returns>The multiple, m×n.</returns>
    public static Matrix ZeroSafeMultiply(double a, Matrix b) => a == 0 ? MatrixMath.Zeros(b.RowCount, b.ColumnCount) : Scale(a, b);

    private static void Multiples(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        for (var i = 0; i < a.Length; i++)
        {
            result[i] = ZeroSafeMultiply(a[i], b[i]);
        }
    }

    private static void Quotients(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        for (var i = 0; i < a.Length; i++)
        {
            result[i] = ZeroSafeDivide(a[i], b[i]);
        }
    }
}
