using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GradGen;

/// <summary>What the inner loops need of a vector register, so that each is written once for all widths.</summary>
internal interface ISimd<TVector>
    where TVector : struct
{
    static abstract int Width { get; }

    static abstract TVector Load(ref double source);

    static abstract void Store(TVector value, ref double destination);

    static abstract TVector Broadcast(double value);

    /// <summary>xy + z.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector z);

    static abstract TVector Add(TVector x, TVector y);

    static abstract TVector Multiply(TVector x, TVector y);

    static abstract TVector Divide(TVector x, TVector y);

    static abstract double Sum(TVector x);

    /// <summary>The sums of four registers.</summary>
    static abstract Vector256<double> Sums(TVector x0, TVector x1, TVector x2, TVector x3);
}

/// <summary>Eight entries at a time.</summary>
internal readonly struct Simd512 : ISimd<Vector512<double>>
{
    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ref double source) => Vector512.LoadUnsafe(ref source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, ref double destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Broadcast(double value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> x, Vector512<double> y, Vector512<double> z) =>
#if NET9_0_OR_GREATER
        Vector512.MultiplyAddEstimate(x, y, z);
#else
        Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(x, y, z) : (x * y) + z;
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Add(Vector512<double> x, Vector512<double> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Multiply(Vector512<double> x, Vector512<double> y) => x * y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Divide(Vector512<double> x, Vector512<double> y) => x / y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> x) => Simd256.Sum(x.GetLower() + x.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sums(Vector512<double> x0, Vector512<double> x1, Vector512<double> x2, Vector512<double> x3) => Simd256.Sums(
        x0.GetLower() + x0.GetUpper(), x1.GetLower() + x1.GetUpper(), x2.GetLower() + x2.GetUpper(), x3.GetLower() + x3.GetUpper());
}

/// <summary>Four entries at a time.</summary>
internal readonly struct Simd256 : ISimd<Vector256<double>>
{
    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ref double source) => Vector256.LoadUnsafe(ref source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> value, ref double destination) => value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Broadcast(double value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> x, Vector256<double> y, Vector256<double> z) =>
#if NET9_0_OR_GREATER
        Vector256.MultiplyAddEstimate(x, y, z);
#else
        Fma.IsSupported ? Fma.MultiplyAdd(x, y, z) : (x * y) + z;
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Add(Vector256<double> x, Vector256<double> y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Multiply(Vector256<double> x, Vector256<double> y) => x * y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Divide(Vector256<double> x, Vector256<double> y) => x / y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> x) => Vector128.Sum(x.GetLower() + x.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sums(Vector256<double> x0, Vector256<double> x1, Vector256<double> x2, Vector256<double> x3)
    {
        if (Avx.IsSupported)
        {
            var (x01, x23) = (Avx.HorizontalAdd(x0, x1), Avx.HorizontalAdd(x2, x3));
            return Avx.Permute2x128(x01, x23, 0x20) + Avx.Permute2x128(x01, x23, 0x31);
        }

        return Vector256.Create(Sum(x0), Sum(x1), Sum(x2), Sum(x3));
    }
}

/// <summary>One entry at a time, for what is left at the edges.</summary>
internal readonly struct Simd64 : ISimd<double>
{
    public static int Width => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Load(ref double source) => source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double value, ref double destination) => destination = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Broadcast(double value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAdd(double x, double y, double z) =>
#if NET9_0_OR_GREATER
        double.MultiplyAddEstimate(x, y, z);
#else
        Fma.IsSupported ? Math.FusedMultiplyAdd(x, y, z) : (x * y) + z;
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(double x, double y) => x + y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Multiply(double x, double y) => x * y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Divide(double x, double y) => x / y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(double x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sums(double x0, double x1, double x2, double x3) => Vector256.Create(x0, x1, x2, x3);
}
