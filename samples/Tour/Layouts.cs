namespace Tour;

/// <summary>One gradient as a column and as a row.</summary>
public static partial class Layouts
{
    [Differentiable(nameof(x))]
    public static double AsColumn(Matrix A, Vector x) => x.T * A * x;

    [Differentiable(nameof(x), Layout = Layout.Numerator)]
    public static double AsRow(Matrix A, Vector x) => x.T * A * x;
}
