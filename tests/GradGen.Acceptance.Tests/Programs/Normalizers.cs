using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Programs;

/// <summary>What one loop makes of the data is read in the branches of another loop over the same data.</summary>
public static partial class Normalizers
{
    /// <summary>The t-SNE loss: the divergence of pairwise similarities, normalized over all pairs, from given ones.</summary>
    [Differentiable(nameof(Y), Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Embedding(Matrix Y, Matrix P)
    {
        var z = 0.0;
        for (var i = 0; i < Y.RowCount; i++)
            for (var j = 0; j < Y.RowCount; j++)
                if (i != j) z += 1 / (1 + NormSquared(Y.Row(i) - Y.Row(j)));

        var divergence = 0.0;
        for (var i = 0; i < Y.RowCount; i++)
        {
            for (var j = 0; j < Y.RowCount; j++)
            {
                if (i == j) continue;
                var q = 1 / (1 + NormSquared(Y.Row(i) - Y.Row(j))) / z;
                divergence += P[i, j] * Math.Log(P[i, j] / q);
            }
        }

        return divergence;
    }

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double CarriedThenSummed(Vector x, Vector c)
    {
        var z = 0.3;
        for (var i = 0; i < x.Count; i++) z = Math.Sin(z + x[i]);
        var r = 0.0;
        for (var i = 0; i < x.Count; i++)
            if (c[i] > 0) r += c[i] * Math.Exp(z);
        return r;
    }

    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double CarriedThenCarried(Vector x, Vector c)
    {
        var z = 0.3;
        for (var i = 0; i < x.Count; i++) z = Math.Sin(z + x[i]);
        var r = 0.0;
        for (var i = 0; i < x.Count; i++)
            if (c[i] > 0) r = Math.Sin(r + c[i] * Math.Exp(z));
        return r;
    }

    /// <summary>The inner choice reads nothing of the loop, but what it is weighted with does.</summary>
    [Differentiable(nameof(x), Emit = Derivatives.Gradient | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Choices(Vector x, Vector c, bool logarithm)
    {
        var z = 0.0;
        for (var i = 0; i < x.Count; i++) z += x[i] * x[i];
        var r = 0.0;
        for (var i = 0; i < x.Count; i++)
            if (c[i] > 0) r += c[i] * x[i] * (logarithm ? Math.Log(z) : 1.0);
        return r;
    }

    /// <summary>A factorization that only some rounds of two loops read, and no round changes.</summary>
    [Differentiable(Emit = Derivatives.Gradient | Derivatives.Pushforward | Derivatives.Hessian | Derivatives.HessianVectorProduct)]
    public static double Distances(IReadOnlyList<Vector> xs, Matrix S, Vector w)
    {
        var r = 0.0;
        for (var i = 0; i < w.Count; i++)
        {
            for (var j = 0; j < xs.Count; j++)
                if (w[i] > 0.5) r += w[i] * Dot(xs[j], Inv(S) * xs[j]) / LogDet(S.T * S);
        }

        return r;
    }

    /// <summary>The same in a recurrence.</summary>
    [Differentiable(nameof(S), nameof(h), Emit = Derivatives.Gradient | Derivatives.HessianVectorProduct)]
    public static double Relaxed(Matrix S, Vector h, Vector w)
    {
        for (var i = 0; i < w.Count; i++)
        {
            if (w[i] > 0.5) h = Tanh(Inv(S) * h + w[i] * h);
        }

        return Sum(h);
    }
}
