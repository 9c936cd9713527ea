using System.Runtime.CompilerServices;

namespace GradGen.Benchmarks.Workloads;

/// <summary>‖T − UVᵀ‖² by U and V.</summary>
internal static class Factorization
{
    internal static IEnumerable<Workload> All => [Of(8, 8, 2), Of(500, 500, 10)];

    internal static Workload Of(int m, int n, int k)
    {
        var operands = new Operands();
        var (t, u, v) = (operands.Matrix(m, n), operands.Matrix(m, k), operands.Matrix(n, k));
        var (ofU, ofV) = (MatrixMath.Zeros(m, k), MatrixMath.Zeros(n, k));
        var (target, left, right) = (t.AsMathNet(), u.AsMathNet(), v.AsMathNet());
        var (leftResult, rightResult) = (left, right);
        return new Workload("‖T − UVᵀ‖²", $"{m}×{n}×{k}", [
            new("by hand", () => m <= Plain.Largest ? Small(t, u, v, ofU, ofV) : ByHand(t, u, v, ofU, ofV), Gradients),
            new("companion", () => Models.ValueAndGradientInto_Factorization(t, u, v, ofU, ofV), Gradients),
            new("value", () => Models.Factorization(t, u, v), null),
            new("MathNet", () =>
            {
                var residual = target - (left * right.Transpose());
                leftResult = -2.0 * residual * right;
                rightResult = -2.0 * residual.Transpose() * left;
                return Math.Pow(residual.FrobeniusNorm(), 2.0);
            }, () => leftResult.ToColumnMajorArray().Concat(rightResult.ToColumnMajorArray())),
        ])
        {
            Torch = "factorization",
            Operands = [Operand.Of(t), Operand.Of(u), Operand.Of(v)],
            Operations = 6.0 * m * n * k,
            GradientEntries = (double)(m + n) * k,
        };

        IEnumerable<double> Gradients() => ofU.AsMathNet().ToColumnMajorArray().Concat(ofV.AsMathNet().ToColumnMajorArray());
    }

    /// <summary>The residual in blocks that stay in the second cache from one product to the next.</summary>
    private static double ByHand(Matrix t, Matrix u, Matrix v, Matrix ofU, Matrix ofV)
    {
        using var arena = Arena.Enter();
        return Kernel.ProductsOfMap<Entry.Difference<Entry.X0, Entry.X1>, Entry.X3, Entry.Square<Entry.X3>>(
            u, false, v, true, t, default, 2.0, v, ProductWithMap.MC, 2.0, u, ProductWithMap.MtC, into: ofU, secondInto: ofV).Sum;
    }

    /// <summary>2(UVᵀ − T), both gradients and its square.</summary>
    [SkipLocalsInit]
    private static double Small(Matrix t, Matrix u, Matrix v, Matrix ofU, Matrix ofV)
    {
        var right = Dense.Entries(v);
        var leftResult = Dense.Entries(ofU);
        var (m, n, k) = (t.RowCount, t.ColumnCount, u.ColumnCount);
        var residual = (stackalloc double[Plain.Largest * Plain.Largest])[..(m * n)];
        Plain.Scale(-2.0, Dense.Entries(t), residual);
        Plain.AddProduct(2.0, Dense.Entries(u), right, true, residual, m, k, n);
        leftResult.Clear();
        for (var p = 0; p < k; p++)
        {
            Plain.AddProduct(residual, right.Slice(p * n, n), leftResult.Slice(p * m, m));
        }

        Plain.TransposeProduct(residual, Dense.Entries(u), Dense.Entries(ofV), m, n, k);
        return 0.25 * Plain.Dot(residual, residual);
    }
}
