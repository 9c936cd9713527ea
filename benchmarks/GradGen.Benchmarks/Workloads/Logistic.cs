using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MathNet.Numerics;

namespace GradGen.Benchmarks.Workloads;

/// <summary>Logistic regression with a ridge, by its weights.</summary>
internal static class Logistic
{
    private const double Lambda = 0.1;

    internal static IEnumerable<Workload> All => [Of(16, 8), Of(2000, 100)];

    internal static Workload Of(int m, int n)
    {
        var operands = new Operands();
        var (x, w, y, gradient) = (operands.Matrix(m, n), operands.Vector(n), Kernel.StepOf(operands.Vector(m)), MatrixMath.Zeros(n));
        var (data, weights, labels, result) = (x.AsMathNet(), w.AsMathNet(), y.AsMathNet(), w.AsMathNet());
        return new Workload("logistic + ridge", $"{m}×{n}", [
            new("by hand", () => m <= Plain.Largest ? Small(x, w, y, gradient) : ByHand(x, w, y, gradient), () => gradient.ToArray()),
            new("companion", () => Models.ValueAndGradientInto_Logistic(x, w, y, Lambda, gradient), () => gradient.ToArray()),
            new("value", () => Models.Logistic(x, w, y, Lambda), null),
            new("MathNet", () =>
            {
                var z = data * weights;
                result = (data.Transpose() * (z.Map(SpecialFunctions.Logistic) - labels)) + (Lambda * weights);
                return z.Map(t => Math.Log(1.0 + Math.Exp(t))).Sum() - (labels * z) + (0.5 * Lambda * (weights * weights));
            }, () => result),
        ])
        {
            Torch = "logistic",
            Operands = [Operand.Of(x), Operand.Of(w), Operand.Of(y)],
            Operations = (4.0 * m * n) + (40.0 * m),
            GradientEntries = n,
        };
    }

    private static double ByHand(Matrix x, Vector w, Vector y, Vector gradient)
    {
        using var arena = Arena.Enter();
        var (z, _, softplus, product) = Kernel.MapBetweenProducts<
            Entry.Decay<Entry.X0>,
            Entry.Difference<Entry.SigmoidByDecay<Entry.X0, Entry.X3>, Entry.X1>,
            Entry.SoftplusByDecay<Entry.X0, Entry.X3>>(x, w, y, default, false);
        Kernel.MapTo<Entry.Sum<Entry.X0, Entry.Product<Entry.C0, Entry.X1>>>(product, w, gradient, Lambda);
        return softplus - Kernel.Inner(y, z) + (0.5 * Lambda * MatrixMath.NormSquared(w));
    }

    /// <summary>One exponential of four entries serves softplus and σ.</summary>
    [SkipLocalsInit]
    private static double Small(Matrix x, Vector w, Vector y, Vector gradient)
    {
        var data = Dense.Entries(x);
        var weights = Dense.Entries(w);
        var labels = Dense.Entries(y);
        var result = Dense.Entries(gradient);
        var m = labels.Length;
        var z = (stackalloc double[Plain.Largest])[..m];
        z.Clear();
        Plain.AddProduct(data, weights, z);
        var value = (0.5 * Lambda * Plain.Dot(weights, weights)) - Plain.Dot(labels, z);
        var sums = Vector256<double>.Zero;
        var i = 0;
        for (; i <= m - 4; i += 4)
        {
            var entries = Vector256.Create<double>(z.Slice(i, 4));
            var decay = Vector256.Exp(-Vector256.Abs(entries));
            var denominator = Vector256<double>.One + decay;

            // log(1 + d) with the digits that 1 + d has lost (Goldberg, ACM Computing Surveys 23, 1991, theorem 4).
            var lost = denominator - Vector256<double>.One;
            var logarithm = Vector256.Log(denominator) * (decay / lost);
            sums += Vector256.Max(entries, Vector256<double>.Zero) + Vector256.ConditionalSelect(Vector256.Equals(lost, Vector256<double>.Zero), decay, logarithm);
            var sigmoid = Vector256.ConditionalSelect(Vector256.LessThan(entries, Vector256<double>.Zero), decay, Vector256<double>.One) / denominator;
            (sigmoid - Vector256.Create<double>(labels.Slice(i, 4))).CopyTo(z[i..]);
        }

        for (; i < m; i++)
        {
            var decay = Math.Exp(-Math.Abs(z[i]));
            value += MatrixMath.Softplus(z[i]);
            z[i] = ((z[i] < 0.0 ? decay : 1.0) / (1.0 + decay)) - labels[i];
        }

        Plain.TransposeProduct(data, z, result, m, weights.Length, 1);
        Plain.AddScaled(Lambda, weights, result);

        return value + Vector256.Sum(sums);
    }
}
