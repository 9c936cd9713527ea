using System.ComponentModel;
using MathNet.Numerics.LinearAlgebra;

namespace GradGen;

/// <summary>
/// Reuse of what companions allocate, one arena for each thread. Between <see cref="Enter"/> and the end of its scope every dense
/// vector, matrix, factorization and record that <see cref="MatrixMath"/> and <see cref="Kernel"/> make on this thread is taken from the
/// arena where one of exactly that shape is free, and goes back at the end of the scope, so that a warm companion allocates nothing.
/// Scopes nest. Outside of a scope nothing is pooled. Called by generated code.
/// </summary>
/// <remarks>
/// Memory is bounded: after every 64 outermost scopes of a thread, what lay free throughout all of them is left to the garbage
/// collector, shape by shape. What a thread holds when it ends goes with it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Arena
{
    /// <summary>Opens a scope; its end gives back what was taken in it.</summary>
    /// <returns>The scope, to be disposed of on the same thread, the innermost first.</returns>
    public static ArenaScope Enter() => Pool.OfThread.Enter();

    /// <summary>Makes allocation ordinary until the end of the pause, while code of the user runs that may hold on to its results.</summary>
    /// <returns>The pause, to be disposed of on the same thread.</returns>
    public static ArenaPause Pause() => new(Pool.Suspend());

    /// <summary>An empty record of a loop's rounds, in a scope one of the arena.</summary>
    /// <returns>The record.</returns>
    public static LoopRecord NewRecord() => Pool.Active is { } pool
        ? pool.Object(static () => new LoopRecord(), static item => ((LoopRecord)item).Clear())
        : new LoopRecord();

    /// <summary>How much has been taken so far, for <see cref="Release"/>.</summary>
    /// <returns>The mark.</returns>
    public static int Mark() => Pool.OfThread.Taken;

    /// <summary>Gives back what was taken since the mark, but for what was kept or retained since. For the end of a loop's round.</summary>
    /// <param name="mark">What <see cref="Mark"/> returned in this scope.</param>
    public static void Release(int mark) => Pool.OfThread.Release(mark);

    /// <summary>Lets a value outlive the next <see cref="Release"/>, but not the one after it: for what a loop carries into its next round.</summary>
    /// <param name="x">The value.</param>
    /// <returns>The value.</returns>
    public static Vector Retain(Vector x)
    {
        Pool.OfThread.Retain(ArrayOf(x.Storage));
        return x;
    }

    /// <inheritdoc cref="Retain(Vector)"/>
    public static RowVector Retain(RowVector x)
    {
        Pool.OfThread.Retain(ArrayOf(x.Storage));
        return x;
    }

    /// <inheritdoc cref="Retain(Vector)"/>
    public static Matrix Retain(Matrix x)
    {
        Pool.OfThread.Retain(ArrayOf(x.Storage));
        return x;
    }

    /// <summary>
    /// Takes a value out of this scope, without a copy: it is the caller's, or where this scope was entered within another one, of that scope.
    /// </summary>
    /// <param name="x">The value.</param>
    /// <returns>The value.</returns>
    public static Vector Keep(Vector x)
    {
        Pool.OfThread.Keep(ArrayOf(x.Storage));
        return x;
    }

    /// <inheritdoc cref="Keep(Vector)"/>
    public static RowVector Keep(RowVector x)
    {
        Pool.OfThread.Keep(ArrayOf(x.Storage));
        return x;
    }

    /// <inheritdoc cref="Keep(Vector)"/>
    public static Matrix Keep(Matrix x)
    {
        Pool.OfThread.Keep(ArrayOf(x.Storage));
        return x;
    }

    /// <summary>Keeps a list and its items.</summary>
    /// <param name="list">The list.</param>
    /// <returns>The list.</returns>
    public static Vector[] Keep(Vector[] list) => KeepAll(list, static x => ArrayOf(x.Storage));

    /// <inheritdoc cref="Keep(Vector[])"/>
    public static RowVector[] Keep(RowVector[] list) => KeepAll(list, static x => ArrayOf(x.Storage));

    /// <inheritdoc cref="Keep(Vector[])"/>
    public static Matrix[] Keep(Matrix[] list) => KeepAll(list, static x => ArrayOf(x.Storage));

    private static double[]? ArrayOf(Vector<double> x) => x.DenseEntries();

    private static double[]? ArrayOf(Matrix<double> x) => x.DenseEntries();

    private static T[] KeepAll<T>(T[] list, Func<T, double[]?> array)
    {
        foreach (var item in list)
        {
            Pool.OfThread.Want(array(item));
        }

        Pool.OfThread.Want(list);
        Pool.OfThread.KeepWanted();
        return list;
    }
}
