using System.ComponentModel;

namespace GradGen;

/// <summary>
/// Reuse of what companions allocate, one arena for each thread. Between <see cref="Enter"/> and the end of its scope every dense
/// vector, matrix, factorization and list that <see cref="MatrixMath"/> and <see cref="Kernel"/> make on this thread is taken from the
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

    /// <summary>An empty list, in a scope one of the arena.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <returns>The list.</returns>
    public static List<T> NewList<T>() => Pool.Active is { } pool ? pool.List<T>() : [];
}
