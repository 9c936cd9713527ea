using System.Runtime.CompilerServices;

namespace GradGen.Benchmarks.Workloads;

/// <summary>xᵀAx by x.</summary>
internal static class QuadraticForm
{
    internal static IEnumerable<Workload> All => [Of(8), Of(1024)];

    internal static Workload Of(int n)
    {
        var operands = new Operands();
        var (a, x, gradient) = (operands.Matrix(n, n), operands.Vector(n), MatrixMath.Zeros(n));
        var (matrix, vector, result) = (a.AsMathNet(), x.AsMathNet(), x.AsMathNet());
        return new Workload("xᵀAx", $"{n}", [
            new("by hand", () => n <= Plain.Largest ? Small(a, x, gradient) : ByHand(a, x, gradient), () => gradient.ToArray()),
            new("companion", () => Models.ValueAndGradientInto_QuadraticForm(a, x, gradient), () => gradient.ToArray()),
            new("value", () => Models.QuadraticForm(a, x), null),
            new("MathNet", () =>
            {
                result = (matrix + matrix.Transpose()) * vector;
                return vector * (matrix * vector);
            }, () => result),
        ])
        {
            Torch = "quadratic",
            Operands = [Operand.Of(a), Operand.Of(x)],
            Operations = 4.0 * n * n,
            GradientEntries = n,
        };
    }

    private static double ByHand(Matrix a, Vector x, Vector gradient)
    {
        using var arena = Arena.Enter();
        var (product, transposed) = Kernel.MultiplyBoth(a, x, x);
        var value = Kernel.Inner(x, product);
        Kernel.CopyTo(Kernel.AddInPlace(product, transposed), gradient);
        return value;
    }

    /// <summary>Ax in the gradient's storage, Aᵀx by four columns at a time.</summary>
    [SkipLocalsInit]
    private static double Small(Matrix a, Vector x, Vector gradient)
    {
        var matrix = Dense.Entries(a);
        var point = Dense.Entries(x);
        var result = Dense.Entries(gradient);
        var n = point.Length;
        var transposed = (stackalloc double[Plain.Largest])[..n];
        result.Clear();
        Plain.AddProduct(matrix, point, result);
        Plain.TransposeProduct(matrix, point, transposed, n, n, 1);
        var value = Plain.Dot(point, result);
        Plain.AddScaled(1.0, transposed, result);
        return value;
    }
}
