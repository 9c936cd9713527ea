using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// Products of a matrix and a vector. Four columns are read at once, each entry of the matrix once; results do not overlap the operands.
/// </summary>
internal static class MatrixVectorProduct
{
    private const int Columns = 4;

    // The part of the long vector that is passed over again for every four columns stays in the first cache.
    private const int ChunkRows = 2048;

    /// <summary>y = αAx + βy; y is not read where β is 0.</summary>
    internal static void Multiply(double alpha, Block a, ReadOnlySpan<double> x, double beta, Span<double> y)
    {
        if (SmallProduct.IsSmall(a.Rows, a.Columns))
        {
            SmallProduct.Multiply(alpha, a, x, beta, y);
            return;
        }

        Scale(beta, y);
        for (var i = 0; i < a.Rows; i += ChunkRows)
        {
            var rows = Math.Min(ChunkRows, a.Rows - i);
            var j = 0;
            for (; j <= a.Columns - Columns; j += Columns)
            {
                var weights = Vector256.Create(x.Slice(j, Columns)) * alpha;
                FourColumns.Add(a.Part(i, rows, j, Columns), weights, ref y[i]);
            }

            for (; j < a.Columns; j++)
            {
                AddColumn(rows, ref a[i, j], alpha * x[j], ref y[i]);
            }
        }
    }

    /// <summary>y = A1, the sum of the columns.</summary>
    internal static void AddColumns(Block a, Span<double> y)
    {
        y.Clear();
        for (var i = 0; i < a.Rows; i += ChunkRows)
        {
            var rows = Math.Min(ChunkRows, a.Rows - i);
            var j = 0;
            for (; j <= a.Columns - Columns; j += Columns)
            {
                FourColumns.Add(a.Part(i, rows, j, Columns), Vector256<double>.One, ref y[i]);
            }

            for (; j < a.Columns; j++)
            {
                AddColumn(rows, ref a[i, j], 1.0, ref y[i]);
            }
        }
    }

    /// <summary>y = αAᵀx + βy; y is not read where β is 0.</summary>
    internal static void MultiplyTranspose(double alpha, Block a, ReadOnlySpan<double> x, double beta, Span<double> y)
    {
        if (SmallProduct.IsSmall(a.Rows, a.Columns))
        {
            SmallProduct.MultiplyTranspose(alpha, a, x, beta, y);
            return;
        }

        Scale(beta, y);
        if (a.Rows == 0)
        {
            return;
        }

        ref var first = ref MemoryMarshal.GetReference(x);
        var j = 0;
        for (; j <= a.Columns - Columns; j += Columns)
        {
            var dots = FourColumns.Dots(a.Part(0, a.Rows, j, Columns), ref first);
            var sum = Vector256.Create<double>(y.Slice(j, Columns)) + (dots * alpha);
            sum.CopyTo(y[j..]);
        }

        for (; j < a.Columns; j++)
        {
            y[j] += alpha * TensorPrimitives.Dot(a.Column(j), x);
        }
    }

    /// <summary>y = Ax and z = Aᵀw, with A read once.</summary>
    internal static void MultiplyBoth(Block a, ReadOnlySpan<double> x, Span<double> y, ReadOnlySpan<double> w, Span<double> z)
    {
        if (SmallProduct.IsSmall(a.Rows, a.Columns))
        {
            SmallProduct.Multiply(1.0, a, x, 0.0, y);
            SmallProduct.MultiplyTranspose(1.0, a, w, 0.0, z);
            return;
        }

        y.Clear();
        z.Clear();
        for (var i = 0; i < a.Rows; i += ChunkRows)
        {
            var rows = Math.Min(ChunkRows, a.Rows - i);
            ref var left = ref Unsafe.Add(ref MemoryMarshal.GetReference(w), i);
            var j = 0;
            for (; j <= a.Columns - Columns; j += Columns)
            {
                var dots = FourColumns.AddAndDots(a.Part(i, rows, j, Columns), Vector256.Create(x.Slice(j, Columns)), ref y[i], ref left);
                (Vector256.Create<double>(z.Slice(j, Columns)) + dots).CopyTo(z[j..]);
            }

            for (; j < a.Columns; j++)
            {
                AddColumn(rows, ref a[i, j], x[j], ref y[i]);
                z[j] += TensorPrimitives.Dot(a.Part(i, rows, j, 1).Column(0), w.Slice(i, rows));
            }
        }
    }

    /// <summary>y = αAx + βy for a symmetric A, of which the lower triangle is read; y is not read where β is 0.</summary>
    internal static void MultiplySymmetric(double alpha, Block a, ReadOnlySpan<double> x, double beta, Span<double> y)
    {
        Scale(beta, y);
        var n = a.Rows;
        for (var j = 0; j < n; j += Columns)
        {
            var (width, below) = (Math.Min(Columns, n - j), n - j - Columns);
            for (var column = j; column < j + width; column++)
            {
                y[column] += alpha * a[column, column] * x[column];
                for (var row = column + 1; row < j + width; row++)
                {
                    y[row] += alpha * a[row, column] * x[column];
                    y[column] += alpha * a[row, column] * x[row];
                }
            }

            if (below > 0)
            {
                // What is below the block is also, transposed, what is beside it.
                ref var left = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), j + Columns);
                var weights = Vector256.Create(x.Slice(j, Columns)) * alpha;
                var dots = FourColumns.AddAndDots(a.Part(j + Columns, below, j, Columns), weights, ref y[j + Columns], ref left);
                (Vector256.Create<double>(y.Slice(j, Columns)) + (dots * alpha)).CopyTo(y[j..]);
            }
        }
    }

    private static void Scale(double beta, Span<double> y)
    {
        if (beta == 0.0)
        {
            y.Clear();
        }
        else if (beta != 1.0)
        {
            TensorPrimitives.Multiply(y, beta, y);
        }
    }

    private static void AddColumn(int rows, ref double column, double weight, ref double y)
    {
        ShortColumn.AddScaled(MemoryMarshal.CreateReadOnlySpan(ref column, rows), weight, MemoryMarshal.CreateSpan(ref y, rows));
    }
}
