namespace GradGen;

/// <summary>Kernels of a native library that take over where they are worth the call, while one is in use. GradGen.OpenBlas derives from it.</summary>
internal abstract class NativeKernels
{
    /// <summary>The fewest products of entries that make up a large product.</summary>
    private const long LargeProduct = 16 * 16 * 16;

    /// <summary>The least size of a large factorization.</summary>
    private const int LargeFactorization = 64;

    private static volatile NativeKernels? s_current;

    /// <summary>The kernels in use by all threads, or null.</summary>
    internal static NativeKernels? Current
    {
        get => s_current;
        set => s_current = value;
    }

    internal static NativeKernels? ForProduct(int m, int n, int k) => (long)m * n * k > LargeProduct ? s_current : null;

    internal static NativeKernels? ForFactorization(int n) => n >= LargeFactorization ? s_current : null;

    /// <inheritdoc cref="MatrixProduct.Multiply(double, in Block, bool, in Block, bool, double, in Block)"/>
    internal abstract void Multiply(double alpha, Block a, bool transposeA, Block b, bool transposeB, double beta, Block c);

    /// <inheritdoc cref="CholeskyElimination.Factorize"/>
    internal abstract int FactorizeCholesky(Block a);

    /// <inheritdoc cref="LuElimination.Factorize"/>
    internal abstract void FactorizeLu(Block a, Span<int> swaps);
}
