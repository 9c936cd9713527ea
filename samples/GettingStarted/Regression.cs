using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace GettingStarted;

/// <summary>Petal width as a linear function of the other measurements, fitted with MathNet's BFGS minimiser.</summary>
public static partial class Regression
{
    [Differentiable(nameof(w))]
    public static double Loss(Matrix X, Vector w, Vector y) => 0.5 * NormSquared(X * w - y);

    internal static void Run(IReadOnlyList<Vector> flowers, Report report)
    {
        var measurements = Matrix.OfRows([.. flowers.Select(flower => flower.T)]);
        var X = HorizontalConcat(Ones(flowers.Count, 1), SubMatrix(measurements, 0, flowers.Count, 0, 3));
        var y = measurements.Column(3);

        var fitted = Minimise(X, y);
        var expected = Solve(X.T * X, X.T * y);

        var start = Zeros(X.ColumnCount);
        var differences = GradientCheck.Gradient(w => Loss(X, w, y), start);

        report.Title("(a) Linear regression: the petal width by the other measurements");
        report.Method(typeof(Regression), nameof(Loss), nameof(Gradient_Loss_w));
        report.Header(["intercept", .. Iris.Columns[..3]]);
        report.Row("w by BFGS", fitted);
        report.Row("w by normal equations", expected);
        report.Space();
        report.Agreement("BFGS and normal equations", GradientCheck.RelativeError(fitted, expected), 1e-7);
        report.Agreement("∂f/∂w and differences", GradientCheck.RelativeError(Gradient_Loss_w(X, start, y), differences), 1e-7);
    }

    /// <summary>The minimiser wants the value and the gradient together: one generated companion gives both in one pass.</summary>
    private static Vector Minimise(Matrix X, Vector y)
    {
        var objective = ObjectiveFunction.Gradient(w => ValueAndGradient_Loss(X, w, y));
        var minimiser = new BfgsMinimizer(gradientTolerance: 1e-6, parameterTolerance: 1e-12, functionProgressTolerance: 1e-15);
        return minimiser.FindMinimum(objective, Vector<double>.Build.Dense(X.ColumnCount)).MinimizingPoint;
    }
}
