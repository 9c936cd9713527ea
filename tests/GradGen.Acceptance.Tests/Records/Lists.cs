using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Records;

public static partial class Lists
{
    [Differentiable(nameof(ws), nameof(x), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Pullback | Derivatives.HessianVectorProduct)]
    public static double Deep(IReadOnlyList<Matrix> ws, Vector x)
    {
        var h = x;
        foreach (var w in ws) h = Tanh(w * h);
        return NormSquared(h);
    }

    [Differentiable(nameof(xs), nameof(a), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Pullback | Derivatives.HessianVectorProduct)]
    public static double Spread(List<Vector> xs, double a)
    {
        var s = 0.0;
        for (var i = 0; i < xs.Count; i++) s += Math.Exp(-a * NormSquared(xs[i] - xs[0]));
        return s;
    }

    [Differentiable(nameof(xs), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Pullback | Derivatives.HessianVectorProduct)]
    public static double Energies(Vector[] xs, Matrix A) => xs.Sum(x => x.T * A * x) + xs[1][0];

    [Differentiable(nameof(xs), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Pullback | Derivatives.HessianVectorProduct)]
    public static double OfMatrices(Matrix[] xs, bool flag) => flag ? xs.Sum(X => Tr(X * X)) : Sum(xs[0] * xs[1]);
}
