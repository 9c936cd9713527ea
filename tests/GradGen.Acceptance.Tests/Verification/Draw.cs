using GradGen;
using static GradGen.MatrixMath;

namespace AcceptanceTests.Verification;

/// <summary>Random arguments of three sizes that differ: the same numbers on every run.</summary>
public sealed class Draw
{
    private readonly Random random;

    private Draw(int seed, int m, int n, int p)
    {
        random = new Random(seed);
        (Seed, M, N, P) = (seed, m, n, p);
    }

    public static IEnumerable<Draw> Several => [new(1, 4, 3, 2), new(2, 2, 5, 3), new(3, 1, 4, 4), new(4, 3, 1, 2)];

    public int Seed { get; }

    public int M { get; }

    public int N { get; }

    public int P { get; }

    /// <summary>A number in (−1, 1).</summary>
    public double Scalar() => (2 * random.NextDouble()) - 1;

    public Vector Vector(int n) => GradGen.Vector.Of([.. Enumerable.Range(0, n).Select(_ => Scalar())]);

    public RowVector Row(int n) => Vector(n).T;

    public Matrix Matrix(int m, int n) => Unvec(Vector(m * n), m, n);

    /// <summary>An invertible matrix: its diagonal dominates, so that its condition number is small.</summary>
    public Matrix Invertible(int n) => Matrix(n, n) + n * Identity(n);

    public Matrix Symmetric(int n)
    {
        var a = Matrix(n, n);
        return 0.5 * (a + a.T);
    }

    public Matrix PositiveDefinite(int n)
    {
        var a = Matrix(n, n);
        return a * a.T + Identity(n);
    }

    /// <summary>A square matrix of the given rank.</summary>
    public Matrix OfRank(int n, int rank) => rank == 0 ? Zeros(n, n) : Matrix(n, rank) * Matrix(rank, n);

    public IReadOnlyList<Vector> Vectors(int count, int n) => [.. Enumerable.Range(0, count).Select(_ => Vector(n))];
}
