using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GradGen;

/// <summary>A matrix, or a block of one, by columns that lie a stride apart. The operations on it do not check bounds; who makes it does.</summary>
internal readonly ref struct Block
{
    internal readonly ref double First;

    internal Block(ref double first, int rows, int columns, int stride)
    {
        First = ref first;
        Rows = rows;
        Columns = columns;
        Stride = stride;
    }

    internal Block(double[] entries, int rows, int columns)
        : this(ref MemoryMarshal.GetArrayDataReference(entries), rows, columns, rows)
    {
    }

    internal int Rows { get; }

    internal int Columns { get; }

    /// <summary>How far the next column is.</summary>
    internal int Stride { get; }

    internal ref double this[int row, int column] => ref Unsafe.Add(ref First, ((nint)column * Stride) + row);

    /// <summary>
    /// How many rows come before the first one at which every column begins a widest register of aligned memory; 0 where there is none. A load across
    /// two lines of the cache costs twice, even where memory is what is waited for.
    /// </summary>
    internal unsafe int RowsToAligned
    {
        get
        {
            var width = Vector512.IsHardwareAccelerated ? Vector512<double>.Count : Vector256<double>.Count;
            var ahead = -(int)((nuint)Unsafe.AsPointer(ref First) / sizeof(double)) & (width - 1);
            return Stride % width == 0 && ahead < Rows ? ahead : 0;
        }
    }

    /// <summary>For <c>fixed</c>.</summary>
    public ref double GetPinnableReference() => ref First;

    internal bool IsSame(Block other) =>
        Unsafe.AreSame(ref First, ref other.First) && Rows == other.Rows && Columns == other.Columns && Stride == other.Stride;

    internal Block Part(int row, int rows, int column, int columns) => new(ref this[row, column], rows, columns, Stride);

    internal Span<double> Column(int column) => MemoryMarshal.CreateSpan(ref this[0, column], Rows);

    internal void Clear()
    {
        for (var j = 0; j < Columns; j++)
        {
            Column(j).Clear();
        }
    }
}
