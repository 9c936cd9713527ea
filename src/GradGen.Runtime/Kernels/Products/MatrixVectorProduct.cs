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

    // Longer columns are read four at a time.
    private const int LongRows = 256;

    // Sums of so many entries stay in registers while they pass over the columns.
    private const int FewRows = 32;

    /// <summary>y = αAx + βy; y is not read where β is 0.</summary>
    internal static void Multiply(double alpha, in Block a, ReadOnlySpan<double> x, double beta, Span<double> y)
    {
        if (SmallProduct.IsSmall(a.Rows, a.Columns))
        {
            SmallProduct.Multiply(alpha, a, x, beta, y);
            return;
        }

        var first = 0;
        for (; first < TiledRows(a); first += RowTile.Rows)
        {
            RowTile.Multiply(alpha, a.Part(first, RowTile.Rows, 0, a.Columns), x[..a.Columns], beta, ref y[first]);
        }

        Scale(beta, y[first..a.Rows]);
        for (var i = first; i < a.Rows; i += ChunkRows)
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

    /// <summary>How many rows of short columns are multiplied by tiles.</summary>
    private static int TiledRows(Block a) => a.Rows < LongRows ? a.Rows / RowTile.Rows * RowTile.Rows : 0;

    /// <summary>y = A1, the sum of the columns.</summary>
    internal static void AddColumns(Block a, Span<double> y)
    {
        if (a.Rows <= FewRows)
        {
            AddShortColumns(a, ref MemoryMarshal.GetReference(y));
            return;
        }

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
    internal static void MultiplyTranspose(double alpha, in Block a, ReadOnlySpan<double> x, double beta, Span<double> y)
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

        var first = 0;
        for (; first < TiledRows(a); first += RowTile.Rows)
        {
            RowTile.AddTranspose(alpha, a.Part(first, RowTile.Rows, 0, a.Columns), ref Unsafe.AsRef(in x[first]), y[..a.Columns]);
        }

        if (first == a.Rows)
        {
            return;
        }

        var rest = a.Part(first, a.Rows - first, 0, a.Columns);
        x = x[first..];
        var j = 0;
        for (; j <= a.Columns - Columns; j += Columns)
        {
            var dots = FourColumns.Dots(rest.Part(0, rest.Rows, j, Columns), ref MemoryMarshal.GetReference(x));
            var sum = Vector256.Create<double>(y.Slice(j, Columns)) + (dots * alpha);
            sum.CopyTo(y[j..]);
        }

        for (; j < a.Columns; j++)
        {
            y[j] += alpha * TensorPrimitives.Dot(rest.Column(j), x);
        }
    }

    /// <summary>y = Ax and z = Aᵀw, with A read once.</summary>
    internal static void MultiplyBoth(in Block a, ReadOnlySpan<double> x, Span<double> y, ReadOnlySpan<double> w, Span<double> z)
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
    internal static void MultiplySymmetric(double alpha, in Block a, ReadOnlySpan<double> x, double beta, Span<double> y)
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

    private static void AddShortColumns(Block a, ref double y)
    {
        nint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            AddShortColumns<Simd512, Vector512<double>>(ref i, a, ref y);
        }

        AddShortColumns<Simd256, Vector256<double>>(ref i, a, ref y);
        AddShortColumns<Simd64, double>(ref i, a, ref y);
    }

    /// <summary>The sums of the rows from the given one on, as many at once as two registers hold and then as one does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddShortColumns<TSimd, TVector>(ref nint row, Block a, ref double y)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (; row <= a.Rows - (2 * TSimd.Width); row += 2 * TSimd.Width)
        {
            ref var column = ref Unsafe.Add(ref a.First, row);
            TVector upper0 = default, lower0 = default, upper1 = default, lower1 = default;
            var j = 0;
            for (; j <= a.Columns - 2; j += 2)
            {
                ref var next = ref Unsafe.Add(ref column, a.Stride);
                upper0 = TSimd.Add(upper0, TSimd.Load(ref column));
                lower0 = TSimd.Add(lower0, TSimd.Load(ref Unsafe.Add(ref column, TSimd.Width)));
                upper1 = TSimd.Add(upper1, TSimd.Load(ref next));
                lower1 = TSimd.Add(lower1, TSimd.Load(ref Unsafe.Add(ref next, TSimd.Width)));
                column = ref Unsafe.Add(ref next, a.Stride);
            }

            if (j < a.Columns)
            {
                upper0 = TSimd.Add(upper0, TSimd.Load(ref column));
                lower0 = TSimd.Add(lower0, TSimd.Load(ref Unsafe.Add(ref column, TSimd.Width)));
            }

            TSimd.Store(TSimd.Add(upper0, upper1), ref Unsafe.Add(ref y, row));
            TSimd.Store(TSimd.Add(lower0, lower1), ref Unsafe.Add(ref y, row + TSimd.Width));
        }

        for (; row <= a.Rows - TSimd.Width; row += TSimd.Width)
        {
            ref var column = ref Unsafe.Add(ref a.First, row);
            TVector sum0 = default, sum1 = default;
            var j = 0;
            for (; j <= a.Columns - 2; j += 2)
            {
                ref var next = ref Unsafe.Add(ref column, a.Stride);
                sum0 = TSimd.Add(sum0, TSimd.Load(ref column));
                sum1 = TSimd.Add(sum1, TSimd.Load(ref next));
                column = ref Unsafe.Add(ref next, a.Stride);
            }

            TSimd.Store(j < a.Columns ? TSimd.Add(TSimd.Add(sum0, sum1), TSimd.Load(ref column)) : TSimd.Add(sum0, sum1), ref Unsafe.Add(ref y, row));
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
