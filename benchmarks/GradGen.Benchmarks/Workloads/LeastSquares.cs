using System.Runtime.CompilerServices;

namespace GradGen.Benchmarks.Workloads;

/// <summary>½‖Ax − y‖² by x and A.</summary>
internal static class LeastSquares
{
    internal static IEnumerable<Workload> All => [Of(16, 8), Of(4000, 1000)];

    internal static Workload Of(int m, int n)
    {
        var operands = new Operands();
        var (a, x, y) = (operands.Matrix(m, n), operands.Vector(n), operands.Vector(m));
        var (ofX, ofA) = (MatrixMath.Zeros(n), MatrixMath.Zeros(m, n));
        var (matrix, vector, right) = (a.AsMathNet(), x.AsMathNet(), y.AsMathNet());
        var (vectorResult, matrixResult) = (vector, matrix);
        return new Workload("½‖Ax − y‖²", $"{m}×{n}", [
            new("by hand", () => m <= Plain.Largest ? Small(a, x, y, ofX, ofA) : ByHand(a, x, y, ofX, ofA), Gradients),
            new("companion", () => Models.ValueAndGradientInto_LeastSquares(a, x, y, ofA, ofX), Gradients),
            new("value", () => Models.LeastSquares(a, x, y), null),
            new("MathNet", () =>
            {
                var residual = (matrix * vector) - right;
                vectorResult = matrix.Transpose() * residual;
                matrixResult = residual.OuterProduct(vector);
                return 0.5 * (residual * residual);
            }, () => vectorResult.Concat(matrixResult.ToColumnMajorArray())),
        ])
        {
            Torch = "least_squares",
            Operands = [Operand.Of(a), Operand.Of(x), Operand.Of(y)],
            Operations = 5.0 * m * n,
            GradientEntries = n + ((double)m * n),
            HasLargeGradient = true,
        };

        IEnumerable<double> Gradients() => ofX.ToArray().Concat(ofA.AsMathNet().ToColumnMajorArray());
    }

    private static double ByHand(Matrix a, Vector x, Vector y, Vector ofX, Matrix ofA)
    {
        using var arena = Arena.Enter();
        var (residual, squares, product) = Kernel.MapThenTransposeProduct<Entry.Difference<Entry.X0, Entry.X1>, Entry.X3, Entry.Square<Entry.X3>>(a, x, y, default, false);
        Kernel.CopyTo(product, ofX);
        Kernel.OuterAdd(1.0, residual, x, 0.0, ofA);
        return 0.5 * squares;
    }

    /// <summary>The residual once, and then both gradients.</summary>
    [SkipLocalsInit]
    private static double Small(Matrix a, Vector x, Vector y, Vector ofX, Matrix ofA)
    {
        var matrix = Dense.Entries(a);
        var point = Dense.Entries(x);
        var right = Dense.Entries(y);
        var vectorResult = Dense.Entries(ofX);
        var matrixResult = Dense.Entries(ofA);
        var m = right.Length;
        var residual = (stackalloc double[Plain.Largest])[..m];
        Plain.Scale(-1.0, right, residual);
        Plain.AddProduct(matrix, point, residual);
        Plain.TransposeProduct(matrix, residual, vectorResult, m, point.Length, 1);
        for (var j = 0; j < point.Length; j++)
        {
            Plain.Scale(point[j], residual, matrixResult.Slice(j * m, m));
        }

        return 0.5 * Plain.Dot(residual, residual);
    }
}
