using MathNet.Numerics.LinearAlgebra.Factorization;

namespace GettingStarted;

/// <summary>The leading principal components: the plane that keeps the most variance, found by following the gradient.</summary>
public static partial class PrincipalComponents
{
    private const int Components = 2;
    private const int Steps = 1500;

    [Differentiable(nameof(W))]
    public static double Objective(Matrix X, Matrix W) => -Tr(W.T * X * X.T * W);

    internal static void Run(IReadOnlyList<Vector> flowers, Report report)
    {
        var X = Centred(flowers);
        var start = SubMatrix(Identity(X.RowCount), 0, X.RowCount, 0, Components);

        var found = Flow(X, start);
        var expected = SubMatrix(X.AsMathNet().Svd().U, 0, X.RowCount, 0, Components);

        var kept = -Objective(X, found) / FrobeniusNormSquared(X);
        var differences = GradientCheck.Gradient(W => Objective(X, W), start);

        report.Title("(b) Principal components: the plane that keeps the most variance");
        report.Method(typeof(PrincipalComponents), nameof(Objective), nameof(Gradient_Objective_W));
        report.Header(Iris.Columns);
        report.Rows("WWᵀ by gradient flow", found * found.T);
        report.Rows("UUᵀ by SVD", expected * expected.T);
        report.Line("variance kept", $"{kept:P2}");
        report.Space();
        report.Agreement("gradient flow and SVD", GradientCheck.RelativeError(found * found.T, expected * expected.T), 1e-9);
        report.Agreement("∂f/∂W and differences", GradientCheck.RelativeError(Gradient_Objective_W(X, start), differences), 1e-7);
    }

    /// <summary>Ẇ = −(I − WWᵀ)∇f, in small steps; each ends in a QR factorization that makes the columns of W orthonormal again.</summary>
    private static Matrix Flow(Matrix X, Matrix W)
    {
        var step = 0.5 / FrobeniusNormSquared(X);
        for (var i = 0; i < Steps; i++)
        {
            var gradient = Gradient_Objective_W(X, W);
            var tangent = gradient - W * (W.T * gradient);
            W = (W - step * tangent).AsMathNet().QR(QRMethod.Thin).Q;
        }

        return W;
    }

    /// <summary>One column for each flower, less the mean flower.</summary>
    private static Matrix Centred(IReadOnlyList<Vector> flowers)
    {
        var X = Matrix.OfColumns([.. flowers]);
        var mean = RowSums(X) / flowers.Count;
        return X - mean * Ones(flowers.Count).T;
    }
}
