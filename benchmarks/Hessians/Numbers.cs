namespace GradGen.Benchmarks.Hessians;

/// <summary>Numbers that the rival draws too, so that both compute the same Hessians.</summary>
internal sealed class Numbers(ulong seed)
{
    private ulong state = seed;

    public Matrix Matrix(int m, int n)
    {
        var entries = new double[m, n];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++) entries[i, j] = Next();
        }

        return GradGen.Matrix.OfArray(entries);
    }

    public Vector Vector(int n) => GradGen.Vector.Of([.. Enumerable.Range(0, n).Select(_ => Next())]);

    /// <summary>A number in (−1, 1), by a linear congruential generator (Knuth's MMIX).</summary>
    private double Next()
    {
        state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
        return ((state >> 11) / (double)(1UL << 52)) - 1.0;
    }
}
