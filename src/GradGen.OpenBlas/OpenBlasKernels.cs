using System.Runtime.InteropServices;

namespace GradGen;

/// <summary>The functions of a loaded OpenBLAS, called by their C and Fortran conventions.</summary>
internal sealed unsafe class OpenBlasKernels : NativeKernels
{
    private const int ColumnMajor = 102;
    private const int NotTransposed = 111;
    private const int Transposed = 112;
    private const byte Lower = (byte)'L';

    private static readonly string[] s_names = ["libopenblas.so.0", "libopenblas", "openblas"];

    private readonly delegate* unmanaged[Cdecl]<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void> _gemm;
    private readonly delegate* unmanaged[Cdecl]<byte*, int*, double*, int*, int*, nint, void> _potrf;
    private readonly delegate* unmanaged[Cdecl]<int*, int*, double*, int*, int*, int*, void> _getrf;
    private readonly delegate* unmanaged[Cdecl]<int, void> _setThreads;

    private OpenBlasKernels(nint gemm, nint potrf, nint getrf, nint setThreads)
    {
        _gemm = (delegate* unmanaged[Cdecl]<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)gemm;
        _potrf = (delegate* unmanaged[Cdecl]<byte*, int*, double*, int*, int*, nint, void>)potrf;
        _getrf = (delegate* unmanaged[Cdecl]<int*, int*, double*, int*, int*, int*, void>)getrf;
        _setThreads = (delegate* unmanaged[Cdecl]<int, void>)setThreads;
    }

    /// <summary>The kernels of the library at a path, or of the system's; null if there is none that fits.</summary>
    internal static OpenBlasKernels? Load(string? path)
    {
        foreach (var name in path is null ? s_names : [path])
        {
            if (NativeLibrary.TryLoad(name, typeof(OpenBlasKernels).Assembly, null, out var library) && Of(library) is { } kernels)
            {
                return kernels;
            }
        }

        return null;
    }

    internal void SetThreads(int count) => _setThreads(count);

    internal override void Multiply(double alpha, Block a, bool transposeA, Block b, bool transposeB, double beta, Block c)
    {
        var k = transposeA ? a.Rows : a.Columns;
        fixed (double* left = a, right = b, sum = c)
        {
            _gemm(ColumnMajor, transposeA ? Transposed : NotTransposed, transposeB ? Transposed : NotTransposed, c.Rows, c.Columns, k,
                alpha, left, a.Stride, right, b.Stride, beta, sum, c.Stride);
        }
    }

    internal override int FactorizeCholesky(Block a)
    {
        var (n, stride, failed, triangle) = (a.Rows, a.Stride, 0, Lower);
        fixed (double* entries = a)
        {
            _potrf(&triangle, &n, entries, &stride, &failed, 1);
        }

        // The library lets pivots that are not numbers pass.
        for (var k = 0; k < n; k++)
        {
            if (k + 1 == failed || !(a[k, k] > 0.0) || double.IsInfinity(a[k, k]))
            {
                return k;
            }
        }

        return -1;
    }

    internal override void FactorizeLu(Block a, Span<int> swaps)
    {
        var (m, n, stride, singular) = (a.Rows, a.Columns, a.Stride, 0);
        fixed (double* entries = a)
        fixed (int* pivots = swaps)
        {
            _getrf(&m, &n, entries, &stride, pivots, &singular);
        }

        // Fortran counts from 1.
        foreach (ref var swap in swaps)
        {
            swap--;
        }
    }

    private static OpenBlasKernels? Of(nint library)
    {
        // A build with 64-bit integers has the same names but reads what is beside ours.
        if (!NativeLibrary.TryGetExport(library, "openblas_get_config", out var config)
            || Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)config)()) is not { } text
            || text.Contains("USE64BITINT", StringComparison.Ordinal))
        {
            return null;
        }

        return NativeLibrary.TryGetExport(library, "cblas_dgemm", out var gemm)
            && NativeLibrary.TryGetExport(library, "dpotrf_", out var potrf)
            && NativeLibrary.TryGetExport(library, "dgetrf_", out var getrf)
            && NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out var setThreads)
            ? new OpenBlasKernels(gemm, potrf, getrf, setThreads)
            : null;
    }
}
