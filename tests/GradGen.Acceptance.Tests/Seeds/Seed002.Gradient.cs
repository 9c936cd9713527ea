using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

/// <summary>"矩阵微分" (matrix differentials), section 1: the gradient of a scalar.</summary>
public static partial class Seed002
{
    // The definition.
    [Differentiable]
    public static double MatrixGradient(Matrix A) => Sum(Exp(A));

    // Example: f(A) = Σᵢⱼ aᵢⱼ.
    [Differentiable]
    public static double SumOfEntries(Matrix A) => Sum(A);

    // The same example, entry by entry.
    [Differentiable]
    public static double SumByEntries(Matrix A)
    {
        var sum = 0.0;
        for (var i = 0; i < A.RowCount; i++)
        {
            for (var j = 0; j < A.ColumnCount; j++) sum += A[i, j];
        }

        return sum;
    }

    // ∂f/∂xᵀ = (∂f/∂x)ᵀ: the same function of a column …
    [Differentiable(nameof(x))]
    public static double OfColumn(Vector x, Vector y) => NormSquared(x - y);

    // … and of a row.
    [Differentiable(nameof(xT))]
    public static double OfRow(RowVector xT, Vector y) => NormSquared(xT - y.T);

    // Linearity: f = Tr(BᵀA), g = ‖A‖²_F.
    [Differentiable(nameof(A))]
    public static double Linearity(double c1, double c2, Matrix A, Matrix B) => c1 * Inner(B, A) + c2 * FrobeniusNormSquared(A);

    // The product rule.
    [Differentiable(nameof(A))]
    public static double Product(Matrix A, Matrix B) => Inner(B, A) * FrobeniusNormSquared(A);

    // The quotient rule.
    [Differentiable(nameof(A))]
    public static double Quotient(Matrix A, Matrix B) => Inner(B, A) / FrobeniusNormSquared(A);
}
