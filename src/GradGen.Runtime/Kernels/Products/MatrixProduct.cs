using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>
/// C = αop(A)op(B) + βC, where op is the identity or the transpose, after Goto and van de Geijn (ACM TOMS 34, 2008): a panel of rows of
/// op(A) stays in the first cache while the tiles of the product pass over the columns of op(B), which stay in the second. C overlaps
/// neither A nor B, and is not read where β is 0.
/// </summary>
internal static class MatrixProduct
{
    // A panel takes 24 KB of the first cache, a block of op(B) half a megabyte of the second.
    private const int PanelSize = 3072;
    private const int BlockColumns = 512;

    // Below, the columns of A lie close enough together to be read where they are.
    private const int LargeStride = 128;
    private const int ManyColumns = 32;

    // Below, other kernels make AᵀA, both halves alike.
    private const int FewestForGram = 4;

    // A block of Bᵀ takes as long to pack as this many rows of the product to compute.
    private const int ManyRows = 48;

    [ThreadStatic]
    private static double[]? s_panel;

    [ThreadStatic]
    private static double[]? s_block;

    private enum Part
    {
        All,
        LowerTriangle,
    }

    internal static void Multiply(double alpha, in Block a, bool transposeA, in Block b, bool transposeB, double beta, in Block c)
    {
        if (alpha != 0.0 && SmallProduct.IsSmall(c.Rows, c.Columns) && SmallProduct.IsSmall(a.Rows, a.Columns))
        {
            SmallProduct.Multiply(alpha, a, transposeA, b, transposeB, beta, c);
            return;
        }

        // AᵀA and AAᵀ are symmetric: half of the product is enough.
        if (a.IsSame(b) && transposeA != transposeB && beta == 0.0 && TryWriteHalf(alpha, a, transposeA, c))
        {
            Transposition.MirrorLower(c);
            return;
        }

        Multiply(alpha, a, transposeA, b, transposeB, beta, c, Part.All);
    }

    /// <summary>The lower triangle of C = αop(A)op(B) + βC; of the upper one, what lies next to the diagonal may change.</summary>
    internal static void MultiplyLower(double alpha, Block a, bool transposeA, Block b, bool transposeB, double beta, Block c) =>
        Multiply(alpha, a, transposeA, b, transposeB, beta, c, Part.LowerTriangle);

    /// <summary>The lower triangle of C = αAᵀA or C = αAAᵀ, where that is less work than all of it.</summary>
    private static bool TryWriteHalf(double alpha, Block a, bool transposeA, Block c)
    {
        if (transposeA && c.Columns < FewestForGram)
        {
            return false;
        }

        if (transposeA && alpha != 0.0 && GramTile.IsBetter(a.Rows, a.Columns))
        {
            GramTile.Write(alpha, a, c);
        }
        else
        {
            MultiplyLower(alpha, a, transposeA, a, !transposeA, 0.0, c);
        }

        return true;
    }

    private static void Multiply(double alpha, Block a, bool transposeA, Block b, bool transposeB, double beta, Block c, Part part)
    {
        var k = transposeA ? a.Rows : a.Columns;
        if (k == 0 || alpha == 0.0 || beta is not (0.0 or 1.0))
        {
            Scale(beta, c);
        }

        if (k == 0 || alpha == 0.0 || c.Rows == 0 || c.Columns == 0)
        {
            return;
        }

        if (part == Part.All && NativeKernels.ForProduct(c.Rows, c.Columns, k) is { } native)
        {
            native.Multiply(alpha, a, transposeA, b, transposeB, beta is 0.0 ? 0.0 : 1.0, c);
            return;
        }

        if (transposeA && !transposeB && part == Part.All && DotTile.IsBetter(k, c.Columns))
        {
            DotTile.Multiply(alpha, a, b, beta != 0.0, c);
            return;
        }

        if (!transposeA && part == Part.All && NarrowProduct.IsBetter(a, c.Columns))
        {
            NarrowProduct.Multiply(alpha, a, b, transposeB, beta != 0.0, c);
            return;
        }

        var rows = 3 * (Vector512.IsHardwareAccelerated ? Simd512.Width : Simd256.Width);
        var depth = PanelSize / rows;
        for (var j = 0; j < c.Columns; j += BlockColumns)
        {
            var columns = Math.Min(BlockColumns, c.Columns - j);
            for (var p = 0; p < k; p += depth)
            {
                var d = Math.Min(depth, k - p);
                var right = transposeB ? b.Part(j, columns, p, d) : b.Part(p, d, j, columns);
                var tiles = PackedIfWorthwhile(right, transposeB, c.Rows, columns, d);
                var add = p > 0 || beta != 0.0;
                for (var i = 0; i < c.Rows;)
                {
                    // What is left beside the highest tiles comes last, but of a lower triangle first, where the rows are short.
                    var leftOver = part == Part.All ? c.Rows - i : (c.Rows - i) % rows;
                    var count = TileRows(leftOver > 0 ? leftOver : rows);
                    var left = transposeA ? a.Part(p, d, i, count) : a.Part(i, count, p, d);

                    // In the lower triangle the tiles end with the one on the diagonal, and leave out registers above it.
                    var (full, reach) = part == Part.All ? (columns, columns) : (Math.Clamp(i - j, 0, columns), Math.Clamp(i + count - j, 0, columns));
                    var panel = PackedIfWorthwhile(left, transposeA, columns);
                    Pass(count, d, panel, tiles, alpha, add, c.Part(i, count, j, reach), full);
                    i += count;
                }
            }
        }
    }

    /// <summary>C = βC; a β of 0 overwrites what is not a number too.</summary>
    private static void Scale(double beta, Block c)
    {
        for (var j = 0; j < c.Columns && beta != 1.0; j++)
        {
            var column = c.Column(j);
            if (beta == 0.0)
            {
                column.Clear();
            }
            else
            {
                TensorPrimitives.Multiply(column, beta, column);
            }
        }
    }

    private static int TileRows(int left)
    {
        var width = Vector512.IsHardwareAccelerated ? Simd512.Width : Simd256.Width;
        return left >= 3 * width ? 3 * width : left >= width ? width : left >= Simd256.Width ? Simd256.Width : 1;
    }

    /// <summary>A panel whose rows are contiguous: op(A) itself, or a packed copy where its columns lie far apart or it is transposed.</summary>
    private static Block PackedIfWorthwhile(Block a, bool transpose, int columns)
    {
        if (!transpose && (a.Stride <= LargeStride || columns < ManyColumns))
        {
            return a;
        }

        var (rows, depth) = transpose ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        var packed = new Block(s_panel ??= new double[PanelSize], rows, depth);
        if (transpose)
        {
            Transposition.Write(a, packed);
        }
        else
        {
            for (var p = 0; p < depth; p++)
            {
                a.Column(p).CopyTo(packed.Column(p));
            }
        }

        return packed;
    }

    /// <summary>op(B), and how it is stepped through: as it is, or packed where Bᵀ would be read with large steps again and again.</summary>
    private static Operand PackedIfWorthwhile(Block b, bool transpose, int rows, int columns, int depth)
    {
        if (!transpose)
        {
            return new Operand(ref b.First, 1, b.Stride);
        }

        if (b.Stride <= LargeStride || rows < ManyRows)
        {
            return new Operand(ref b.First, b.Stride, 1);
        }

        s_block ??= new double[PanelSize / (3 * Simd256.Width) * BlockColumns];
        var packed = new Block(s_block, depth, columns);
        Transposition.Write(b, packed);
        return new Operand(ref packed.First, 1, depth);
    }

    /// <summary>The rows of a tile of all columns; of those from the given one on, where the diagonal begins, perhaps only those from the diagonal on.</summary>
    private static void Pass(int rows, int depth, Block panel, Operand tiles, double alpha, bool add, Block c, int full)
    {
        switch (rows)
        {
            case 3 * 8:
                PassThree<Simd512, Vector512<double>>(depth, panel, tiles, alpha, add, c, full);
                break;
            case 3 * 4:
                PassThree<Simd256, Vector256<double>>(depth, panel, tiles, alpha, add, c, full);
                break;
            case 8:
                PassOne<Simd512, Vector512<double>>(depth, panel, tiles, alpha, add, c);
                break;
            case 4:
                PassOne<Simd256, Vector256<double>>(depth, panel, tiles, alpha, add, c);
                break;
            default:
                PassOne<Simd64, double>(depth, panel, tiles, alpha, add, c);
                break;
        }
    }

    private static void PassThree<TSimd, TVector>(int depth, Block a, Operand b, double alpha, bool add, Block c, int full)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var j = 0;
        for (; j <= c.Columns - Tile<TSimd, TVector>.Columns; j += Tile<TSimd, TVector>.Columns)
        {
            switch ((j - full) / TSimd.Width)
            {
                case <= 0:
                    Tile<TSimd, TVector>.Three(depth, ref a.First, a.Stride, ref b.Column(j), b.Step, b.ColumnStep, alpha, add, ref c[0, j], c.Stride);
                    break;
                case 1:
                    Tile<TSimd, TVector>.Two(depth, ref a[TSimd.Width, 0], a.Stride, ref b.Column(j), b.Step, b.ColumnStep, alpha, add, ref c[TSimd.Width, j], c.Stride);
                    break;
                default:
                    Tile<TSimd, TVector>.One(depth, ref a[2 * TSimd.Width, 0], a.Stride, ref b.Column(j), b.Step, b.ColumnStep, alpha, add, ref c[2 * TSimd.Width, j], c.Stride);
                    break;
            }
        }

        for (; j < c.Columns; j++)
        {
            Tile<TSimd, TVector>.ThreeOfColumn(depth, ref a.First, a.Stride, ref b.Column(j), b.Step, alpha, add, ref c[0, j]);
        }
    }

    private static void PassOne<TSimd, TVector>(int depth, Block a, Operand b, double alpha, bool add, Block c)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        var j = 0;
        for (; j <= c.Columns - (2 * Tile<TSimd, TVector>.Columns); j += 2 * Tile<TSimd, TVector>.Columns)
        {
            Tile<TSimd, TVector>.OneWide(depth, ref a.First, a.Stride, ref b.Column(j), b.Step, b.ColumnStep, alpha, add, ref c[0, j], c.Stride);
        }

        for (; j <= c.Columns - Tile<TSimd, TVector>.Columns; j += Tile<TSimd, TVector>.Columns)
        {
            Tile<TSimd, TVector>.One(depth, ref a.First, a.Stride, ref b.Column(j), b.Step, b.ColumnStep, alpha, add, ref c[0, j], c.Stride);
        }

        for (; j < c.Columns; j++)
        {
            Tile<TSimd, TVector>.OneOfColumn(depth, ref a.First, a.Stride, ref b.Column(j), b.Step, alpha, add, ref c[0, j]);
        }
    }

    /// <summary>op(B): where it begins, and the steps along its columns and from one to the next.</summary>
    private readonly ref struct Operand
    {
        private readonly ref double _first;

        internal Operand(ref double first, nint step, nint columnStep)
        {
            _first = ref first;
            Step = step;
            ColumnStep = columnStep;
        }

        internal nint Step { get; }

        internal nint ColumnStep { get; }

        internal ref double Column(int j) => ref System.Runtime.CompilerServices.Unsafe.Add(ref _first, j * ColumnStep);
    }
}
