using System.ComponentModel;

namespace GradGen;

/// <summary>
/// A scope of the thread's arena, made by <see cref="Arena.Enter"/>. Results that outlive it are kept; all others must not be used
/// after its end. What belongs together is told by the array of the entries, so that a view and its origin are kept as one. A value
/// that was not taken in this scope is left as it is.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ArenaScope : IDisposable
{
    private readonly Pool _pool;
    private readonly Pool.State _outer;

    internal ArenaScope(Pool pool, Pool.State outer)
    {
        _pool = pool;
        _outer = outer;
    }

    /// <summary>Ends the scope.</summary>
    public void Dispose() => _pool.Leave(_outer);
}
