namespace GradGen;

/// <summary>The buckets of a pool: those of small shapes are found by an array, the others by a dictionary.</summary>
internal sealed class Shelves
{
    private const int SmallLength = 64;
    private const int SmallSide = 16;

    private readonly Bucket?[] _smallVectors = new Bucket?[SmallLength + 1];
    private readonly Bucket?[] _smallMatrices = new Bucket?[(SmallSide + 1) * (SmallSide + 1)];
    private readonly List<Bucket> _small = [];
    private readonly Dictionary<int, Bucket> _vectors = [];
    private readonly Dictionary<long, Bucket> _matrices = [];
    private readonly Dictionary<(Type Type, int Length), Bucket> _others = [];

    internal Bucket OfVectors(int n) => n <= SmallLength ? _smallVectors[n] ??= NewSmall() : OfKey(_vectors, n);

    internal Bucket OfMatrices(int rows, int columns) => rows <= SmallSide && columns <= SmallSide
        ? _smallMatrices[(columns * (SmallSide + 1)) + rows] ??= NewSmall()
        : OfKey(_matrices, ((long)rows << 32) | (uint)columns);

    internal Bucket Of<T>(int length, Action<object>? clear)
    {
        if (!_others.TryGetValue((typeof(T), length), out var bucket))
        {
            bucket = new Bucket(clear);
            _others.Add((typeof(T), length), bucket);
        }

        return bucket;
    }

    /// <summary>Drops what has lain free since the last time. Nothing may be taken.</summary>
    internal void DropUnused()
    {
        foreach (var bucket in _small)
        {
            bucket.DropUnused();
        }

        DropUnused(_vectors);
        DropUnused(_matrices);
        DropUnused(_others);
    }

    /// <summary>Visits every free object.</summary>
    internal void Visit(Action<object> action)
    {
        foreach (var bucket in _small.Concat(_vectors.Values).Concat(_matrices.Values).Concat(_others.Values))
        {
            bucket.Visit(action);
        }
    }

    private static Bucket OfKey<TKey>(Dictionary<TKey, Bucket> buckets, TKey key)
        where TKey : notnull
    {
        if (!buckets.TryGetValue(key, out var bucket))
        {
            bucket = new Bucket();
            buckets.Add(key, bucket);
        }

        return bucket;
    }

    private Bucket NewSmall()
    {
        var bucket = new Bucket();
        _small.Add(bucket);
        return bucket;
    }

    private static void DropUnused<TKey>(Dictionary<TKey, Bucket> buckets)
        where TKey : notnull
    {
        foreach (var (key, bucket) in buckets)
        {
            if (bucket.DropUnused())
            {
                // Removal of the current item is allowed while a dictionary is enumerated.
                buckets.Remove(key);
            }
        }
    }
}
