using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen.Benchmarks;

/// <summary>The loops that code by hand is made of where a call of a library would cost more than the work: inlined, over spans, without any check.</summary>
internal static class Plain
{
    /// <summary>The sizes for which these loops are the best code: what they need besides their arguments lies on the stack.</summary>
    internal const int Largest = 16;

    private const int Width = 4;

    /// <summary>xᵀy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        var sums = Vector256<double>.Zero;
        nint i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            sums = Vector256.MultiplyAddEstimate(Load(ref a, i), Load(ref b, i), sums);
        }

        var sum = Vector256.Sum(sums);
        for (; i < x.Length; i++)
        {
            sum += Unsafe.Add(ref a, i) * Unsafe.Add(ref b, i);
        }

        return sum;
    }

    /// <summary>y becomes y + cx.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddScaled(double c, ReadOnlySpan<double> x, Span<double> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        var weight = Vector256.Create(c);
        nint i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            Vector256.MultiplyAddEstimate(Load(ref a, i), weight, Load(ref b, i)).StoreUnsafe(ref b, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            Unsafe.Add(ref b, i) += c * Unsafe.Add(ref a, i);
        }
    }

    /// <summary>y = cx.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Scale(double c, ReadOnlySpan<double> x, Span<double> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        var weight = Vector256.Create(c);
        nint i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            (Load(ref a, i) * weight).StoreUnsafe(ref b, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            Unsafe.Add(ref b, i) = c * Unsafe.Add(ref a, i);
        }
    }

    /// <summary>y becomes y + Ax, of a matrix by columns: four entries of y in a register.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddProduct(ReadOnlySpan<double> a, ReadOnlySpan<double> x, Span<double> y)
    {
        ref var matrix = ref MemoryMarshal.GetReference(a);
        ref var weights = ref MemoryMarshal.GetReference(x);
        ref var sum = ref MemoryMarshal.GetReference(y);
        nint m = y.Length, n = x.Length, i = 0;
        for (; i <= m - Width; i += Width)
        {
            var (even, odd) = (Load(ref sum, i), Vector256<double>.Zero);
            nint j = 0;
            for (; j <= n - 2; j += 2)
            {
                even = Vector256.MultiplyAddEstimate(Load(ref matrix, (j * m) + i), Vector256.Create(Unsafe.Add(ref weights, j)), even);
                odd = Vector256.MultiplyAddEstimate(Load(ref matrix, ((j + 1) * m) + i), Vector256.Create(Unsafe.Add(ref weights, j + 1)), odd);
            }

            if (j < n)
            {
                even = Vector256.MultiplyAddEstimate(Load(ref matrix, (j * m) + i), Vector256.Create(Unsafe.Add(ref weights, j)), even);
            }

            (even + odd).StoreUnsafe(ref sum, (nuint)i);
        }

        for (; i < m; i++)
        {
            for (nint j = 0; j < n; j++)
            {
                Unsafe.Add(ref sum, i) += Unsafe.Add(ref matrix, (j * m) + i) * Unsafe.Add(ref weights, j);
            }
        }
    }

    /// <summary>C becomes C + αAB, of matrices by columns: eight rows of four columns of C in registers. The columns of B lie next to each other, or its rows do.</summary>
    internal static void AddProduct(double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b, bool transposeB, Span<double> c, int m, int k, int n)
    {
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        ref var sum = ref MemoryMarshal.GetReference(c);
        var scale = Vector256.Create(alpha);
        nint down = transposeB ? n : 1, across = transposeB ? 1 : k, rows = m / 8 * 8, columns = n / 4 * 4;
        for (nint j = 0; j < columns; j += 4)
        {
            for (nint i = 0; i < rows; i += 8)
            {
                Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
                for (nint p = 0; p < k; p++)
                {
                    var (upper, lower) = (Load(ref left, (p * m) + i), Load(ref left, (p * m) + i + Width));
                    ref var weights = ref Unsafe.Add(ref right, (p * down) + (j * across));
                    var weight = Vector256.Create(weights);
                    a0 = Vector256.MultiplyAddEstimate(upper, weight, a0);
                    b0 = Vector256.MultiplyAddEstimate(lower, weight, b0);
                    weight = Vector256.Create(Unsafe.Add(ref weights, across));
                    a1 = Vector256.MultiplyAddEstimate(upper, weight, a1);
                    b1 = Vector256.MultiplyAddEstimate(lower, weight, b1);
                    weight = Vector256.Create(Unsafe.Add(ref weights, 2 * across));
                    a2 = Vector256.MultiplyAddEstimate(upper, weight, a2);
                    b2 = Vector256.MultiplyAddEstimate(lower, weight, b2);
                    weight = Vector256.Create(Unsafe.Add(ref weights, 3 * across));
                    a3 = Vector256.MultiplyAddEstimate(upper, weight, a3);
                    b3 = Vector256.MultiplyAddEstimate(lower, weight, b3);
                }

                ref var first = ref Unsafe.Add(ref sum, (j * m) + i);
                AddTo(ref first, a0, b0, scale);
                AddTo(ref Unsafe.Add(ref first, m), a1, b1, scale);
                AddTo(ref Unsafe.Add(ref first, 2 * m), a2, b2, scale);
                AddTo(ref Unsafe.Add(ref first, 3 * m), a3, b3, scale);
            }
        }

        // What is left at the edges.
        for (var j = 0; j < n; j++)
        {
            for (var i = j < columns ? (int)rows : 0; i < m; i++)
            {
                for (var p = 0; p < k; p++)
                {
                    c[(j * m) + i] += alpha * a[(p * m) + i] * b[(int)((p * down) + (j * across))];
                }
            }
        }
    }

    /// <summary>C = AᵀB, of matrices by columns: four columns of A with one of B at once.</summary>
    internal static void TransposeProduct(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int m, int k, int n)
    {
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        var i = 0;
        for (; i <= k - 4 && m % Width == 0; i += 4)
        {
            ref var a0 = ref Unsafe.Add(ref left, i * m);
            ref var a1 = ref Unsafe.Add(ref a0, m);
            ref var a2 = ref Unsafe.Add(ref a1, m);
            ref var a3 = ref Unsafe.Add(ref a2, m);
            for (var j = 0; j < n; j++)
            {
                ref var column = ref Unsafe.Add(ref right, j * m);
                Vector256<double> d0 = default, d1 = default, d2 = default, d3 = default;
                for (nint p = 0; p < m; p += Width)
                {
                    var value = Load(ref column, p);
                    d0 = Vector256.MultiplyAddEstimate(Load(ref a0, p), value, d0);
                    d1 = Vector256.MultiplyAddEstimate(Load(ref a1, p), value, d1);
                    d2 = Vector256.MultiplyAddEstimate(Load(ref a2, p), value, d2);
                    d3 = Vector256.MultiplyAddEstimate(Load(ref a3, p), value, d3);
                }

                Vector256.Create(Vector256.Sum(d0), Vector256.Sum(d1), Vector256.Sum(d2), Vector256.Sum(d3)).CopyTo(c[((j * k) + i)..]);
            }
        }

        for (; i < k; i++)
        {
            var column = a.Slice(i * m, m);
            for (var j = 0; j < n; j++)
            {
                c[(j * k) + i] = Dot(column, b.Slice(j * m, m));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(ref double sum, Vector256<double> upper, Vector256<double> lower, Vector256<double> scale)
    {
        Vector256.MultiplyAddEstimate(upper, scale, Load(ref sum, 0)).StoreUnsafe(ref sum);
        Vector256.MultiplyAddEstimate(lower, scale, Load(ref sum, Width)).StoreUnsafe(ref sum, Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double x, nint i) => Vector256.LoadUnsafe(ref x, (nuint)i);
}
