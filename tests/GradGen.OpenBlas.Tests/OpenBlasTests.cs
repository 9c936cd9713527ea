using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen.OpenBlasTests;

/// <summary>What OpenBLAS computes against what the managed kernels do.</summary>
public sealed class OpenBlasTests : IDisposable
{
    public void Dispose() => OpenBlas.Stop();

    [Fact]
    public void It_is_switched_on_and_off()
    {
        Assert.False(OpenBlas.IsUsed);
        OpenBlas.Use();
        Assert.True(OpenBlas.IsUsed);
        OpenBlas.Stop();
        Assert.False(OpenBlas.IsUsed);
    }

    [Fact]
    public void A_library_that_is_not_there_is_told()
    {
        Assert.False(OpenBlas.TryUse("libnosuchblas.so"));
        Assert.Throws<DllNotFoundException>(() => OpenBlas.Use("libnosuchblas.so"));
        Assert.Throws<ArgumentOutOfRangeException>(() => OpenBlas.Use(threads: 0));
        Assert.False(OpenBlas.IsUsed);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Products_agree(bool transposeA, bool transposeB)
    {
        var a = transposeA ? Random(50, 33, 1) : Random(33, 50, 1);
        var b = transposeB ? Random(41, 50, 2) : Random(50, 41, 2);
        var (managed, native, untouched) = (Random(33, 41, 3), Random(33, 41, 3), double.NaN * Random(33, 41, 3));
        Kernel.MultiplyAdd(1.5, a, transposeA, b, transposeB, -0.5, managed);
        OpenBlas.Use();
        Kernel.MultiplyAdd(1.5, a, transposeA, b, transposeB, -0.5, native);
        Kernel.MultiplyAdd(1.0, a, transposeA, b, transposeB, 0.0, untouched);
        Near(managed, native);
        Near(managed, (1.5 * untouched) + (-0.5 * Random(33, 41, 3)));
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(150)]
    public void Factorizations_agree(int n)
    {
        var (a, x) = (Random(n, n, 1), Random(n, 7, 2));
        var positive = (a * a.T) + MatrixMath.Identity(n);
        var (cholesky, lu) = (Kernel.CholeskyFactor(positive), Kernel.Lu(a));
        OpenBlas.Use();
        var (nativeCholesky, nativeLu) = (Kernel.CholeskyFactor(positive), Kernel.Lu(a));
        Near(cholesky.Factor, nativeCholesky.Factor);
        Near(cholesky.Inverse(), nativeCholesky.Inverse());
        Near(lu.Solve(x), nativeLu.Solve(x));
        Near(lu.SolveTranspose(x), nativeLu.SolveTranspose(x));
        Assert.Equal(lu.LogAbsDeterminant, nativeLu.LogAbsDeterminant, 9);
        Assert.Equal(lu.DeterminantSign, nativeLu.DeterminantSign);
    }

    [Fact]
    public void A_matrix_that_has_no_factor_is_told()
    {
        OpenBlas.Use();
        var indefinite = MatrixMath.Identity(80);
        indefinite.AsMathNet()[70, 70] = -1.0;
        var exception = Assert.Throws<NotPositiveDefiniteException>(() => Kernel.CholeskyFactor(indefinite));
        Assert.Contains("pivot 70", exception.Message, StringComparison.Ordinal);
        indefinite.AsMathNet()[70, 70] = double.NaN;
        Assert.Throws<NotPositiveDefiniteException>(() => Kernel.CholeskyFactor(indefinite));
        indefinite.AsMathNet()[70, 70] = 0.0;
        Assert.Equal(0.0, Kernel.Lu(indefinite).Determinant);
        Assert.Throws<SingularMatrixException>(() => Kernel.Lu(indefinite).Inverse());
    }

    [Fact]
    public void Nothing_is_allocated_once_warm()
    {
        OpenBlas.Use();
        var (a, positive) = (Random(80, 80, 1), MatrixMath.Identity(80));
        for (var i = 0; i < 3; i++)
        {
            Run(a, positive);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(a, positive);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Run(Matrix a, Matrix positive)
        {
            using var arena = Arena.Enter();
            Kernel.Multiply(a, positive);
            Kernel.Lu(a);
            Kernel.CholeskyFactor(positive);
        }
    }

    private static Matrix Random(int m, int n, int seed)
    {
        var random = new Random(seed);
        return DenseMatrix.Create(m, n, (_, _) => random.NextDouble() - 0.5);
    }

    private static void Near(Matrix expected, Matrix actual) =>
        Assert.True(MatrixMath.FrobeniusNorm(expected - actual) <= 1e-10 * MatrixMath.FrobeniusNorm(expected));
}
