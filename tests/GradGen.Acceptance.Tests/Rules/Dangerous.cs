using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Rules;

/// <summary>Forms that overflow, underflow or lose digits as they are written; companions compute others in their place.</summary>
public static partial class Dangerous
{
    [Differentiable]
    public static double LogOfDeterminant(Matrix X) => Math.Log(Det(X));

    [Differentiable]
    public static double LogOfProduct([Shape("n", "n")] Matrix X, [Shape("n", "n")] Matrix Y) => Math.Log(Det(X * Y));

    [Differentiable]
    public static double LogOfGram([Shape("m", "n")] Matrix X) => Math.Log(Det(X.T * X));

    [Differentiable]
    public static double LogOfDensity(Vector x, [PositiveDefinite] Matrix S) => Math.Log(Math.Exp(-0.5 * (x.T * Inv(S) * x)) / Math.Sqrt(Det(S)));

    [Differentiable]
    public static double LogOfSum(Vector x) => Math.Log(Sum(Exp(x)));

    [Differentiable]
    public static double LogOfMean(Vector x) => Math.Log(Mean(Exp(x)));

    [Differentiable]
    public static double LogOfOneMore(Vector x) => Sum(Log(1 + Exp(x)));

    [Differentiable]
    public static double LogOfSigmoid(Vector x) => Sum(Log(Sigmoid(x)));

    [Differentiable]
    public static double LogOfComplement(Vector x) => Sum(Log(1 - Sigmoid(x)));

    [Differentiable(nameof(x))]
    public static double LogOfSoftmax(Vector x, Vector y) => y.T * Log(Softmax(x));

    [Differentiable]
    public static double RootOfSquares(Vector x) => Math.Sqrt(Sum(Square(x)));

    [Differentiable]
    public static double RootOfSquare(double x) => Math.Sqrt(x * x);
}
