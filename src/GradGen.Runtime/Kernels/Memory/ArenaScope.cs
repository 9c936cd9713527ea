using System.ComponentModel;
using MathNet.Numerics.LinearAlgebra;

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

    /// <summary>How much has been taken so far, for <see cref="Release"/>.</summary>
    /// <returns>The mark.</returns>
    public int Mark() => _pool.Taken;

    /// <summary>Gives back what was taken since the mark, but for what was kept or retained since. For the end of a loop's round.</summary>
    /// <param name="mark">What <see cref="Mark"/> returned in this scope.</param>
    public void Release(int mark) => _pool.Release(mark);

    /// <summary>Lets a value outlive the next <see cref="Release"/>, but not the one after it: for what a loop carries into its next round.</summary>
    /// <param name="x">The value.</param>
    /// <returns>The value.</returns>
    public Vector Retain(Vector x)
    {
        _pool.Retain(ArrayOf(x.Storage));
        return x;
    }

    /// <inheritdoc cref="Retain(Vector)"/>
    public RowVector Retain(RowVector x)
    {
        _pool.Retain(ArrayOf(x.Storage));
        return x;
    }

    /// <inheritdoc cref="Retain(Vector)"/>
    public Matrix Retain(Matrix x)
    {
        _pool.Retain(ArrayOf(x.Storage));
        return x;
    }

    /// <summary>
    /// Takes a value out of this scope, without a copy: it is the caller's, or where this scope was entered within another one, of that scope.
    /// </summary>
    /// <param name="x">The value.</param>
    /// <returns>The value.</returns>
    public Vector Keep(Vector x)
    {
        _pool.Keep(ArrayOf(x.Storage));
        return x;
    }

    /// <inheritdoc cref="Keep(Vector)"/>
    public RowVector Keep(RowVector x)
    {
        _pool.Keep(ArrayOf(x.Storage));
        return x;
    }

    /// <inheritdoc cref="Keep(Vector)"/>
    public Matrix Keep(Matrix x)
    {
        _pool.Keep(ArrayOf(x.Storage));
        return x;
    }

    /// <summary>Keeps a list and its items.</summary>
    /// <typeparam name="TList">The type of the list.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>The list.</returns>
    public TList KeepVectors<TList>(TList list)
        where TList : class, IReadOnlyList<Vector> => KeepAll(list, list, static x => ArrayOf(x.Storage));

    /// <inheritdoc cref="KeepVectors{TList}(TList)"/>
    public TList KeepRowVectors<TList>(TList list)
        where TList : class, IReadOnlyList<RowVector> => KeepAll(list, list, static x => ArrayOf(x.Storage));

    /// <inheritdoc cref="KeepVectors{TList}(TList)"/>
    public TList KeepMatrices<TList>(TList list)
        where TList : class, IReadOnlyList<Matrix> => KeepAll(list, list, static x => ArrayOf(x.Storage));

    /// <summary>Ends the scope.</summary>
    public void Dispose() => _pool.Leave(_outer);

    private static double[]? ArrayOf(Vector<double> x) => x.AsArray();

    private static double[]? ArrayOf(Matrix<double> x) => x.AsColumnMajorArray();

    private TList KeepAll<TList, T>(TList list, IReadOnlyList<T> items, Func<T, double[]?> array)
        where TList : class
    {
        for (var i = 0; i < items.Count; i++)
        {
            _pool.Want(array(items[i]));
        }

        _pool.Want(list);
        _pool.KeepWanted();
        return list;
    }
}
