using System.Numerics.Tensors;
using MathNet.Numerics;

namespace GradGen.Benchmarks.Workloads;

/// <summary>Logistic regression with a ridge, by its weights.</summary>
internal static class Logistic
{
    private const double Lambda = 0.1;

    internal static IEnumerable<Workload> All => [Of(16, 8), Of(2000, 100)];

    private static Workload Of(int m, int n)
    {
        var operands = new Operands();
        var (x, w, y, gradient) = (operands.Matrix(m, n), operands.Vector(n), Kernel.StepOf(operands.Vector(m)), MatrixMath.Zeros(n));
        var (data, weights, labels, result) = (x.AsMathNet(), w.AsMathNet(), y.AsMathNet(), w.AsMathNet());
        return new Workload("logistic + ridge", $"{m}×{n}", [
            new("by hand", () => ByHand(x, w, y, gradient), () => gradient.ToArray()),
            new("companion", () => Models.ValueAndGradientInto_Logistic(x, w, y, Lambda, gradient), () => gradient.ToArray()),
            new("MathNet", () =>
            {
                var z = data * weights;
                result = (data.Transpose() * (z.Map(SpecialFunctions.Logistic) - labels)) + (Lambda * weights);
                return z.Map(t => Math.Log(1.0 + Math.Exp(t))).Sum() - (labels * z) + (0.5 * Lambda * (weights * weights));
            }, () => result),
        ]);
    }

    private static double ByHand(Matrix x, Vector w, Vector y, Vector gradient)
    {
        using var arena = Arena.Enter();
        var z = Kernel.Multiply(x, w);
        var value = MatrixMath.Sum(MatrixMath.Softplus(z)) - Kernel.Inner(y, z) + (0.5 * Lambda * MatrixMath.NormSquared(w));
        var residual = Kernel.WritableEntries(z);
        Entrywise.Sigmoid(residual, residual);
        TensorPrimitives.Subtract(residual, Kernel.Entries(y), residual);
        Kernel.CopyTo(w, gradient);
        Kernel.MultiplyAdd(1.0, x, true, z, Lambda, gradient);
        return value;
    }
}
