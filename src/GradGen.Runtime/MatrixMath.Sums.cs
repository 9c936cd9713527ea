namespace GradGen;

/// <summary>
/// The functions of the language of a differentiable method, meant for <c>using static GradGen.MatrixMath</c>. All of them run as
/// they stand. There is no <c>Exp(double)</c> or <c>Log(double)</c>, so that <c>using static System.Math</c> beside it is never ambiguous.
/// </summary>
public static partial class MatrixMath
{
    /// <summary>The sum of the entries, 1ᵀx.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The sum; 0 if there are no entries.</returns>
    public static double Sum(Vector x) => ShortColumn.Sum(Stored.Values(x.Storage));

    /// <inheritdoc cref="Sum(Vector)"/>
    public static double Sum(RowVector x) => ShortColumn.Sum(Stored.Values(x.Storage));

    /// <summary>The sum of the entries, 1ᵀX1.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The sum; 0 if there are no entries.</returns>
    public static double Sum(Matrix x) => ShortColumn.Sum(Stored.Values(x.Storage));

    /// <summary>The mean of the entries, 1ᵀx/n.</summary>
    /// <param name="x">x, n.</param>
    /// <returns>The mean; NaN if there are no entries.</returns>
    public static double Mean(Vector x) => Sum(x) / x.Count;

    /// <inheritdoc cref="Mean(Vector)"/>
    public static double Mean(RowVector x) => Sum(x) / x.Count;

    /// <summary>The mean of the entries, 1ᵀX1/(mn).</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The mean; NaN if there are no entries.</returns>
    public static double Mean(Matrix x) => Sum(x) / ((double)x.RowCount * x.ColumnCount);

    /// <summary>The inner product xᵀy.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum of the products of the entries.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(Vector x, Vector y)
    {
        Require.SameLength("Dot", x, y);
        return Kernel.Inner(x, y);
    }

    /// <inheritdoc cref="Dot(Vector, Vector)"/>
    public static double Dot(RowVector x, RowVector y)
    {
        Require.SameLength("Dot", x, y);
        return Kernel.Inner(x, y);
    }

    /// <summary>The inner product xᵀy.</summary>
    /// <param name="x">x, n.</param>
    /// <param name="y">y, n.</param>
    /// <returns>The sum of the products of the entries.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Inner(Vector x, Vector y) => Kernel.Inner(x, y);

    /// <inheritdoc cref="Inner(Vector, Vector)"/>
    public static double Inner(RowVector x, RowVector y) => Kernel.Inner(x, y);

    /// <summary>The Frobenius inner product Tr(XᵀY) = Σ XᵢⱼYᵢⱼ.</summary>
    /// <param name="x">X, m×n.</param>
    /// <param name="y">Y, m×n.</param>
    /// <returns>The sum of the products of the entries.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double Inner(Matrix x, Matrix y) => Kernel.Inner(x, y);

    /// <summary>The trace Σ Xᵢᵢ.</summary>
    /// <param name="x">X, n×n.</param>
    /// <returns>The sum of the diagonal entries.</returns>
    /// <exception cref="ArgumentException">X is not square.</exception>
    public static double Tr(Matrix x)
    {
        Require.Square("Tr", x);
        var sum = 0.0;
        for (var i = 0; i < x.RowCount; i++)
        {
            sum += x.Storage.At(i, i);
        }

        return sum;
    }

    /// <summary>The sums of the rows, X1.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The sums, m.</returns>
    public static Vector RowSums(Matrix x)
    {
        if (x.Storage.DenseEntries() is null)
        {
            return x.Storage.RowSums();
        }

        var sums = Dense.NewVector(x.RowCount);
        Kernel.RowSumsTo(x, sums);
        return sums;
    }

    /// <summary>The sums of the columns, 1ᵀX.</summary>
    /// <param name="x">X, m×n.</param>
    /// <returns>The sums, a row of n.</returns>
    public static RowVector ColumnSums(Matrix x)
    {
        if (x.Storage.DenseEntries() is null)
        {
            return new RowVector(x.Storage.ColumnSums());
        }

        var sums = new RowVector(Dense.NewVector(x.ColumnCount));
        Kernel.ColumnSumsTo(x, sums);
        return sums;
    }
}
