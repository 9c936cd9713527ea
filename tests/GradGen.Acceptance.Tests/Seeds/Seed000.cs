using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

/// <summary>"Toy Matrix gradient".</summary>
public static partial class Seed000
{
    // 1.1, (1.1) and (1.2): the gradient by a column is a column.
    [Differentiable]
    public static double ColumnGradient(Vector x) => Sum(Exp(x));

    // 1.1, "each component is the rate of change in its direction": the partials, one variable each.
    [Differentiable]
    public static double Partials(double x1, double x2, double x3) => x1 * x1 * x2 + x2 * Math.Exp(x3);

    // (1.3): the gradient flow ẋ = −∇f, here with its one root at A⁻¹b.
    [Differentiable(nameof(x))]
    public static double Flow([PositiveDefinite] Matrix A, Vector x, Vector b) => 0.5 * (x.T * A * x) - b.T * x;

    // 1.1, "the gradient points where f grows fastest": every direction's rate of change is compared with it.
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double SteepestAscent(Vector x) => Sum(Sin(x));

    // (1.4): the gradient by a row is a row.
    [Differentiable]
    public static double RowGradient(RowVector xT) => Sum(Exp(xT));

    // (1.5): a row function of m entries by a column of n is n×m.
    [Differentiable(nameof(x))]
    public static RowVector RowByColumn(Vector x, Matrix A) => x.T * A;

    // (1.5), where the matrix depends on x.
    [Differentiable(nameof(x))]
    public static RowVector CurvedRowByColumn(Vector x, Matrix A) => Exp(x).T * A;

    // Example 1.1: ∂xᵀ/∂x = I.
    [Differentiable]
    public static RowVector Itself(Vector x) => x.T;

    // (1.6): the gradient by a matrix has the matrix's shape.
    [Differentiable]
    public static double MatrixGradient(Matrix A) => Sum(Sin(A));

    // Example 1.2: a constant.
    [Differentiable(nameof(A))]
    public static double Constant(Matrix A, double c) => c;

    // Example 1.3.
    [Differentiable(nameof(A))]
    public static double Bilinear(Vector x, Matrix A, Vector y) => x.T * A * y;

    // Example 1.3, as its answer writes it: Σᵢ Σⱼ xᵢAᵢⱼyⱼ.
    [Differentiable(nameof(A))]
    public static double BilinearByEntries([Shape("m")] Vector x, [Shape("m", "n")] Matrix A, [Shape("n")] Vector y)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < y.Count; j++) sum += x[i] * A[i, j] * y[j];
        }

        return sum;
    }
}
