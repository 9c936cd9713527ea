using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>Four entries of a span at a time; the last ones may be fewer, and zeros stand for those that are missing.</summary>
internal static class Lanes
{
    internal const int Width = 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Load(ReadOnlySpan<double> x, int i) =>
        i <= x.Length - Width ? Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(x), (nuint)i) : LoadLast(x[i..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(Vector256<double> value, Span<double> x, int i)
    {
        if (i <= x.Length - Width)
        {
            value.StoreUnsafe(ref MemoryMarshal.GetReference(x), (nuint)i);
        }
        else
        {
            StoreLast(value, x[i..]);
        }
    }

    /// <summary>The coefficients' polynomial at z, by Horner's scheme, highest power first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Polynomial(Vector256<double> z, double c2, double c1, double c0) =>
        Simd256.MultiplyAdd(Simd256.MultiplyAdd(Vector256.Create(c2), z, Vector256.Create(c1)), z, Vector256.Create(c0));

    /// <inheritdoc cref="Polynomial(Vector256{double}, double, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Polynomial(Vector256<double> z, double c3, double c2, double c1, double c0) =>
        Simd256.MultiplyAdd(Polynomial(z, c3, c2, c1), z, Vector256.Create(c0));

    private static Vector256<double> LoadLast(ReadOnlySpan<double> x) =>
        Vector256.Create(x[0], x.Length > 1 ? x[1] : 0.0, x.Length > 2 ? x[2] : 0.0, 0.0);

    private static void StoreLast(Vector256<double> value, Span<double> x)
    {
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = value[i];
        }
    }
}
