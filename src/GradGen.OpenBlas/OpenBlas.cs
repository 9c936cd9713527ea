namespace GradGen;

/// <summary>
/// Lets OpenBLAS compute products of more than 16³ products of entries and factorizations from 64 rows on. It is for the whole process;
/// results agree with those of the managed kernels up to rounding. A product of a matrix with its own transpose stays with the managed
/// kernels, which compute half of it.
/// </summary>
public static class OpenBlas
{
    /// <summary>Whether OpenBLAS is in use.</summary>
    public static bool IsUsed => NativeKernels.Current is OpenBlasKernels;

    /// <summary>Uses OpenBLAS from now on.</summary>
    /// <param name="path">The library, or null for the system's (on Debian the package <c>libopenblas0</c>).</param>
    /// <param name="threads">How many threads a call may use. More than one rarely helps below a thousand rows.</param>
    /// <exception cref="DllNotFoundException">There is no such library, or it lacks a function.</exception>
    public static void Use(string? path = null, int threads = 1)
    {
        if (!TryUse(path, threads))
        {
            throw new DllNotFoundException(
                path is null ? "OpenBLAS was not found; on Debian it is the package libopenblas0." : $"{path} is not an OpenBLAS with 32-bit integers.");
        }
    }

    /// <summary>Uses OpenBLAS from now on if it is there.</summary>
    /// <returns>Whether it is used.</returns>
    /// <inheritdoc cref="Use"/>
    public static bool TryUse(string? path = null, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (OpenBlasKernels.Load(path) is not { } kernels)
        {
            return false;
        }

        kernels.SetThreads(threads);
        NativeKernels.Current = kernels;
        return true;
    }

    /// <summary>Goes back to the managed kernels.</summary>
    public static void Stop() => NativeKernels.Current = null;
}
