using MathNet.Numerics.LinearAlgebra;

namespace GradGen.Benchmarks.Workloads;

/// <summary>The log-likelihood of normal samples, less its constant, by μ and Σ.</summary>
internal static class Gaussian
{
    internal static IEnumerable<Workload> All => [Of(1000, 16), Of(1000, 64)];

    internal static Workload Of(int count, int d)
    {
        var operands = new Operands();
        var (mu, sigma) = (operands.Vector(d), operands.PositiveDefinite(d));
        var xs = Enumerable.Range(0, count).Select(_ => operands.Vector(d)).ToArray();
        var (ofMu, ofSigma) = (MatrixMath.Zeros(d), MatrixMath.Zeros(d, d));
        var samples = Matrix<double>.Build.DenseOfColumnVectors(xs.Select(x => x.AsMathNet()));
        var (mean, covariance) = (mu.AsMathNet(), sigma.AsMathNet());
        var (vectorResult, matrixResult) = (mean, covariance);
        return new Workload("Gaussian log-likelihood", $"N = {count}, d = {d}", [
            new("by hand", () => ByHand(mu, sigma, xs, ofMu, ofSigma), Gradients),
            new("companion", () => Models.ValueAndGradientInto_Gaussian(mu, sigma, xs, ofMu, ofSigma), Gradients),
            new("value", () => Models.Gaussian(mu, sigma, xs), null),
            new("MathNet", () =>
            {
                var differences = samples - mean.OuterProduct(Vector<double>.Build.Dense(count, 1.0));
                var inverse = covariance.Inverse();
                var scatter = differences * differences.Transpose();
                vectorResult = inverse * differences.RowSums();
                matrixResult = 0.5 * ((inverse * scatter * inverse) - (count * inverse));
                return -0.5 * ((count * Math.Log(covariance.Determinant())) + (inverse * scatter).Trace());
            }, () => vectorResult.Concat(matrixResult.ToColumnMajorArray())),
        ])
        {
            Torch = "gaussian",
            Operands = [Operand.Of(mu), Operand.Of(sigma), (d, count, samples.ToColumnMajorArray())],
            Operations = ((double)count * d * (d + 3)) + (13.0 / 3.0 * d * d * d),
            GradientEntries = d + ((double)d * d),
        };

        IEnumerable<double> Gradients() => ofMu.ToArray().Concat(ofSigma.AsMathNet().ToColumnMajorArray());
    }

    private static double ByHand(Vector mu, Matrix sigma, Vector[] xs, Vector ofMu, Matrix ofSigma)
    {
        using var arena = Arena.Enter();
        var (sums, scatter) = Kernel.Moments(xs, xs.Length, Kernel.Negate(mu));
        var factor = Kernel.CholeskyFactor(sigma);
        var inverse = factor.Inverse();
        Kernel.MultiplyAdd(1.0, inverse, false, sums, 0.0, ofMu);
        Kernel.CopyTo(inverse, ofSigma);
        Kernel.MultiplyAdd(0.5, Kernel.Multiply(inverse, scatter), false, inverse, false, -0.5 * xs.Length, ofSigma);
        return -0.5 * ((xs.Length * factor.LogDeterminant) + Kernel.Inner(inverse, scatter));
    }
}
