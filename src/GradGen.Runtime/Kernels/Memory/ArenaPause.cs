using System.ComponentModel;

namespace GradGen;

/// <summary>While it lasts, allocation is ordinary although an <see cref="ArenaScope"/> is open. Made by <see cref="Arena.Pause"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ArenaPause : IDisposable
{
    private readonly Pool? _suspended;

    internal ArenaPause(Pool? suspended) => _suspended = suspended;

    /// <summary>Ends the pause.</summary>
    public void Dispose() => Pool.Resume(_suspended);
}
