namespace GradGen.Benchmarks.Workloads;

/// <summary>−Tr(WᵀXXᵀW) by W.</summary>
internal static class PrincipalComponents
{
    internal static IEnumerable<Workload> All => [Of(100, 2000, 5)];

    internal static Workload Of(int d, int n, int k)
    {
        var operands = new Operands();
        var (x, w, gradient) = (operands.Matrix(d, n), operands.Matrix(d, k), MatrixMath.Zeros(d, k));
        var (data, weights) = (x.AsMathNet(), w.AsMathNet());
        var result = weights;
        return new Workload("−Tr(WᵀXXᵀW)", $"{d}×{n}, {k}", [
            new("by hand", () => ByHand(x, w, gradient), () => gradient.AsMathNet().ToColumnMajorArray()),
            new("companion", () => Models.ValueAndGradientInto_PrincipalComponents(x, w, gradient), () => gradient.AsMathNet().ToColumnMajorArray()),
            new("value", () => Models.PrincipalComponents(x, w), null),
            new("MathNet", () =>
            {
                result = -2.0 * data * data.Transpose() * weights;
                return -(weights.Transpose() * data * data.Transpose() * weights).Trace();
            }, () => result.ToColumnMajorArray()),
        ])
        {
            Torch = "principal_components",
            Operands = [Operand.Of(x), Operand.Of(w)],
            Operations = 4.0 * d * n * k,
            GradientEntries = (double)d * k,
        };
    }

    private static double ByHand(Matrix x, Matrix w, Matrix gradient)
    {
        using var arena = Arena.Enter();
        var projected = Kernel.TransposeMultiply(x, w);
        Kernel.MultiplyAdd(-2.0, x, false, projected, false, 0.0, gradient);
        return -MatrixMath.FrobeniusNormSquared(projected);
    }
}
