using System.Numerics.Tensors;

namespace GradGen;

/// <summary>
/// Solves in place with one triangle T of an n×n array held by columns; the other triangle is not read. Every loop runs over
/// contiguous columns.
/// </summary>
internal readonly ref struct Triangular(ReadOnlySpan<double> entries, int n, bool lower, bool unitDiagonal)
{
    private readonly ReadOnlySpan<double> _entries = entries;

    /// <summary>b becomes T⁻¹b.</summary>
    internal void Solve(Span<double> b)
    {
        for (var step = 0; step < n; step++)
        {
            var j = lower ? step : n - 1 - step;
            if (!unitDiagonal)
            {
                b[j] /= _entries[(j * n) + j];
            }

            var rest = lower ? (j + 1)..n : 0..j;
            TensorPrimitives.MultiplyAdd(Column(j)[rest], -b[j], b[rest], b[rest]);
        }
    }

    /// <summary>b becomes T⁻ᵀb.</summary>
    internal void SolveTranspose(Span<double> b)
    {
        for (var step = 0; step < n; step++)
        {
            var j = lower ? n - 1 - step : step;
            var known = lower ? (j + 1)..n : 0..j;
            b[j] -= TensorPrimitives.Dot(Column(j)[known], b[known]);
            if (!unitDiagonal)
            {
                b[j] /= _entries[(j * n) + j];
            }
        }
    }

    /// <summary>B, m×n, becomes BT⁻¹.</summary>
    internal void SolveRight(Span<double> b, int m) => SolveRight(b, m, transposed: false);

    /// <summary>B, m×n, becomes BT⁻ᵀ.</summary>
    internal void SolveRightTranspose(Span<double> b, int m) => SolveRight(b, m, transposed: true);

    private void SolveRight(Span<double> b, int m, bool transposed)
    {
        var forward = lower == transposed;
        for (var step = 0; step < n; step++)
        {
            var j = forward ? step : n - 1 - step;
            var column = b.Slice(j * m, m);
            var (from, to) = forward ? (0, j) : (j + 1, n);
            for (var k = from; k < to; k++)
            {
                var weight = transposed ? _entries[(k * n) + j] : _entries[(j * n) + k];
                TensorPrimitives.MultiplyAdd(b.Slice(k * m, m), -weight, column, column);
            }

            if (!unitDiagonal)
            {
                TensorPrimitives.Divide(column, _entries[(j * n) + j], column);
            }
        }
    }

    private ReadOnlySpan<double> Column(int j) => _entries.Slice(j * n, n);
}
