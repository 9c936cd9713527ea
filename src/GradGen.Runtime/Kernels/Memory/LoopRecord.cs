using System.ComponentModel;
using System.Numerics;

namespace GradGen;

/// <summary>
/// What a loop carried as each of its rounds began, for the loop of adjoints that runs through the rounds in reverse: one buffer, in
/// which every round takes as many numbers, its values in one order, a matrix by columns. The first round lays the buffer out.
/// Made by <see cref="Arena.NewRecord"/>. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoopRecord
{
    private readonly List<Place> _layout = [];
    private readonly List<object> _lists = [];
    private double[] _numbers = [];
    private int _used;
    private int _rounds;
    private int _stride;
    private int _next;

    internal LoopRecord()
    {
    }

    /// <summary>Begins a round; its values are added after that, in the order of the first round.</summary>
    public void Begin()
    {
        if (++_rounds == 2)
        {
            _stride = _used;
        }

        _next = 0;
    }

    /// <summary>Adds the next value of the round.</summary>
    /// <param name="x">The value, of which a copy is kept.</param>
    /// <exception cref="ArgumentException">The value has another shape than in the first round; the message names both.</exception>
    public void Add(double x) => Room(1, 1)[0] = x;

    /// <inheritdoc cref="Add(double)"/>
    public void Add(int x) => Add((double)x);

    /// <inheritdoc cref="Add(double)"/>
    public void Add(bool x) => Add(x ? 1.0 : 0.0);

    /// <inheritdoc cref="Add(double)"/>
    public void Add(Vector x) => (x.Storage.DenseEntries() ?? x.ToArray()).CopyTo(Room(x.Count, 1));

    /// <inheritdoc cref="Add(double)"/>
    public void Add(RowVector x) => (x.Storage.DenseEntries() ?? x.Storage.ToArray()).CopyTo(Room(1, x.Count));

    /// <inheritdoc cref="Add(double)"/>
    public void Add(Matrix x) => (x.Storage.DenseEntries() ?? x.Storage.ToColumnMajorArray()).CopyTo(Room(x.RowCount, x.ColumnCount));

    /// <summary>Adds the next value of the round, a list. Its number stands in the buffer; the list is kept as it is.</summary>
    /// <param name="list">The list.</param>
    public void Add(object list)
    {
        Add(_lists.Count);
        _lists.Add(list);
    }

    /// <summary>A number that a round began with.</summary>
    /// <param name="value">Which of the round's values, counted from 0.</param>
    /// <param name="round">Which round, counted from 0.</param>
    /// <returns>The number.</returns>
    public double Scalar(int value, int round) => Entries(value, round)[0];

    /// <inheritdoc cref="Scalar"/>
    public int Integer(int value, int round) => (int)Scalar(value, round);

    /// <summary>A condition that a round began with.</summary>
    /// <param name="value">Which of the round's values, counted from 0.</param>
    /// <param name="round">Which round, counted from 0.</param>
    /// <returns>The condition.</returns>
    public bool Boolean(int value, int round) => Scalar(value, round) != 0.0;

    /// <summary>A vector that a round began with.</summary>
    /// <param name="value">Which of the round's values, counted from 0.</param>
    /// <param name="round">Which round, counted from 0.</param>
    /// <returns>A copy of it.</returns>
    public Vector Vector(int value, int round) => new(Dense.Copy(Entries(value, round)));

    /// <summary>A row that a round began with.</summary>
    /// <inheritdoc cref="Vector"/>
    public RowVector RowVector(int value, int round) => new(Dense.Copy(Entries(value, round)));

    /// <summary>A matrix that a round began with.</summary>
    /// <inheritdoc cref="Vector"/>
    public Matrix Matrix(int value, int round)
    {
        var copy = Dense.NewMatrix(_layout[value].Rows, _layout[value].Columns);
        Entries(value, round).CopyTo(copy.Values);
        return new(copy);
    }

    /// <summary>A list that a round began with.</summary>
    /// <typeparam name="T">The type of the list.</typeparam>
    /// <param name="value">Which of the round's values, counted from 0.</param>
    /// <param name="round">Which round, counted from 0.</param>
    /// <returns>The list.</returns>
    public T List<T>(int value, int round)
        where T : class => (T)_lists[Integer(value, round)];

    /// <summary>Forgets all rounds, but keeps the buffer.</summary>
    internal void Clear()
    {
        _layout.Clear();
        _lists.Clear();
        (_used, _rounds, _stride) = (0, 0, 0);
    }

    private ReadOnlySpan<double> Entries(int value, int round) => _numbers.AsSpan((round * _stride) + _layout[value].Start, _layout[value].Count);

    /// <summary>The place of the round's next value.</summary>
    private Span<double> Room(int rows, int columns)
    {
        if (_rounds == 1)
        {
            _layout.Add(new Place(_used, rows, columns));
        }

        var place = _layout[_next++];
        if (place.Rows != rows || place.Columns != columns)
        {
            throw new ArgumentException($"A value that a loop carries has the shape {place.Rows}×{place.Columns} as its first round begins and {rows}×{columns} as a later one does; it must keep its shape.");
        }

        var start = _used;
        _used = checked(_used + place.Count);
        if (_used > _numbers.Length)
        {
            Array.Resize(ref _numbers, (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)_used), (uint)Array.MaxLength));
        }

        return _numbers.AsSpan(start, place.Count);
    }

    private readonly record struct Place(int Start, int Rows, int Columns)
    {
        internal int Count => Rows * Columns;
    }
}
