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

    /// <summary>z = x − y, and the sum becomes sum + z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SubtractAndAdd(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z, Span<double> sum)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        ref var c = ref MemoryMarshal.GetReference(z);
        ref var total = ref MemoryMarshal.GetReference(sum);
        nint i = 0;
        for (; i <= x.Length - Width; i += Width)
        {
            var difference = Load(ref a, i) - Load(ref b, i);
            difference.StoreUnsafe(ref c, (nuint)i);
            (Load(ref total, i) + difference).StoreUnsafe(ref total, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            Unsafe.Add(ref c, i) = Unsafe.Add(ref a, i) - Unsafe.Add(ref b, i);
            Unsafe.Add(ref total, i) += Unsafe.Add(ref c, i);
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

    /// <summary>C becomes C + AB, of matrices by columns: four rows of two columns of C in registers.</summary>
    internal static void AddProduct(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int m, int k, int n)
    {
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        ref var sum = ref MemoryMarshal.GetReference(c);
        nint j = 0;
        for (; j <= n - 2; j += 2)
        {
            nint i = 0;
            for (; i <= m - Width; i += Width)
            {
                var first = Load(ref sum, (j * m) + i);
                var second = Load(ref sum, ((j + 1) * m) + i);
                for (nint p = 0; p < k; p++)
                {
                    var column = Load(ref left, (p * m) + i);
                    first = Vector256.MultiplyAddEstimate(column, Vector256.Create(Unsafe.Add(ref right, (j * k) + p)), first);
                    second = Vector256.MultiplyAddEstimate(column, Vector256.Create(Unsafe.Add(ref right, ((j + 1) * k) + p)), second);
                }

                first.StoreUnsafe(ref sum, (nuint)((j * m) + i));
                second.StoreUnsafe(ref sum, (nuint)(((j + 1) * m) + i));
            }

            AddRows(a, b, c, m, k, (int)i, (int)j, 2);
        }

        AddRows(a, b, c, m, k, 0, (int)j, n - (int)j);
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

    /// <summary>The same for the rows and columns that are left.</summary>
    private static void AddRows(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c, int m, int k, int firstRow, int firstColumn, int columns)
    {
        for (var j = firstColumn; j < firstColumn + columns; j++)
        {
            for (var i = firstRow; i < m; i++)
            {
                for (var p = 0; p < k; p++)
                {
                    c[(j * m) + i] += a[(p * m) + i] * b[(j * k) + p];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double x, nint i) => Vector256.LoadUnsafe(ref x, (nuint)i);
}
