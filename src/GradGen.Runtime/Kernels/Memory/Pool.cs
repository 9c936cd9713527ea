using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>
/// One thread's arena: what is taken, in order, and what is free. Most companions take the same shapes in the same order each time, so what
/// they took stays in its place for the next one, who finds it there at the cost of a comparison. What does not fit its place, or must be
/// cleared, lies in a bucket of its shape.
/// </summary>
internal sealed class Pool
{
    /// <summary>How many outermost scopes something must lie free to be dropped.</summary>
    internal const int Patience = 64;

    // More places are not searched: what is there may be the values of a long loop.
    private const int PlacesInReach = 64;

    [ThreadStatic]
    private static Pool? s_ofThread;

    private readonly Shelves _free = new();
    private readonly HashSet<object> _wanted = new(ReferenceEqualityComparer.Instance);

    // Up to the count what is taken; from there to the height what is free and waits in its place.
    private Loan[] _places = new Loan[64];
    private int _count;
    private int _height;
    private int _mostTaken;
    private int _depth;
    private int _outermostScopes;
    private bool _isActive;
    private State _scope;

    private enum Fate
    {
        Released,

        /// <summary>Outlives the next release to a mark.</summary>
        Retained,

        /// <summary>Goes to the enclosing scope.</summary>
        Kept,
    }

    /// <summary>The pool to allocate from, or null where allocation is ordinary.</summary>
    internal static Pool? Active => s_ofThread is { _isActive: true } pool ? pool : null;

    internal static Pool OfThread => s_ofThread ?? ForThread();

    internal int Taken => _count;

    internal static Pool? Suspend()
    {
        var suspended = Active;
        if (suspended is not null)
        {
            suspended._isActive = false;
        }

        return suspended;
    }

    internal static void Resume(Pool? suspended)
    {
        if (suspended is not null)
        {
            suspended._isActive = true;
        }
    }

    internal ArenaScope Enter()
    {
        var outer = _scope;
        _scope = new State(_count, _isActive, IsPlain: true);
        _depth++;
        _isActive = true;
        return new ArenaScope(this, outer);
    }

    internal void Leave(State outer)
    {
        var isWithinActive = _scope.IsWithinActive;
        Release(_scope.Start, isWithinActive ? Fate.Kept : null);

        // What goes to the enclosing scope is no longer known to be plain.
        _scope = _count > _scope.Start ? outer with { IsPlain = false } : outer;
        _isActive = isWithinActive;
        if (--_depth == 0 && ++_outermostScopes == Patience)
        {
            DropUnused();
        }
    }

    internal void Release(int mark) => Release(mark, Fate.Retained);

    internal DenseVector Vector(int n)
    {
        // Found by what it is, as most are, without a look at the shelves.
        if ((uint)_count < (uint)_places.Length && _places[_count].Item is { } item && item.GetType() == typeof(DenseVector)
            && Unsafe.As<DenseVector>(item) is var vector && vector.Count == n)
        {
            _count++;
            return vector;
        }

        return OtherVector(n);
    }

    internal DenseMatrix Matrix(int rows, int columns)
    {
        if ((uint)_count < (uint)_places.Length && _places[_count].Item is { } item && item.GetType() == typeof(DenseMatrix)
            && Unsafe.As<DenseMatrix>(item) is var matrix && matrix.RowCount == rows && matrix.ColumnCount == columns)
        {
            _count++;
            return matrix;
        }

        return OtherMatrix(rows, columns);
    }

    /// <summary>An array of n items, in which something may be left of its last use.</summary>
    internal T[] Array<T>(int n)
    {
        var home = _free.Of<T[]>(n, RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? static item => System.Array.Clear((T[])item) : null);
        var array = (T[]?)home.Take() ?? new T[n];
        RecordOther(array, home);
        return array;
    }

    internal T Object<T>(Func<T> create, Action<object> clear)
        where T : class
    {
        var home = _free.Of<T>(0, clear);
        var item = (T?)home.Take() ?? create();
        RecordOther(item, home);
        return item;
    }

    internal void Retain(object? identity)
    {
        ref var loan = ref Find(identity);
        if (!Unsafe.IsNullRef(ref loan) && loan.Fate == Fate.Released)
        {
            loan.Fate = Fate.Retained;
            _scope = _scope with { IsPlain = false };
        }
    }

    internal void Keep(object? identity)
    {
        ref var loan = ref Find(identity);
        if (!Unsafe.IsNullRef(ref loan))
        {
            Keep(ref loan);
        }
    }

    /// <summary>Remembers one of several to keep.</summary>
    internal void Want(object? identity)
    {
        if (identity is not null)
        {
            _wanted.Add(identity);
        }
    }

    /// <summary>Keeps all that is wanted in one pass.</summary>
    internal void KeepWanted()
    {
        for (var i = _scope.Start; i < _count; i++)
        {
            if (_places[i].Item is { } item && _wanted.Contains(Identity(item)))
            {
                Keep(ref _places[i]);
            }
        }

        _wanted.Clear();
    }

    /// <summary>Visits every free object.</summary>
    internal void VisitFree(Action<object> action)
    {
        for (var i = _count; i < _height; i++)
        {
            if (_places[i].Item is { } item)
            {
                action(item);
            }
        }

        _free.Visit(action);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Pool ForThread() => s_ofThread = new Pool();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private DenseVector OtherVector(int n)
    {
        var vector = (DenseVector?)(_free.OfVectors(n).Take() ?? Waiting(n, null)) ?? new DenseVector(GC.AllocateUninitializedArray<double>(n));
        Record(vector, null);
        return vector;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private DenseMatrix OtherMatrix(int rows, int columns)
    {
        var matrix = (DenseMatrix?)(_free.OfMatrices(rows, columns).Take() ?? Waiting(rows, columns))
            ?? new DenseMatrix(rows, columns, GC.AllocateUninitializedArray<double>(checked(rows * columns)));
        Record(matrix, null);
        return matrix;
    }

    /// <summary>What waits in one of the next places although it fits here, where companions take turns. A vector has no number of columns.</summary>
    private object? Waiting(int rows, int? columns)
    {
        for (var i = _count; i < Math.Min(_height, _count + PlacesInReach); i++)
        {
            var item = _places[i].Item;
            var fits = item switch
            {
                DenseVector vector => columns is null && vector.Count == rows,
                DenseMatrix matrix => matrix.RowCount == rows && matrix.ColumnCount == columns,
                _ => false,
            };
            if (fits)
            {
                _places[i] = default;
                return item;
            }
        }

        return null;
    }

    private void Keep(ref Loan loan)
    {
        if (_scope.IsWithinActive)
        {
            loan.Fate = Fate.Kept;
            _scope = _scope with { IsPlain = false };
        }
        else
        {
            // It is the caller's and must not live on because of this.
            loan = default;
        }
    }

    private ref Loan Find(object? identity)
    {
        // Results are among the last that were taken.
        for (var i = _count - 1; identity is not null && i >= _scope.Start; i--)
        {
            if (_places[i].Item is { } item && ReferenceEquals(Identity(item), identity))
            {
                return ref _places[i];
            }
        }

        return ref Unsafe.NullRef<Loan>();
    }

    /// <summary>What views of one and the same share.</summary>
    private static object Identity(object item) => item switch
    {
        DenseVector vector => vector.Values,
        DenseMatrix matrix => matrix.Values,
        _ => item,
    };

    /// <summary>Whether it may wait in its place for the next to come, with what is in it.</summary>
    private static bool CanWait(object item) => item is DenseVector or DenseMatrix;

    private void RecordOther(object item, Bucket home)
    {
        Record(item, home);
        _scope = _scope with { IsPlain = false };
    }

    private void Record(object item, Bucket? home)
    {
        if (_count == _places.Length)
        {
            System.Array.Resize(ref _places, 2 * _count);
        }

        ref var place = ref _places[_count++];
        _height = Math.Max(_height, _count);

        // What waited here is of another shape.
        switch (place.Item)
        {
            case DenseVector vector:
                _free.OfVectors(vector.Count).Put(vector);
                break;
            case DenseMatrix matrix:
                _free.OfMatrices(matrix.RowCount, matrix.ColumnCount).Put(matrix);
                break;
        }

        place = new Loan { Item = item, Home = home };
    }

    /// <summary>Gives back what was taken since the mark, but for what has at least the given fate.</summary>
    private void Release(int mark, Fate? surviving)
    {
        _mostTaken = Math.Max(_mostTaken, _count);
        if (_scope.IsPlain)
        {
            _count = mark;
            return;
        }

        var end = mark;
        for (var i = mark; i < _count; i++)
        {
            var loan = _places[i];
            if (loan.Item is null)
            {
                continue;
            }

            if (surviving is { } least && loan.Fate >= least)
            {
                // A release to a mark leaves what is kept so until the scope ends; everything else starts anew.
                var fate = least == Fate.Retained && loan.Fate == Fate.Kept ? Fate.Kept : Fate.Released;
                _places[i] = _places[end];
                _places[end++] = loan with { Fate = fate };
            }
            else if (CanWait(loan.Item))
            {
                _places[i].Fate = Fate.Released;
            }
            else
            {
                _places[i] = default;
                loan.Home!.Put(loan.Item);
            }
        }

        _count = end;
    }

    /// <summary>Drops what was not taken since the last time. Nothing may be taken.</summary>
    private void DropUnused()
    {
        _outermostScopes = 0;
        if (_mostTaken < _height)
        {
            System.Array.Clear(_places, _mostTaken, _height - _mostTaken);
            _height = _mostTaken;
        }

        _mostTaken = 0;
        _free.DropUnused();
    }

    /// <summary>
    /// Where a scope's own begins, whether what it keeps goes to an enclosing scope, and whether all of it may just stay in its place at the end.
    /// </summary>
    internal readonly record struct State(int Start, bool IsWithinActive, bool IsPlain);

    private record struct Loan
    {
        internal object? Item;

        /// <summary>Where it goes if it does not wait in its place.</summary>
        internal Bucket? Home;
        internal Fate Fate;
    }
}
