using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra.Double;

namespace GradGen;

/// <summary>One thread's arena: what is taken, in order, and what is free, by shape.</summary>
internal sealed class Pool
{
    /// <summary>How many outermost scopes something must lie free to be dropped.</summary>
    internal const int Patience = 64;

    [ThreadStatic]
    private static Pool? s_ofThread;

    // Set only while allocation is to be pooled, so that a kernel asks one question.
    [ThreadStatic]
    private static Pool? s_active;

    private readonly Shelves _free = new();
    private readonly HashSet<object> _wanted = new(ReferenceEqualityComparer.Instance);
    private Loan[] _taken = new Loan[64];
    private int _count;
    private int _depth;
    private int _outermostScopes;
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
    internal static Pool? Active => s_active;

    internal static Pool OfThread => s_ofThread ??= new Pool();

    internal int Taken => _count;

    internal Shelves Free => _free;

    internal static Pool? Suspend()
    {
        var suspended = s_active;
        s_active = null;
        return suspended;
    }

    internal static void Resume(Pool? suspended) => s_active = suspended;

    internal ArenaScope Enter()
    {
        var outer = _scope;
        _scope = new State(_count, s_active is not null);
        _depth++;
        s_active = this;
        return new ArenaScope(this, outer);
    }

    internal void Leave(State outer)
    {
        Release(_scope.Start, _scope.IsWithinActive ? Fate.Kept : null);
        if (!_scope.IsWithinActive)
        {
            s_active = null;
        }

        _scope = outer;
        if (--_depth == 0 && ++_outermostScopes == Patience)
        {
            _outermostScopes = 0;
            _free.DropUnused();
        }
    }

    internal void Release(int mark) => Release(mark, Fate.Retained);

    internal DenseVector Vector(int n)
    {
        var home = _free.OfVectors(n);
        var vector = (DenseVector?)home.Take() ?? new DenseVector(GC.AllocateUninitializedArray<double>(n));
        Record(vector, home);
        return vector;
    }

    internal DenseMatrix Matrix(int rows, int columns)
    {
        var home = _free.OfMatrices(rows, columns);
        var matrix = (DenseMatrix?)home.Take()
            ?? new DenseMatrix(rows, columns, GC.AllocateUninitializedArray<double>(checked(rows * columns)));
        Record(matrix, home);
        return matrix;
    }

    /// <summary>An array of n items, in which something may be left of its last use.</summary>
    internal T[] Array<T>(int n)
    {
        var home = _free.Of<T[]>(n, RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? static item => System.Array.Clear((T[])item) : null);
        var array = (T[]?)home.Take() ?? new T[n];
        Record(array, home);
        return array;
    }

    internal T Object<T>(Func<T> create, Action<object> clear)
        where T : class
    {
        var home = _free.Of<T>(0, clear);
        var item = (T?)home.Take() ?? create();
        Record(item, home);
        return item;
    }

    internal void Retain(object? identity)
    {
        ref var loan = ref Find(identity);
        if (!Unsafe.IsNullRef(ref loan) && loan.Fate == Fate.Released)
        {
            loan.Fate = Fate.Retained;
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
            if (_taken[i].Item is { } item && _wanted.Contains(Identity(item)))
            {
                Keep(ref _taken[i]);
            }
        }

        _wanted.Clear();
    }

    private void Keep(ref Loan loan)
    {
        if (_scope.IsWithinActive)
        {
            loan.Fate = Fate.Kept;
        }
        else
        {
            loan = default;
        }
    }

    private ref Loan Find(object? identity)
    {
        // Results are among the last that were taken.
        for (var i = _count - 1; identity is not null && i >= _scope.Start; i--)
        {
            if (_taken[i].Item is { } item && ReferenceEquals(Identity(item), identity))
            {
                return ref _taken[i];
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

    private void Record(object item, Bucket home)
    {
        if (_count == _taken.Length)
        {
            System.Array.Resize(ref _taken, 2 * _count);
        }

        _taken[_count++] = new Loan { Item = item, Home = home };
    }

    /// <summary>Gives back what was taken since the mark, but for what has at least the given fate.</summary>
    private void Release(int mark, Fate? surviving)
    {
        var end = mark;
        for (var i = mark; i < _count; i++)
        {
            // Emptied one by one: what is kept by the caller must not live on because of this.
            var loan = _taken[i];
            _taken[i] = default;
            if (loan.Item is null)
            {
                continue;
            }

            if (surviving is { } least && loan.Fate >= least)
            {
                // A release to a mark leaves what is kept so until the scope ends; everything else starts anew.
                _taken[end++] = loan with { Fate = least == Fate.Retained && loan.Fate == Fate.Kept ? Fate.Kept : Fate.Released };
            }
            else
            {
                loan.Home!.Put(loan.Item);
            }
        }

        _count = end;
    }

    /// <summary>Where a scope's own begins, and whether what it keeps goes to an enclosing scope.</summary>
    internal readonly record struct State(int Start, bool IsWithinActive);

    private record struct Loan
    {
        internal object? Item;
        internal Bucket? Home;
        internal Fate Fate;
    }
}
