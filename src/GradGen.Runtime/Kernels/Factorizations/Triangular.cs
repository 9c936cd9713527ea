using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>Solves in place with one triangle T of a square block; the other triangle is not read.</summary>
internal readonly ref struct Triangular
{
    private const int Columns = 4;

    private readonly Block _t;
    private readonly bool _lower;
    private readonly bool _unitDiagonal;

    internal Triangular(Block t, bool lower, bool unitDiagonal)
    {
        _t = t;
        _lower = lower;
        _unitDiagonal = unitDiagonal;
    }

    /// <summary>b becomes T⁻¹b. Four columns are solved for, then taken from what is left of b at once.</summary>
    internal void Solve(Span<double> b)
    {
        var n = _t.Rows;
        ref var first = ref MemoryMarshal.GetReference(b);
        for (var solved = 0; solved < n; solved += Columns)
        {
            var width = Math.Min(Columns, n - solved);
            var j = _lower ? solved : n - solved - width;
            SolveCorner(j, width, ref first);
            var (from, to) = _lower ? (j + width, n) : (0, j);
            if (from == to)
            {
                continue;
            }

            if (width == Columns)
            {
                FourColumns.Add(_t.Part(from, to - from, j, Columns), -Vector256.LoadUnsafe(ref first, (nuint)j), ref b[from]);
            }
            else
            {
                MatrixVectorProduct.Multiply(-1.0, _t.Part(from, to - from, j, width), b.Slice(j, width), 1.0, b[from..to]);
            }
        }
    }

    /// <summary>b becomes T⁻ᵀb.</summary>
    internal void SolveTranspose(Span<double> b)
    {
        var n = _t.Rows;
        ref var first = ref MemoryMarshal.GetReference(b);
        for (var solved = 0; solved < n; solved += Columns)
        {
            var width = Math.Min(Columns, n - solved);
            var j = _lower ? n - solved - width : solved;
            var (from, to) = _lower ? (j + width, n) : (0, j);
            if (from < to)
            {
                MatrixVectorProduct.MultiplyTranspose(-1.0, _t.Part(from, to - from, j, width), b[from..to], 1.0, b.Slice(j, width));
            }

            SolveCornerTranspose(j, width, ref first);
        }
    }

    /// <summary>B, n×p, becomes op(T)⁻¹B.</summary>
    internal void SolveLeft(Block b, bool transpose)
    {
        var n = _t.Rows;
        if (n <= TriangularPanel.Columns)
        {
            TriangularPanel.SolveLeft(_t, _lower, _unitDiagonal, transpose, b);
            return;
        }

        var half = Half(n);
        var (rest, p) = (n - half, b.Columns);
        var first = b.Part(0, half, 0, p);
        var second = b.Part(half, rest, 0, p);
        if (_lower != transpose)
        {
            Leading(half).SolveLeft(first, transpose);
            MatrixProduct.Multiply(-1.0, OffDiagonal(half), transpose, first, false, 1.0, second);
            Trailing(half).SolveLeft(second, transpose);
        }
        else
        {
            Trailing(half).SolveLeft(second, transpose);
            MatrixProduct.Multiply(-1.0, OffDiagonal(half), transpose, second, false, 1.0, first);
            Leading(half).SolveLeft(first, transpose);
        }
    }

    /// <summary>B, m×n, becomes Bop(T)⁻¹.</summary>
    internal void SolveRight(Block b, bool transpose)
    {
        var n = _t.Rows;
        if (n <= TriangularPanel.Columns)
        {
            TriangularPanel.SolveRight(_t, _lower, _unitDiagonal, transpose, b);
            return;
        }

        var half = Half(n);
        var (rest, m) = (n - half, b.Rows);
        var first = b.Part(0, m, 0, half);
        var second = b.Part(0, m, half, rest);
        if (_lower == transpose)
        {
            Leading(half).SolveRight(first, transpose);
            MatrixProduct.Multiply(-1.0, first, false, OffDiagonal(half), transpose, 1.0, second);
            Trailing(half).SolveRight(second, transpose);
        }
        else
        {
            Trailing(half).SolveRight(second, transpose);
            MatrixProduct.Multiply(-1.0, second, false, OffDiagonal(half), transpose, 1.0, first);
            Leading(half).SolveRight(first, transpose);
        }
    }

    /// <summary>Where to split a triangle: about the half, at a multiple of what a register holds.</summary>
    internal static int Half(int n) => Math.Max(TriangularPanel.Columns, n / 2 / TriangularPanel.Columns * TriangularPanel.Columns);

    private Triangular Leading(int half) => new(_t.Part(0, half, 0, half), _lower, _unitDiagonal);

    private Triangular Trailing(int half) => new(_t.Part(half, _t.Rows - half, half, _t.Rows - half), _lower, _unitDiagonal);

    private Block OffDiagonal(int half) =>
        _lower ? _t.Part(half, _t.Rows - half, 0, half) : _t.Part(0, half, half, _t.Rows - half);

    private void SolveCorner(int start, int width, ref double b)
    {
        for (var step = 0; step < width; step++)
        {
            var j = _lower ? start + step : start + width - 1 - step;
            ref var x = ref Unsafe.Add(ref b, j);
            if (!_unitDiagonal)
            {
                x /= _t[j, j];
            }

            var (from, to) = _lower ? (j + 1, start + width) : (start, j);
            for (var i = from; i < to; i++)
            {
                Unsafe.Add(ref b, i) -= _t[i, j] * x;
            }
        }
    }

    private void SolveCornerTranspose(int start, int width, ref double b)
    {
        for (var step = 0; step < width; step++)
        {
            var j = _lower ? start + width - 1 - step : start + step;
            ref var x = ref Unsafe.Add(ref b, j);
            var (from, to) = _lower ? (j + 1, start + width) : (start, j);
            for (var i = from; i < to; i++)
            {
                x -= _t[i, j] * Unsafe.Add(ref b, i);
            }

            if (!_unitDiagonal)
            {
                x /= _t[j, j];
            }
        }
    }
}
