using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Seeds;

// Sections 2.1 to 2.4: the differential.
public static partial class Seed002
{
    // 2.1: dA has the entries daᵢⱼ.
    [Differentiable(Emit = Derivatives.Pushforward)]
    public static Matrix OfMatrix(Matrix A) => A;

    // 2.1: dxᵀ is a row.
    [Differentiable(Emit = Derivatives.Pushforward)]
    public static RowVector OfTransposedVector(Vector x) => x.T;

    // 2.1 (1).
    [Differentiable(nameof(A), Emit = Derivatives.Pushforward)]
    public static Matrix Scaled(double c, Matrix A) => c * A;

    // 2.1 (2).
    [Differentiable(Emit = Derivatives.Pushforward)]
    public static Matrix Added(Matrix A, Matrix B) => A + B;

    // 2.1 (3).
    [Differentiable(Emit = Derivatives.Pushforward)]
    public static Matrix Multiplied(Matrix A, Matrix B) => A * B;

    // 2.1 (4).
    [Differentiable(Emit = Derivatives.Pushforward)]
    public static Matrix Transposed(Matrix A) => A.T;

    // 2.1: d Tr(A) = Tr(dA).
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double Trace(Matrix A) => Tr(A);

    // 2.2: df = Σ ∂f/∂xᵢ dxᵢ.
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double TotalDifferential(Vector x) => Sum(Exp(x));

    // 2.2: df = Tr((∂f/∂A)ᵀ dA).
    [Differentiable(nameof(A), Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double TraceForm(Matrix A, Vector x) => NormSquared(A * x);

    // 2.3: d(X⁻¹).
    [Differentiable(Emit = Derivatives.Pushforward)]
    public static Matrix Inverse(Matrix X) => Inv(X);

    // 2.3: O = dI = d(XX⁻¹) = dX X⁻¹ + X d(X⁻¹).
    [Differentiable(Emit = Derivatives.Pushforward)]
    public static Matrix InverseProduct(Matrix X) => X * Inv(X);

    // 2.4: ∂|A|/∂A and d|A|.
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward)]
    public static double Determinant(Matrix A) => Det(A);
}
