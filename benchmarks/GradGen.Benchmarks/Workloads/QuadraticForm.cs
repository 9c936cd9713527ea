namespace GradGen.Benchmarks.Workloads;

/// <summary>xᵀAx by x.</summary>
internal static class QuadraticForm
{
    internal static IEnumerable<Workload> All => [Of(8), Of(1024)];

    private static Workload Of(int n)
    {
        var operands = new Operands();
        var (a, x, gradient) = (operands.Matrix(n, n), operands.Vector(n), MatrixMath.Zeros(n));
        var (matrix, vector, result) = (a.AsMathNet(), x.AsMathNet(), x.AsMathNet());
        return new Workload("xᵀAx", $"{n}", [
            new("by hand", () => ByHand(a, x, gradient), () => gradient.ToArray()),
            new("companion", () => Models.ValueAndGradientInto_QuadraticForm(a, x, gradient), () => gradient.ToArray()),
            new("MathNet", () =>
            {
                result = (matrix + matrix.Transpose()) * vector;
                return vector * (matrix * vector);
            }, () => result),
        ]);
    }

    private static double ByHand(Matrix a, Vector x, Vector gradient)
    {
        using var arena = Arena.Enter();
        var (product, transposed) = Kernel.MultiplyBoth(a, x, x);
        var value = Kernel.Inner(x, product);
        Kernel.CopyTo(Kernel.AddInPlace(product, transposed), gradient);
        return value;
    }
}
