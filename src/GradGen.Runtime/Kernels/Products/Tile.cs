using System.Runtime.CompilerServices;

namespace GradGen;

/// <summary>
/// The inner loop of every matrix product: C + αAB, or αAB, for a tile of C that stays in registers. Rows of A are contiguous, its
/// columns lie a stride apart; B is read entry by entry with a step along k and another one along its columns, so that packed and
/// plain operands, transposed or not, take the same loop.
/// </summary>
internal static class Tile<TSimd, TVector>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    /// <summary>The columns of the wide tiles.</summary>
    internal const int Columns = 4;

    /// <summary>Three registers of rows by four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Three(int k, ref double a, nint aStride, ref double b, nint bStep, nint bColumn, double alpha, bool add, ref double c, nint cStride)
    {
        var w = TSimd.Width;
        ref var b1 = ref Unsafe.Add(ref b, bColumn);
        ref var b2 = ref Unsafe.Add(ref b, 2 * bColumn);
        ref var b3 = ref Unsafe.Add(ref b, 3 * bColumn);
        TVector c00 = default, c10 = default, c20 = default, c01 = default, c11 = default, c21 = default;
        TVector c02 = default, c12 = default, c22 = default, c03 = default, c13 = default, c23 = default;
        for (nint p = 0, i = 0, j = 0; p < k; p++, i += aStride, j += bStep)
        {
            var a0 = TSimd.Load(ref Unsafe.Add(ref a, i));
            var a1 = TSimd.Load(ref Unsafe.Add(ref a, i + w));
            var a2 = TSimd.Load(ref Unsafe.Add(ref a, i + (2 * w)));
            var weight = TSimd.Broadcast(Unsafe.Add(ref b, j));
            c00 = TSimd.MultiplyAdd(a0, weight, c00);
            c10 = TSimd.MultiplyAdd(a1, weight, c10);
            c20 = TSimd.MultiplyAdd(a2, weight, c20);
            weight = TSimd.Broadcast(Unsafe.Add(ref b1, j));
            c01 = TSimd.MultiplyAdd(a0, weight, c01);
            c11 = TSimd.MultiplyAdd(a1, weight, c11);
            c21 = TSimd.MultiplyAdd(a2, weight, c21);
            weight = TSimd.Broadcast(Unsafe.Add(ref b2, j));
            c02 = TSimd.MultiplyAdd(a0, weight, c02);
            c12 = TSimd.MultiplyAdd(a1, weight, c12);
            c22 = TSimd.MultiplyAdd(a2, weight, c22);
            weight = TSimd.Broadcast(Unsafe.Add(ref b3, j));
            c03 = TSimd.MultiplyAdd(a0, weight, c03);
            c13 = TSimd.MultiplyAdd(a1, weight, c13);
            c23 = TSimd.MultiplyAdd(a2, weight, c23);
        }

        var scale = TSimd.Broadcast(alpha);
        Write(c00, c10, c20, scale, add, ref c);
        Write(c01, c11, c21, scale, add, ref Unsafe.Add(ref c, cStride));
        Write(c02, c12, c22, scale, add, ref Unsafe.Add(ref c, 2 * cStride));
        Write(c03, c13, c23, scale, add, ref Unsafe.Add(ref c, 3 * cStride));
    }

    /// <summary>Two registers of rows by four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Two(int k, ref double a, nint aStride, ref double b, nint bStep, nint bColumn, double alpha, bool add, ref double c, nint cStride)
    {
        ref var b1 = ref Unsafe.Add(ref b, bColumn);
        ref var b2 = ref Unsafe.Add(ref b, 2 * bColumn);
        ref var b3 = ref Unsafe.Add(ref b, 3 * bColumn);
        TVector c00 = default, c10 = default, c01 = default, c11 = default, c02 = default, c12 = default, c03 = default, c13 = default;
        for (nint p = 0, i = 0, j = 0; p < k; p++, i += aStride, j += bStep)
        {
            var a0 = TSimd.Load(ref Unsafe.Add(ref a, i));
            var a1 = TSimd.Load(ref Unsafe.Add(ref a, i + TSimd.Width));
            var weight = TSimd.Broadcast(Unsafe.Add(ref b, j));
            c00 = TSimd.MultiplyAdd(a0, weight, c00);
            c10 = TSimd.MultiplyAdd(a1, weight, c10);
            weight = TSimd.Broadcast(Unsafe.Add(ref b1, j));
            c01 = TSimd.MultiplyAdd(a0, weight, c01);
            c11 = TSimd.MultiplyAdd(a1, weight, c11);
            weight = TSimd.Broadcast(Unsafe.Add(ref b2, j));
            c02 = TSimd.MultiplyAdd(a0, weight, c02);
            c12 = TSimd.MultiplyAdd(a1, weight, c12);
            weight = TSimd.Broadcast(Unsafe.Add(ref b3, j));
            c03 = TSimd.MultiplyAdd(a0, weight, c03);
            c13 = TSimd.MultiplyAdd(a1, weight, c13);
        }

        var scale = TSimd.Broadcast(alpha);
        Write(c00, c10, scale, add, ref c);
        Write(c01, c11, scale, add, ref Unsafe.Add(ref c, cStride));
        Write(c02, c12, scale, add, ref Unsafe.Add(ref c, 2 * cStride));
        Write(c03, c13, scale, add, ref Unsafe.Add(ref c, 3 * cStride));
    }

    /// <summary>One register of rows by eight columns: as many sums as it takes to wait for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OneWide(int k, ref double a, nint aStride, ref double b, nint bStep, nint bColumn, double alpha, bool add, ref double c, nint cStride)
    {
        ref var b4 = ref Unsafe.Add(ref b, 4 * bColumn);
        TVector c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        for (nint p = 0, i = 0, j = 0; p < k; p++, i += aStride, j += bStep)
        {
            var a0 = TSimd.Load(ref Unsafe.Add(ref a, i));
            c0 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b, j)), c0);
            c1 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b, j + bColumn)), c1);
            c2 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b, j + (2 * bColumn))), c2);
            c3 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b, j + (3 * bColumn))), c3);
            c4 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b4, j)), c4);
            c5 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b4, j + bColumn)), c5);
            c6 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b4, j + (2 * bColumn))), c6);
            c7 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b4, j + (3 * bColumn))), c7);
        }

        var scale = TSimd.Broadcast(alpha);
        ref var c4th = ref Unsafe.Add(ref c, 4 * cStride);
        Write(c0, scale, add, ref c);
        Write(c1, scale, add, ref Unsafe.Add(ref c, cStride));
        Write(c2, scale, add, ref Unsafe.Add(ref c, 2 * cStride));
        Write(c3, scale, add, ref Unsafe.Add(ref c, 3 * cStride));
        Write(c4, scale, add, ref c4th);
        Write(c5, scale, add, ref Unsafe.Add(ref c4th, cStride));
        Write(c6, scale, add, ref Unsafe.Add(ref c4th, 2 * cStride));
        Write(c7, scale, add, ref Unsafe.Add(ref c4th, 3 * cStride));
    }

    /// <summary>One register of rows by four columns, two sums of each so that none waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void One(int k, ref double a, nint aStride, ref double b, nint bStep, nint bColumn, double alpha, bool add, ref double c, nint cStride)
    {
        ref var b1 = ref Unsafe.Add(ref b, bColumn);
        ref var b2 = ref Unsafe.Add(ref b, 2 * bColumn);
        ref var b3 = ref Unsafe.Add(ref b, 3 * bColumn);
        TVector even0 = default, even1 = default, even2 = default, even3 = default, odd0 = default, odd1 = default, odd2 = default, odd3 = default;
        nint p = 0, i = 0, j = 0;
        for (; p <= k - 2; p += 2, i += 2 * aStride, j += 2 * bStep)
        {
            var a0 = TSimd.Load(ref Unsafe.Add(ref a, i));
            even0 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b, j)), even0);
            even1 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b1, j)), even1);
            even2 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b2, j)), even2);
            even3 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b3, j)), even3);
            a0 = TSimd.Load(ref Unsafe.Add(ref a, i + aStride));
            odd0 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b, j + bStep)), odd0);
            odd1 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b1, j + bStep)), odd1);
            odd2 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b2, j + bStep)), odd2);
            odd3 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b3, j + bStep)), odd3);
        }

        if (p < k)
        {
            var a0 = TSimd.Load(ref Unsafe.Add(ref a, i));
            even0 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b, j)), even0);
            even1 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b1, j)), even1);
            even2 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b2, j)), even2);
            even3 = TSimd.MultiplyAdd(a0, TSimd.Broadcast(Unsafe.Add(ref b3, j)), even3);
        }

        var scale = TSimd.Broadcast(alpha);
        Write(TSimd.Add(even0, odd0), scale, add, ref c);
        Write(TSimd.Add(even1, odd1), scale, add, ref Unsafe.Add(ref c, cStride));
        Write(TSimd.Add(even2, odd2), scale, add, ref Unsafe.Add(ref c, 2 * cStride));
        Write(TSimd.Add(even3, odd3), scale, add, ref Unsafe.Add(ref c, 3 * cStride));
    }

    /// <summary>Three registers of rows of a single column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ThreeOfColumn(int k, ref double a, nint aStride, ref double b, nint bStep, double alpha, bool add, ref double c)
    {
        var w = TSimd.Width;
        TVector c0 = default, c1 = default, c2 = default;
        for (nint p = 0, i = 0, j = 0; p < k; p++, i += aStride, j += bStep)
        {
            var weight = TSimd.Broadcast(Unsafe.Add(ref b, j));
            c0 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a, i)), weight, c0);
            c1 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a, i + w)), weight, c1);
            c2 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a, i + (2 * w))), weight, c2);
        }

        Write(c0, c1, c2, TSimd.Broadcast(alpha), add, ref c);
    }

    /// <summary>One register of rows of a single column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void OneOfColumn(int k, ref double a, nint aStride, ref double b, nint bStep, double alpha, bool add, ref double c)
    {
        TVector c0 = default;
        for (nint p = 0, i = 0, j = 0; p < k; p++, i += aStride, j += bStep)
        {
            c0 = TSimd.MultiplyAdd(TSimd.Load(ref Unsafe.Add(ref a, i)), TSimd.Broadcast(Unsafe.Add(ref b, j)), c0);
        }

        Write(c0, TSimd.Broadcast(alpha), add, ref c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TVector x0, TVector x1, TVector scale, bool add, ref double c)
    {
        Write(x0, scale, add, ref c);
        Write(x1, scale, add, ref Unsafe.Add(ref c, TSimd.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TVector x0, TVector x1, TVector x2, TVector scale, bool add, ref double c)
    {
        Write(x0, x1, scale, add, ref c);
        Write(x2, scale, add, ref Unsafe.Add(ref c, 2 * TSimd.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TVector x, TVector scale, bool add, ref double c) =>
        TSimd.Store(add ? TSimd.MultiplyAdd(x, scale, TSimd.Load(ref c)) : TSimd.Multiply(x, scale), ref c);
}
