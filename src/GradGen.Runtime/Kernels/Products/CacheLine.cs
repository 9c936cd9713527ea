using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GradGen;

/// <summary>A line of the cache: a register that lies across two of them takes twice as long to read.</summary>
internal static class CacheLine
{
    private const int Size = 64;

    /// <summary>How many entries a line has.</summary>
    internal const int Entries = Size / sizeof(double);

    /// <summary>Where the next line begins in storage on the stack, which loses up to a line by it.</summary>
    internal static unsafe ref double Aligned(Span<double> storage)
    {
        ref var first = ref MemoryMarshal.GetReference(storage);
        var beyond = (nuint)Unsafe.AsPointer(ref first) % Size;
        return ref beyond == 0 ? ref first : ref Unsafe.AddByteOffset(ref first, Size - beyond);
    }
}
